import { IsIn, IsString, Length, MaxLength } from 'class-validator';
import { INJECTION_UNITS } from '../../clinical/bounds';
import type { PlainDate } from '../../clinical/calendar';
import { ELSEWHERE_SOURCES, type ElsewhereSource } from '../../clinical/elsewhere/told-dose';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { IsHundredths } from '../../platform/hundredths';
import { PageQuery } from '../../platform/http/page-cursor';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { InWords } from '../../platform/http/validating/reason-shapes';
import { IsMoment, IsPlainDate } from '../../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut, MayBeNull, OneOf, Trimmed } from '../../platform/http/validation';

const LONGEST_WORDS = 200;

export class RecordExternalDoseDto {
  @MayBeLeftOut() @IsId() id?: string;
  @IsId() patientId: string;
  @IsPlainDate() givenOn: PlainDate;
  /** One of our products; or else name the brand. */
  @MayBeNull() @IsIn(TOXIN_PRODUCTS) product?: ToxinProduct | null;
  /** Any brand, as it was told. `Botox Cosmetic` and other names of our products are counted as that product. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, LONGEST_WORDS) brand?: string | null;
  /** Potency units of that product or brand; null or left out: not known. */
  @MayBeNull() @IsHundredths(INJECTION_UNITS.min, INJECTION_UNITS.max) units?: number | null;
  /** Where it was injected, in words: `masseter`, `forehead`, `bladder`. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, LONGEST_WORDS) region?: string | null;
  /** What for: a slug of GET /catalog/indications, or words. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, LONGEST_WORDS) indication?: string | null;
  /** Who gave it. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, LONGEST_WORDS) givenBy?: string | null;
  /** Who told of it. */
  @IsIn(ELSEWHERE_SOURCES) source: ElsewhereSource;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
}

/** A field left out stays as it was. */
export class ChangeExternalDoseDto {
  @MayBeLeftOut() @IsPlainDate() givenOn?: PlainDate;
  /** Another product or brand takes the place of both. */
  @MayBeNull() @IsIn(TOXIN_PRODUCTS) product?: ToxinProduct | null;
  @MayBeNull() @Trimmed() @IsString() @Length(1, LONGEST_WORDS) brand?: string | null;
  @MayBeNull() @IsHundredths(INJECTION_UNITS.min, INJECTION_UNITS.max) units?: number | null;
  @MayBeNull() @Trimmed() @IsString() @Length(1, LONGEST_WORDS) region?: string | null;
  @MayBeNull() @Trimmed() @IsString() @Length(1, LONGEST_WORDS) indication?: string | null;
  @MayBeNull() @Trimmed() @IsString() @Length(1, LONGEST_WORDS) givenBy?: string | null;
  @MayBeLeftOut() @IsIn(ELSEWHERE_SOURCES) source?: ElsewhereSource;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
  /** Entered in error, and why: it stays in the record and counts no more. Null: it counts again. */
  @MayBeNull() @InWords('sentence') withdrawReason?: string | null;
}

export class FindExternalDosesQuery extends PageQuery {
  @MayBeLeftOut() @IsId() patientId?: string;
  /** Only what changed since this moment, withdrawn ones included. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class ExternalDoseView {
  id: string;
  patientId: string;
  givenOn: PlainDate;
  /** Whose sums it enters; null: none of our products. */
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct | null;
  brand: string | null;
  /** Null: not known, so no sum holds it. */
  units: number | null;
  region: string | null;
  indication: string | null;
  givenBy: string | null;
  @OneOf(ELSEWHERE_SOURCES) source: ElsewhereSource;
  note: string | null;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class ExternalDosePage extends UpdatesPageView {
  items: ExternalDoseView[];
}
