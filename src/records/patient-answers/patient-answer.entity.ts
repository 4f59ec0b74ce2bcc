import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnswerChannel, AnswerOutcome } from '../../clinical/asking/patient-answer';
import type { PlainDate } from '../../clinical/calendar';
import type { AlertReason } from '../../clinical/safety/side-effect-kinds';
import { DayColumn } from '../../platform/database/columns';

/** What a patient said of a session. It stands beside the response until a neurologist confirms or corrects it. */
@Entity('patient_answer')
export class PatientAnswerRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  /** The first version of the session that was asked about. */
  @Column('uuid', { name: 'session_id' }) sessionId: string;
  @DayColumn({ name: 'answered_on' }) answeredOn: PlainDate;
  /** Null: the patient does not know. */
  @Column('boolean', { name: 'still_effective', nullable: true }) stillEffective: boolean | null;
  @DayColumn({ name: 'wore_off_on', nullable: true }) woreOffOn: PlainDate | null;
  @Column('numeric', { name: 'helped_pct', precision: 5, scale: 2, nullable: true }) helpedPct: number | null;
  @Column('text', { nullable: true }) trouble: string | null;
  /** Why a neurologist should hear of the trouble on the same day. */
  @Column('text', { nullable: true }) alert: AlertReason | null;
  @Column('text') channel: AnswerChannel;
  /** Who asked, or began the check-in: a person or a script. */
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @Column('text', { name: 'asked_by_name' }) askedByName: string;
  /** Null: it waits for a neurologist. */
  @Column('text', { nullable: true }) outcome: AnswerOutcome | null;
  @Column('uuid', { name: 'settled_by', nullable: true }) settledBy: string | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
