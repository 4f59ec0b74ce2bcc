import { ApiExtraModels, IntersectionType } from '@nestjs/swagger';
import type { PlainDate } from '../../clinical/calendar';
import { ListsOrRemoved, RemovedView, UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { DueFilters, DueRowView, WorkPageQuery } from '../worklist.dto';

export class ToStartQuery extends IntersectionType(DueFilters, WorkPageQuery) {}

/** A course of the due list whose payer is to be asked now. */
export class ToStartRowView extends DueRowView {
  /** Calls and messages since the latest session. */
  attempts: number;
  /** The patient’s insurer as it was typed; null: not known. */
  payer: string | null;
  /** How many days the payer takes, or is given where that is not known. */
  leadDays: number;
  /** The day on which to ask at the latest, so that the authorization is there on the due day. */
  startByOn: PlainDate;
  /** What is in the way, and how long the payer takes. */
  why: string;
  /** What to do. */
  todo: string;
}

@ApiExtraModels(ToStartRowView, RemovedView)
export class ToStartPage extends UpdatesPageView {
  /** The day that the list is for. */
  asOf: PlainDate;
  @ListsOrRemoved(() => ToStartRowView)
  items: (ToStartRowView | RemovedView)[];
}
