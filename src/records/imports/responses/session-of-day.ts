import { daysBetween, type PlainDate } from '../../../clinical/calendar';
import { malformed } from '../../../platform/http/problem';

export interface SessionOfCourse {
  readonly id: string;
  readonly performedOn: PlainDate;
  /** It continues another one, to which the response belongs. */
  readonly isPart: boolean;
}

/**
 * Which session of a course was given on a day?
 *
 * @throws Problem 400 where there is none, or two, and where the response belongs to the one that it continues.
 */
export function sessionOfDay<S extends SessionOfCourse>(sessions: readonly S[], performedOn: PlainDate): S {
  const ofDay = sessions.filter((session) => session.performedOn === performedOn);
  const whole = ofDay.filter(({ isPart }) => !isPart);
  if (whole.length === 1) return whole[0]!;
  throw malformed('/performedOn', 'no-such-session', wordsFor(sessions, ofDay, whole.length, performedOn));
}

function wordsFor(
  sessions: readonly SessionOfCourse[],
  ofDay: readonly SessionOfCourse[],
  whole: number,
  day: PlainDate,
): string {
  if (whole > 1) return `There are ${whole} sessions of ${day} in this course: record the response by hand`;
  if (ofDay.length > 0)
    return `The session of ${day} continues an earlier one, to which the response belongs: give the day of that one`;
  const [nearest] = sessions
    .filter(({ isPart }) => !isPart)
    .map(({ performedOn }) => performedOn)
    .toSorted((a, b) => Math.abs(daysBetween(a, day)) - Math.abs(daysBetween(b, day)));
  return nearest === undefined
    ? `This course has no session yet: import the sessions first`
    : `There is no session of ${day} in this course, the nearest is of ${nearest}: correct the day, or import the session first`;
}
