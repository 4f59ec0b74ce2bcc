import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../clinical/calendar';
import type { IndicationSlug } from '../clinical/catalogue/indications';
import type { ToxinProduct } from '../clinical/units';
import type { Cell, ReportContext } from './files/column';
import { parametersOf, reportSql, type Report, type ReportFilters } from './report';
import { OUTCOMES } from './reports/outcomes';

/** What came of the sessions with one product in one indication; nothing is added up over products. */
export interface OutcomeGroup {
  readonly indication: IndicationSlug;
  readonly product: ToxinProduct;
  readonly patients: number;
  readonly sessions: number;
  readonly improvementRatings: number;
  /** Null where nobody has rated. */
  readonly medianImprovementPct: number | null;
  readonly effectsEnded: number;
  readonly effectsOngoing: number;
  /** Kaplan-Meier median; null where it is not reached. */
  readonly medianEffectDays: number | null;
  readonly adverseEventsPer100Sessions: number;
}

const NARROWED: readonly string[] = ['breakdown', 'side', 'sex', 'ageGroup'];

/** The report `outcomes` without its finer breakdowns, each of which sorts all sessions once more. */
const UNBROKEN: Report = {
  ...OUTCOMES,
  columns: OUTCOMES.columns.filter(({ name }) => !NARROWED.includes(name)),
  groupBy: 't.indication, t.product',
  having: undefined,
  orderBy: 't.indication, t.product',
};

/** For reading on the screen. */
export async function outcomeGroups(
  db: EntityManager,
  filters: ReportFilters,
  { asOf, zone }: { readonly asOf: PlainDate; readonly zone: string },
): Promise<OutcomeGroup[]> {
  const rows = await db.query<Record<string, never>[]>(
    reportSql(UNBROKEN),
    parametersOf(filters, asOf, zone),
  );
  return rows.map(groupOf);
}

/** The columns of this report are read from their own value alone; none needs a context. */
function groupOf(row: Record<string, never>): OutcomeGroup {
  const cells = UNBROKEN.columns.map(({ name, type, read }): [string, Cell] => {
    const value: Cell = read ? read(row[name] as never, {} as ReportContext) : (row[name] as unknown as Cell);
    const isNumber = type === 'integer' || type === 'number';
    return [name, isNumber && value !== null ? Number(value) : value];
  });
  return Object.fromEntries(cells) as unknown as OutcomeGroup;
}
