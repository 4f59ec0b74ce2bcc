import { decodeText } from '../file/decode-text';
import type { DayWriting } from '../file/day-writing';
import { ADDED_COLUMNS, mapColumns, plainName, type MappedColumn } from '../file/map-columns';
import { readTable, type Table } from '../file/read-table';
import { IMPORT_COLUMNS, type ImportKind } from '../import-kinds';
import { columnsByMapping, type KnownMapping } from '../mappings/columns-by-mapping';
import { findDates } from '../read-file';

export interface LookedAt {
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: number;
  readonly leftOut: readonly string[];
  /** Null: a person has to say it, as `datesUnclear` tells. */
  readonly dates: DayWriting | null;
  readonly datesUnclear: string | null;
  readonly columns: readonly LookedAtColumn[];
  /** Ours, in the order of the template. */
  readonly fields: readonly { readonly name: string; readonly required: boolean }[];
  /** The mapping that the columns were found by. */
  readonly mapping: string | null;
}

interface LookedAtColumn {
  readonly name: string;
  /** What it is called here; null: it is left out, or nobody knows. */
  readonly field: string | null;
  /** The first values that stand in it. */
  readonly examples: readonly string[];
}

interface Asked {
  readonly kind: ImportKind;
  readonly encoding?: string;
  readonly dates?: DayWriting;
  readonly mapping?: string;
}

const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 60;

/**
 * How would a file be read? What nobody can tell is left open, for a person to say, and nothing is refused for it.
 *
 * @throws Problem 400 for what is no table at all.
 */
export function lookAtFile(bytes: Buffer, asked: Asked, kept: readonly KnownMapping[]): LookedAt {
  const { text, encoding } = decodeText(bytes, asked.encoding);
  const table = readTable(text);
  const { columns, mapping } = foundColumns(table.header, asked, kept);
  const days = findDates(table.rows, columns);
  const dates = asked.dates ?? ('writing' in days ? days.writing : null);
  return {
    encoding,
    delimiter: table.delimiter,
    rows: table.rows.length,
    leftOut: table.leftOut,
    dates,
    datesUnclear: dates === null && 'unclear' in days ? days.unclear : null,
    columns: looked(table, columns),
    fields: Object.entries(IMPORT_COLUMNS[asked.kind]).map(([name, { required = false }]) => ({
      name,
      required,
    })),
    mapping,
  };
}

/** As an import would read them; where it would refuse the file, those whose names tell what they are. */
function foundColumns(
  header: readonly string[],
  { kind, mapping }: Asked,
  kept: readonly KnownMapping[],
): { readonly columns: readonly MappedColumn[]; readonly mapping: string | null } {
  try {
    const { columns, by } = columnsByMapping(header, kind, kept, mapping);
    return { columns, mapping: by?.id ?? null };
  } catch {
    return { columns: byTheirNames(header, kind), mapping: null };
  }
}

function byTheirNames(header: readonly string[], kind: ImportKind): readonly MappedColumn[] {
  const ours = IMPORT_COLUMNS[kind];
  const known = Object.keys(ours).map(plainName);
  const optional = Object.fromEntries(
    Object.entries(ours).map(([field, { required: _required, ...column }]) => [field, column]),
  );
  const seen = new Set<string>();
  const left = header.map((name) => {
    const plain = plainName(name);
    const isOne = known.includes(plain) && !seen.has(plain);
    seen.add(plain);
    return isOne ? name : '';
  });
  return mapColumns(left, optional);
}

function looked({ header, rows }: Table, columns: readonly MappedColumn[]): LookedAtColumn[] {
  return header.flatMap((name, index) => {
    if (name === '' || ADDED_COLUMNS.includes(name)) return [];
    const examples = new Set<string>();
    for (const { cells } of rows) {
      if (examples.size === MOST_EXAMPLES) break;
      if (cells[index]) examples.add(cells[index].slice(0, LONGEST_EXAMPLE));
    }
    const field = columns.find((column) => column.index === index)?.field ?? null;
    return [{ name, field, examples: [...examples] }];
  });
}
