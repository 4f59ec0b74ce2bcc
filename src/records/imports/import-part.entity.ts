import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportProblem, RefusedRow, RuleSpoken } from './import-file.entity';

export interface RowNote {
  readonly row: number;
  readonly note: string;
}

export interface SaidOfRows {
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly RowNote[];
  readonly refused: readonly RefusedRow[];
  readonly rules: readonly RuleSpoken[];
}

/** What became of some rows of a file that is not done. */
@Entity('import_part')
export class ImportPart {
  @PrimaryColumn('uuid', { name: 'import_id' }) importId: string;
  @PrimaryColumn('integer', { name: 'first_row' }) firstRow: number;
  @Column('integer', { array: true }) rows: readonly number[];
  @Column('integer', { name: 'new_rows' }) newRows: number;
  @Column('integer', { name: 'same_rows' }) sameRows: number;
  @Column('integer', { name: 'refused_rows' }) refusedRows: number;
  @Column('jsonb') said: SaidOfRows;
}
