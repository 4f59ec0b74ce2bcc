import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsString, Length } from 'class-validator';
import { IsId, MayBeLeftOut, OneOf, Trimmed } from '../../../platform/http/validation';
import type { Mapping } from '../file/map-columns';
import { IMPORT_KINDS, type ImportKind } from '../import-kinds';
import { WholeListView } from '../../../platform/http/updates/whole-list.dto';

const COLUMNS = {
  type: 'object',
  additionalProperties: { type: 'string', nullable: true },
  example: { Patientennummer: 'mrn', Bemerkung: null },
} as const;

export class KeepMappingDto {
  @MayBeLeftOut() @IsId() id?: string;
  @IsIn(IMPORT_KINDS) kind: ImportKind;
  /** What the files come from, to find it again. */
  @MayBeLeftOut() @Trimmed() @IsString() @Length(1, 60) name?: string;
  /** By the name of their column, ours: a name of GET /imports/templates/{kind}.csv; null leaves the column out. */
  @ApiProperty(COLUMNS)
  @IsObject()
  columns: Mapping;
}

export class MappingView {
  id: string;
  @OneOf(IMPORT_KINDS) kind: ImportKind;
  name: string | null;
  @ApiProperty(COLUMNS) columns: Mapping;
  createdAt: Date;
}

export class MappingList extends WholeListView {
  /** By kind and name. */
  items: MappingView[];
}
