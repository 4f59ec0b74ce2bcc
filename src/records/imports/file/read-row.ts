import { indicationNamed } from '../../../clinical/catalogue/indication-named';
import { INDICATION_SLUGS, indicationOf } from '../../../clinical/catalogue/indications';
import { musclesNamed } from '../../../clinical/catalogue/muscle-named';
import { MUSCLES } from '../../../clinical/catalogue/muscles';
import { productOfBrand } from '../../../clinical/elsewhere/toxin-brands';
import { namesIn, sexIn, sideIn, withoutUnit } from './as-clinics-write';
import { readDay, type DayWriting } from './day-writing';
import type { MappedColumn } from './map-columns';
import type { FileRow } from './read-table';

export interface CellError {
  readonly column: string | null;
  readonly message: string;
}

export interface ReadRow {
  /** The request that the row becomes; a blank cell is left out. */
  readonly value: Record<string, unknown>;
  readonly errors: readonly CellError[];
}

/** A row of the file as a request, its fields where `pointer` says. */
export function readRow(
  { cells }: FileRow,
  columns: readonly MappedColumn[],
  writing: DayWriting,
  width: number,
): ReadRow {
  const value: Record<string, unknown> = {};
  const errors: CellError[] = [];
  const beyond = cells.slice(width).some(Boolean);
  if (beyond)
    errors.push({
      column: null,
      message: `The row has ${cells.length} values, the header ${width}: put a value that holds the delimiter in quotation marks`,
    });
  for (const column of columns) {
    const text = cells[column.index] ?? '';
    if (text === '') continue;
    const read = readCell(text, column, writing);
    if ('message' in read) errors.push({ column: column.name, message: read.message });
    else if (column.kind === 'full-name') Object.assign(value, read.value);
    else put(value, column.pointer, read.value);
  }
  const family = columns.find(({ kind }) => kind === 'family-name');
  const { familyName, givenName } = value;
  if (family && typeof familyName === 'string' && givenName === undefined && namesIn(familyName))
    errors.push({
      column: family.name,
      message: `${family.name} is ${shown(familyName)}: these are two names. Call the column name where both stand in it`,
    });
  return { value, errors };
}

function readCell(
  text: string,
  { kind, name, mayBeUnknown, unit, hasHombre }: MappedColumn,
  writing: DayWriting,
): { readonly value: unknown } | { readonly message: string } {
  if (mayBeUnknown && text.toLowerCase() === 'unknown') return { value: null };
  switch (kind) {
    case 'text':
    case 'family-name':
      return { value: text };
    case 'full-name': {
      const value = namesIn(text);
      return value === undefined
        ? {
            message: `${name} is ${shown(text)}: write the family name, a comma and the given name, or each in a column`,
          }
        : { value };
    }
    case 'sex':
      return { value: sexIn(text, hasHombre) };
    case 'side':
      return { value: sideIn(text) };
    case 'muscle': {
      const [muscle, ...others] = musclesNamed(text);
      return others.length > 0
        ? {
            message: `${name} is ${shown(text)}: write whether it is ${[muscle!, ...others].map((slug) => MUSCLES[slug].name).join(' or ')}`,
          }
        : { value: muscle ?? slugOf(text) };
    }
    case 'indication': {
      const value = indicationNamed(text);
      return value === undefined ? { message: `${name} is ${shown(text)}: ${WHICH_INDICATION}` } : { value };
    }
    case 'word':
      return { value: text.toLowerCase() };
    case 'slug':
      return { value: slugOf(text) };
    case 'product':
      return { value: productOfBrand(text) ?? text.toLowerCase() };
    case 'day': {
      const value = readDay(text, writing);
      return value === undefined ? { message: `${name} is ${shown(text)}: ${DAYS[writing]}` } : { value };
    }
    case 'number': {
      const value = readNumber(withoutUnit(text, unit));
      return value === undefined ? { message: `${name} is ${shown(text)}: ${numberWords(text)}` } : { value };
    }
    case 'number-or-label':
      return { value: readNumber(text) ?? text };
    case 'yes-no': {
      const value = YES_NO[text.toLowerCase()];
      return value === undefined ? { message: `${name} is ${shown(text)}: write yes or no` } : { value };
    }
  }
}

const WHICH_INDICATION = `write one of: ${INDICATION_SLUGS.map((slug) => indicationOf(slug).name).join('; ')}`;

const DAYS: Readonly<Record<DayWriting, string>> = {
  iso: 'write a day that exists as YYYY-MM-DD, with all four digits of the year, or say with dates=dmy or dates=mdy how the file writes it',
  dmy: 'write a day that exists as DD/MM/YYYY, with all four digits of the year',
  mdy: 'write a day that exists as MM/DD/YYYY, with all four digits of the year',
};

/** What to write instead of what is no number; a thousand that may be a little more than one is said by both. */
function numberWords(text: string): string {
  const thousands = /^(\d{1,3})[.,](\d{3})(?!\d)/.exec(text);
  return thousands
    ? `write ${thousands[1]}${thousands[2]} if thousands are meant, else no more than two decimals`
    : 'write a number such as 12.5 or 12,5, without its unit';
}

function slugOf(text: string): string {
  return text.toLowerCase().replaceAll(/[\s-]+/g, '_');
}

const YES_NO: Readonly<Record<string, boolean>> = Object.assign(Object.create(null), {
  yes: true,
  true: true,
  no: false,
  false: false,
});

/**
 * A number with a decimal point or a decimal comma. `1,234` is refused: one clinic means a thousand by it, another one and a
 * quarter, and no dose or weight of ours has three decimals.
 */
export function readNumber(text: string): number | undefined {
  return /^-?\d{1,7}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}

function put(value: Record<string, unknown>, pointer: string, cell: unknown): void {
  const [first, second] = pointer.slice(1).split('/') as [string, string?];
  if (second === undefined) value[first] = cell;
  else value[first] = { ...(value[first] as object | undefined), [second]: cell };
}

function shown(text: string): string {
  return `“${text.slice(0, 60)}”`;
}
