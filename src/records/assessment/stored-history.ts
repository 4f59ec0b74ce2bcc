import { addDuration, ageOn, type PlainDate } from '../../clinical/calendar';
import type { CourseHistory } from '../../clinical/course-history';
import type { CourseRules } from '../../clinical/course-rules';
import { dayText } from '../../clinical/due/due-text';
import { INDICATIONS } from '../../clinical/catalogue/indications';
import { liesDeep } from '../../clinical/catalogue/muscles';
import type { ToxinProduct } from '../../clinical/units';
import type { SessionCircumstances } from '../../clinical/treated-session';
import type { Course } from '../courses/course.entity';

interface AnotherCourse extends Pick<Course, 'indication'> {
  readonly courseId: string;
  readonly birthDate: PlainDate;
  readonly sessions: readonly { readonly performedOn: PlainDate; readonly product: ToxinProduct }[];
}

/** An override holds until a session later than the one it was made after; voiding that session revives it. */
export function overrideInForce(
  facts: Pick<Course, 'overrideDueOn' | 'overrideAnchorOn'>,
  anchorOn: PlainDate | undefined,
): PlainDate | undefined {
  const { overrideDueOn, overrideAnchorOn } = facts;
  if (!overrideDueOn) return undefined;
  const spent =
    anchorOn !== undefined &&
    (overrideAnchorOn === null ? anchorOn >= overrideDueOn : anchorOn > overrideAnchorOn);
  return spent ? undefined : overrideDueOn;
}

/** The earliest day in view of the patient's other courses: the shortest interval after the latest session of each. */
export function crossCourseMinimum(
  facts: { readonly courseId: string },
  ofPatient: readonly AnotherCourse[],
  rules: CourseRules,
): CourseHistory['crossCourse'] {
  const days = ofPatient.flatMap((other) => {
    const last = other.courseId === facts.courseId ? undefined : other.sessions.at(-1);
    if (!last) return [];
    const ageYears = ageOn(other.birthDate, last.performedOn);
    const { minimums } = rules.intervalsFor({
      product: last.product,
      indication: other.indication,
      ageYears,
    });
    const earliestOn = minimums
      .map((rule) => addDuration(last.performedOn, rule.duration))
      .toSorted()
      .at(-1)!;
    const where = INDICATIONS[other.indication].name.toLowerCase();
    return [
      {
        earliestOn,
        text: `the session of ${dayText(last.performedOn)} for ${where} keeps this course waiting too`,
      },
    ];
  });
  return days.toSorted((a, b) => (a.earliestOn < b.earliestOn ? 1 : -1))[0];
}

interface AskedAfter {
  readonly response: object | null;
  readonly adverseEvents: readonly string[];
  readonly guidance: readonly string[];
  readonly muscles: readonly string[];
}

/** Side effects were asked about once anything was answered after the session. */
export function circumstancesOf({
  response,
  adverseEvents,
  guidance,
  muscles,
}: AskedAfter): SessionCircumstances {
  const asked = response !== null || adverseEvents.length > 0;
  return {
    ...(asked && { adverseEvents }),
    ...(guidance.length > 0 &&
      muscles.some(liesDeep) && { deepMusclesGuided: guidance.some((one) => GUIDED.includes(one)) }),
  };
}

const GUIDED = ['emg', 'ultrasound', 'stimulation', 'ct'];
