import { IsIn, IsString, MaxLength } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { MayBeLeftOut } from '../../platform/http/validation';

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

export class CatalogView {
  /** The rows of the catalogue, each with its `slug` (rules: `id`), name and sources. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) items: object[];
  /** Changes with the rules. */
  rulesVersion: string;
}
