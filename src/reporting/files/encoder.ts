import type { Cell, Column } from './column';

export const FORMATS = ['csv', 'ndjson', 'json', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/** What an encoder needs to know of a column. */
export type EncodedColumn = Pick<Column, 'name' | 'type'>;

/** A piece of a file; an empty one where there is nothing to write yet. */
export type Piece = string | Uint8Array;

/** Writes rows, a batch at a time. Cells stand in the order of the columns. */
export interface Encoder {
  readonly contentType: string;
  /** Begins a file of its own. */
  begin(columns: readonly EncodedColumn[]): FileInMaking;
}

export interface FileInMaking {
  readonly head: Piece;
  readonly rows: (batch: readonly (readonly Cell[])[]) => Piece;
  /** What makes the file whole. */
  readonly tail: () => Piece;
}

export function rowObject(columns: readonly EncodedColumn[], cells: readonly Cell[]): Record<string, Cell> {
  const row: Record<string, Cell> = {};
  for (let index = 0; index < columns.length; index += 1) row[columns[index]!.name] = cells[index] ?? null;
  return row;
}
