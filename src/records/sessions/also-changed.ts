import type { PlainDate } from '../../clinical/calendar';
import type { CourseAssessmentRow } from '../assessment/course-assessment.entity';
import type { Arrived } from '../scheduling/end-arrangements';

/** What the desk had arranged for a course, as its derived row says. */
export type Arranged = Pick<CourseAssessmentRow, 'snoozedUntilOn' | 'lastContactOutcome' | 'basis' | 'dueOn'>;

interface Told extends Arrived {
  /** The days for which the course is still booked, before its next session is possible. */
  readonly tooEarlyOn: readonly PlainDate[];
  readonly performedOn: PlainDate | null;
}

/**
 * What else a saved session has changed, in words: the arrangements that were about it end with it, or are open again, and
 * a booking has become too early.
 */
export function alsoChanged(
  before: Arranged,
  after: Arranged & Pick<CourseAssessmentRow, 'earliestOn'>,
  { attended, openAgainOn, tooEarlyOn, performedOn }: Told,
): string[] {
  const open = openAgainOn.map(
    (day) => `The appointment of ${day} is open again: only this session told that it was attended.`,
  );
  const early = stillBooked(
    tooEarlyOn.filter((day) => !openAgainOn.includes(day)),
    after,
  );
  return performedOn === null
    ? open
    : [...open, ...ended(before, after, { attended, performedOn }), ...early];
}

/** What stands of it to be said, whenever the session is answered. */
export function stillBooked(
  tooEarlyOn: readonly PlainDate[],
  { earliestOn }: Pick<CourseAssessmentRow, 'earliestOn'>,
): string[] {
  return tooEarlyOn.map(
    (day) =>
      `The appointment of ${day} is still booked, before ${earliestOn}, the earliest day for the next session: cancel it unless it is for something else.`,
  );
}

function ended(
  before: Arranged,
  after: Arranged,
  { attended, performedOn }: { readonly attended: number; readonly performedOn: PlainDate },
): string[] {
  return [
    ...(attended > 0 ? [`The appointment of ${performedOn} counts as attended.`] : []),
    ...(before.snoozedUntilOn !== null && after.snoozedUntilOn === null
      ? [`“Call later”, until ${before.snoozedUntilOn}, has ended with this session.`]
      : []),
    ...(before.lastContactOutcome === 'declined' && after.lastContactOutcome === null
      ? ['The refusal on record was about this session and has ended with it.']
      : []),
    ...(before.basis === 'override' && after.basis !== 'override'
      ? [
          `The due day ${before.dueOn} set by hand was for this session: the next one is due by the usual rules.`,
        ]
      : []),
  ];
}
