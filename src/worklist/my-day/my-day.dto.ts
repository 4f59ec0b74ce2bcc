import { ApiExtraModels, IntersectionType, PickType } from '@nestjs/swagger';
import {
  VISIT_QUESTIONS,
  type VisitQuestion,
  type VisitQuestionCode,
} from '../../clinical/asking/visit-questions';
import type { PlainDate } from '../../clinical/calendar';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { TREND_TIERS, type TrendTier } from '../../clinical/watch/trend-state';
import { ListsOrRemoved, RemovedView, UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { Lists, OneOf } from '../../platform/http/validation';
import {
  EVENT_SEVERITIES,
  ALERT_REASONS,
  type AlertReason,
  type EventSeverity,
} from '../../clinical/safety/side-effect-kinds';
import type { OpenAlert } from '../../records/adverse-events/alert.query';
import { APPOINTMENT_STATUSES, type AppointmentStatus } from '../../records/scheduling/appointment.entity';
import { DueFilters, UndatedRowView, WorkPageQuery } from '../worklist.dto';

/** Of the due list what applies to those who come on one day, which is `asOf`. */
export class MyDayFilters extends PickType(DueFilters, [
  'status',
  'indication',
  'injectorId',
  'authorization',
  'product',
  'patientId',
  'q',
  'asOf',
]) {}

export class MyDayQuery extends IntersectionType(MyDayFilters, WorkPageQuery) {}

export class DayAppointmentView {
  id: string;
  startsAt: Date;
  durationMin: number;
  @OneOf(APPOINTMENT_STATUSES) status: AppointmentStatus;
  version: number;
}

/** The session before that day, with all its parts. */
export class SessionBeforeView {
  id: string;
  performedOn: PlainDate;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  /** In units of `product`. */
  totalUnits: number;
}

/** What is on record of how that session worked. */
export class ResponseBeforeView {
  assessedOn: PlainDate | null;
  improvementPct: number | null;
  pgic: number | null;
  peakEffect: number | null;
  woreOffOn: PlainDate | null;
  stillEffectiveOn: PlainDate | null;
}

/** The session of that day, once it is logged. */
export class SessionGivenView {
  id: string;
  signed: boolean;
}

export class OpenFlagView {
  id: string;
  @OneOf(TREND_TIERS) tier: TrendTier;
}

/** A side effect that waits for a neurologist's answer. */
class DayAlertView implements OpenAlert {
  adverseEventId: string;
  courseId: string;
  @OneOf(ALERT_REASONS) reason: AlertReason;
  kind: string;
  @OneOf(EVENT_SEVERITIES) severity: EventSeverity;
  serious: boolean;
  onsetOn: PlainDate;
}

class VisitQuestionView implements VisitQuestion {
  @OneOf(VISIT_QUESTIONS) code: VisitQuestionCode;
  text: string;
}

/** Somebody who comes on that day: their course as on the due list, and what to know and ask. A course that has no session yet or has ended has no due days. */
export class MyDayRowView extends UndatedRowView {
  /** Calls and messages of this cycle. */
  attempts: number;
  appointment: DayAppointmentView;
  /** Codes of what asks for care on that day. */
  precautions: string[];
  @Lists(() => DayAlertView) alerts: readonly OpenAlert[];
  lastSession: SessionBeforeView | null;
  lastResponse: ResponseBeforeView | null;
  sessionOfDay: SessionGivenView | null;
  /** The open flag on the response. */
  flag: OpenFlagView | null;
  /** What to ask or settle at this visit. */
  @Lists(() => VisitQuestionView) questions: readonly VisitQuestion[];
}

@ApiExtraModels(MyDayRowView, RemovedView)
export class MyDayPage extends UpdatesPageView {
  /** The day that the list is for. */
  asOf: PlainDate;
  @ListsOrRemoved(() => MyDayRowView)
  items: (MyDayRowView | RemovedView)[];
}

export class MyDaySummaryView {
  asOf: PlainDate;
  /** Appointments of that day that were not cancelled. */
  total: number;
  /** How many of them are booked, and nothing is known yet of whether anybody came. */
  toCome: number;
}
