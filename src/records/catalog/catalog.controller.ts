import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RULES_VERSION } from '../../clinical/rules';
import { CONFIG, type Config } from '../../platform/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ReadsNothing } from '../../platform/audit/reads';
import { Allow } from '../../platform/permissions';
import { clinicSettings } from '../clinic-settings/settings.query';
import { catalogRows } from './catalog';
import { CatalogParams, CatalogQuery, CatalogView } from './catalog.dto';

@ApiTags('catalogue')
@Controller('catalog')
export class CatalogController {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Indications, products, muscles, scales, precautions, or the rules with their sources. */
  @Get(':catalog')
  @Allow('catalog.read')
  @ReadsNothing('what medicine knows')
  async read(@Param() { catalog }: CatalogParams, @Query() { q }: CatalogQuery): Promise<CatalogView> {
    const { rules } = await clinicSettings(this.work.db, this.config.clinicZone);
    return { items: catalogRows(catalog, rules, q), rulesVersion: RULES_VERSION };
  }
}
