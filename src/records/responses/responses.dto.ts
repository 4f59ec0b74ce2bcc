import { IsIn, IsString, MaxLength, ValidateBy } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { MOST_MEASUREMENTS, RESPONSE_BOUNDS } from '../../clinical/bounds';
import type { PlainDate } from '../../clinical/calendar';
import { SCALE_SLUGS } from '../../clinical/catalogue/scales';
import { MEASUREMENT_PHASES, type MeasurementPhase } from '../../clinical/treated-session';
import { IsHundredths } from '../../platform/hundredths';
import { IsPlainDate, IsWhole, ListOf, KnownSlug, MayBeNull, OneOf } from '../../platform/http/validation';

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
      defaultMessage: () => 'value must be a number on the scale, or its label',
    },
  })
  value: number | string | null;
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
  /** Added to what is there, one per scale and phase; null takes all back. */
  @MayBeNull()
  @ListOf(() => MeasurementDto, MOST_MEASUREMENTS)
  measurements?: MeasurementDto[] | null;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
}

export class MeasurementView {
  scale: string;
  @OneOf(MEASUREMENT_PHASES) phase: MeasurementPhase;
  @ApiProperty(SCALE_VALUE) value: number | string;
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
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
