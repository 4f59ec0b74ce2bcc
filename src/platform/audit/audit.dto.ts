import { IsIn, Matches } from 'class-validator';
import type { PlainDate } from '../../clinical/calendar';
import { PageQuery } from '../http/page-cursor';
import { UpdatesPageView } from '../http/updates/updates-page.dto';
import { IsMoment, IsPlainDate } from '../http/validating/day-shapes';
import { IsId, MayBeLeftOut } from '../http/validation';
import { AUDIT_ACTIONS, type AuditAction } from './audit-entry.entity';

export class AuditQuery extends PageQuery {
  /** Whose record was read or changed, alone or in a list. */
  @MayBeLeftOut() @IsId() patientId?: string;
  /** Who did it: a user or a token. */
  @MayBeLeftOut() @IsId() actorId?: string;
  /** From this day on, on the clinic's calendar. */
  @MayBeLeftOut() @IsPlainDate() from?: PlainDate;
  /** Until this day, included. */
  @MayBeLeftOut() @IsPlainDate() to?: PlainDate;
  @MayBeLeftOut() @IsIn(AUDIT_ACTIONS) action?: AuditAction;
  /** What was read or changed, as entries name it: `patient`, `injection_session`, `app_user`. */
  @MayBeLeftOut()
  @Matches(/^[a-z][a-z0-9_-]{0,62}$/, { message: 'subject must be a name such as patient' })
  subject?: string;
  /** `X-Request-Id` of an answer: what was read and changed for it. */
  @MayBeLeftOut() @IsId() requestId?: string;
  /** Only what was recorded since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class AuditActorView {
  /** Null: somebody who did not get in. */
  id: string | null;
  name: string;
  /** The role at that moment; `system` for the service itself, `none` for somebody who did not get in. */
  role: string;
}

export class AuditEntryView {
  id: number;
  at: Date;
  actor: AuditActorView;
  action: AuditAction;
  /** What was read or changed: a table, a list or a report. */
  subject: string;
  subjectId: string | null;
  /** Whose record it is, where it is one patient's; null for a list that showed several. */
  patientId: string | null;
  /** Everybody whom the entry names: the one patient, or all whom a list showed. Such a list is one entry, found under each of them. */
  patientIds: string[];
  /** Names of the fields that a change changed. */
  changed: string[];
  /** Values before a change, of those fields that an administrator may read; null for a new row. */
  before: Record<string, unknown> | null;
  /** Values after a change, of those fields that an administrator may read; null for a deleted row. */
  after: Record<string, unknown> | null;
  /** Of an export its filters; of a refusal its status, route and permission; of findings their codes. */
  detail: Record<string, unknown> | null;
  /** `X-Request-Id` of the answer to the request that it comes from; null: the service itself. */
  requestId: string | null;
}

export class AuditPage extends UpdatesPageView {
  items: AuditEntryView[];
}
