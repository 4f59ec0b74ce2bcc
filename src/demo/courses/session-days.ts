import { addDays, type PlainDate } from '../../clinical/calendar';
import type { CoursePlan } from './plan';
import { seededRandom } from '../seeded-random';
import type { SessionWord } from './session-line';

/** Patients come a little late, never early. */
const LATEST_DAYS = 9;

/**
 * The days of a course's sessions, oldest first, counted back from the latest one. How late a patient comes depends on the
 * patient alone, so that two courses with the same interval are treated in the same visits.
 */
export function sessionDays(plan: CoursePlan, words: readonly SessionWord[], today: PlainDate): PlainDate[] {
  const random = seededRandom('lateness', plan.who);
  let day = addDays(today, -plan.last);
  const days: PlainDate[] = [];
  for (const { daysSince } of words.toReversed()) {
    days.unshift(day);
    const late = random.whole(0, LATEST_DAYS);
    day = addDays(day, -(daysSince ?? 7 * plan.every + late));
  }
  return days;
}
