import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNumber,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
  IsObject,
} from 'class-validator';
import { COURSE_BOUNDS, DUE_BOUNDS, MOST_CLOSED_DAYS, MOST_INJECTIONS } from '../../clinical/bounds';
import { WEEKDAYS, type Duration, type PlainDate, type Weekday } from '../../clinical/calendar';
import { INPUT_SIDES, type InputSide } from '../../clinical/course-input';
import { SESSION_STATES, type SessionState } from '../../clinical/treated-session';
import { DUE_STATUSES, type DueStatus } from '../../clinical/due/due-status';
import { INDICATION_SLUGS, type IndicationSlug } from '../../clinical/catalogue/indications';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import {
  IsInterval,
  IsPlainDate,
  IsWhole,
  ListOf,
  ArePlainDates,
  MayBeLeftOut,
  MayBeNull,
  OneOf,
} from '../../platform/http/validation';
import { RecordResponseDto } from '../responses/responses.dto';
import { InjectionDto } from '../sessions/sessions.dto';
import { DueForecastView } from '../courses/courses.dto';

/** A response without a note: nothing is stored. */
export class PreviewResponseDto extends OmitType(RecordResponseDto, ['note']) {}

export class PreviewSessionDto {
  @IsPlainDate() performedOn: PlainDate;
  @IsIn(TOXIN_PRODUCTS) product: ToxinProduct;
  /** A row per muscle and side; or give totalUnits. */
  @MayBeLeftOut()
  @ListOf(() => InjectionDto, MOST_INJECTIONS)
  injections?: InjectionDto[];
  /** Total units of the product, where the injections are not known. */
  @MayBeLeftOut()
  @IsNumber()
  @Min(COURSE_BOUNDS.totalUnits.min)
  @Max(COURSE_BOUNDS.totalUnits.max)
  totalUnits?: number;
  @ApiProperty({ maxItems: COURSE_BOUNDS.mostMuscles })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(COURSE_BOUNDS.mostMuscles)
  @IsString({ each: true })
  @Length(1, COURSE_BOUNDS.longestText, { each: true })
  muscles?: string[];
  /** Anything that tells one injector from another. */
  @MayBeLeftOut() @IsString() @Length(1, COURSE_BOUNDS.longestText) injectorId?: string;
  /** Left out: completed. */
  @MayBeLeftOut() @IsIn(SESSION_STATES) state?: SessionState;
  @MayBeNull()
  @IsObject()
  @ValidateNested()
  @Type(() => PreviewResponseDto)
  response?: PreviewResponseDto | null;
}

/** What takes the place of the clinic's own settings. */
export class PreviewSettingsDto {
  @MayBeLeftOut() @IsArray() @IsIn(WEEKDAYS, { each: true }) closedWeekdays?: Weekday[];
  @MayBeLeftOut() @ArePlainDates(MOST_CLOSED_DAYS) closedDays?: PlainDate[];
  @MayBeLeftOut() @IsWhole(DUE_BOUNDS.leadDays) leadDays?: number;
  @MayBeLeftOut() @IsWhole(DUE_BOUNDS.onTimeDays) onTimeDays?: number;
  @MayBeLeftOut() @IsWhole(DUE_BOUNDS.lapseDays) lapseDays?: number;
}

export class PreviewDto {
  @IsIn(INDICATION_SLUGS) indication: IndicationSlug;
  @MayBeNull() @IsIn(INPUT_SIDES) side?: InputSide | null;
  @MayBeNull() @IsPlainDate() birthDate?: PlainDate | null;
  /** The interval set for the course. */
  @MayBeNull() @IsInterval() interval?: Duration | null;
  /** Takes the place of the shortest interval of product and indication. */
  @MayBeNull() @IsInterval() minInterval?: Duration | null;
  @MayBeLeftOut() @ArePlainDates(COURSE_BOUNDS.mostHolds) holdsUntil?: PlainDate[];
  @MayBeNull() @IsPlainDate() overrideDueOn?: PlainDate | null;
  @MayBeLeftOut() @IsObject() @ValidateNested() @Type(() => PreviewSettingsDto) settings?: PreviewSettingsDto;
  /** In any order. */
  @ListOf(() => PreviewSessionDto, COURSE_BOUNDS.mostSessions) sessions: PreviewSessionDto[];
  /** Left out: today in the clinic. */
  @MayBeLeftOut() @IsPlainDate() asOf?: PlainDate;
}

export class PreviewView {
  /** Null until a session has been given. */
  forecast: DueForecastView | null;
  @OneOf(DUE_STATUSES) dueStatus: DueStatus;
  daysOverdue: number;
  /** Whether the response is diminishing; null as long as nothing can be said. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) trend: object | null;
  /** What should be looked at. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) flag: object | null;
  /** How long the effect lasts in this patient; null until a session has been given. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) effectWindow: object | null;
}
