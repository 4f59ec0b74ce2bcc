import { addDays, daysBetween, type PlainDate } from '../calendar';
import type { Finding } from '../finding';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';

const SOURCE = 'A session is entered on its day or soon after (P)';
/** A day of last year that was typed for one of these days. */
const RECENT_DAYS = 7;

/**
 * Was this old day meant, in a course that has later sessions?
 *
 * A day that is one of the last few but for its year is asked about: a year is typed wrong every January. Any other
 * day before the last session is noted, for sessions are entered late. What stands on record and is corrected is not new.
 */
export function pastDayFindings(
  { performedOn }: ProposedSession,
  { earlierDoses, today, corrects = false }: SessionContext,
): readonly Finding[] {
  const later = earlierDoses
    .filter((dose) => dose.sameCourse && dose.performedOn > performedOn)
    .map((dose) => dose.performedOn)
    .toSorted();
  const last = later.at(-1);
  if (corrects || !last) return [];
  const at = { code: 'past-day', pointer: '/performedOn', sourceText: SOURCE } as const;
  const meant = thisYear(performedOn, today);
  if (meant)
    return [
      {
        ...at,
        severity: 'confirm',
        message: `${performedOn} lies before the last session of this course, ${last}. Was ${meant} meant (another year)? Correct the day, or give the reason for entering it late.`,
      },
    ];
  return [
    {
      ...at,
      severity: 'note',
      message: `${performedOn} lies before the last session of this course, ${last}. Check the day, unless the session is entered late.`,
    },
  ];
}

/** The same day and month in a year that makes it one of the last few days. */
function thisYear(day: PlainDate, today: PlainDate): PlainDate | undefined {
  const recent = Array.from({ length: RECENT_DAYS + 1 }, (_, ago) => addDays(today, -ago));
  return daysBetween(day, today) > RECENT_DAYS
    ? recent.find((known) => known.slice(4) === day.slice(4))
    : undefined;
}
