import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { ReadsNothing } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { catalogView } from './catalog';
import { CATALOG_VIEWS, CatalogParams, CatalogQuery, CATALOGS, type CatalogView } from './catalog.dto';

@ApiTags('catalogue')
@ApiExtraModels(...Object.values(CATALOG_VIEWS))
@Controller('catalog')
export class CatalogController {
  /** Indications, products, muscles, scales, precautions, or the rules with their sources: `catalog` of the answer says which. */
  @Get(':catalog')
  @Allow('catalog.read')
  @ReadsNothing('what medicine knows')
  @ApiOkResponse({
    schema: {
      oneOf: CATALOGS.map((name) => ({ $ref: getSchemaPath(CATALOG_VIEWS[name]) })),
      discriminator: {
        propertyName: 'catalog',
        mapping: Object.fromEntries(CATALOGS.map((name) => [name, getSchemaPath(CATALOG_VIEWS[name])])),
      },
    },
  })
  read(
    @Param() { catalog }: CatalogParams,
    @Query() { q }: CatalogQuery,
    @Now() { rules }: Clinic,
  ): CatalogView {
    return catalogView(catalog, rules, q);
  }
}
