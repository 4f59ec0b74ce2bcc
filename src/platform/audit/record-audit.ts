import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor';
import { requestId } from '../log/request-id';
import type { AuditAction } from './audit-entry.entity';
import type { ReadDeclaration, Shown } from './reads';

/** Somebody who did not get in. */
export const NOBODY = { id: null, name: 'nobody', role: 'none' } as const;

/** What the database cannot see for itself: sign-ins and refusals. Its own changes it records by triggers. */
export interface AuditedAct {
  readonly action: 'refused' | Extract<AuditAction, `sign-${string}`>;
  readonly subject: string;
  readonly subjectId?: string;
  /** Codes, ids and counts; never a name, a birth date or a note of a patient. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export async function recordAudit(
  db: EntityManager,
  actor: Actor | typeof NOBODY,
  { action, subject, subjectId, detail }: AuditedAct,
): Promise<void> {
  await db.query(
    `with here as materialized (select set_config('clinic.request_id', $8, true))
      insert into audit_entry (actor_id, actor_name, actor_role, action, subject, subject_id, detail)
      select $1, $2, $3, $4, $5, $6, $7 from here`,
    [actor.id, actor.name, actor.role, action, subject, subjectId, detail, requestId() ?? ''],
  );
}

type Read = Pick<ReadDeclaration, 'action' | 'subject'> & Shown;

/** What somebody was shown, for the trail. */
export interface RecordedRead {
  readonly actor: Actor;
  readonly read: Read;
  /** The request that it answers. */
  readonly requestId: string | undefined;
}

/** Most answers know the patients whom they show, and the database need not look for them. */
const SHOWN_IDS = `case when known then patients::uuid[]
  else array(select patients_of(patients::uuid[], courses::uuid[], sessions::uuid[]) order by 1) end`;

/**
 * One entry an answer, with every patient whom it showed, each once. It waits for this server's disk and for no standby: a
 * chart can be read while those are gone. Outside of a transaction, whose COMMIT would not wait either.
 */
export function recordRead(db: EntityManager, actor: Actor, read: Read): Promise<void> {
  return recordReads(db, [{ actor, read, requestId: requestId() }]);
}

/** The same of several answers: one statement, and one wait for the disk. */
export async function recordReads(db: EntityManager, reads: readonly RecordedRead[]): Promise<void> {
  await db.query(
    `with here as materialized (select set_config('synchronous_commit', 'local', true)),
      shown as materialized (
        select given.*, ${SHOWN_IDS} as ids
        from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::jsonb[], $8::uuid[],
          $9::boolean[], $10::text[], $11::text[], $12::text[]) with ordinality as given (actor_id, actor_name, actor_role,
          action, subject, subject_id, detail, request_id, known, patients, courses, sessions, n))
      insert into audit_entry
      (actor_id, actor_name, actor_role, action, subject, subject_id, detail, request_id, patient_id, patient_ids)
      select actor_id, actor_name, actor_role, action, subject, subject_id, detail, request_id,
        case when cardinality(ids) = 1 then ids[1] end, case when cardinality(ids) > 1 then ids end
      from here, shown order by n`,
    columnsOf(reads.map(valuesOf)),
  );
}

function valuesOf({ actor, read, requestId: answered }: RecordedRead): unknown[] {
  const { action, subject, subjectId, detail, patients = [], courses = [], sessions = [] } = read;
  const isKnown = courses.length + sessions.length === 0;
  const known = patients.filter((id) => id !== null && id !== undefined);
  return [
    actor.id,
    actor.name,
    actor.role,
    action,
    subject,
    subjectId,
    detail && JSON.stringify(detail),
    answered,
    isKnown,
    idList([...new Set(known)].toSorted()),
    idList(courses),
    idList(sessions),
  ];
}

/** As text: PostgreSQL has no list of lists of different lengths. */
function idList(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}

/** A list a column. */
function columnsOf(rows: readonly (readonly unknown[])[]): unknown[][] {
  return rows[0]!.map((_, column) => rows.map((row) => row[column] ?? null));
}
