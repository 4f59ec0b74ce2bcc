import { malformed } from '../../../platform/http/problem';
import type { ColumnUnit } from './as-clinics-write';

/**
 * `word`: capitals do not matter; `slug`: nor whether its words have blanks or hyphens between them; `product`, `muscle`: one of
 * ours by its slug or by any of its names; `sex`, `side`: as clinics write them; `number-or-label`: what is no number is a
 * label (`1+`); `family-name`: of one person, `full-name`: before the comma the family name.
 */
export type CellKind =
  | 'text'
  | 'word'
  | 'indication'
  | 'slug'
  | 'product'
  | 'muscle'
  | 'sex'
  | 'side'
  | 'family-name'
  | 'full-name'
  | 'day'
  | 'number'
  | 'number-or-label'
  | 'yes-no';

/** A column that a file may have. */
export interface ImportColumn {
  readonly kind: CellKind;
  /** Where the value stands in the request that the row becomes. */
  readonly pointer: string;
  readonly required?: true;
  /** May a cell say `unknown`, where nobody knows it? Blank, it was forgotten. */
  readonly mayBeUnknown?: true;
  /** What a number may have behind it. */
  readonly unit?: ColumnUnit;
  /** Where a file has this column, it needs that one no more, and may not have it. */
  readonly insteadOf?: string;
}

export type ImportColumns = Readonly<Record<string, ImportColumn>>;

export interface MappedColumn extends ImportColumn {
  readonly field: string;
  /** As the file calls it. */
  readonly name: string;
  readonly index: number;
  /** Of a column of sexes: has it an `h` for hombre or homme? Then its `m` is another word. */
  readonly hasHombre?: boolean;
}

/** Which of the file's columns is left out: `null`; what any other is called here. */
export type Mapping = Readonly<Record<string, string | null>>;

/** What we add to refused rows: the corrected file is sent again with them. */
export const ADDED_COLUMNS: readonly string[] = ['refused row', 'refused because'];

/**
 * Which column of the file is which of ours?
 *
 * The clinic's own mapping decides, else the name; capitals, blanks, hyphens and underscores do not tell columns apart.
 *
 * @throws Problem 400 for a column that is unknown, there twice or missing.
 */
export function mapColumns(
  header: readonly string[],
  columns: ImportColumns,
  mapping: Mapping = {},
): readonly MappedColumn[] {
  const known = new Map(Object.keys(columns).map((field) => [plainName(field), field]));
  const own = new Map(Object.entries(mapping).map(([name, field]) => [plainName(name), field]));
  const mapped: MappedColumn[] = [];
  header.forEach((name, index) => {
    if (name === '' || ADDED_COLUMNS.includes(name)) return;
    const field = own.has(plainName(name)) ? own.get(plainName(name))! : known.get(plainName(name));
    if (field === null) return;
    if (field === undefined) throw unknownColumn(name, index, columns);
    const twice = mapped.find(
      (other) =>
        other.field === field || other.insteadOf === field || columns[field]!.insteadOf === other.field,
    );
    if (twice) throw malformed(`/columns/${index}`, 'doubled-column', twiceInWords(twice, name, index));
    mapped.push({ ...columns[field]!, field, name, index });
  });
  const missing = Object.entries(columns)
    .filter(
      ([field, { required }]) =>
        required && !mapped.some((column) => column.field === field || column.insteadOf === field),
    )
    .map(([field]) => field);
  if (missing.length === 0) return mapped;
  const [are, them] = missing.length === 1 ? ['The column', 'it'] : ['The columns', 'them'];
  throw malformed(
    '/columns',
    'missing-column',
    `${are} ${missing.join(', ')} must be in the file: name ${them} in its first row, or map ${them}`,
  );
}

function unknownColumn(name: string, index: number, columns: ImportColumns): Error {
  const known = Object.keys(columns).join(', ');
  return malformed(
    `/columns/${index}`,
    'unknown-column',
    `Column ${index + 1}, ${shown(name)}, is none of ours (${known}): rename it, or map it to one of them or to null to leave it out`,
  );
}

function twiceInWords(before: MappedColumn, name: string, index: number): string {
  const both = before.name === name ? shown(name) : `${shown(before.name)} and ${shown(name)}`;
  return `Columns ${before.index + 1} and ${index + 1}, ${both}, are both ${before.insteadOf ?? before.field}: leave one of them out`;
}

function shown(name: string): string {
  return `“${name.slice(0, 60)}”`;
}

/** Capitals, blanks, hyphens, dots and underscores do not tell columns apart. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_.-]/g, '');
}
