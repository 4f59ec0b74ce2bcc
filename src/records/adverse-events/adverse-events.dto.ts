import { IsBoolean, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import type { PlainDate } from '../../clinical/calendar';
import {
  ALERT_REASONS,
  EVENT_SEVERITIES,
  type AlertReason,
  type EventSeverity,
} from '../../clinical/safety/side-effect-kinds';
import { ALERT_STATUSES, type AlertStatus } from './alerts.dto';
import { PageQuery } from '../../platform/http/page-cursor';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { IsMoment, IsPlainDate } from '../../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut, MayBeNull, OneOf } from '../../platform/http/validation';

export class ReportAdverseEventDto {
  @MayBeLeftOut() @IsId() id?: string;
  @IsId() sessionId: string;
  /** What it was, in snake_case: `dysphagia`, `dry_mouth`, `ptosis`, `neck_weakness`. */
  @Matches(/^[a-z][a-z0-9_]{1,63}$/, {
    message: 'kind must be a word in snake_case such as dysphagia or dry_mouth',
  })
  kind: string;
  @IsPlainDate() onsetOn: PlainDate;
  @IsIn(EVENT_SEVERITIES) severity: EventSeverity;
  /** Death, danger to life, admission, lasting harm. */
  @IsBoolean() serious: boolean;
  @MayBeNull() @IsPlainDate() resolvedOn?: PlainDate | null;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
}

export class ChangeAdverseEventDto {
  @MayBeLeftOut() @IsPlainDate() onsetOn?: PlainDate;
  @MayBeLeftOut() @IsIn(EVENT_SEVERITIES) severity?: EventSeverity;
  @MayBeLeftOut() @IsBoolean() serious?: boolean;
  @MayBeNull() @IsPlainDate() resolvedOn?: PlainDate | null;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
}

export class FindAdverseEventsQuery extends PageQuery {
  @MayBeLeftOut() @IsId() patientId?: string;
  @MayBeLeftOut() @IsId() courseId?: string;
  @MayBeLeftOut() @IsId() sessionId?: string;
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class AdverseEventView {
  id: string;
  /** The version of the session that counts. */
  sessionId: string;
  courseId: string;
  kind: string;
  onsetOn: PlainDate;
  @OneOf(EVENT_SEVERITIES) severity: EventSeverity;
  serious: boolean;
  resolvedOn: PlainDate | null;
  note: string | null;
  /** Why a neurologist should hear of it on the same day; null when none need. */
  @OneOf(ALERT_REASONS) alert: AlertReason | null;
  /** Null without an alert. */
  @OneOf(ALERT_STATUSES) alertStatus: AlertStatus | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class AdverseEventPage extends UpdatesPageView {
  items: AdverseEventView[];
}
