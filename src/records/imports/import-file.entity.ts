import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DayWriting } from './file/day-writing';
import type { ImportKind } from './import-kinds';

/** `refused`: all or nothing was asked for, and it was nothing. */
export const STORED_STATES = ['running', 'cancelled', 'done', 'refused'] as const;
export type StoredState = (typeof STORED_STATES)[number];

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

/** A rule that speaks against rows that are taken all the same. */
export interface RuleSpoken {
  readonly code: string;
  /** How often. */
  readonly times: number;
  /** The first row, and what it says there. */
  readonly row: number;
  readonly message: string;
}

@Entity('import_file')
export class ImportFile {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: ImportKind;
  @Column('text', { nullable: true }) name: string | null;
  @Column('bytea', { nullable: true, select: false }) digest: Buffer | null;
  @Column('boolean', { name: 'dry_run' }) dryRun: boolean;
  @Column('boolean', { name: 'all_or_nothing' }) allOrNothing: boolean;
  @Column('text') state: StoredState;
  @Column('text') encoding: string;
  @Column('text') delimiter: string;
  @Column('text') dates: DayWriting;
  @Column('integer', { name: 'total_rows' }) totalRows: number;
  @Column('integer', { name: 'new_rows' }) newRows: number;
  @Column('integer', { name: 'same_rows' }) sameRows: number;
  @Column('integer', { name: 'refused_rows' }) refusedRows: number;
  @Column('jsonb') problems: readonly ImportProblem[];
  @Column('jsonb') notes: readonly string[];
  @Column('jsonb') rules: readonly RuleSpoken[];
  @Column('jsonb') header: readonly string[];
  @Column('jsonb') refused: readonly RefusedRow[];
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}

/** Is it all of one transaction: to be taken as a whole, or because a row may be refused for another of the file? */
export function isWhole({
  kind,
  dryRun,
  allOrNothing,
}: Pick<ImportFile, 'kind' | 'dryRun' | 'allOrNothing'>): boolean {
  return allOrNothing || (dryRun && kind === 'patients');
}
