import { IMPORT_ROWS } from '../../clinical/bounds';
import { malformed, Problem } from '../../platform/http/problem';
import { isHombre } from './file/as-clinics-write';
import { decodeText } from './file/decode-text';
import { countedDay, findWriting, type DayCell, type DayWriting } from './file/day-writing';
import type { MappedColumn } from './file/map-columns';
import { readTable, type FileRow, type Table } from './file/read-table';
import type { ImportKind } from './import-kinds';
import { columnsByMapping, type KnownMapping } from './mappings/columns-by-mapping';

export interface ReadableFile extends Table {
  readonly kind: ImportKind;
  readonly encoding: string;
  readonly dates: DayWriting;
  readonly columns: readonly MappedColumn[];
  /** How its columns were found, in words, where it does not have our names. */
  readonly readBy: readonly string[];
}

interface Asked {
  readonly kind: ImportKind;
  readonly encoding?: string;
  readonly dates?: DayWriting;
  /** The id of the mapping to read it by. */
  readonly mapping?: string;
}

/** @throws Problem 400 for a file that nobody can read, 413 for one with too many rows. */
export function readFile(
  bytes: Buffer,
  { kind, encoding: asked, dates, mapping }: Asked,
  kept: readonly KnownMapping[] = [],
): ReadableFile {
  const { text, encoding } = decodeText(bytes, asked);
  const table = readTable(text);
  if (table.rows.length > IMPORT_ROWS)
    throw new Problem(
      'too-large',
      `The file has ${table.rows.length} rows, at most ${IMPORT_ROWS} are read at once: send it in parts.`,
    );
  const { columns, by } = columnsByMapping(table.header, kind, kept, mapping);
  const readBy = by ? [`The columns were read by the mapping ${by.name ?? by.id}`] : [];
  const counted = countedIn(dayCells(table.rows, columns));
  return {
    ...table,
    kind,
    encoding,
    columns: columns.map((column) =>
      column.kind === 'sex' && table.rows.some(({ cells }) => isHombre(cells[column.index] ?? ''))
        ? { ...column, hasHombre: true }
        : column,
    ),
    readBy: [...readBy, ...counted],
    dates: dates ?? writingOf(table.rows, columns),
  };
}

/** A spreadsheet of another maker begins to count elsewhere: whoever looks at one day sees it. */
function countedIn(cells: readonly DayCell[]): string[] {
  const first = cells.find(({ text }) => countedDay(text) !== undefined);
  if (!first) return [];
  const { text, row } = first;
  return [
    `Days are counted as a spreadsheet does: ${text} in row ${row} was read as ${countedDay(text)}. If that is another day, write the column as dates and save the file again`,
  ];
}

function writingOf(rows: readonly FileRow[], columns: readonly MappedColumn[]): DayWriting {
  const found = findDates(rows, columns);
  if ('writing' in found) return found.writing;
  throw malformed('/dates', 'unclear-dates', found.unclear);
}

/** How a file writes its days, or in words why nobody can tell. */
export function findDates(
  rows: readonly FileRow[],
  columns: readonly MappedColumn[],
): { readonly writing: DayWriting } | { readonly unclear: string } {
  const found = findWriting(dayCells(rows, columns));
  if ('writing' in found) return found;
  const [one, other] = found.unclear as readonly [DayCell, DayCell?];
  return {
    unclear: other
      ? `${one.text} in row ${one.row} has the month first, ${other.text} in row ${other.row} the day: say with dates=dmy or dates=mdy which is meant, and the others are refused`
      : `${one.text} in row ${one.row} can be read with the day or with the month first: say dates=dmy or dates=mdy`,
  };
}

function dayCells(rows: readonly FileRow[], columns: readonly MappedColumn[]): DayCell[] {
  const days = columns.filter(({ kind }) => kind === 'day');
  return rows.flatMap(({ row, cells }) =>
    days.flatMap(({ index }): DayCell[] => (cells[index] ? [{ row, text: cells[index] }] : [])),
  );
}
