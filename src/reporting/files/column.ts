import type { PlainDate } from '../../clinical/calendar';
import type { DueSettings } from '../../clinical/due/due-settings';
import type { Pseudonymize, PseudonymKind } from '../deidentify/pseudonym';

export const COLUMN_TYPES = [
  'pseudonym',
  'text',
  'list',
  'day',
  'moment',
  'integer',
  'number',
  'boolean',
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** One value of an export; null where it is not known. */
export type Cell = string | number | boolean | null | readonly string[];

/** What a row is read with. */
export interface ReportContext {
  readonly pseudonymize: Pseudonymize;
  readonly asOf: PlainDate;
  readonly due: DueSettings;
}

/** A column of a report: its line in the codebook and how its value is made, in one place so that they cannot part. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  readonly unit?: string;
  /** Every value that can appear, where there are few. */
  readonly values?: readonly string[];
  /** What the database selects for it. */
  readonly sql: string;
  /** Makes the cell of it, where that is not the selected value itself. */
  readonly read?: (value: never, context: ReportContext) => Cell;
  /** Read from the part of a report that makes several rows of one selected row; nothing is selected for it. */
  readonly ofPart?: true;
}

/** A type, with the unit of its values or all that can appear. */
type Typed<Type extends ColumnType> = Type | ({ readonly type: Type } & Pick<Column, 'unit' | 'values'>);

export function column(
  name: string,
  type: Typed<Exclude<ColumnType, 'pseudonym' | 'moment'>>,
  sql: string,
  description: string,
): Column {
  return { name, ...typed(type), sql, description };
}

/** A column whose cell is decided here, from what the database selects. Declare the type that the driver gives. */
export function derived<T>(
  base: Omit<Column, 'read'>,
  read: (value: T, context: ReportContext) => Cell,
): Column {
  return { ...base, read };
}

/** A column whose cell is read from a part of the selected row. Declare the type that the report's `parts` makes. */
export function ofPart<T>(
  name: string,
  type: Typed<ColumnType>,
  read: (part: T) => Cell,
  description: string,
): Column {
  return { ...derived({ name, ...typed(type), sql: 'null', description }, read), ofPart: true };
}

export function pseudonym(name: string, kind: PseudonymKind, sql: string, description: string): Column {
  return derived<string | null>({ name, type: 'pseudonym', sql, description }, (id, { pseudonymize }) =>
    id === null ? null : pseudonymize(kind, id),
  );
}

export function moment(name: string, sql: string, description: string): Column {
  // Cut to milliseconds, never rounded up: asked for rows updated since this moment, the row itself is among them.
  const text = `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return { name, type: 'moment', sql: text, description };
}

function typed(type: Typed<ColumnType>): Pick<Column, 'type' | 'unit' | 'values'> {
  return typeof type === 'string' ? { type } : type;
}
