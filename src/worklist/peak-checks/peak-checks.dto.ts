import { IsIn } from 'class-validator';
import { ApiExtraModels, IntersectionType, PickType } from '@nestjs/swagger';
import { FOLLOW_UP_CHECKS, type FollowUpCheckKind } from '../../clinical/asking/follow-up-check';
import type { PlainDate } from '../../clinical/calendar';
import { ListsOrRemoved, RemovedView, UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { IsPlainDate } from '../../platform/http/validating/day-shapes';
import { MayBeLeftOut, OneOf } from '../../platform/http/validation';
import { DueFilters, DueRowView, WorkPageQuery } from '../worklist.dto';

export class PeakCheckFilters extends PickType(DueFilters, [
  'status',
  'indication',
  'injectorId',
  'booked',
  'q',
  'asOf',
]) {
  /** What is due on this day or later. Left out, on the day that the list is for or later. */
  @MayBeLeftOut() @IsPlainDate() from?: PlainDate;
  /** What is due on this day or earlier. Left out together with `from`, on the day that the list is for. */
  @MayBeLeftOut() @IsPlainDate() to?: PlainDate;
  /** The first call after a session, or the check of the peak. */
  @MayBeLeftOut() @IsIn(FOLLOW_UP_CHECKS) check?: FollowUpCheckKind;
}

export class PeakChecksQuery extends IntersectionType(PeakCheckFilters, WorkPageQuery) {}

/** The session that is asked about: never a dose. */
export class AskedSessionView {
  id: string;
  performedOn: PlainDate;
}

/** A course as on the due list, with what to ask its patient for. */
export class PeakCheckRowView extends DueRowView {
  /** Calls and messages since the latest session. */
  attempts: number;
  session: AskedSessionView;
  /** `call`: is there trouble? `peak`: how much does it help? */
  @OneOf(FOLLOW_UP_CHECKS) check: FollowUpCheckKind;
  /** First day on which it is due. */
  fromOn: PlainDate;
  /** Last day; then it leaves the list. */
  toOn: PlainDate;
}

@ApiExtraModels(PeakCheckRowView, RemovedView)
export class PeakCheckPage extends UpdatesPageView {
  /** The day that the list is for. */
  asOf: PlainDate;
  @ListsOrRemoved(() => PeakCheckRowView)
  items: (PeakCheckRowView | RemovedView)[];
}

export class PeakCheckSummaryView {
  asOf: PlainDate;
  total: number;
  /** How many of them are due on this day for the last time. */
  lastDay: number;
}
