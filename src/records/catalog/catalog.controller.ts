import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RULES_VERSION } from '../../clinical/rules';
import { ReadsNothing } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { catalogRows } from './catalog';
import { CatalogParams, CatalogQuery, CatalogView } from './catalog.dto';

@ApiTags('catalogue')
@Controller('catalog')
export class CatalogController {
  /** Indications, products, muscles, scales, precautions, or the rules with their sources. */
  @Get(':catalog')
  @Allow('catalog.read')
  @ReadsNothing('what medicine knows')
  read(
    @Param() { catalog }: CatalogParams,
    @Query() { q }: CatalogQuery,
    @Now() { rules }: Clinic,
  ): CatalogView {
    return { items: catalogRows(catalog, rules, q), rulesVersion: RULES_VERSION };
  }
}
