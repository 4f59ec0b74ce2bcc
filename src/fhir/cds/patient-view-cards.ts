import { dayText } from '../../clinical/due/due-text';
import { slugWords } from '../../clinical/words';
import type { CourseView } from '../../records/courses/courses.dto';
import { card, type Card } from './card';

type Course = Pick<
  CourseView,
  | 'id'
  | 'indication'
  | 'side'
  | 'status'
  | 'forecast'
  | 'dueStatus'
  | 'daysOverdue'
  | 'onHold'
  | 'snoozedUntil'
  | 'booked'
  | 'authorization'
> & { readonly flag: Pick<NonNullable<CourseView['flag']>, 'status' | 'text'> | null };

/**
 * What should whoever opens this patient know of their courses?
 *
 * A question that waits for a review; a session that is due and not booked; and one for which an authorization is needed
 * and does not cover. Of a course that goes on as it should, nothing.
 */
export function patientViewCards(courses: readonly Course[], origin: string): Card[] {
  return courses
    .filter(({ status }) => status === 'active')
    .flatMap((course) => [
      ...reviewCard(course, origin),
      ...dueCard(course, origin),
      ...coverCard(course, origin),
    ]);
}

function reviewCard(course: Course, origin: string): Card[] {
  const { id, flag } = course;
  if (flag?.status !== 'open') return [];
  const summary = `${nameOf(course)}: a review is waiting`;
  return [card({ summary, detail: flag.text, indicator: 'warning', courseId: id }, origin)];
}

function dueCard(course: Course, origin: string): Card[] {
  const { id, forecast, dueStatus, daysOverdue, onHold, snoozedUntil, booked } = course;
  const isDue = dueStatus === 'due' || dueStatus === 'overdue' || dueStatus === 'lapsed';
  if (!forecast || !isDue || onHold || snoozedUntil !== null || booked !== null) return [];
  const late = daysOverdue > 0 ? `, ${daysOverdue} ${daysOverdue === 1 ? 'day' : 'days'} overdue` : '';
  const why = forecast.reasons.filter(({ field }) => field === 'dueOn').map(({ text }) => text);
  return [
    card(
      {
        summary: `${nameOf(course)}: due since ${dayText(forecast.dueOn)}${late}, not booked`,
        detail: `Due on ${dayText(forecast.dueOn)}: ${why.join('; ')}. Book it, or note why not.`,
        indicator: daysOverdue > 0 ? 'warning' : 'info',
        courseId: id,
      },
      origin,
    ),
  ];
}

const UNCOVERED: Readonly<Partial<Record<Course['authorization'], string>>> = {
  missing: 'No authorization covers it',
  'units-short': 'The authorization has too few units left',
  'expires-before-due': 'The authorization ends before it',
};

/** Months before a session nobody asks a payer. */
function coverCard(course: Course, origin: string): Card[] {
  const { id, forecast, dueStatus, onHold, authorization } = course;
  const gap = UNCOVERED[authorization];
  const isNear = dueStatus === 'upcoming' || dueStatus === 'due' || dueStatus === 'overdue';
  if (!forecast || gap === undefined || !isNear || onHold) return [];
  return [
    card(
      {
        summary: `${nameOf(course)}: the next session is not covered`,
        detail: `The session is due on ${dayText(forecast.dueOn)}. ${gap}: ask the payer before the visit.`,
        indicator: 'info',
        courseId: id,
      },
      origin,
    ),
  ];
}

function nameOf({ indication, side }: Pick<Course, 'indication' | 'side'>): string {
  return side === null ? slugWords(indication) : `${slugWords(indication)}, ${side}`;
}
