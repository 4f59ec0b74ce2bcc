import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const AUDIT_ACTIONS = [
  'insert',
  'update',
  'delete',
  'read',
  'export',
  'refused',
  'sign-in',
  'sign-in-failed',
  'sign-out',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One line of the trail. The database writes the changes itself and lets nobody change a line. */
@Entity('audit_entry')
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: number;
  @Column({ type: 'timestamptz', insert: false }) at: Date;
  /** Null: somebody who did not get in. */
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('text', { name: 'actor_role' }) actorRole: string;
  @Column('text') action: AuditAction;
  /** The table, or what was read or exported. */
  @Column('text') subject: string;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId: string | null;
  /** Whose record it is, where it is one patient's. */
  @Column('uuid', { name: 'patient_id', nullable: true }) patientId: string | null;
  /** The patients whom a list showed, where it showed several. */
  @Column('uuid', { name: 'patient_ids', array: true, nullable: true }) patientIds: string[] | null;
  /** The row before the change, columns by name; null for a new one. */
  @Column('jsonb', { nullable: true }) before: Record<string, unknown> | null;
  @Column('jsonb', { nullable: true }) after: Record<string, unknown> | null;
  @Column('jsonb', { nullable: true }) detail: Record<string, unknown> | null;
  /** The request that it comes from, as the header `X-Request-Id` of its answer named it; null: the service itself. */
  @Column({ type: 'uuid', name: 'request_id', nullable: true, insert: false }) requestId: string | null;
}

/** All whom an entry names: the one whose record it is, or those whom a list showed. */
export function patientsOf({
  patientId,
  patientIds,
}: Pick<AuditEntry, 'patientId' | 'patientIds'>): string[] {
  return patientIds ?? (patientId === null ? [] : [patientId]);
}
