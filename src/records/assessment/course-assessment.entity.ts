import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CourseAssessment } from '../../clinical/assess-course';
import type { PlainDate } from '../../clinical/calendar';
import type { CoverPeriod } from '../../clinical/cover/cover';
import type { DueBasis } from '../../clinical/due/due-forecast';
import type { DueReason } from '../../clinical/due/due-reason';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import type { DeclineFlag } from '../../clinical/watch/decline-flag';
import type { TrendState } from '../../clinical/watch/trend-state';
import { DayColumn } from '../../platform/database/columns';
import type { LatestFlag } from './latest-flag.query';

/** Derived, a row a course: what the due list is read from. `npm run reassess` can make it again. */
@Entity('course_assessment')
export class CourseAssessmentRow {
  @PrimaryColumn('uuid', { name: 'course_id' }) courseId: string;
  @Column('uuid', { name: 'patient_id' }) patientId: string;
  @Column('text') indication: IndicationSlug;
  @Column('text', { nullable: true }) side: string | null;
  /** False once the course has ended or the patient has died. */
  @Column('boolean') listed: boolean;
  @Column('uuid', { name: 'injector_id', nullable: true }) injectorId: string | null;
  @DayColumn({ name: 'anchor_on', nullable: true }) anchorOn: PlainDate | null;
  @DayColumn({ name: 'earliest_on', nullable: true }) earliestOn: PlainDate | null;
  @DayColumn({ name: 'due_on', nullable: true }) dueOn: PlainDate | null;
  @DayColumn({ name: 'last_on_time_on', nullable: true }) lastOnTimeOn: PlainDate | null;
  @DayColumn({ name: 'overdue_from', nullable: true }) overdueFrom: PlainDate | null;
  @DayColumn({ name: 'book_on', nullable: true }) bookOn: PlainDate | null;
  @Column('text', { nullable: true }) basis: DueBasis | null;
  @Column('jsonb') reasons: DueReason[];
  @DayColumn({ name: 'hold_until_on', nullable: true }) holdUntilOn: PlainDate | null;
  @DayColumn({ name: 'snoozed_until_on', nullable: true }) snoozedUntilOn: PlainDate | null;
  /** The day of a refusal in this cycle that nobody has taken back. */
  @DayColumn({ name: 'refused_on', nullable: true }) refusedOn: PlainDate | null;
  /** Calls and messages of this cycle. */
  @Column('integer') attempts: number;
  @Column('timestamptz', { name: 'last_contact_at', nullable: true }) lastContactAt: Date | null;
  @Column('text', { name: 'last_contact_outcome', nullable: true }) lastContactOutcome: string | null;
  /** Whether an authorization covers the next session, from its due day on. */
  @Column('jsonb') cover: CoverPeriod[];
  @Column('jsonb', { nullable: true }) trend: TrendState | null;
  @Column('jsonb', { name: 'effect_window', nullable: true }) effectWindow: CourseAssessment['effectWindow'];
  @Column('text', { name: 'rules_version' }) rulesVersion: string;
  @Column('timestamptz', { name: 'assessed_at' }) assessedAt: Date;
}

/** What the decisions say of a stored course: its derived row, and what should be looked at. */
export interface AssessedCourse {
  readonly row: Omit<CourseAssessmentRow, 'assessedAt'>;
  readonly flag: DeclineFlag | null;
  /** What is stored of it before that is saved. */
  readonly stored: StoredAssessment | undefined;
  readonly latestFlag: LatestFlag | undefined;
}

/** Of the derived row, what is compared with the one that takes its place. */
export type StoredAssessment = Pick<
  CourseAssessmentRow,
  'courseId' | 'dueOn' | 'basis' | 'snoozedUntilOn' | 'lastContactOutcome'
>;
