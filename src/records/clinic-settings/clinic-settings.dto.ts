import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  ValidateBy,
} from 'class-validator';
import { DUE_BOUNDS, MOST_CLOSED_DAYS, VISIT_MINUTES } from '../../clinical/bounds';
import { isZone, WEEKDAYS, type Duration, type PlainDate, type Weekday } from '../../clinical/calendar';
import { INDICATION_SLUGS, type IndicationSlug } from '../../clinical/catalogue/indications';
import type { WallTime } from '../../clinical/schedule/opening-hours';
import { TREND_TIERS, type TrendTier } from '../../clinical/watch/trend-state';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { ArePlainDates, IsInterval, IsWallTime } from '../../platform/http/validating/day-shapes';
import {
  IsId,
  IsWhole,
  ListOf,
  MayBeLeftOut,
  MayBeNull,
  Lists,
  OneOf,
  Trimmed,
} from '../../platform/http/validation';

/** An interval of this clinic for an indication, for every product or for one. */
export class ClinicIntervalDto {
  @IsIn(INDICATION_SLUGS) indication: IndicationSlug;
  /** Left out: every product. */
  @MayBeLeftOut() @IsIn(TOXIN_PRODUCTS) product?: ToxinProduct;
  /** Counts where it is longer than the shortest interval of the catalogue. */
  @MayBeLeftOut() @IsInterval() minInterval?: Duration;
  /** Takes the place of the usual interval of the catalogue. */
  @MayBeLeftOut() @IsInterval() interval?: Duration;
}

/** When injections are given on a weekday. Two rows of one weekday leave a break between them. */
export class OpeningHoursDto {
  /** Whose hours: a neurologist. Null: of everybody who has no hours of their own. */
  @MayBeNull() @IsId() injectorId: string | null = null;
  @IsIn(WEEKDAYS) weekday: Weekday;
  @IsWallTime() opensAt: WallTime;
  @IsWallTime() closesAt: WallTime;
}

/** How long a visit for an indication takes. */
export class VisitLengthDto {
  @IsIn(INDICATION_SLUGS) indication: IndicationSlug;
  @IsWhole(VISIT_MINUTES) minutes: number;
}

export class ChangeClinicSettingsDto {
  /** The clinic's name, as notes and letters bear it. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, 200) name?: string | null;
  /** Its address, a line a row. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, 500) address?: string | null;
  /** The number that patients call. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, 60) phone?: string | null;
  /** IANA time zone of the clinic's calendar; null: the configured one. */
  @MayBeNull()
  @ValidateBy({
    name: 'isZone',
    validator: {
      validate: isZone,
      defaultMessage: () => 'zone must be an IANA time zone such as America/New_York',
    },
  })
  zone?: string | null;
  /** Days of the week on which the clinic is closed. */
  @MayBeLeftOut() @IsArray() @ArrayUnique() @IsIn(WEEKDAYS, { each: true }) closedWeekdays?: Weekday[];
  /** Single days on which the clinic is closed. */
  @MayBeLeftOut() @ArePlainDates(MOST_CLOSED_DAYS) closedDays?: PlainDate[];
  /** A course comes on the due list this many days before it is due. */
  @MayBeLeftOut() @IsWhole(DUE_BOUNDS.leadDays) leadDays?: number;
  /** The due day and the days after it that count as on time. */
  @MayBeLeftOut() @IsWhole(DUE_BOUNDS.onTimeDays) onTimeDays?: number;
  /** So many days after the due day a course has lapsed. */
  @MayBeLeftOut() @IsWhole(DUE_BOUNDS.lapseDays) lapseDays?: number;
  @MayBeLeftOut() @ListOf(() => ClinicIntervalDto, 200) intervals?: ClinicIntervalDto[];
  /** When injections are given; none: nine to five on every open day. */
  @MayBeLeftOut() @ListOf(() => OpeningHoursDto, 500) openingHours?: OpeningHoursDto[];
  /** How long visits are; what is not named takes 30 minutes. */
  @MayBeLeftOut() @ListOf(() => VisitLengthDto, 50) visitLengths?: VisitLengthDto[];
  /** Whether a session of one course keeps the patient's other courses waiting for the shortest interval too. */
  @MayBeLeftOut() @IsBoolean() crossCourseMinimum?: boolean;
  /** Thresholds that this clinic sets, by rule id (GET /catalog/rules); null takes one back to its default. */
  @IsOptional() @IsObject() ruleValues?: Record<string, number | null>;
}

export class ClinicSettingsView {
  name: string | null;
  address: string | null;
  phone: string | null;
  /** IANA time zone of the clinic's calendar. */
  zone: string;
  closedWeekdays: Weekday[];
  @ArePlainDates(MOST_CLOSED_DAYS) closedDays: PlainDate[];
  leadDays: number;
  onTimeDays: number;
  lapseDays: number;
  intervals: ClinicIntervalDto[];
  openingHours: OpeningHoursDto[];
  visitLengths: VisitLengthDto[];
  crossCourseMinimum: boolean;
  /** Thresholds that differ from their default, by rule id. */
  ruleValues: Record<string, number>;
  version: number;
  updatedAt: Date;
}

export class DueMoveView {
  from: PlainDate | null;
  to: PlainDate | null;
}

export class FlagMoveView {
  @OneOf(['opens', 'rises', 'no-longer-shown']) change: 'opens' | 'rises' | 'no-longer-shown';
  @OneOf(TREND_TIERS) tier: TrendTier;
}

/** What a recalculation changes on one course. */
export class CourseChangeView {
  courseId: string;
  /** A due day that moves. */
  due?: DueMoveView;
  /** A flag that opens, rises to a higher tier, or is no longer shown. */
  flag?: FlagMoveView;
}

/** What a change of settings would do. Nothing is stored. */
export class SettingsPreviewView {
  /** Courses looked at. */
  courses: number;
  /** Courses of which anything derived would change. */
  changed: number;
  @Lists(() => CourseChangeView) changes: readonly CourseChangeView[];
}
