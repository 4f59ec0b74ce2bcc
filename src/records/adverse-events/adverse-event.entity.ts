import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { AlertReason, EventSeverity } from '../../clinical/safety/side-effect-kinds';
import { DayColumn } from '../../platform/database/columns';

/** A side effect of a session; it hangs on the session's first version. */
@Entity('adverse_event')
export class AdverseEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'session_id' }) sessionId: string;
  @Column('text') kind: string;
  @DayColumn({ name: 'onset_on' }) onsetOn: PlainDate;
  @Column('text') severity: EventSeverity;
  @Column('boolean') serious: boolean;
  @DayColumn({ name: 'resolved_on', nullable: true }) resolvedOn: PlainDate | null;
  @Column('text', { nullable: true }) note: string | null;
  /** Why a neurologist should hear of it on the same day. */
  @Column('text', { nullable: true }) alert: AlertReason | null;
  /** Grows when what was answered becomes graver. */
  @Column('integer', { name: 'alert_round' }) alertRound: number;
  /** Null: none was raised. */
  @Column('timestamptz', { name: 'alert_raised_at', nullable: true }) alertRaisedAt: Date | null;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
