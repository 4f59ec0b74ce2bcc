import type { PlainDate } from '../clinical/calendar';
import type { IndicationSlug } from '../clinical/catalogue/indications';
import type { ToxinProduct } from '../clinical/units';
import type { Column } from './files/column';

export const REPORT_FILTERS = ['from', 'to', 'indication', 'product', 'updatedSince', 'asOf'] as const;
export type ReportFilter = (typeof REPORT_FILTERS)[number];

/** What a script asked for; what it left out lets every row through. */
export interface ReportFilters {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly indication?: readonly IndicationSlug[];
  readonly product?: readonly ToxinProduct[];
  readonly updatedSince?: string;
  readonly asOf?: PlainDate;
}

/** What makes several rows, or none, of a selected row. */
export interface Parts {
  readonly sql: string;
  /** The parts of what is selected, a row each; columns made with `ofPart` read them. */
  readonly of: (selected: never) => readonly unknown[];
}

/** A report: the columns of a row, and the SQL that the rows come from. */
export interface Report {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly filters: readonly ReportFilter[];
  readonly columns: readonly Column[];
  readonly parts?: Parts;
  /** Common table expressions, tables and joins, conditions, grouping and order, as `reportSql` puts them together. */
  readonly with?: string;
  readonly from: string;
  readonly where: string;
  readonly groupBy?: string;
  readonly having?: string;
  readonly orderBy: string;
}

/** Where a report's filters apply: SQL expressions. */
interface Filtered {
  readonly day: string;
  readonly indication: string;
  readonly product: string;
  /** When a row last changed; without it the report knows no `updatedSince`. */
  readonly updatedAt?: string;
}

/** The conditions of the filters. A parameter that is null lets every row through. */
export function filtered({ day, indication, product, updatedAt }: Filtered): string {
  return `($1::date is null or ${day} >= $1)
    and ($2::date is null or ${day} <= $2)
    and ($3::text[] is null or ${indication} = any ($3))
    and ($4::text[] is null or ${product} = any ($4))
    and ($5::timestamptz is null${updatedAt ? ` or ${updatedAt} >= $5` : ''})`;
}

/** The filters as the parameters of every report's SQL, `$1` to `$5`; `$6` is the day that it looks at, `$7` the zone. */
export function parametersOf(filters: ReportFilters, asOf: PlainDate, zone: string): unknown[] {
  const { from, to, indication, product, updatedSince } = filters;
  return [from, to, indication, product, updatedSince, asOf, zone].map((value) => value ?? null);
}

export function reportSql(report: Report): string {
  const columns = report.columns.map((column) => `${column.sql} as "${column.name}"`);
  const selected = [...columns, ...(report.parts ? [`${report.parts.sql} as parts`] : [])].join(',\n  ');
  return [
    report.with && `with ${report.with}`,
    `select ${selected}`,
    `from ${report.from}`,
    `where ${report.where}`,
    // A parameter needs a place in the statement, also where the report has no use for it.
    `and $6::date is not null and $7::text is not null`,
    report.groupBy && `group by ${report.groupBy}`,
    report.having && `having ${report.having}`,
    `order by ${report.orderBy}`,
  ]
    .filter(Boolean)
    .join('\n');
}
