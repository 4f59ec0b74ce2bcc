import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DayWriting } from './file/day-writing';
import type { ImportKind } from './import-kinds';

/** `refused`: all or nothing was asked for, and it was nothing. */
export const IMPORT_STATES = ['done', 'refused'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export interface ImportProblem {
  readonly row: number;
  /** As the file calls it; null: the whole row. */
  readonly column: string | null;
  readonly message: string;
  /** Who may be the same person. */
  readonly patientId?: string;
}

export interface RefusedRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly reason: string;
}

@Entity('import_file')
export class ImportFile {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: ImportKind;
  @Column('boolean', { name: 'dry_run' }) dryRun: boolean;
  @Column('boolean', { name: 'all_or_nothing' }) allOrNothing: boolean;
  @Column('text') state: ImportState;
  @Column('text') encoding: string;
  @Column('text') delimiter: string;
  @Column('text') dates: DayWriting;
  @Column('integer', { name: 'total_rows' }) totalRows: number;
  @Column('integer', { name: 'new_rows' }) newRows: number;
  @Column('integer', { name: 'same_rows' }) sameRows: number;
  @Column('integer', { name: 'refused_rows' }) refusedRows: number;
  @Column('jsonb') problems: readonly ImportProblem[];
  @Column('jsonb') notes: readonly string[];
  @Column('jsonb') header: readonly string[];
  @Column('jsonb') refused: readonly RefusedRow[];
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}
