import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor';
import type { AuditAction } from './audit-entry.entity';

/** Somebody who did not get in. */
export const NOBODY = { id: null, name: 'nobody', role: 'none' } as const;

/** What the database cannot see for itself: reads, exports and sign-ins. Its own changes it records by triggers. */
export interface AuditedAct {
  readonly action: Exclude<AuditAction, 'insert' | 'update' | 'delete'>;
  readonly subject: string;
  readonly subjectId?: string;
  readonly patientId?: string;
  /** Codes, ids and counts; never a name, a birth date or a note of a patient. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export async function recordAudit(
  db: EntityManager,
  actor: Actor | typeof NOBODY,
  { action, subject, subjectId, patientId, detail }: AuditedAct,
): Promise<void> {
  await db.query(
    `insert into audit_entry (actor_id, actor_name, actor_role, action, subject, subject_id, patient_id, detail)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [actor.id, actor.name, actor.role, action, subject, subjectId, patientId, detail],
  );
}

/** One entry a patient, however often the list names them. */
export async function recordReads(
  db: EntityManager,
  actor: Actor,
  subject: string,
  patientIds: readonly string[],
): Promise<void> {
  if (patientIds.length === 0) return;
  await db.query(
    `insert into audit_entry (actor_id, actor_name, actor_role, action, subject, patient_id)
      select $1, $2, $3, 'read', $4, patient_id
      from (select distinct unnest($5::uuid[]) as patient_id) as listed`,
    [actor.id, actor.name, actor.role, subject, patientIds],
  );
}
