import type { ImportFile, ImportProblem, RefusedRow, RuleSpoken } from '../import-file.entity';
import type { ImportPart, RowNote } from '../import-part.entity';
import type { ReadableFile } from '../read-file';
import type { RowGroup } from './group-rows';
import type { ShapedRow } from './shape-row';
import type { RowProblem, Taken } from './taking/taken';

/** What became of the rows of a part. */
export type TakenPart = Omit<ImportPart, 'importId'>;

export type TakenRows = Pick<
  ImportFile,
  'newRows' | 'sameRows' | 'refusedRows' | 'problems' | 'notes' | 'rules' | 'refused'
>;

export interface TakenGroup extends RowGroup {
  readonly taken: Taken;
}

/** What became of some rows of a file, in its order. */
export function tally(columns: ReadableFile['columns'], groups: readonly TakenGroup[]): TakenPart {
  const counts = { new: 0, same: 0, refused: 0 };
  const notes: RowNote[] = [];
  const problems: ImportProblem[] = [];
  const refused: RefusedRow[] = [];
  const rules: RuleSpoken[] = [];
  for (const { rows: together, taken } of groups) {
    counts[taken.outcome] += together.length;
    const { row } = together[0].row;
    if (taken.outcome === 'new') {
      notes.push(...taken.notes.map((note) => ({ row, note: storable(note) })));
      const { against = [] } = taken;
      rules.push(
        ...against.map(({ code, message }) => ({ code, message: storable(message), times: 1, row })),
      );
    }
    if (taken.outcome !== 'refused') continue;
    together.forEach((one, place) => {
      const own = problemsOf(taken.problems, place, together[0]);
      problems.push(...own.map((problem) => inFile(problem, one, columns)));
      refused.push({ ...cellsOf(one), reason: own.map(({ message }) => storable(message)).join('; ') });
    });
  }
  const rows = groups.flatMap((group) => group.rows.map(({ row }) => row.row)).toSorted((a, b) => a - b);
  return {
    firstRow: rows[0]!,
    rows,
    newRows: counts.new,
    sameRows: counts.same,
    refusedRows: counts.refused,
    said: { problems, notes, refused, rules: byCode(rules) },
  };
}

/** The same of all its parts together; `first` is what is to be known of the file as a whole. */
export function summed(
  parts: readonly Pick<TakenPart, 'newRows' | 'sameRows' | 'refusedRows' | 'said'>[],
  first: readonly string[],
): TakenRows {
  const said = parts.map((part) => part.said);
  const notes = said.flatMap((of) => of.notes).toSorted(byRow);
  return {
    newRows: parts.reduce((sum, { newRows }) => sum + newRows, 0),
    sameRows: parts.reduce((sum, { sameRows }) => sum + sameRows, 0),
    refusedRows: parts.reduce((sum, { refusedRows }) => sum + refusedRows, 0),
    problems: said.flatMap((of) => of.problems).toSorted(byRow),
    notes: [...first, ...notes.map(({ row, note }) => `Row ${row} ${note}`)],
    rules: byCode(said.flatMap((of) => of.rules)),
    refused: said.flatMap((of) => of.refused).toSorted(byRow),
  };
}

/** The same once what would have been taken is held back, because other rows are refused. */
export function heldBack(taken: TakenRows, groups: readonly TakenGroup[]): TakenRows {
  const held = groups.flatMap(({ rows, taken: { outcome } }) => (outcome === 'new' ? rows : []));
  const refused = [...taken.refused, ...held.map((row) => ({ ...cellsOf(row), reason: HELD_BACK }))];
  return { ...taken, newRows: 0, refusedRows: refused.length, refused: refused.toSorted(byRow) };
}

/** Each rule once, with how often it spoke and where first; the one that spoke most comes first. */
function byCode(spoken: readonly RuleSpoken[]): RuleSpoken[] {
  const rules = new Map<string, RuleSpoken>();
  for (const rule of spoken) {
    const before = rules.get(rule.code);
    const first = before && before.row <= rule.row ? before : rule;
    rules.set(rule.code, { ...first, times: (before?.times ?? 0) + rule.times });
  }
  return [...rules.values()].toSorted((a, b) => b.times - a.times || (a.code < b.code ? -1 : 1));
}

const HELD_BACK = 'Held back, because other rows of the file are refused';

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
