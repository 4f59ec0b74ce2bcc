import { IsIn, IsString, Length, Matches } from 'class-validator';
import { LONGEST_GUIDANCE_REASON, LONGEST_TRIED } from '../../clinical/bounds';
import type { Duration, PlainDate } from '../../clinical/calendar';
import { COVER_GAPS, COVER_STATES, type CoverGap, type CoverState } from '../../clinical/cover/cover';
import { DUE_BASES, type DueBasis } from '../../clinical/due/due-forecast';
import {
  DUE_FIELDS,
  DUE_REASON_CODES,
  type DueField,
  type DueReasonCode,
} from '../../clinical/due/due-reason';
import { HOLD_CONCERNS, type HoldConcerns } from '../../clinical/safety/hold-concerns';
import { DUE_STATUSES, type DueStatus } from '../../clinical/due/due-status';
import {
  COURSE_SIDES,
  ETIOLOGIES,
  INDICATION_SLUGS,
  type CourseSide,
  type Etiology,
  type IndicationSlug,
} from '../../clinical/catalogue/indications';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { PageQuery } from '../../platform/http/page-cursor';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { OpenAlertView } from '../adverse-events/alerts.dto';
import { FlagView } from '../reviews/flags.dto';
import { TrendView } from '../reviews/trend.dto';
import { AntibodyRiskView } from './antibody-risk/antibody-risk.dto';
import { InWords } from '../../platform/http/validating/reason-shapes';
import { IsInterval, IsMoment, IsPlainDate } from '../../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut, MayBeNull, Lists, OneOf, Trimmed } from '../../platform/http/validation';

const ICD_10_CM_CODE = /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/;
const SECOND_CODE = { message: 'secondDiagnosisCode must be an ICD-10-CM code such as G81.14' };
const DIAGNOSIS_CODE = { message: 'diagnosisCode must be an ICD-10-CM code such as G24.3' };

export class StartCourseDto {
  @MayBeLeftOut() @IsId() id?: string;
  @IsId() patientId: string;
  @IsIn(INDICATION_SLUGS) indication: IndicationSlug;
  /** Asked for where the indication has a side, as hemifacial spasm does. */
  @MayBeNull() @IsIn(COURSE_SIDES) side?: CourseSide | null;
  /** The cause, asked for with spasticity. */
  @MayBeNull() @IsIn(ETIOLOGIES) etiology?: Etiology | null;
  /** ICD-10-CM. */
  @MayBeNull() @Trimmed() @Matches(ICD_10_CM_CODE, DIAGNOSIS_CODE) diagnosisCode?: string | null;
  /** What stands beside it on a claim, ICD-10-CM: the paralysis of G35.-, or the injury of a paralysis. */
  @MayBeNull() @Trimmed() @Matches(ICD_10_CM_CODE, SECOND_CODE) secondDiagnosisCode?: string | null;
  @IsIn(TOXIN_PRODUCTS) plannedProduct: ToxinProduct;
  /** The interval for this course; left out, the patient's own effect window or the usual interval decides. */
  @MayBeNull() @IsInterval() interval?: Duration | null;
  /** The shortest interval that the payer accepts; counts where it is longer than the label's. */
  @MayBeNull() @IsInterval() minInterval?: Duration | null;
  @MayBeNull() @IsPlainDate() startedOn?: PlainDate | null;
  /** What was tried before it began, in words, a line each: tablets, exercises, with days and outcome. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, LONGEST_TRIED) triedBefore?: string | null;
  /** Why muscles are looked for with EMG, stimulation, ultrasound or CT, in words: insurers ask for it. */
  @MayBeNull() @InWords('word', LONGEST_GUIDANCE_REASON) guidanceReason?: string | null;
}

