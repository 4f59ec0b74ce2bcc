import type { EntityManager } from 'typeorm';
import { flagOnPath, type FlagOnPath } from '../../clinical/review/review-path';
import type { StoredFlag } from '../../clinical/review/flag-change';
import type { Question } from '../../platform/database/read-together';
import type { ReviewFlag } from '../reviews/review-flag.entity';
import { Review } from '../reviews/review.entity';

type FlagOfCourse = Pick<
  ReviewFlag,
  'id' | 'courseId' | 'tier' | 'cause' | 'status' | 'shown' | 'content' | 'version'
>;

/** The latest flag of a course with its latest review. */
export interface LatestFlag {
  readonly flag: FlagOfCourse;
  readonly review: Pick<Review, 'decision' | 'testResult'> | undefined;
}

type FlagRow = FlagOfCourse & {
  readonly review: Pick<Review, 'decision' | 'testResult'> | null;
};

/** The latest flag of each course of some patients. */
export const LATEST_FLAGS: Question<FlagRow> = {
  text: `
select distinct on (f.course_id) f.id, f.course_id as "courseId", f.tier, f.cause, f.status, f.shown, f.content, f.version,
  (select jsonb_build_object('decision', r.decision, 'testResult', r.test_result)
    from review r where r.flag_id = f.id order by r.ordinal desc limit 1) as review
from course c join review_flag f on f.course_id = c.id
where c.patient_id = any($1::uuid[])
order by f.course_id, f.created_at desc, f.id`,
};

export function latestFlag({ review, ...flag }: FlagRow): LatestFlag {
  return { flag, review: review ?? undefined };
}

export async function latestReviews(
  db: EntityManager,
  flagIds: readonly string[],
): Promise<Map<string, Review>> {
  const reviews = await db
    .createQueryBuilder(Review, 'review')
    .distinctOn(['review.flag_id'])
    .where('review.flag_id = any(:flagIds)', { flagIds })
    .orderBy('review.flag_id')
    .addOrderBy('review.ordinal', 'DESC')
    .getMany();
  return new Map(reviews.map((review) => [review.flagId, review]));
}

/** A flag as the review path reads it. */
export function pathOf({
  flag,
  review,
}: {
  readonly flag: Pick<FlagOfCourse, 'status' | 'tier' | 'cause' | 'content'>;
  readonly review: LatestFlag['review'];
}): FlagOnPath {
  return flagOnPath({ ...flag, sessionIds: flag.content.sessionIds }, review);
}

/** The latest flag as it is compared with what the trend shows now. */
export function storedFlagOf(latest: LatestFlag | undefined): StoredFlag | undefined {
  return latest && { ...pathOf(latest), shown: latest.flag.shown };
}
