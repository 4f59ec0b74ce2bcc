import type { CourseHistory, HistorySession } from '../../clinical/course-history';
import { overrideInForce } from '../../clinical/due/override-in-force';
import { scaleOf } from '../../clinical/catalogue/scales';
import type { SessionResponse } from '../../clinical/treated-session';
import { circumstancesOf } from '../../clinical/watch/circumstances';
import { doseOf } from '../../clinical/units';
import { withoutNulls } from '../../platform/given';
import type { CourseFacts, ResponseFacts, SessionFacts } from './course-history.query';

/** The stored facts of a course in the shape that the decisions take. */
export function historyOf(facts: CourseFacts, crossCourse?: CourseHistory['crossCourse']): CourseHistory {
  return {
    indication: facts.indication,
    birthDate: facts.birthDate,
    interval: facts.interval ?? undefined,
    overrideDueOn: overrideInForce(facts, facts.sessions.at(-1)?.performedOn),
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
    circumstances: circumstancesOf({ ...session, answered: session.response !== null }),
  };
}

function responseOf({ measurements, ...facts }: ResponseFacts): SessionResponse {
  return {
    ...withoutNulls(facts),
    measurements: measurements.map((one) => ({
      ...one,
      value: scaleOf(one.scale).labels ? String(one.value) : Number(one.value),
    })),
  };
}
