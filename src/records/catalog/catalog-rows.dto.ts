import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { Duration } from '../../clinical/calendar';
import {
  COVERAGE_CLASSES,
  INDICATION_SLUGS,
  LABEL_STATUSES,
  type CoverageClass,
  type IndicationSlug,
  type LabelStatus,
} from '../../clinical/catalogue/indications';
import {
  MUSCLE_REGIONS,
  MUSCLE_SIZES,
  type MuscleRegion,
  type MuscleSize,
} from '../../clinical/catalogue/anatomy/muscle-regions';
import { MUSCLE_SLUGS, type MuscleSlug } from '../../clinical/catalogue/muscles';
import { SCALE_SLUGS, type ScaleDirection, type ScaleSlug } from '../../clinical/catalogue/scales';
import { FINDING_SEVERITIES, type FindingSeverity } from '../../clinical/finding';
import { PRECAUTION_CODES, type PrecautionCode } from '../../clinical/precautions/precaution-rows';
import { SOURCE_TAGS, type SourceTag } from '../../clinical/rule-row';
import { MEASUREMENT_PHASES, type MeasurementPhase } from '../../clinical/treated-session';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { Lists, OneOf } from '../../platform/http/validation';

type By<Key extends string, T> = Readonly<Partial<Record<Key, T>>>;
type Schema = object;

/** An object with a field for each of some names. */
function by(
  names: readonly string[],
  schema: () => Schema,
  which: 'all' | 'some',
  leftOut = false,
): PropertyDecorator {
  return ApiProperty({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, schema()])),
    ...(which === 'all' && { required: [...names] }),
    selfRequired: !leftOut,
  });
}

/** A statement and where it was read; `M` from memory, `P` proposed. */
export class SourcedTextView {
  text: string;
  source: string;
}

/** From and to, in units of a product for each kilogram of a child. */
export class UnitsPerKgView {
  from: number;
  to: number;
}

/** Usual units of one product in one place or one session. */
export class UsualRangeView {
  text: string;
  source: string;
  /** 0 where only an upper end is known. */
  from: number;
  to: number;
  childPerKg?: UnitsPerKgView;
}

const RANGE = (): Schema => ({ $ref: getSchemaPath(UsualRangeView) });

export class PeakCheckWeeksView {
  from: number;
  to: number;
  source: string;
}

export class CodeGroupView {
  /** What the codes have in common. */
  text: string;
  @Lists(() => String) codes: readonly string[];
  source: string;
}

export class ProcedureCodesView {
  @Lists(() => String) codes: readonly string[];
  source: string;
}

@ApiExtraModels(UsualRangeView)
export class IndicationRowView {
  @OneOf(INDICATION_SLUGS) slug: IndicationSlug;
  name: string;
  /** As clinicians shorten it, where a list gives a row one line and the name is too long for it. */
  shortName?: string;
  /** What the US label of each product says. */
  @by(TOXIN_PRODUCTS, () => ({ type: 'string', enum: [...LABEL_STATUSES] }), 'all')
  labelStatus: Readonly<Record<ToxinProduct, LabelStatus>>;
  labelSource: string;
  /** What is usually given in one session, in units of the product. */
  @by(TOXIN_PRODUCTS, RANGE, 'some') usualDose: By<ToxinProduct, UsualRangeView>;
  /** Usual time to the next session, an ISO 8601 duration. */
  @ApiProperty({ type: String, format: 'duration' }) usualInterval: Duration;
  @by(TOXIN_PRODUCTS, () => ({ type: 'string', format: 'duration' }), 'some', true)
  usualIntervalByProduct?: By<ToxinProduct, Duration>;
  /** Weeks after a session in which its response is judged, both ends included. */
  peakCheckWeeks: PeakCheckWeeksView;
  @ApiProperty({ enum: SCALE_SLUGS, isArray: true }) scales: readonly ScaleSlug[];
  /** `usual`: covered by most insurers. `pa_usual`: prior authorization is often needed. */
  @OneOf(COVERAGE_CLASSES) coverageClass: CoverageClass;
  /** Whether a course of it has a side. */
  @OneOf(['required', 'optional', 'none']) side: 'required' | 'optional' | 'none';
  @OneOf(['required', 'none']) etiology: 'required' | 'none';
  @ApiProperty({ type: () => [SourcedTextView], required: false }) notes?: readonly SourcedTextView[];
  /** ICD-10-CM. */
  @Lists(() => CodeGroupView) diagnosisCodes: readonly CodeGroupView[];
  /** CPT. */
  procedureCodes: ProcedureCodesView;
}

/** A size of which it is not settled whether it exists. */
export class DoubtfulVialView {
  units: number;
  why: string;
  source: string;
}

