import { ApiExtraModels } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import type { PlainDate } from '../../clinical/calendar';
import {
  INDICATION_SLUGS,
  COVERAGE_CLASSES,
  type CoverageClass,
  type IndicationSlug,
} from '../../clinical/catalogue/indications';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { PageQuery } from '../../platform/http/page-cursor';
import { ListsOrRemoved, RemovedView, UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { InWords } from '../../platform/http/validating/reason-shapes';
import { IsMoment, IsPlainDate } from '../../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut, MayBeNull, OneOf, Trimmed } from '../../platform/http/validation';

export class RecordAuthorizationDto {
  @MayBeLeftOut() @IsId() id?: string;
  @IsId() patientId: string;
  @Trimmed() @IsString() @Length(1, 200) payer: string;
  @IsIn(TOXIN_PRODUCTS) product: ToxinProduct;
  /** Left out: it holds for every indication. */
  @MayBeNull() @IsIn(INDICATION_SLUGS) indication?: IndicationSlug | null;
  /** The payer's number of the authorization. */
  @Trimmed() @IsString() @Length(1, 100) number: string;
  /** First day of cover. */
  @IsPlainDate() startsOn: PlainDate;
  /** Last day of cover. */
  @IsPlainDate() endsOn: PlainDate;
  /** In HCPCS billing units (GET /catalog/products), not in potency units. Left out: not limited. */
  @MayBeNull() @IsInt() @Min(1) @Max(100_000) billingUnitsApproved?: number | null;
  /** Left out: not limited. */
  @MayBeNull() @IsInt() @Min(1) @Max(1000) sessionsApproved?: number | null;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
}

export class ChangeAuthorizationDto {
  @MayBeLeftOut() @IsPlainDate() startsOn?: PlainDate;
  @MayBeLeftOut() @IsPlainDate() endsOn?: PlainDate;
  @MayBeNull() @IsInt() @Min(1) @Max(100_000) billingUnitsApproved?: number | null;
  @MayBeNull() @IsInt() @Min(1) @Max(1000) sessionsApproved?: number | null;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
}

export class FindAuthorizationsQuery extends PageQuery {
  @MayBeLeftOut() @IsId() patientId?: string;
  /** Only those in force on this day. */
  @MayBeLeftOut() @IsPlainDate() onDay?: PlainDate;
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class AuthorizationView {
  id: string;
  patientId: string;
  payer: string;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  @OneOf(INDICATION_SLUGS) indication: IndicationSlug | null;
  number: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  billingUnitsApproved: number | null;
  /** Billing units of the sessions of this product on the days of cover. */
  billingUnitsUsed: number;
  /** Billing units that booked visits are expected to need. */
  billingUnitsReserved: number;
  /** Approved less used and reserved; below zero: more is booked than was approved. Null: not limited. */
  billingUnitsLeft: number | null;
  sessionsApproved: number | null;
  sessionsUsed: number;
  /** Booked visits on its days. */
  sessionsReserved: number;
  sessionsLeft: number | null;
  /** Days from today on, on which it can still be used, its last one included. */
  daysLeft: number;
  note: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class AuthorizationPage extends UpdatesPageView {
  items: AuthorizationView[];
}

export class OverrideCoverDto {
  @MayBeLeftOut() @IsId() id?: string;
  /** For one patient; patient or payer is needed. */
  @MayBeLeftOut() @IsId() patientId?: string;
  /** For one payer. */
  @MayBeLeftOut() @Trimmed() @IsString() @Length(1, 200) payer?: string;
  @MayBeLeftOut() @IsIn(INDICATION_SLUGS) indication?: IndicationSlug;
  @MayBeLeftOut() @IsIn(TOXIN_PRODUCTS) product?: ToxinProduct;
  /** `usual`: covered without asking; `pa_usual`: an authorization is needed. */
  @IsIn(COVERAGE_CLASSES) coverage: CoverageClass;
  @InWords('word') reason: string;
}

export class CoverOverrideView {
  id: string;
  patientId: string | null;
  payer: string | null;
  @OneOf(INDICATION_SLUGS) indication: IndicationSlug | null;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct | null;
  @OneOf(COVERAGE_CLASSES) coverage: CoverageClass;
  reason: string;
  createdAt: Date;
}

export class FindCoverOverridesQuery extends PageQuery {
  @MayBeLeftOut() @IsId() patientId?: string;
  /** Only what was stated, or removed, since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

@ApiExtraModels(RemovedView)
export class CoverOverridePage extends UpdatesPageView {
  /** With `updatedSince` also those that were removed since, as `{ id, removedAt }`. */
  @ListsOrRemoved(() => CoverOverrideView)
  items: (CoverOverrideView | RemovedView)[];
}