export class ChangeCourseDto {
  @MayBeNull() @IsInterval() interval?: Duration | null;
  @MayBeNull() @IsInterval() minInterval?: Duration | null;
  /** The due day for the coming session; spent by that session. Null takes it back. Needs overrideReason. */
  @MayBeNull() @IsPlainDate() overrideDueOn?: PlainDate | null;
  @MayBeNull() @InWords('word') overrideReason?: string | null;
  @MayBeLeftOut() @IsIn(TOXIN_PRODUCTS) plannedProduct?: ToxinProduct;
  @MayBeNull() @Trimmed() @Matches(ICD_10_CM_CODE, DIAGNOSIS_CODE) diagnosisCode?: string | null;
  /** What stands beside it on a claim, ICD-10-CM: the paralysis of G35.-, or the injury of a paralysis. */
  @MayBeNull() @Trimmed() @Matches(ICD_10_CM_CODE, SECOND_CODE) secondDiagnosisCode?: string | null;
  @MayBeNull() @IsIn(ETIOLOGIES) etiology?: Etiology | null;
  /** Not after the first session. */
  @MayBeNull() @IsPlainDate() startedOn?: PlainDate | null;
  /** What was tried before it began, in words, a line each: tablets, exercises, with days and outcome. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, LONGEST_TRIED) triedBefore?: string | null;
  /** Why muscles are looked for with EMG, stimulation, ultrasound or CT, in words: insurers ask for it. */
  @MayBeNull() @InWords('word', LONGEST_GUIDANCE_REASON) guidanceReason?: string | null;
  @MayBeNull() @IsIn(COURSE_SIDES) side?: CourseSide | null;
  /** Why side, code or product change; asked for with another side once sessions have been given. */
  @MayBeNull() @InWords('word') reason?: string | null;
}

export class HoldCourseDto {
  @MayBeLeftOut() @IsId() id?: string;
  /** The first day on which a session may be given again. */
  @IsPlainDate() untilOn: PlainDate;
  /** The first day of the hold, today or before; left out, today. */
  @MayBeLeftOut() @IsPlainDate() fromOn?: PlainDate;
  @InWords('word') reason: string;
  /**
   * `patient`: every course of the patient waits. Left out, the reason decides: pregnancy, infection, swallowing,
   * breathing or surgery concern the patient, anything else this course alone.
   */
  @MayBeLeftOut() @IsIn(HOLD_CONCERNS) concerns?: HoldConcerns;
}

export class LiftHoldDto {
  @InWords('word') reason: string;
}

export class EndCourseDto {
  @IsPlainDate() on: PlainDate;
  @InWords('word') reason: string;
}

export class ReopenCourseDto {
  @InWords('word') reason: string;
}

export class AsOfQuery {
  /** The day to judge from; left out, today in the clinic. */
  @MayBeLeftOut() @IsPlainDate() asOf?: PlainDate;
}

export const COURSE_STATES = ['active', 'ended'] as const;
export type CourseState = (typeof COURSE_STATES)[number];

