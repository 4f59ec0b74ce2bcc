import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { DayColumn } from '../../platform/database/columns';

export const EVENT_SEVERITIES = ['mild', 'moderate', 'severe'] as const;
export type EventSeverity = (typeof EVENT_SEVERITIES)[number];

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
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