@ApiExtraModels(UsualRangeView)
export class ProductRowView {
  @OneOf(TOXIN_PRODUCTS) slug: ToxinProduct;
  brand: string;
  generic: string;
  @OneOf(['A', 'B']) serotype: 'A' | 'B';
  /** Labelled content of the single-dose vials, in units of this product. */
  @Lists(() => Number) vialUnits: readonly number[];
  vialSource: string;
  @Lists(() => DoubtfulVialView) doubtfulVials: readonly DoubtfulVialView[];
  hcpcs: string;
  /** Units of this product in one HCPCS billing unit. */
  unitsPerBillingUnit: number;
  billingSource: string;
  onset: SourcedTextView;
  duration: SourcedTextView;
  storage: SourcedTextView;
  diluent: SourcedTextView;
  containsAlbumin: boolean;
  /** In one session, where the indication has no range for it. */
  usualDose: UsualRangeView;
  /** In one muscle of one side, where neither the muscle nor its size has a range for it. */
  @by(MUSCLE_REGIONS, RANGE, 'all') usualByRegion: Readonly<Record<MuscleRegion, UsualRangeView>>;
  /** In one muscle of one side that is smaller than its region's, where the muscle has no range for it. */
  @by(MUSCLE_SIZES, RANGE, 'all') usualBySize: Readonly<Record<MuscleSize, UsualRangeView>>;
  @Lists(() => SourcedTextView) notes: readonly SourcedTextView[];
}

@ApiExtraModels(UsualRangeView)
export class MuscleRowView {
  @OneOf(MUSCLE_SLUGS) slug: MuscleSlug;
  name: string;
  @OneOf(MUSCLE_REGIONS) region: MuscleRegion;
  /** Whose `usualBySize` of a product holds; null: that of the region. */
  @OneOf(MUSCLE_SIZES) size: MuscleSize | null;
  /** Whether there is one on each side. */
  paired: boolean;
  /** Other names that clinicians type. */
  @Lists(() => String) aliases: readonly string[];
  /** Units a side. */
  @by(TOXIN_PRODUCTS, RANGE, 'some') usualRange: By<ToxinProduct, UsualRangeView>;
}

/** The smallest change that matters: points of the scale, or percent of the value it is compared with. */
export class MeaningfulChangeView {
  value: number;
  @OneOf(['points', 'percent']) kind: 'points' | 'percent';
  source: string;
}

@ApiExtraModels(MeaningfulChangeView)
export class ScaleRowView {
  @OneOf(SCALE_SLUGS) slug: ScaleSlug;
  name: string;
  min: number;
  max: number;
  /** Distance between values that exist; null where any number in range does. */
  step: number | null;
  /** Grades that are not numbers, mildest first. */
  @ApiProperty({ type: [String], required: false }) labels?: readonly string[];
  @OneOf(['higher-is-worse', 'higher-is-better']) direction: ScaleDirection;
  rangeSource: string;
  meaningfulChange: MeaningfulChangeView | null;
  /** Where it is another in one indication. */
  @by(INDICATION_SLUGS, () => ({ $ref: getSchemaPath(MeaningfulChangeView) }), 'some', true)
  meaningfulChangeIn?: By<IndicationSlug, MeaningfulChangeView>;
  /** The muscle groups that it is taken of, one by one. */
  @ApiProperty({ type: [String], required: false }) groups?: readonly string[];
  /** How many domains make up its value. */
  domains?: number;
  /** Where in the cycle it is taken. */
  @ApiProperty({ enum: MEASUREMENT_PHASES, isArray: true }) phases: readonly MeasurementPhase[];
  when: string;
}

/** What a precaution raises against a session. */
export class ObjectionView {
  /** Of the rule. */
  code: string;
  @OneOf(FINDING_SEVERITIES) severity: FindingSeverity;
  advice: string;
}

export class PrecautionRowView {
  @OneOf(PRECAUTION_CODES) slug: PrecautionCode;
  name: string;
  /** Left out: it raises nothing of its own. */
  rule?: ObjectionView;
}

/** One threshold. Verified ones are fixed; the others are defaults that a clinic may set. */
export class RuleRowView {
  /** The code of the rule first, `S03.ona.adult.cap`. */
  @ApiProperty({ type: String, maxLength: 100 }) id: string;
  /** What holds in this clinic. */
  value: number;
  unit: string;
  /** `V` read in a source, `D` derived from verified numbers, `M` from memory, `P` our own proposal. */
  @OneOf(SOURCE_TAGS) tag: SourceTag;
  source: string;
  /** What the number limits. */
  text: string;
  defaultValue: number;
  /** Whether a clinic may set it. */
  settable: boolean;
}
