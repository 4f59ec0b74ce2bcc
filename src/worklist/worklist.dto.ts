import { ApiExtraModels, IntersectionType, OmitType } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import type { PlainDate } from '../clinical/calendar';
import { CALL_QUEUES, type CallQueue } from '../clinical/calling/call-queue';
import { COVER_STATES, type CoverState } from '../clinical/cover/cover';
import { DUE_STATUSES, type DueStatus } from '../clinical/due/due-status';
import { INDICATION_SLUGS, type IndicationSlug } from '../clinical/catalogue/indications';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../clinical/units';
import { PageQuery } from '../platform/http/page-cursor';
import { IsQueryBoolean, IsQueryList } from '../platform/http/validating/query-shapes';
import { ListsOrRemoved, RemovedView, UpdatesPageView } from '../platform/http/updates/updates-page.dto';
import { IsMoment, IsPlainDate } from '../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut, OneOf } from '../platform/http/validation';
import { AuthorizationGapView, BookedView } from '../records/courses/courses.dto';
import { CONTACT_OUTCOMES, type ContactOutcome } from '../records/scheduling/contact.entity';

export const LIST_STATUSES = ['not-due', 'upcoming', 'due', 'overdue', 'lapsed'] as const;
export type ListStatus = (typeof LIST_STATUSES)[number];

export class DueFilters {
  /** First due day, inclusive. */
  @MayBeLeftOut() @IsPlainDate() from?: PlainDate;
  /** Last due day, inclusive. */
  @MayBeLeftOut() @IsPlainDate() to?: PlainDate;
  /** One or more; left out together with `from` and `to`: everything but `not-due`. */
  @MayBeLeftOut() @IsQueryList(LIST_STATUSES) status?: (typeof LIST_STATUSES)[number][];
  @MayBeLeftOut() @IsIn(INDICATION_SLUGS) indication?: IndicationSlug;
  /** Who gave the latest session. */
  @MayBeLeftOut() @IsId() injectorId?: string;
  /** Whether an appointment is booked for `asOf` or later. */
  @MayBeLeftOut() @IsQueryBoolean() booked?: boolean;
  /** Whether a prior authorization covers the due day, or once that has passed the day of the list: one or more. */
  @MayBeLeftOut() @IsQueryList(COVER_STATES) authorization?: CoverState[];
  /** The product that is planned. */
  @MayBeLeftOut() @IsIn(TOXIN_PRODUCTS) product?: ToxinProduct;
  /**
   * Where the course stands for whoever calls. `to-call`: coming up, due or overdue, not booked, not snoozed, not refused
   * since the due day. With it `not-due` is not left out, unless `status` says so.
   */
  @MayBeLeftOut() @IsIn(CALL_QUEUES) queue?: CallQueue;
  @MayBeLeftOut() @IsId() patientId?: string;
  /** Parts of names, of the record number or of the telephone number, or a birth date. */
  @MayBeLeftOut() @IsString() @MaxLength(200) q?: string;
  /** The day to judge from; left out, today in the clinic. */
  @MayBeLeftOut() @IsPlainDate() asOf?: PlainDate;
}

export class DueListQuery extends IntersectionType(DueFilters, PageQuery) {
  /**
   * Only courses of patients of whom something was written since this moment, those that are not on the list any more among
   * them; of everybody where the clinic’s day, a setting, a payer or a user has changed since.
   */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

/** What a list of work takes beside its filters. */
export class WorkPageQuery extends PageQuery {
  /**
   * Only rows of patients of whom something was written since this moment, and as `{ id, removedAt }` what of theirs is not on
   * the list (any more), by patient; of everybody where the clinic’s day, a setting, a payer or a user has changed since.
   */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class DuePatientView {
  id: string;
  mrn: string;
  familyName: string;
  /** Null: the patient has one name only, the family name. */
  givenName: string | null;
  phone: string | null;
}

export class LastContactView {
  at: Date;
  @OneOf(CONTACT_OUTCOMES) outcome: ContactOutcome;
}

/** A course on the due list: names, telephone and days; never a dose, a response or a note. */
export class DueRowView {
  courseId: string;
  patient: DuePatientView;
  @OneOf(INDICATION_SLUGS) indication: IndicationSlug;
  side: string | null;
  anchorOn: PlainDate;
  earliestOn: PlainDate;
  dueOn: PlainDate;
  bookOn: PlainDate;
  overdueFrom: PlainDate;
  @OneOf(DUE_STATUSES) dueStatus: DueStatus;
  daysOverdue: number;
  onHold: boolean;
  booked: BookedView | null;
  snoozedUntil: PlainDate | null;
  lastContact: LastContactView | null;
  /** Does a prior authorization cover the due day, or once that has passed the day of the list? */
  @OneOf(COVER_STATES) authorization: CoverState;
  /** What is in the way; null where it covers, or none is needed. */
  authorizationGap: AuthorizationGapView | null;
}

/** A row of a course that has no session yet, or has ended: then it has no due days. */
export class UndatedRowView extends OmitType(DueRowView, [
  'anchorOn',
  'earliestOn',
  'dueOn',
  'bookOn',
  'overdueFrom',
  'dueStatus',
]) {
  anchorOn: PlainDate | null;
  earliestOn: PlainDate | null;
  dueOn: PlainDate | null;
  bookOn: PlainDate | null;
  overdueFrom: PlainDate | null;
  @OneOf(DUE_STATUSES) dueStatus: DueStatus | null;
}

@ApiExtraModels(DueRowView, RemovedView)
export class DueListPage extends UpdatesPageView {
  /** The day that the list is for. */
  asOf: PlainDate;
  /** With `updatedSince` also courses that are not on the list, as `{ id, removedAt }` with the moment of this answer. */
  @ListsOrRemoved(() => DueRowView)
  items: (DueRowView | RemovedView)[];
}

export class DueCountsView {
  'not-due': number;
  upcoming: number;
  due: number;
  overdue: number;
  lapsed: number;
}

export class DueSummaryView {
  asOf: PlainDate;
  counts: DueCountsView;
  total: number;
}
