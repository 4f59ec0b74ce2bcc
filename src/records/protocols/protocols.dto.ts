import { PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsString, Length, ValidateNested } from 'class-validator';
import {
  INJECTION_ML,
  INJECTION_SITES,
  INJECTION_UNITS,
  MOST_INJECTIONS,
  PROTOCOL_VERSIONS,
  VIAL_DILUENT_ML,
  VIAL_UNITS,
} from '../../clinical/bounds';
import { INDICATION_SLUGS, type IndicationSlug } from '../../clinical/catalogue/indications';
import { INJECTION_SIDES, MUSCLE_SLUGS, type InjectionSide } from '../../clinical/catalogue/muscles';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { IsHundredths } from '../../platform/hundredths';
import { PageQuery } from '../../platform/http/page-cursor';
import { IsQueryBoolean, IsQueryInt } from '../../platform/http/validating/query-shapes';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { IsMoment } from '../../platform/http/validating/day-shapes';
import {
  IsId,
  IsWhole,
  KnownSlug,
  ListOf,
  MayBeLeftOut,
  MayBeNull,
  OneOf,
  Trimmed,
} from '../../platform/http/validation';

export class ProtocolRowDto {
  /** A slug of GET /catalog/muscles. */
  @KnownSlug(MUSCLE_SLUGS, 'muscle', '/catalog/muscles') muscle: string;
  /** `bilateral`: the units are the total over both sides. */
  @IsIn(INJECTION_SIDES) side: InjectionSide;
  /** Potency units of the protocol's product. */
  @IsHundredths(INJECTION_UNITS.min, INJECTION_UNITS.max) units: number;
  /** Number of injection sites; null or left out: not counted. */
  @MayBeNull() @IsWhole(INJECTION_SITES) sites?: number | null;
  /** Volume in mL; null or left out: as the dilution makes it. */
  @MayBeNull() @IsHundredths(INJECTION_ML.min, INJECTION_ML.max) volumeMl?: number | null;
}

export class DilutionDto {
  /** Labelled content of the vial in units of the protocol's product. */
  @IsHundredths(VIAL_UNITS.min, VIAL_UNITS.max) vialUnits: number;
  /** Diluent added, in mL. */
  @IsHundredths(VIAL_DILUENT_ML.min, VIAL_DILUENT_ML.max) diluentMl: number;
}

class ProtocolFields {
  /** No other one of this name for the same indication and product. */
  @Trimmed() @IsString() @Length(1, 100) name: string;
  @IsIn(INDICATION_SLUGS) indication: IndicationSlug;
  @IsIn(TOXIN_PRODUCTS) product: ToxinProduct;
  /** A row per muscle and side. */
  @ListOf(() => ProtocolRowDto, MOST_INJECTIONS, 1) rows: ProtocolRowDto[];
  /** How its vials are made up. */
  @MayBeNull()
  @IsObject()
  @ValidateNested()
  @Type(() => DilutionDto)
  dilution?: DilutionDto | null;
}

export class KeepProtocolDto extends ProtocolFields {
  @MayBeLeftOut() @IsId() id?: string;
}

/** What it is to be from now on, as a new version. A field left out stays as it was. */
export class ChangeProtocolDto extends PartialType(ProtocolFields, { skipNullProperties: false }) {
  /** No longer offered; false: offered again. */
  @MayBeLeftOut() @IsBoolean() retired?: boolean;
}

export class FindProtocolsQuery extends PageQuery {
  @MayBeLeftOut() @IsIn(INDICATION_SLUGS) indication?: IndicationSlug;
  @MayBeLeftOut() @IsIn(TOXIN_PRODUCTS) product?: ToxinProduct;
  /** `true`: those no longer offered; left out, those that are. */
  @MayBeLeftOut() @IsQueryBoolean() retired?: boolean;
  /** Only what changed since this moment, whether offered or not. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class ReadProtocolQuery {
  /** An earlier version; left out, the latest. */
  @MayBeLeftOut() @IsQueryInt(PROTOCOL_VERSIONS.min, PROTOCOL_VERSIONS.max) version?: number;
}

export class ProtocolRowView {
  muscle: string;
  @OneOf(INJECTION_SIDES) side: InjectionSide;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  units: number;
  /** Null: not counted. */
  sites: number | null;
  volumeMl: number | null;
}

export class DilutionView {
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  vialUnits: number;
  diluentMl: number;
}

export class ProtocolView {
  id: string;
  /** A change makes the next one; a session names the one that it began from. */
  version: number;
  name: string;
  @OneOf(INDICATION_SLUGS) indication: IndicationSlug;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  rows: ProtocolRowView[];
  dilution: DilutionView | null;
  /** Total of the rows in units of `product`. */
  totalUnits: number;
  /** Sites of the rows that count them. */
  totalSites: number;
  /** Where a published protocol stands; null: the clinic's own. */
  source: string | null;
  retired: boolean;
  /** Who made this version; null of a published one. */
  madeBy: string | null;
  createdAt: Date;
  /** When this version was made. */
  updatedAt: Date;
}

export class ProtocolPage extends UpdatesPageView {
  items: ProtocolView[];
}
