import { malformed, Problem } from '../../platform/http/problem';
import { decodeText } from './file/decode-text';
import { findWriting, type DayCell, type DayWriting } from './file/day-writing';
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

/** Our choice: each row is held against the whole record, in one transaction. */
const MOST_ROWS = 3000;

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
  if (table.rows.length > MOST_ROWS)
    throw new Problem(
      'too-large',
      `The file has ${table.rows.length} rows, at most ${MOST_ROWS} are read at once: send it in parts.`,
    );
  const { columns, by } = columnsByMapping(table.header, kind, kept, mapping);
  const readBy = by ? [`The columns were read by the mapping ${by.name ?? by.id}`] : [];
  return { ...table, kind, encoding, columns, readBy, dates: dates ?? writingOf(table.rows, columns) };
}

function writingOf(rows: readonly FileRow[], columns: readonly MappedColumn[]): DayWriting {
  const days = columns.filter(({ kind }) => kind === 'day');
  const cells = rows.flatMap(({ row, cells: texts }) =>
    days.flatMap(({ index }): DayCell[] => (texts[index] ? [{ row, text: texts[index] }] : [])),
  );
  const found = findWriting(cells);
  if ('writing' in found) return found.writing;
  const [one, other] = found.unclear as readonly [DayCell, DayCell?];
  throw malformed(
    '/dates',
    'unclear-dates',
    other
      ? `${one.text} in row ${one.row} has the month first, ${other.text} in row ${other.row} the day: say with dates=dmy or dates=mdy which is meant, and the others are refused`
      : `${one.text} in row ${one.row} can be read with the day or with the month first: say dates=dmy or dates=mdy`,
  );
}
