import { CsvError, parse } from 'csv-parse/sync';
import { IMPORT_ROWS } from '../../../clinical/bounds';
import { malformed, Problem } from '../../../platform/http/problem';
import { asSeen } from '../../../platform/http/validating/as-seen';
import { chooseDelimiter, CSV_OPTIONS, LONGEST_RECORD, type Delimiter } from './choose-delimiter';

export interface FileRow {
  /** As a spreadsheet numbers it: the header is 1, and blank rows count. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly rows: readonly FileRow[];
  /** What was left out, in words. */
  readonly leftOut: readonly string[];
}

const TOTAL =
  /^((grand|sub)[ -]?)?(totals?|sum|count|summe|gesamt|anzahl|totale|total g[eé]n[eé]ral|suma|razem)( \p{L}+){0,2}\s*:?\s*\d*$/iu;
const COUNTED = /^[\d.,\s%]+(?:u|units?|ie|iu)?$/i;

/*
 * Our choice: blank rows count too, and as many of them as rows; twenty values a row of the longest file. While it is read
 * nobody else is answered: the longest takes three quarters of a second.
 */
const MOST_RECORDS = 2 * IMPORT_ROWS;
const MOST_VALUES = 20 * IMPORT_ROWS;

/**
 * The header and the rows of a file.
 *
 * What stands above the header is left out, blank rows are, and totals at its end: rows whose first value says so, with nothing but numbers after it.
 *
 * @throws Problem 400 for what is no table, with the line, 413 for what is too long to be read in one go.
 */
export function readTable(text: string): Table {
  const plain = withoutFormulas(text.replace(/^\uFEFF/, ''));
  refuseLongLine(plain);
  const delimiter = chooseDelimiter(plain);
  const records = recordsOf(plain.replace(/^sep=.\r?\n/, ''), delimiter);
  const top = headerAt(records);
  const header = (records[top] ?? []).map((name) => asSeen(name));
  if (!header.some(Boolean))
    throw malformed('', 'no-header', 'The file has no header row: its first row names the columns');
  const numbered = records.slice(top + 1).map((record, index) => ({
    row: top + index + 2,
    cells: record.map((cell) => asSeen(cell).replace(/^'(?=[=+@-])/, '')),
  }));
  const named = header.filter(Boolean);
  const isHeader = ({ cells }: FileRow): boolean =>
    new Set(named).size === named.length && header.every((name, at) => name === (cells[at] ?? ''));
  const repeated = numbered.filter(isHeader);
  const filled = numbered.filter((row) => row.cells.some(Boolean) && !isHeader(row));
  const lastOfData = filled.findLastIndex((row) => !isTotal(row));
  const rows = filled.slice(0, lastOfData + 1);
  const totals = filled.slice(lastOfData + 1);
  const lastRow = filled.at(-1)?.row ?? 1;
  const blank = numbered.filter(({ row, cells }) => row < lastRow && !cells.some(Boolean));
  const leftOut = [
    ...inWords(blank, 'blank'),
    ...inWords(repeated, 'the header again'),
    ...inWords(totals, 'a total'),
    ...namelessIn(header, rows),
  ];
  const above = records.slice(0, top).filter(isFilled).length;
  if (above > 0) leftOut.unshift(`What stands above the header in row ${top + 1} was left out`);
  return { delimiter, header, rows, leftOut };
}

/** Our choice: a letterhead is no longer. */
const MOST_ABOVE = 20;

/**
 * Above the header there may be empty lines and a title, of which one value alone is filled where the table has several columns. A first
 * row of nothing but separators is a header that somebody has emptied.
 */
function headerAt(records: readonly (readonly string[])[]): number {
  const first = records.slice(0, MOST_ABOVE);
  if (first[0] && first[0].length > 1 && !isFilled(first[0])) return 0;
  const several = first.findIndex((record) => filledIn(record) > 1);
  return several === -1 ? Math.max(0, first.findIndex(isFilled)) : several;
}

function filledIn(record: readonly string[]): number {
  return record.filter((value) => value.trim() !== '').length;
}

function isFilled(record: readonly string[]): boolean {
  return filledIn(record) > 0;
}

/** A column without a name belongs to nothing: that there is something in it is told. */
function namelessIn(header: readonly string[], rows: readonly FileRow[]): string[] {
  const nameless = header.flatMap((name, index) =>
    name === '' && rows.some(({ cells }) => cells[index]) ? [index + 1] : [],
  );
  return nameless.map(
    (column) => `Column ${column} has values and no name, and was left out: give it a name if it is needed`,
  );
}

/** `="00123"`, as programs write a number that a spreadsheet is to leave as it is, is its text. */
function withoutFormulas(text: string): string {
  return text.replaceAll(/(^|[,;\t|\n])="([^"\r\n]*)"(?=[,;\t|\r\n]|$)/g, '$1"$2"');
}

function isTotal({ cells }: FileRow): boolean {
  const given = cells.filter(Boolean);
  return TOTAL.test(given[0]!) && given.slice(1).every((cell) => COUNTED.test(cell));
}

function inWords(rows: readonly FileRow[], what: string): string[] {
  if (rows.length === 0) return [];
  const listed = rows.slice(0, 5).map(({ row }) => row);
  const more = rows.length > listed.length ? ` and ${rows.length - listed.length} more` : '';
  const plural = what === 'a total' ? 'are totals and were' : `are ${what} and were`;
  return [
    rows.length === 1
      ? `Row ${listed[0]} is ${what} and was left out`
      : `Rows ${listed.join(', ')}${more} ${plural} left out`,
  ];
}

function recordsOf(text: string, delimiter: Delimiter): string[][] {
  let values = 0;
  try {
    const records = parse(text, {
      ...CSV_OPTIONS,
      delimiter,
      to: MOST_RECORDS + 1,
      on_record(cells: string[], context) {
        values += cells.length;
        if (values > MOST_VALUES)
          throw new Problem(
            'too-large',
            `The file has more than ${MOST_VALUES} values, empty ones among them: send it in parts, or without columns that are not needed.`,
          );
        return CSV_OPTIONS.on_record(cells, context);
      },
    });
    if (records.length > MOST_RECORDS)
      throw new Problem(
        'too-large',
        `The file has more than ${MOST_RECORDS} rows, blank ones among them: send it in parts.`,
      );
    return records;
  } catch (error) {
    if (error instanceof CsvError) throw malformed('', 'csv', inClinicWords(error));
    throw error;
  }
}

/** Of values that are empty the reader counts no letters, however many there are. */
function refuseLongLine(text: string): void {
  for (let start = 0, line = 1; start < text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end - start > LONGEST_RECORD) throw malformed('', 'csv', tooLong(` near line ${line}`));
    start = end + 1;
  }
}

function tooLong(where: string): string {
  return `A row${where} is longer than 64 KiB: a quotation mark is probably not closed`;
}

function inClinicWords({ code, lines }: CsvError & { lines?: number }): string {
  const line = lines === undefined ? '' : ` near line ${lines}`;
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `A quotation mark opens${line} and is never closed: close it, or write two for one that belongs to the text`;
    case 'CSV_MAX_RECORD_SIZE':
      return tooLong(line);
    default:
      return `A quotation mark stands amid a value${line}: put the whole value in quotation marks and write two for each one in it`;
  }
}
