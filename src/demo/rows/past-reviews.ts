import type { EntityManager } from 'typeorm';
import { addDays, type PlainDate } from '../../clinical/calendar';
import { givenSessions as givenOf } from '../../clinical/course/course-history';
import { ruleValues } from '../../clinical/rules';
import { flagOf } from '../../clinical/watch/decline-flag';
import { assessTrend } from '../../clinical/watch/response-trend';
import { courseFactsOf } from '../../records/assessment/course-history.query';
import { ReviewFlag } from '../../records/reviews/review-flag.entity';
import { Review } from '../../records/reviews/review.entity';
import type { GivenSession, MadeOn } from './given-sessions';
import type { CoursePlan } from '../courses/plan';
import type { CourseRow, DemoClinic, PastReview } from './rows';
import { demoId } from '../seeded-random';
import { momentAt, type WallTime } from '../wall-clock';

const REVIEWED_AT: WallTime = '12:15';

/** The reviews that a course has had, and what each was about. */
export function reviewsOf(
  { id: courseId, patientId }: CourseRow,
  { review }: CoursePlan,
  given: readonly GivenSession[],
  { zone, neurologistId }: MadeOn,
): DemoClinic['reviews'] {
  if (!review) return [];
  const { afterSession, daysAfter, decision, reason, plannedProduct, priorTolerance } = review;
  const performedOn: PlainDate = given[afterSession - 1]!.counts.session.performedOn;
  const flagId = demoId('flag', courseId, afterSession);
  return [
    {
      patientId,
      afterSession,
      review: {
        id: demoId('review', flagId),
        flagId,
        courseId,
        decision,
        reason,
        plannedProduct: plannedProduct ?? null,
        priorTolerance: priorTolerance ?? null,
        test: null,
        testResult: null,
        reviewedBy: neurologistId,
        reviewedAt: momentAt(zone, addDays(performedOn, daysAfter), REVIEWED_AT),
      },
    },
  ];
}

/**
 * Writes past reviews with the flags that they decided, as these stood then: made from the sessions up to that day.
 *
 * @throws RangeError when nothing was flagged after that session.
 */
export async function recordPastReviews(tx: EntityManager, reviews: readonly PastReview[]): Promise<void> {
  const rules = ruleValues();
  const patientIds = reviews.map(({ patientId }) => patientId);
  const facts = await courseFactsOf(tx, patientIds);
  for (const { review, afterSession } of reviews) {
    const course = facts.find(({ courseId }) => courseId === review.courseId)!;
    const all = givenOf(course.history);
    const known = all.slice(0, afterSession);
    const circumstances = known.map((session) => session.circumstances);
    const nextSessionOn = all[afterSession]?.performedOn;
    const trend = assessTrend(known, course.indication, rules, { nextSessionOn, circumstances });
    const flag = flagOf(trend, known, rules, circumstances);
    if (!flag)
      throw new RangeError(`Nothing was flagged in ${review.courseId} after session ${afterSession}`);
    const { tier, cause, opensOn, rulesVersion } = flag;
    const row: Omit<ReviewFlag, 'createdAt' | 'updatedAt'> = {
      id: review.flagId,
      courseId: review.courseId,
      tier,
      cause,
      status: 'reviewed',
      shown: true,
      opensOn,
      content: flag,
      rulesVersion,
      version: 2,
    };
    await tx.insert(ReviewFlag, row);
    await tx.insert(Review, review);
  }
}
