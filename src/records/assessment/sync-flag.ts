import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EntityManager } from 'typeorm';
import type { DeclineFlag } from '../../clinical/watch/decline-flag';
import { flagChange } from '../../clinical/review/flag-change';
import { ReviewFlag } from '../reviews/review-flag.entity';
import type { AssessedCourse } from './course-assessment.entity';
import { storedFlagOf, type LatestFlag } from './latest-flag.query';

/** A course by what its flag was and what its trend shows now. */
export type FlaggedCourse = Pick<AssessedCourse, 'flag' | 'latestFlag'> & {
  readonly row: Pick<AssessedCourse['row'], 'courseId'>;
};

/** Might anything be written of its flags? */
export function changesFlag({ flag, latestFlag }: FlaggedCourse): boolean {
  return flagChange(storedFlagOf(latestFlag), flag) !== 'none';
}

/**
 * Brings the flags of some courses to what the trend shows now: opens one at most once per cause, keeps an open one up to
 * date, and notes on it when the trend no longer shows it. It closes none: only a review does.
 */
export async function syncFlags(tx: EntityManager, courses: readonly FlaggedCourse[]): Promise<void> {
  for (const { row, flag, latestFlag: before } of courses) {
    switch (flagChange(storedFlagOf(before), flag)) {
      case 'opens':
        await tx.insert(ReviewFlag, {
          id: randomUUID(),
          courseId: row.courseId,
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

function columnsOf(
  flag: DeclineFlag,
): Pick<ReviewFlag, 'tier' | 'cause' | 'shown' | 'opensOn' | 'content' | 'rulesVersion'> {
  const { tier, cause, opensOn, rulesVersion } = flag;
  return { tier, cause, shown: true, opensOn, content: flag, rulesVersion };
}

function sameContent(stored: LatestFlag['flag'], flag: DeclineFlag): boolean {
  return stored.shown && canonicalize(stored.content) === canonicalize(JSON.parse(JSON.stringify(flag)));
}

async function change(
  tx: EntityManager,
  flag: LatestFlag['flag'],
  columns: Partial<ReviewFlag>,
): Promise<void> {
  await tx.update(ReviewFlag, { id: flag.id }, { ...columns, version: flag.version + 1 });
}