export class FindCoursesQuery extends PageQuery {
  @MayBeLeftOut() @IsId() patientId?: string;
  @MayBeLeftOut() @IsIn(INDICATION_SLUGS) indication?: IndicationSlug;
  @MayBeLeftOut() @IsIn([...COURSE_STATES, ...DUE_STATUSES]) status?: CourseState | DueStatus;
  @MayBeLeftOut() @IsPlainDate() asOf?: PlainDate;
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

/** Why a day is what it is, in a clinician's words. */
export class DueReasonView {
  @OneOf(DUE_FIELDS) field: DueField;
  @OneOf(DUE_REASON_CODES) code: DueReasonCode;
  text: string;
  /** The day that the reason counts from. */
  sourceOn?: PlainDate;
}

export class DueForecastView {
  /** The day of the latest session. */
  anchorOn: PlainDate;
  earliestOn: PlainDate;
  dueOn: PlainDate;
  lastOnTimeOn: PlainDate;
  overdueFrom: PlainDate;
  /** `dueOn`, or the next day that the clinic is open. */
  bookOn: PlainDate;
  @OneOf(DUE_BASES) basis: DueBasis;
  /** The deciding reason of each day stands first. */
  @Lists(() => DueReasonView) reasons: readonly DueReasonView[];
}

/** How long the effect lasts in this patient. */
export class EffectWindowView {
  /** Expected wear-off, in days after a session. */
  wearOffDays: number;
  /** Eight in ten wear off between these days. */
  earlyWearOffDays: number;
  lateWearOffDays: number;
  /** The due day that follows from it, in days after a session. */
  dueDays: number;
  /** Lengths that it is made from. */
  usableLengths: number;
  /** Whether the patient's own lengths decide; two are needed. */
  known: boolean;
  text: string;
  /** Set when the effect usually ends more than two weeks before the earliest day. */
  earlyText: string | null;
}

export class HoldView {
  id: string;
  /** The course that it was put on; another one of the patient when it concerns the patient. */
  courseId: string;
  fromOn: PlainDate;
  /** The first day on which a session may be given again. */
  untilOn: PlainDate;
  @OneOf(HOLD_CONCERNS) concerns: HoldConcerns;
  reason: string;
  liftedAt: Date | null;
  liftReason: string | null;
  createdAt: Date;
}

export class BookedView {
  appointmentId: string;
  startsAt: Date;
}

/** Why no authorization covers the next session: of the one that comes nearest. */
export class AuthorizationGapView {
  @OneOf(COVER_GAPS) code: CoverGap;
  /** The day on which it ended or ends, or on which it begins. */
  on: PlainDate | null;
}

export class CourseView {
  id: string;
  patientId: string;
  @OneOf(INDICATION_SLUGS) indication: IndicationSlug;
  @OneOf(COURSE_SIDES) side: CourseSide | null;
  @OneOf(ETIOLOGIES) etiology: Etiology | null;
  diagnosisCode: string | null;
  /** What stands beside it on a claim. */
  secondDiagnosisCode: string | null;
  /** Where side, cause and diagnosis code contradict each other, in words; a session is asked about it (S25). */
  contradictions: string[];
  /** Why side, code or product were changed last. */
  changeReason: string | null;
  @OneOf(TOXIN_PRODUCTS) plannedProduct: ToxinProduct;
  /** What was tried before it began, in words. */
  triedBefore: string | null;
  /** Why muscles are looked for with EMG, stimulation, ultrasound or CT, in words. */
  guidanceReason: string | null;
  interval: Duration | null;
  minInterval: Duration | null;
  /** Set by hand for the next session; null once that has been given. */
  overrideDueOn: PlainDate | null;
  overrideReason: string | null;
  startedOn: PlainDate | null;
  endedOn: PlainDate | null;
  endReason: string | null;
  /** Why it went on after its last end. */
  reopenReason: string | null;
  @OneOf(COURSE_STATES) status: CourseState;
  /** The day that the answer is for. */
  asOf: PlainDate;
  /** Null until a session has been given. */
  forecast: DueForecastView | null;
  @OneOf(DUE_STATUSES) dueStatus: DueStatus;
  daysOverdue: number;
  onHold: boolean;
  holds: HoldView[];
  snoozedUntil: PlainDate | null;
  booked: BookedView | null;
  /** Does a prior authorization cover the due day, or once that has passed the day of the answer? */
  @OneOf(COVER_STATES) authorization: CoverState;
  /** What is in the way; null where it covers, or none is needed. */
  authorizationGap: AuthorizationGapView | null;
  /** Whether the response is diminishing; null as long as nothing can be said. */
  trend: TrendView | null;
  /** The open flag, else the latest reviewed one; with what follows a switch. */
  flag: FlagView | null;
  /** Alerts of the patient that wait for a neurologist's answer. */
  openAlerts: OpenAlertView[];
  /** What is known to raise the risk of antibodies; null until a session has been given. */
  antibodyRisk: AntibodyRiskView | null;
  /** How long the effect lasts in this patient; null until a session has been given. */
  effectWindow: EffectWindowView | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class CoursePage extends UpdatesPageView {
  items: CourseView[];
}
