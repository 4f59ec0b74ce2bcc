import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EntityManager } from 'typeorm';
import type { DeclineFlag } from '../../clinical/watch/decline-flag';
import { flagChange, type StoredFlag } from '../../clinical/review/flag-change';
import { flagOnPath, type FlagOnPath } from '../../clinical/review/review-path';
import { ReviewFlag } from '../reviews/review-flag.entity';
import { Review } from '../reviews/review.entity';

/** A course with what the trend shows of it now; null when it shows nothing. */
export interface ShownOnCourse {
  readonly courseId: string;
  readonly flag: DeclineFlag | null;
}

/**
 * Brings the flags of some courses to what the trend shows now: opens one at most once per cause, keeps an open one up to
 * date, and notes on it when the trend no longer shows it. It closes none: only a review does.
 */
export async function syncFlags(tx: EntityManager, courses: readonly ShownOnCourse[]): Promise<void> {
  const latest = await latestFlags(
    tx,
    courses.map(({ courseId }) => courseId),
  );
  for (const { courseId, flag } of courses) {
    const before = latest.get(courseId);
    switch (flagChange(storedFlagOf(before), flag)) {
      case 'opens':
        await tx.insert(ReviewFlag, {
          id: randomUUID(),
          courseId,
          status: 'open',
          version: 1,
          ...columnsOf(flag!),
        });
        break;
      case 'goes-on':
        if (!sameContent(before!.flag, flag!)) await change(tx, before!.flag, columnsOf(flag!));
        break;
      case 'no-longer-shown':
        if (before!.flag.shown) await change(tx, before!.flag, { shown: false });
        break;
      case 'none':
        break;
    }
  }
}

export interface LatestFlag {
  readonly flag: ReviewFlag;
  readonly review: Review | undefined;
}

export async function latestFlags(
  db: EntityManager,
  courseIds: readonly string[],
): Promise<Map<string, LatestFlag>> {
  const flags = await db
    .createQueryBuilder(ReviewFlag, 'flag')
    .distinctOn(['flag.course_id'])
    .where('flag.course_id = any(:courseIds)', { courseIds })
    .orderBy('flag.course_id')
    .addOrderBy('flag.created_at', 'DESC')
    .addOrderBy('flag.id')
    .getMany();
  const reviews = await latestReviews(
    db,
    flags.map(({ id }) => id),
  );
  return new Map(flags.map((flag) => [flag.courseId, { flag, review: reviews.get(flag.id) }]));
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
export function pathOf({ flag, review }: LatestFlag): FlagOnPath {
  return flagOnPath({ ...flag, sessionIds: flag.content.sessionIds }, review);
}

/** The latest flag as it is compared with what the trend shows now. */
export function storedFlagOf(latest: LatestFlag | undefined): StoredFlag | undefined {
  return latest && { ...pathOf(latest), shown: latest.flag.shown };
}

function columnsOf(
  flag: DeclineFlag,
): Pick<ReviewFlag, 'tier' | 'cause' | 'shown' | 'opensOn' | 'content' | 'rulesVersion'> {
  const { tier, cause, opensOn, rulesVersion } = flag;
  return { tier, cause, shown: true, opensOn, content: flag, rulesVersion };
}

function sameContent(stored: ReviewFlag, flag: DeclineFlag): boolean {
  return stored.shown && canonicalize(stored.content) === canonicalize(JSON.parse(JSON.stringify(flag)));
}

async function change(tx: EntityManager, flag: ReviewFlag, columns: Partial<ReviewFlag>): Promise<void> {
  await tx.update(ReviewFlag, { id: flag.id }, { ...columns, version: flag.version + 1 });
}
