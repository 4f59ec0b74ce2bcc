import type { PlainDate } from '../../clinical/calendar';
import type { CourseAssessmentRow } from '../assessment/course-assessment.entity';

/** What the desk had arranged for a course, as its derived row says. */
export type Arranged = Pick<CourseAssessmentRow, 'snoozedUntilOn' | 'lastContactOutcome' | 'basis' | 'dueOn'>;

/** What else a saved session has changed, in words: the arrangements that were about it end with it. */
export function alsoChanged(
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
