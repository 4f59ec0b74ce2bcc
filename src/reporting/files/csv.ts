import { stringify, type Options } from 'csv-stringify/sync';
import type { Cell } from './column';
import type { Encoder } from './encoder';

/**
 * CSV as RFC 4180 has it: a header, comma, CRLF, UTF-8 without a byte order mark. What a spreadsheet would run as a formula
 * gets a leading apostrophe; numbers stay numbers. Not known is empty; a list is joined with semicolons.
 */
export const CSV: Encoder = {
  contentType: 'text/csv; charset=utf-8; header=present',
  begin: (columns) => ({
    head: csvLines([columns.map(({ name }) => name)]),
    rows: csvLines,
    tail: () => '',
  }),
};

export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as never, OPTIONS);
}

const OPTIONS: Options = {
  record_delimiter: 'windows',
  // With CRLF between rows the library leaves a lone CR or LF bare, which every reader takes for a new row.
  quoted_match: /[\r\n]/,
  escape_formulas: true,
  cast: {
    boolean: String,
    object: (value) => (value as unknown as readonly string[]).join('; '),
  },
};
