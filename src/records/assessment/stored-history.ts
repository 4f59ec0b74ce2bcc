import { addDuration, ageOn, type PlainDate } from '../../clinical/calendar';
import type { CourseHistory, HistorySession } from '../../clinical/course-history';
import type { CourseRules } from '../../clinical/course-rules';
import { dayText } from '../../clinical/due/due-text';
import { INDICATIONS } from '../../clinical/catalogue/indications';
import { liesDeep } from '../../clinical/catalogue/muscles';
import { scaleOf } from '../../clinical/catalogue/scales';
import type { SessionCircumstances, SessionResponse } from '../../clinical/treated-session';
import { doseOf } from '../../clinical/units';
import { withoutNulls } from '../../platform/given';
import type { CourseFacts, ResponseFacts, SessionFacts } from './course-history.query';

/** The stored facts of a course in the shape that the decisions take. */
export function historyOf(facts: CourseFacts, crossCourse?: CourseHistory['crossCourse']): CourseHistory {
  const anchorOn = facts.sessions.at(-1)?.performedOn;
  return {
    indication: facts.indication,
    birthDate: facts.birthDate,
    interval: facts.interval ?? undefined,
    overrideDueOn: overrideInForce(facts, anchorOn),
    holds: facts.holds,
    crossCourse,
    minimums: facts.minInterval
      ? {
          replace: false,
          rules: [{ duration: facts.minInterval, text: 'the shortest interval that the payer accepts' }],
        }
      : undefined,
    sessions: facts.sessions.map(sessionOf),
  };
}

/** An override holds until a session later than the one it was made after; voiding that session revives it. */
function overrideInForce(facts: CourseFacts, anchorOn: PlainDate | undefined): PlainDate | undefined {
  const { overrideDueOn, overrideAnchorOn } = facts;
  if (!overrideDueOn) return undefined;
  const spent =
    anchorOn !== undefined &&
    (overrideAnchorOn === null ? anchorOn >= overrideDueOn : anchorOn > overrideAnchorOn);
  return spent ? undefined : overrideDueOn;
}

/** The earliest day in view of the patient's other courses: the shortest interval after the latest session of each. */
export function crossCourseMinimum(
  facts: CourseFacts,
  ofPatient: readonly CourseFacts[],
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

function sessionOf(session: SessionFacts): HistorySession {
  const { product } = session;
  return {
    sessionId: session.rootId,
    performedOn: session.performedOn,
    state: 'completed',
    dose: doseOf(product, session.totalUnits),
    muscles: session.muscles,
    injectorId: session.injectorId,
    response: session.response ? responseOf(session.response) : undefined,
    circumstances: circumstancesOf(session),
  };
}

/** Side effects were asked about once anything was answered after the session. */
function circumstancesOf({ response, adverseEvents, guidance, muscles }: SessionFacts): SessionCircumstances {
  const asked = response !== null || adverseEvents.length > 0;
  return {
    ...(asked && { adverseEvents }),
    ...(guidance.length > 0 &&
      muscles.some(liesDeep) && { deepMusclesGuided: guidance.some((one) => GUIDED.includes(one)) }),
  };
}

const GUIDED = ['emg', 'ultrasound', 'stimulation', 'ct'];

function responseOf({ measurements, ...facts }: ResponseFacts): SessionResponse {
  return {
    ...withoutNulls(facts),
    measurements: measurements.map((one) => ({
      ...one,
      value: scaleOf(one.scale).labels ? String(one.value) : Number(one.value),
    })),
  };
}
