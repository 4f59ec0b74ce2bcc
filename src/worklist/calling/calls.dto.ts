import { ApiExtraModels, IntersectionType, OmitType } from '@nestjs/swagger';
import { CALL_QUEUES, type CallQueue } from '../../clinical/calling/call-queue';
import type { PlainDate } from '../../clinical/calendar';
import { DUE_STATUSES, type DueStatus } from '../../clinical/due/due-status';
import { ListsOrRemoved, RemovedView, UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { Lists, OneOf } from '../../platform/http/validation';
import {
  CONTACT_CHANNELS,
  CONTACT_OUTCOMES,
  type ContactChannel,
  type ContactOutcome,
} from '../../records/scheduling/contact.entity';
import { DueFilters, DuePatientView, UndatedRowView, WorkPageQuery } from '../worklist.dto';

/** The filters of the due list; which queue it is, the address says. */
export class CallFilters extends OmitType(DueFilters, ['queue']) {}

export class CallsQuery extends IntersectionType(CallFilters, WorkPageQuery) {}

/** A call or a message, and what was said. */
export class CallView {
  at: Date;
  @OneOf(CONTACT_CHANNELS) channel: ContactChannel;
  @OneOf(CONTACT_OUTCOMES) outcome: ContactOutcome;
  note: string | null;
}

/** A course as on the due list, with what was done about it in this cycle. Before the first session it has no days. */
export class CalledCourseView extends OmitType(UndatedRowView, ['patient', 'dueStatus']) {
  /** The day from which it waits: the due day, before the first session the day on which the course began. */
  waitsFromOn: PlainDate;
  @OneOf(DUE_STATUSES) dueStatus: DueStatus;
  /** Where it stands for whoever calls; null: it is not due for long, and nothing is arranged. */
  @OneOf(CALL_QUEUES) queue: CallQueue | null;
  /** Calls and messages of this cycle. */
  attempts: number;
  /** They, the latest first. */
  @Lists(() => CallView) contacts: readonly CallView[];
  /** Appointments of this cycle to which nobody came, the latest first. */
  noShows: Date[];
}

/** One patient to call: the course that waits longest in this queue, and all their courses with it. */
export class CallRowView extends CalledCourseView {
  patient: DuePatientView;
  @Lists(() => CalledCourseView) courses: readonly CalledCourseView[];
}

@ApiExtraModels(CallRowView, RemovedView)
export class CallPage extends UpdatesPageView {
  /** The day that the list is for. */
  asOf: PlainDate;
  @ListsOrRemoved(() => CallRowView)
  items: (CallRowView | RemovedView)[];
}

export class QueueCountsView {
  'to-call': number;
  booked: number;
  snoozed: number;
  'said-no': number;
  lapsed: number;
  'first-visits': number;
}

/** How many patients stand in each queue; one with several courses may stand in more than one. */
export class CallSummaryView {
  asOf: PlainDate;
  counts: QueueCountsView;
}
