import { IsIn } from 'class-validator';
import type { PlainDate } from '../../clinical/calendar';
import { INDICATION_SLUGS, type IndicationSlug } from '../../clinical/catalogue/indications';
import {
  ALERT_REASONS,
  EVENT_SEVERITIES,
  type AlertReason,
  type EventSeverity,
} from '../../clinical/safety/side-effect-kinds';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { PageQuery } from '../../platform/http/page-cursor';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { InWords } from '../../platform/http/validating/reason-shapes';
import { IsMoment } from '../../platform/http/validating/day-shapes';
import { IsId, Lists, MayBeLeftOut, OneOf } from '../../platform/http/validation';
import { ALERT_DECISIONS, type AlertDecision } from './alert-answer.entity';

/** `withdrawn`: the session that it followed is void. */
export const ALERT_STATUSES = ['open', 'answered', 'withdrawn'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

export class FindAlertsQuery extends PageQuery {
  @MayBeLeftOut() @IsIn(ALERT_STATUSES) status?: AlertStatus;
  @MayBeLeftOut() @IsId() patientId?: string;
  @MayBeLeftOut() @IsId() courseId?: string;
  @MayBeLeftOut() @IsIn(INDICATION_SLUGS) indication?: IndicationSlug;
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class AnswerAlertDto {
  @MayBeLeftOut() @IsId() id?: string;
  /** What was done: the patient was reassured, was seen, was sent to hospital; or it does not come from the toxin. */
  @IsIn(ALERT_DECISIONS) decision: AlertDecision;
  /** What was found and agreed, in words. */
  @InWords('word') note: string;
}

export class AlertAnswerView {
  id: string;
  @OneOf(ALERT_DECISIONS) decision: AlertDecision;
  note: string;
  answeredBy: string;
  answeredAt: Date;
}

/** A side effect that a neurologist should hear of on the same day. */
export class AlertView {
  adverseEventId: string;
  patientId: string;
  courseId: string;
  @OneOf(INDICATION_SLUGS) indication: IndicationSlug;
  /** The version of the session that counts. */
  sessionId: string;
  performedOn: PlainDate;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  /** In units of `product`. */
  totalUnits: number;
  injectorId: string;
  @OneOf(ALERT_REASONS) reason: AlertReason;
  @OneOf(ALERT_STATUSES) status: AlertStatus;
  kind: string;
  @OneOf(EVENT_SEVERITIES) severity: EventSeverity;
  serious: boolean;
  onsetOn: PlainDate;
  resolvedOn: PlainDate | null;
  note: string | null;
  createdAt: Date;
  /** When it was raised: with the side effect, or once more when that became graver after an answer. */
  raisedAt: Date;
  /** The newest last; another one follows when the side effect has become graver. */
  @Lists(() => AlertAnswerView) answers: readonly AlertAnswerView[];
}

/** An alert that waits for a neurologist's answer, as it stands beside its patient. */
export class OpenAlertView {
  adverseEventId: string;
  courseId: string;
  @OneOf(ALERT_REASONS) reason: AlertReason;
  kind: string;
  @OneOf(EVENT_SEVERITIES) severity: EventSeverity;
  serious: boolean;
  onsetOn: PlainDate;
}

export class AlertPage extends UpdatesPageView {
  items: AlertView[];
}
