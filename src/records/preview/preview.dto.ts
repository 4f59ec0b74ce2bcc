import { ApiProperty, OmitType, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  COURSE_BOUNDS,
  DUE_BOUNDS,
  MOST_CLOSED_DAYS,
  MOST_INJECTIONS,
  type Bounds,
} from '../../clinical/bounds';
import { WEEKDAYS, type Duration, type PlainDate, type Weekday } from '../../clinical/calendar';
import { INPUT_SIDES, type InputSide } from '../../clinical/course/course-input';
import { SESSION_STATES, type SessionState } from '../../clinical/treated-session';
import { DUE_STATUSES, type DueStatus } from '../../clinical/due/due-status';
import { INDICATION_SLUGS, type IndicationSlug } from '../../clinical/catalogue/indications';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { OneOf } from '../../platform/http/validation';
import { PreviewFlagView, TrendView } from '../reviews/trend.dto';
import { RecordResponseDto } from '../responses/responses.dto';
import { InjectionDto } from '../sessions/sessions.dto';
import { DueForecastView, EffectWindowView } from '../courses/courses.dto';

// The shape of a history as openapi.json shows it. `read-course` reads it; read-course.spec holds the two equal.

const DAY: ApiPropertyOptions = { type: String, format: 'date', example: '2026-11-23' };
const INTERVAL: ApiPropertyOptions = { type: String, format: 'duration', example: 'P12W' };
const TEXT = { type: 'string', minLength: 1, maxLength: COURSE_BOUNDS.longestText } as const;
const leftOut = { required: false };
const orNull = { required: false, nullable: true };

function daysUpTo(most: number): ApiPropertyOptions {
  return { type: 'array', items: { type: 'string', format: 'date' }, maxItems: most, ...leftOut };
}

function within({ min, max }: Bounds, type: 'number' | 'integer' = 'integer'): ApiPropertyOptions {
  return { type, minimum: min, maximum: max, ...leftOut };
}

/** A response without a note: nothing is stored. */
export class PreviewResponseDto extends OmitType(RecordResponseDto, ['note']) {}

export class PreviewSessionDto {
  @ApiProperty(DAY) performedOn: PlainDate;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  /** A row per muscle and side; or give totalUnits. */
  @ApiProperty({ type: () => [InjectionDto], maxItems: MOST_INJECTIONS, ...leftOut })
  injections?: InjectionDto[];
  /** Total units of the product, where the injections are not known. */
  @ApiProperty(within(COURSE_BOUNDS.totalUnits, 'number')) totalUnits?: number;
  @ApiProperty({ type: 'array', items: TEXT, maxItems: COURSE_BOUNDS.mostMuscles, ...leftOut })
  muscles?: string[];
  /** Anything that tells one injector from another. */
  @ApiProperty({ ...TEXT, ...leftOut }) injectorId?: string;
  /** Left out: completed. */
  @ApiProperty({ enum: [...SESSION_STATES], ...leftOut }) state?: SessionState;
  @ApiProperty(orNull) response?: PreviewResponseDto | null;
}

/** What takes the place of the clinic's own settings. */
export class PreviewSettingsDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...WEEKDAYS] },
    maxItems: WEEKDAYS.length,
    ...leftOut,
  })
  closedWeekdays?: Weekday[];
  @ApiProperty(daysUpTo(MOST_CLOSED_DAYS)) closedDays?: PlainDate[];
  @ApiProperty(within(DUE_BOUNDS.leadDays)) leadDays?: number;
  @ApiProperty(within(DUE_BOUNDS.onTimeDays)) onTimeDays?: number;
  @ApiProperty(within(DUE_BOUNDS.lapseDays)) lapseDays?: number;
}

export class PreviewDto {
  @OneOf(INDICATION_SLUGS) indication: IndicationSlug;
  @ApiProperty({ enum: [...INPUT_SIDES], ...orNull }) side?: InputSide | null;
  @ApiProperty({ ...DAY, ...orNull }) birthDate?: PlainDate | null;
  /** The interval set for the course. */
  @ApiProperty({ ...INTERVAL, ...orNull }) interval?: Duration | null;
  /** Takes the place of the shortest interval of product and indication. */
  @ApiProperty({ ...INTERVAL, ...orNull }) minInterval?: Duration | null;
  @ApiProperty(daysUpTo(COURSE_BOUNDS.mostHolds)) holdsUntil?: PlainDate[];
  @ApiProperty({ ...DAY, ...orNull }) overrideDueOn?: PlainDate | null;
  @ApiProperty(leftOut) settings?: PreviewSettingsDto;
  /** In any order. */
  @ApiProperty({ type: () => [PreviewSessionDto], maxItems: COURSE_BOUNDS.mostSessions })
  sessions: PreviewSessionDto[];
  /** Left out: today in the clinic. */
  @ApiProperty({ ...DAY, ...leftOut }) asOf?: PlainDate;
}

export class PreviewView {
  /** Null until a session has been given. */
  forecast: DueForecastView | null;
  @OneOf(DUE_STATUSES) dueStatus: DueStatus;
  daysOverdue: number;
  /** Whether the response is diminishing; null as long as nothing can be said. */
  trend: TrendView | null;
  /** What should be looked at. */
  flag: PreviewFlagView | null;
  /** How long the effect lasts in this patient; null until a session has been given. */
  effectWindow: EffectWindowView | null;
}
