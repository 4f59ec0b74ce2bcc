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

/**
 * One entry an answer, with every patient whom it showed, each once. It waits for this server's disk and for no standby: a
 * chart can be read while those are gone. Outside of a transaction, whose COMMIT would not wait either.
 */
export async function recordRead(
  db: EntityManager,
  actor: Actor,
  read: Pick<ReadDeclaration, 'action' | 'subject'> & Shown,
): Promise<void> {
  const { action, subject, subjectId, detail } = read;
  const { sql, values } = whoseRecords(read);
  await db.query(
    `with here as materialized (select set_config('synchronous_commit', 'local', true), set_config('clinic.request_id', $8, true)),
      shown as materialized (select ${sql}::uuid[] as ids)
      insert into audit_entry
      (actor_id, actor_name, actor_role, action, subject, subject_id, detail, patient_id, patient_ids)
      select $1, $2, $3, $4, $5, $6, $7,
        case when cardinality(ids) = 1 then ids[1] end, case when cardinality(ids) > 1 then ids end
      from here, shown`,
    [actor.id, actor.name, actor.role, action, subject, subjectId, detail, requestId() ?? '', ...values],
  );
}

/** Most answers know the patients whom they show, and the database need not look for them. Each once, in order. */
function whoseRecords({ patients = [], courses = [], sessions = [] }: Shown): {
  readonly sql: string;
  readonly values: readonly unknown[];
} {
  if (courses.length + sessions.length > 0) {
    const sql = 'array(select patients_of($9, $10, $11) order by 1)';
    return { sql, values: [patients, courses, sessions] };
  }
  const known = patients.filter((id) => id !== null && id !== undefined);
  return { sql: '$9', values: [[...new Set(known)].toSorted()] };
}
