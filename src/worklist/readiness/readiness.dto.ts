import { ApiExtraModels, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import type { PlainDate } from '../../clinical/calendar';
import { READINESS_CODES, type ReadinessCode } from '../../clinical/readiness/readiness-item';
import { IsQueryBoolean } from '../../platform/http/validating/query-shapes';
import { ListsOrRemoved, RemovedView, UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { IsPlainDate } from '../../platform/http/validating/day-shapes';
import { Lists, MayBeLeftOut, OneOf } from '../../platform/http/validation';
import { DueFilters, DueRowView, WorkPageQuery } from '../worklist.dto';

export class ReadinessQuery {
  /** The day of the visit; left out: that of the appointment, or the first day on which it can be booked. */
  @MayBeLeftOut() @IsPlainDate() on?: PlainDate;
}

/** One thing that the next visit asks for. */
export class ReadinessItemView {
  @OneOf(READINESS_CODES) code: ReadinessCode;
  ready: boolean;
  /** In words, without a dose or a diagnosis. */
  text: string;
  /** What to do; only where it is not ready. */
  @ApiPropertyOptional() todo?: string;
}

export class ReadinessView {
  /** Whether everything is there. */
  ready: boolean;
  /** The day of the visit that was looked at. */
  on: PlainDate;
  @Lists(() => ReadinessItemView) items: readonly ReadinessItemView[];
}

export class ReadyFilters extends DueFilters {
  /** Only visits for which everything is there, or only the others. */
  @MayBeLeftOut() @IsQueryBoolean() ready?: boolean;
}

export class ReadyQuery extends IntersectionType(ReadyFilters, WorkPageQuery) {}

/** A course of the due list, with what its next visit asks for. */
export class ReadyRowView extends DueRowView {
  /** Calls and messages since the latest session. */
  attempts: number;
  readiness: ReadinessView;
}

@ApiExtraModels(ReadyRowView, RemovedView)
export class ReadyPage extends UpdatesPageView {
  /** The day that the list is for. */
  asOf: PlainDate;
  @ListsOrRemoved(() => ReadyRowView)
  items: (ReadyRowView | RemovedView)[];
}
