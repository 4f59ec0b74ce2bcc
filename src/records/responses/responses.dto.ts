import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { DOMAIN_DAYS, MOST_DOMAINS, MOST_MEASUREMENTS, RESPONSE_BOUNDS } from '../../clinical/bounds';
import type { PlainDate } from '../../clinical/calendar';
import { MEASURED_GROUPS } from '../../clinical/catalogue/anatomy/muscle-groups';
import { SCALE_SLUGS } from '../../clinical/catalogue/scales';
import { MEASUREMENT_PHASES, type MeasurementPhase } from '../../clinical/treated-session';
import { IsHundredths } from '../../platform/hundredths';
import { SHAPE_WORDS } from '../../platform/http/validating/shape-words';
import { IsPlainDate } from '../../platform/http/validating/day-shapes';
import {
  IsId,
  IsWhole,
  KnownSlug,
  ListOf,
  MayBeLeftOut,
  MayBeNull,
  OneOf,
} from '../../platform/http/validation';

const IMPROVEMENT = RESPONSE_BOUNDS.improvementPct;
const SCALE_VALUE = { oneOf: [{ type: 'number' }, { type: 'string' }] };

export class MeasurementDto {
  /** A slug of GET /catalog/scales. */
  @KnownSlug(SCALE_SLUGS, 'scale', '/catalog/scales') scale: string;
  @IsIn(MEASUREMENT_PHASES) phase: MeasurementPhase;
  /** A number on the scale's range; for `mas` the label ("1+"). Null takes the measurement back. */
  @ApiProperty({ ...SCALE_VALUE, nullable: true, example: 28 })
  @ValidateBy({
    name: 'isScaleValue',
    validator: {
      validate: (value) => value === null || typeof value === 'number' || typeof value === 'string',
      defaultMessage: () => `$property ${SHAPE_WORDS.scaleValue}`,
    },
  })
  value: number | string | null;
  /** The muscle group that it was taken of, one of the `groups` of the scale (`elbow_flexors`, `plantar_flexors_left`); left out, of the whole. */
  @MayBeNull() @KnownSlug(MEASURED_GROUPS, 'muscle group', '/catalog/scales') of?: string | null;
  /** What the value is made of, where the scale has `domains`: for `midas` five numbers of days that add up to it. */
  @MayBeNull()
  @ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: DOMAIN_DAYS.min, maximum: DOMAIN_DAYS.max },
    maxItems: MOST_DOMAINS,
    nullable: true,
    required: false,
    example: [3, 4, 6, 2, 5],
  })
  @ArrayMaxSize(MOST_DOMAINS)
  @Max(DOMAIN_DAYS.max, { each: true })
  @Min(DOMAIN_DAYS.min, { each: true })
  @IsInt({ each: true })
  @IsArray()
  domains?: number[] | null;
  @IsPlainDate() measuredOn: PlainDate;
}

/** A field left out stays as it was; null takes it back. */
export class RecordResponseDto {
  /** The day of the assessment, at the peak of the effect. */
  @MayBeNull() @IsPlainDate() assessedOn?: PlainDate | null;
  /** The day the effect was first felt. */
  @MayBeNull() @IsPlainDate() onsetOn?: PlainDate | null;
  /** The day symptoms returned. */
  @MayBeNull() @IsPlainDate() woreOffOn?: PlainDate | null;
  /** A day on which the effect was still felt. */
  @MayBeNull() @IsPlainDate() stillEffectiveOn?: PlainDate | null;
  /** Patient-rated improvement at the peak, in percent; negative: worse than before. */
  @MayBeNull() @IsHundredths(IMPROVEMENT.min, IMPROVEMENT.max) improvementPct?: number | null;
  /** 1 very much improved, 4 no change, 7 very much worse. */
  @MayBeNull() @IsWhole(RESPONSE_BOUNDS.pgic) pgic?: number | null;
  /** 0 none to 4 marked improvement in severity and function. */
  @MayBeNull() @IsWhole(RESPONSE_BOUNDS.peakEffect) peakEffect?: number | null;
  /** Added to what is there, one per scale, phase and group; null takes all back. */
  @MayBeNull()
  @ListOf(() => MeasurementDto, MOST_MEASUREMENTS)
  measurements?: MeasurementDto[] | null;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
  /** The answer of the patient that this confirms or corrects, with what the patient said before it. */
  @MayBeLeftOut() @IsId() answerId?: string;
}

export class MeasurementView {
  scale: string;
  @OneOf(MEASUREMENT_PHASES) phase: MeasurementPhase;
  @ApiProperty(SCALE_VALUE) value: number | string;
  /** The muscle group that it was taken of; null: of the whole. */
  of: string | null;
  @ApiProperty({ type: 'array', items: { type: 'integer' }, nullable: true }) domains: number[] | null;
  measuredOn: PlainDate;
}

export class ResponseView {
  sessionId: string;
  assessedOn: PlainDate | null;
  onsetOn: PlainDate | null;
  woreOffOn: PlainDate | null;
  stillEffectiveOn: PlainDate | null;
  improvementPct: number | null;
  pgic: number | null;
  peakEffect: number | null;
  measurements: MeasurementView[];
  note: string | null;
  /** The answer of the patient that was last confirmed or corrected here. */
  answerId: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
