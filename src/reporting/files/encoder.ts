import type { Cell } from './column';

export const FORMATS = ['csv', 'ndjson', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** Writes rows, a batch at a time. Cells stand in the order of the columns. */
export interface Encoder {
  readonly contentType: string;
  open(columns: readonly string[]): string;
  /** `first`: no row has been written before. */
  rows(columns: readonly string[], batch: readonly (readonly Cell[])[], first: boolean): string;
  close(): string;
}

export function rowObject(columns: readonly string[], cells: readonly Cell[]): Record<string, Cell> {
  const row: Record<string, Cell> = {};
  for (let index = 0; index < columns.length; index += 1) row[columns[index]!] = cells[index] ?? null;
  return row;
}
