import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate, Weekday } from '../clinical/calendar';
import type { OpeningHours } from '../clinical/schedule/opening-hours';
import type { VisitLength } from '../clinical/schedule/visit-length';
import type { ClinicInterval, CourseRules } from '../clinical/course/course-rules';

/** One row: what this clinic has set. */
@Entity('clinic_setting')
export class ClinicSetting {
  @PrimaryColumn('boolean') id: boolean;
  /** As it stands on notes and letters. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) zone: string | null;
  @Column('text', { name: 'closed_weekdays', array: true }) closedWeekdays: Weekday[];
  @Column('date', { name: 'closed_days', array: true }) closedDays: PlainDate[];
  @Column('integer', { name: 'lead_days' }) leadDays: number;
  @Column('integer', { name: 'on_time_days' }) onTimeDays: number;
  @Column('integer', { name: 'lapse_days' }) lapseDays: number;
  @Column('boolean', { name: 'cross_course_minimum' }) crossCourseMinimum: boolean;
  @Column('jsonb') intervals: ClinicInterval[];
  @Column('jsonb', { name: 'opening_hours' }) openingHours: OpeningHours[];
  @Column('jsonb', { name: 'visit_lengths' }) visitLengths: VisitLength[];
  @Column('jsonb', { name: 'rule_values' }) ruleValues: Record<string, number>;
  /** What the clinic has learned from its own courses, as it was accepted; null: it judges as usual. */
  @Column('jsonb', { nullable: true }) learned: NonNullable<CourseRules['learned']> | null;
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
