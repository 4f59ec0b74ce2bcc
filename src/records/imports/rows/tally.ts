import type { ImportFile, ImportProblem, RefusedRow } from '../import-file.entity';
import type { ReadableFile } from '../read-file';
import type { RowGroup } from './group-rows';
import type { ShapedRow } from './shape-row';
import type { RowProblem, Taken } from './taking/taken';

export type TakenRows = Pick<
  ImportFile,
  'state' | 'totalRows' | 'newRows' | 'sameRows' | 'refusedRows' | 'problems' | 'notes' | 'refused'
>;

export interface TakenGroup extends RowGroup {
  readonly taken: Taken;
}

const HELD_BACK = 'Held back, because other rows of the file are refused';

/** What became of a file, row by row in its order. */
export function tally(
  { columns, readBy, leftOut, rows }: Pick<ReadableFile, 'columns' | 'readBy' | 'leftOut' | 'rows'>,
  groups: readonly TakenGroup[],
): TakenRows {
  const counts = { new: 0, same: 0, refused: 0 };
  const said: { readonly row: number; readonly note: string }[] = [];
  const problems: ImportProblem[] = [];
  const refused: RefusedRow[] = [];
  for (const { rows: together, taken } of groups) {
    counts[taken.outcome] += together.length;
    if (taken.outcome === 'new')
      said.push(...taken.notes.map((note) => ({ row: together[0].row.row, note })));
    if (taken.outcome !== 'refused') continue;
    together.forEach((row, place) => {
      const own = problemsOf(taken.problems, place, together[0]);
      problems.push(...own.map((problem) => inFile(problem, row, columns)));
      refused.push({ ...cellsOf(row), reason: own.map(({ message }) => storable(message)).join('; ') });
    });
  }
  return {
    state: 'done',
    totalRows: rows.length,
    newRows: counts.new,
    sameRows: counts.same,
    refusedRows: counts.refused,
    problems: problems.toSorted(byRow),
    notes: [
      ...readBy,
      ...leftOut,
      ...said.toSorted(byRow).map(({ row, note }) => `Row ${row} ${storable(note)}`),
    ],
    refused: refused.toSorted(byRow),
  };
}

/** The same once what would have been taken is held back, because other rows are refused. */
export function heldBack(taken: TakenRows, groups: readonly TakenGroup[]): TakenRows {
  const held = groups.flatMap(({ rows, taken: { outcome } }) => (outcome === 'new' ? rows : []));
  const refused = [...taken.refused, ...held.map((row) => ({ ...cellsOf(row), reason: HELD_BACK }))];
  return {
    ...taken,
    state: 'refused',
    newRows: 0,
    refusedRows: refused.length,
    refused: refused.toSorted(byRow),
  };
}

/** Each row that is refused says why; one that is refused for another says for which. */
function problemsOf(problems: readonly RowProblem[], at: number, first: ShapedRow): readonly RowProblem[] {
  const own = problems.filter(({ place = 0 }) => place === at);
  if (own.length > 0) return own;
  const other = problems.some(({ place = 0 }) => place === 0) ? ` (row ${first.row.row})` : '';
  return [{ pointer: null, message: `Another row of the same session is refused${other}` }];
}

function inFile(
  { pointer, message, patientId }: RowProblem,
  { row }: ShapedRow,
  columns: ReadableFile['columns'],
): ImportProblem {
  const column = columns.find((known) => pointer !== null && `${known.pointer}/`.startsWith(`${pointer}/`));
  return {
    row: row.row,
    column: column ? storable(column.name) : null,
    message: storable(message),
    ...(patientId && { patientId }),
  };
}

function cellsOf({ row }: ShapedRow): Pick<RefusedRow, 'row' | 'cells'> {
  return { row: row.row, cells: row.cells.map(storable) };
}

function byRow(a: { readonly row: number }, b: { readonly row: number }): number {
  return a.row - b.row;
}

/** As the database can hold it. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
