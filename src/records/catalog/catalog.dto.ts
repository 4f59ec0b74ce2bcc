import { IsIn, IsString, MaxLength } from 'class-validator';
import { Lists, MayBeLeftOut, OneOf } from '../../platform/http/validation';
import {
  IndicationRowView,
  MuscleRowView,
  PrecautionRowView,
  ProductRowView,
  RuleRowView,
  ScaleRowView,
} from './catalog-rows.dto';

export const CATALOGS = ['indications', 'products', 'muscles', 'scales', 'rules', 'precautions'] as const;
export type CatalogName = (typeof CATALOGS)[number];

export class CatalogParams {
  @IsIn(CATALOGS, { message: `There is no such catalogue: take one of ${CATALOGS.join(', ')}` })
  catalog: CatalogName;
}

export class CatalogQuery {
  /** Words of a name, an alias or a slug. */
  @MayBeLeftOut() @IsString() @MaxLength(200) q?: string;
}

/** Of every catalogue. */
class CatalogOf {
  /** Changes with the rules. */
  rulesVersion: string;
}

export class IndicationsView extends CatalogOf {
  @OneOf(['indications']) catalog: 'indications';
  @Lists(() => IndicationRowView) items: readonly IndicationRowView[];
}

export class ProductsView extends CatalogOf {
  @OneOf(['products']) catalog: 'products';
  @Lists(() => ProductRowView) items: readonly ProductRowView[];
}

export class MusclesView extends CatalogOf {
  @OneOf(['muscles']) catalog: 'muscles';
  @Lists(() => MuscleRowView) items: readonly MuscleRowView[];
}

export class ScalesView extends CatalogOf {
  @OneOf(['scales']) catalog: 'scales';
  @Lists(() => ScaleRowView) items: readonly ScaleRowView[];
}

export class PrecautionsView extends CatalogOf {
  @OneOf(['precautions']) catalog: 'precautions';
  @Lists(() => PrecautionRowView) items: readonly PrecautionRowView[];
}

export class RulesView extends CatalogOf {
  @OneOf(['rules']) catalog: 'rules';
  @Lists(() => RuleRowView) items: readonly RuleRowView[];
}

export const CATALOG_VIEWS = {
  indications: IndicationsView,
  products: ProductsView,
  muscles: MusclesView,
  scales: ScalesView,
  rules: RulesView,
  precautions: PrecautionsView,
} satisfies Record<CatalogName, unknown>;

/** The rows of the catalogue that was asked for. */
export type CatalogView =
  IndicationsView | ProductsView | MusclesView | ScalesView | RulesView | PrecautionsView;
