import { addDuration, ageIfKnown, latestOf, type PlainDate } from '../calendar';
import { INDICATIONS, type IndicationSlug } from '../catalogue/indications';
import type { CourseHistory } from '../course/course-history';
import type { CourseRules } from '../course/course-rules';
import type { ToxinProduct } from '../units';
import { dayText } from './due-text';

/** Another course of the same patient, with the last session of it that counts. */
export interface CourseBeside {
  readonly indication: IndicationSlug;
  /** Null: not known. */
  readonly birthDate: PlainDate | null;
  readonly lastSession?: { readonly performedOn: PlainDate; readonly product: ToxinProduct };
}

/**
 * The earliest day in view of the patient's other courses: the shortest interval after the last session of each, the
 * longest where several hold. The latest of these days decides; of two courses with one day the later in the list.
 */
export function crossCourseMinimum(
  others: readonly CourseBeside[],
  rules: Pick<CourseRules, 'intervalsFor'>,
): CourseHistory['crossCourse'] {
  const days = others.flatMap(({ indication, birthDate, lastSession }) => {
    if (!lastSession) return [];
    const { performedOn, product } = lastSession;
    const { minimums } = rules.intervalsFor({
      product,
      indication,
      ageYears: ageIfKnown(birthDate, performedOn),
    });
    const where = INDICATIONS[indication].name.toLowerCase();
    return [
      {
        earliestOn: latestOf(performedOn, ...minimums.map((rule) => addDuration(performedOn, rule.duration))),
        text: `the session of ${dayText(performedOn)} for ${where} keeps this course waiting too`,
      },
    ];
  });
  return days.reduce<(typeof days)[number] | undefined>(
    (latest, day) => (latest && latest.earliestOn > day.earliestOn ? latest : day),
    undefined,
  );
}
