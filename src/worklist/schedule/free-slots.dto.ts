import { IsQueryIds, IsQueryInt } from '../../platform/http/validating/query-shapes';
import type { PlainDate } from '../../clinical/calendar';
import { VISIT_MINUTES } from '../../clinical/bounds';
import { IsPlainDate } from '../../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut } from '../../platform/http/validation';
import { WholeListQuery, WholeListView } from '../../platform/http/updates/whole-list.dto';

export class FreeSlotsQuery extends WholeListQuery {
  /** For the next session of this course: from its day to book on, with whoever gave the latest session, as long as such a visit is. */
  @MayBeLeftOut() @IsId() courseId?: string;
  /** Other courses of the same patient that are treated in the same visit: from the latest of their days, as long as all together take. Only with `courseId`. */
  @MayBeLeftOut() @IsQueryIds(20) alsoFor?: string[];
  /** With this neurologist. */
  @MayBeLeftOut() @IsId() injectorId?: string;
  /** First day; left out, today, or the day to book on of the course. */
  @MayBeLeftOut() @IsPlainDate() from?: PlainDate;
  /** Last day, at most 92 days after the first; left out, 27 days after it. */
  @MayBeLeftOut() @IsPlainDate() to?: PlainDate;
  @MayBeLeftOut() @IsQueryInt(VISIT_MINUTES.min, VISIT_MINUTES.max) durationMin?: number;
  /** Left out, 20. */
  @MayBeLeftOut() @IsQueryInt(1, 500) limit?: number;
}

export class FreeSlotView {
  startsAt: Date;
  durationMin: number;
  injectorId: string;
  /** As their account names them. */
  injectorName: string;
}

export class FreeSlotsView extends WholeListView {
  /** By time. */
  items: FreeSlotView[];
}
