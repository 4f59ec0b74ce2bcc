import { PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, Length } from 'class-validator';
import { MOST_PAYER_ROWS, PAYER_BOUNDS } from '../../clinical/bounds';
import { INDICATION_SLUGS, type IndicationSlug } from '../../clinical/catalogue/indications';
import { SCALE_SLUGS, type ScaleSlug } from '../../clinical/catalogue/scales';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { PageQuery } from '../../platform/http/page-cursor';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { asSeen } from '../../platform/http/validating/as-seen';
import { IsMoment } from '../../platform/http/validating/day-shapes';
import {
  IsId,
  IsWhole,
  ListOf,
  MayBeLeftOut,
  MayBeNull,
  OneOf,
  Trimmed,
} from '../../platform/http/validation';

class TermsFields {
  /** Months that a first approval holds. */
  @MayBeNull() @IsWhole(PAYER_BOUNDS.months) initialMonths?: number | null;
  /** Months that a renewed approval holds. */
  @MayBeNull() @IsWhole(PAYER_BOUNDS.months) renewalMonths?: number | null;
  /** By how many percent treatment must have helped before it is renewed. */
  @MayBeNull() @IsWhole(PAYER_BOUNDS.pct) mustImprovePct?: number | null;
  /** By which scale of the catalogue that is judged; null or left out: by the rating or any scale. */
  @MayBeNull() @IsIn(SCALE_SLUGS) mustImproveScale?: ScaleSlug | null;
  /** By how many days of headache in a month fewer; with mustImprovePct either of them is enough. */
  @MayBeNull() @IsWhole(PAYER_BOUNDS.fewerDays) mustFallDays?: number | null;
  /** How many weeks the benefit must have lasted before it is renewed. */
  @MayBeNull() @IsWhole(PAYER_BOUNDS.weeks) benefitWeeks?: number | null;
  /** Of how many treatments before a renewal the effect must be on record. */
  @MayBeNull() @IsWhole(PAYER_BOUNDS.treatments) treatmentsShown?: number | null;
  /** Whether a scale must have been taken before treatment and after it. */
  @MayBeNull() @IsBoolean() scalesShown?: boolean | null;
  /** How many other treatments must have been tried before. */
  @MayBeNull() @IsWhole(PAYER_BOUNDS.treatments) triedFirst?: number | null;
  /** The fewest days from one session to the next. */
  @MayBeNull() @IsWhole(PAYER_BOUNDS.daysApart) minDaysApart?: number | null;
}

/** Terms that differ; what is left out is as in general. */
export class PayerExceptionDto extends TermsFields {
  /** Null or left out: in every indication. */
  @MayBeNull() @IsIn(INDICATION_SLUGS) indication?: IndicationSlug | null;
  /** Null or left out: with every product. */
  @MayBeNull() @IsIn(TOXIN_PRODUCTS) product?: ToxinProduct | null;
}

/** The most that the payer pays for in 84 days. */
export class UnitsLimitDto {
  @IsIn(TOXIN_PRODUCTS) product: ToxinProduct;
  /** Null or left out: in every indication without a limit of its own. */
  @MayBeNull() @IsIn(INDICATION_SLUGS) indication?: IndicationSlug | null;
  /** HCPCS billing units of this product, not potency units. */
  @IsWhole(PAYER_BOUNDS.billingUnits) billingUnits: number;
}

class PayerFields extends TermsFields {
  @Trimmed() @IsString() @Length(1, 200) name: string;
  /** What else the payer is called on cards and letters; no name of another payer. */
  @MayBeLeftOut()
  @TrimmedEach()
  @IsArray()
  @ArrayMaxSize(MOST_PAYER_ROWS)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  otherNames?: string[];
  /** How many days the payer takes to decide; not known: the clinic’s rule `payer.lead`. */
  @MayBeNull() @IsWhole(PAYER_BOUNDS.leadDays) leadDays?: number | null;
  @MayBeLeftOut() @ListOf(() => UnitsLimitDto, MOST_PAYER_ROWS) unitsPer84Days?: UnitsLimitDto[];
  /** For an indication, a product or both; the closest decides. */
  @MayBeLeftOut() @ListOf(() => PayerExceptionDto, MOST_PAYER_ROWS) exceptions?: PayerExceptionDto[];
  /** Where this stands: a letter, a policy and its day. */
  @Trimmed() @IsString() @Length(1, 2000) source: string;
}

export class KeepPayerDto extends PayerFields {
  @MayBeLeftOut() @IsId() id?: string;
}

/** A field left out stays as it was, null takes it back. */
export class ChangePayerDto extends PartialType(PayerFields, { skipNullProperties: false }) {}

export class FindPayersQuery extends PageQuery {
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

class TermsView {
  initialMonths: number | null;
  renewalMonths: number | null;
  mustImprovePct: number | null;
  @OneOf(SCALE_SLUGS) mustImproveScale: ScaleSlug | null;
  mustFallDays: number | null;
  benefitWeeks: number | null;
  treatmentsShown: number | null;
  scalesShown: boolean | null;
  triedFirst: number | null;
  minDaysApart: number | null;
}

export class PayerExceptionView extends TermsView {
  @OneOf(INDICATION_SLUGS) indication: IndicationSlug | null;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct | null;
}

export class UnitsLimitView {
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  @OneOf(INDICATION_SLUGS) indication: IndicationSlug | null;
  billingUnits: number;
}

export class PayerView extends TermsView {
  id: string;
  name: string;
  otherNames: string[];
  leadDays: number | null;
  unitsPer84Days: UnitsLimitView[];
  exceptions: PayerExceptionView[];
  source: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class PayerPage extends UpdatesPageView {
  items: PayerView[];
}

/** Each text of a list without the spaces around it. */
function TrimmedEach(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    Array.isArray(value)
      ? value.map((item: unknown) => (typeof item === 'string' ? asSeen(item) : item))
      : value,
  );
}
