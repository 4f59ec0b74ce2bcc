import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { DayColumn } from '../../platform/database/columns';

/** What became of a session. It hangs on the session's first version, so that an amendment keeps it. */
@Entity('response')
export class Response {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: string;
  @DayColumn({ name: 'assessed_on', nullable: true }) assessedOn: PlainDate | null;
  @DayColumn({ name: 'onset_on', nullable: true }) onsetOn: PlainDate | null;
  @DayColumn({ name: 'wore_off_on', nullable: true }) woreOffOn: PlainDate | null;
  @DayColumn({ name: 'still_effective_on', nullable: true }) stillEffectiveOn: PlainDate | null;
  @Column('numeric', { name: 'improvement_pct', precision: 5, scale: 2, nullable: true }) improvementPct:
    number | null;
  @Column('smallint', { nullable: true }) pgic: number | null;
  @Column('smallint', { name: 'peak_effect', nullable: true }) peakEffect: number | null;
  @Column('text', { nullable: true }) note: string | null;
  /** The answer of the patient that was last taken over or corrected. */
  @Column('uuid', { name: 'answer_id', nullable: true }) answerId: string | null;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
