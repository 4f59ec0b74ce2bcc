import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Duration, PlainDate } from '../../clinical/calendar';
import type { CourseSide, Etiology, IndicationSlug } from '../../clinical/catalogue/indications';
import type { ToxinProduct } from '../../clinical/units';
import { DayColumn } from '../../platform/database/columns';

/** One patient and one indication, and one side where the indication asks for one. */
@Entity('course')
export class Course {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'patient_id' }) patientId: string;
  @Column('text') indication: IndicationSlug;
  @Column('text', { nullable: true }) side: CourseSide | null;
  @Column('text', { nullable: true }) etiology: Etiology | null;
  @Column('text', { name: 'diagnosis_code', nullable: true }) diagnosisCode: string | null;
  /** What stands beside it on a claim: the paralysis of a cause, or the cause of a paralysis. */
  @Column('text', { name: 'second_diagnosis_code', nullable: true }) secondDiagnosisCode: string | null;
  /** What was tried before it began, in words. */
  @Column('text', { name: 'tried_before', nullable: true }) triedBefore: string | null;
  /** Why its muscles are looked for with EMG, stimulation or a picture, in words. */
  @Column('text', { name: 'guidance_reason', nullable: true }) guidanceReason: string | null;
  @Column('text', { name: 'planned_product' }) plannedProduct: ToxinProduct;
  @Column('text', { nullable: true }) interval: Duration | null;
  @Column('text', { name: 'min_interval', nullable: true }) minInterval: Duration | null;
  @DayColumn({ name: 'override_due_on', nullable: true }) overrideDueOn: PlainDate | null;
  @Column('text', { name: 'override_reason', nullable: true }) overrideReason: string | null;
  /** The first version of the session that the override was made after; null: none had been given. */
  @Column('uuid', { name: 'override_session_id', nullable: true }) overrideSessionId: string | null;
  @DayColumn({ name: 'started_on', nullable: true }) startedOn: PlainDate | null;
  @DayColumn({ name: 'ended_on', nullable: true }) endedOn: PlainDate | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason: string | null;
  /** Why the course went on after its last end. */
  @Column('text', { name: 'reopen_reason', nullable: true }) reopenReason: string | null;
  @Column('text', { name: 'change_reason', nullable: true }) changeReason: string | null;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
