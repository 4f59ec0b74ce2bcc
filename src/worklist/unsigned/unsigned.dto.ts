import { ApiExtraModels, IntersectionType, PickType } from '@nestjs/swagger';
import type { PlainDate } from '../../clinical/calendar';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { IsQueryBoolean } from '../../platform/http/validating/query-shapes';
import { ListsOrRemoved, RemovedView, UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { IsPlainDate } from '../../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut, OneOf } from '../../platform/http/validation';
import { INJECTION_SIDES, type InjectionSide } from '../../clinical/catalogue/muscles';
import { DueFilters, UndatedRowView, WorkPageQuery } from '../worklist.dto';

export class UnsignedFilters extends PickType(DueFilters, ['status', 'indication', 'booked', 'q', 'asOf']) {
  /** First day on which a session was given, inclusive. */
  @MayBeLeftOut() @IsPlainDate() from?: PlainDate;
  /** Last day on which a session was given, inclusive. */
  @MayBeLeftOut() @IsPlainDate() to?: PlainDate;
  @MayBeLeftOut() @IsId() patientId?: string;
  /** Who gave the session. */
  @MayBeLeftOut() @IsId() injectorId?: string;
  /** Only those that have waited longer than the clinic lets pass (rule S30.unsigned.days), or only the others. */
  @MayBeLeftOut() @IsQueryBoolean() overdue?: boolean;
}

export class UnsignedQuery extends IntersectionType(UnsignedFilters, WorkPageQuery) {}

/** What one muscle got on one side. */
export class InjectedView {
  muscle: string;
  @OneOf(INJECTION_SIDES) side: InjectionSide;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  units: number;
}

export class InjectorView {
  id: string;
  displayName: string;
}

/** A session that waits for its signature, with its course as on the due list. A course that has ended has no due days. */
export class UnsignedRowView extends UndatedRowView {
  /** Calls and messages since the latest session. */
  attempts: number;
  sessionId: string;
  /** What to name in If-Match when signing. */
  version: number;
  performedOn: PlainDate;
  /** The day of the session that this one completes or touches up. */
  continuesOn: PlainDate | null;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  /** Total of the session in units of `product`. */
  totalUnits: number;
  injections: InjectedView[];
  injector: InjectorView;
  /** Days since it was given. */
  daysUnsigned: number;
  /** Longer than the clinic lets pass (rule S30.unsigned.days). */
  overdue: boolean;
}

@ApiExtraModels(UnsignedRowView, RemovedView)
export class UnsignedPage extends UpdatesPageView {
  /** The day that the list is for. */
  asOf: PlainDate;
  @ListsOrRemoved(() => UnsignedRowView)
  items: (UnsignedRowView | RemovedView)[];
}

export class UnsignedSummaryView {
  asOf: PlainDate;
  total: number;
  /** How many of them have waited too long. */
  overdue: number;
}
