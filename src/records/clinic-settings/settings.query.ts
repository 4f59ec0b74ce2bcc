import type { EntityManager } from 'typeorm';
import { courseRules, type ClinicInterval, type CourseRules } from '../../clinical/course-rules';
import type { DueSettings } from '../../clinical/due/due-settings';
import { ruleValues, type RuleValues } from '../../clinical/rules';
import { ClinicSetting } from './clinic-setting.entity';

/** What this clinic has set, with the defaults where it has set nothing. */
export interface ClinicSettings {
  readonly zone: string;
  readonly due: DueSettings;
  readonly intervals: readonly ClinicInterval[];
  readonly crossCourseMinimum: boolean;
  readonly rules: RuleValues;
  readonly courseRules: CourseRules;
}

/** `zone` is the configured one, which holds until the clinic sets another. */
export async function clinicSettings(db: EntityManager, zone: string): Promise<ClinicSettings> {
  return settingsOf(await db.findOneByOrFail(ClinicSetting, { id: true }), zone);
}

function settingsOf(row: ClinicSetting, zone: string): ClinicSettings {
  const due: DueSettings = {
    closedWeekdays: row.closedWeekdays,
    closedDays: row.closedDays,
    leadDays: row.leadDays,
    onTimeDays: row.onTimeDays,
    lapseDays: row.lapseDays,
  };
  const rules = ruleValues(row.ruleValues);
  return {
    zone: row.zone ?? zone,
    due,
    intervals: row.intervals,
    crossCourseMinimum: row.crossCourseMinimum,
    rules,
    courseRules: courseRules(rules, due, row.intervals),
  };
}
