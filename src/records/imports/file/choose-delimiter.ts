import { parse, type Options } from 'csv-parse/sync';
import { malformed } from '../../../platform/http/problem';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const TRIED = 50;

/** A note of the longest and what stands beside it. */
export const LONGEST_RECORD = 64 * 1024;

/**
 * What stands between the values?
 *
 * The first records are read with each candidate. The one wins with the largest share of records of one same width above
 * 1: a comma in a note or a decimal number does not repeat in every row as often as the delimiter does.
 */
export function chooseDelimiter(text: string): Delimiter {
  const told = /^sep=(.)\r?\n/.exec(text)?.[1];
  const known = DELIMITERS.find((delimiter) => delimiter === told);
  if (known) return known;
  const shares = DELIMITERS.map((delimiter) => ({ delimiter, share: shareOfOneWidth(text, delimiter) }));
  return shares.reduce((best, next) => (next.share > best.share ? next : best)).delimiter;
}

/** Our choice: exports of other programs have a few hundred columns. */
const MOST_COLUMNS = 500;

export const CSV_OPTIONS = {
  relax_column_count: true,
  skip_empty_lines: false,
  max_record_size: LONGEST_RECORD,
  on_record(cells: string[], { lines }) {
    if (cells.length > MOST_COLUMNS)
      throw malformed('', 'csv', `A row near line ${lines} has more than ${MOST_COLUMNS} values`);
    return cells;
  },
} satisfies Options;

function shareOfOneWidth(text: string, delimiter: Delimiter): number {
  try {
    const records = parse(text, { ...CSV_OPTIONS, delimiter, to: TRIED });
    const widths = records.filter((record) => record.some((cell) => cell !== '')).map(({ length }) => length);
    const wide = widths.filter((width) => width > 1);
    const most = Math.max(0, ...wide.map((width) => wide.filter((other) => other === width).length));
    return widths.length === 0 ? 0 : most / widths.length;
  } catch {
    // With another delimiter its quotes may be right.
    return 0;
  }
}
