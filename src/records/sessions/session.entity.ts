import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { AnsweredFinding } from '../../clinical/session-check/corrections/confirmation';
import type { ToxinProduct } from '../../clinical/units';
import { DayColumn } from '../../platform/database/columns';

/** `import`: taken over from another record; it waits for nobody's signature. */
export const SESSION_ORIGINS = ['logged', 'import'] as const;
export type SessionOrigin = (typeof SESSION_ORIGINS)[number];

/** One version of a session. An amendment is a new row that replaces this one; both share the root. */
@Entity('injection_session')
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'root_id' }) rootId: string;
  @Column('uuid', { name: 'replaces_id', nullable: true }) replacesId: string | null;
  /** The first version of the session that this one completes or touches up. */
  @Column('uuid', { name: 'continues_id', nullable: true }) continuesId: string | null;
  /** The protocol that it began from, and in which version. */
  @Column('uuid', { name: 'protocol_id', nullable: true }) protocolId: string | null;
  @Column('integer', { name: 'protocol_version', nullable: true }) protocolVersion: number | null;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  @DayColumn({ name: 'performed_on' }) performedOn: PlainDate;
  @Column('text') product: ToxinProduct;
  @Column('uuid', { name: 'injector_id' }) injectorId: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('jsonb') findings: AnsweredFinding[];
  @Column('text', { name: 'amend_reason', nullable: true }) amendReason: string | null;
  @Column('timestamptz', { name: 'signed_at', nullable: true }) signedAt: Date | null;
  @Column('uuid', { name: 'signed_by', nullable: true }) signedBy: string | null;
  /** The version that the signature is under. */
  @Column('integer', { name: 'signed_version', nullable: true }) signedVersion: number | null;
  @Column('timestamptz', { name: 'replaced_at', nullable: true }) replacedAt: Date | null;
  @Column('timestamptz', { name: 'voided_at', nullable: true }) voidedAt: Date | null;
  @Column('uuid', { name: 'voided_by', nullable: true }) voidedBy: string | null;
  @Column('text', { name: 'void_reason', nullable: true }) voidReason: string | null;
  @Column('text', { default: 'logged' }) origin: SessionOrigin;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
