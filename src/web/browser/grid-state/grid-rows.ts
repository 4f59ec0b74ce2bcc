import { MUSCLES, isMuscle, type InjectionSide } from '../../../clinical/catalogue/muscles';
import { PRODUCT_ROWS } from '../../../clinical/catalogue/product-rows';
import { sitesOfPoints, unitsOfPoints, type InjectionPoint } from '../../../clinical/doses/injection-points';
import type { ToxinProduct } from '../../../clinical/units';
import { numberText, readNumber } from '../../shared/typed-number';
import type { GridRow, GridState } from './grid-state';

/** The row of a muscle on a side, or of both sides together when that is how it is written down. */
export function rowOf(rows: readonly GridRow[], muscle: string, side: InjectionSide): GridRow | undefined {
  return (
    rows.find((row) => row.muscle === muscle && row.side === side) ??
    rows.find((row) => row.muscle === muscle && row.side === 'bilateral')
  );
}

/**
 * Units so many arrow keys later, on the steps of the product, never below zero. Below two steps they are half as wide,
 * for the small muscles of face and hand. What is no number stays as it was typed.
 */
export function steppedUnits(text: string, steps: number, product: ToxinProduct): string {
  const units = text.trim() === '' ? 0 : readNumber(text);
  if (units === undefined) return text;
  const low = steps > 0 ? units : units - 0.01;
  const { arrow } = PRODUCT_ROWS[product].doseStep;
  const step = low < 2 * arrow ? arrow / 2 : arrow;
  const next = steps > 0 ? (Math.floor(units / step) + 1) * step : (Math.ceil(units / step) - 1) * step;
  return next <= 0 ? '' : numberText(next);
}

/** A row without anything typed into it is no injection and no mistake. */
export function isBlank({ muscle, text, units }: GridRow): boolean {
  return muscle === '' && text.trim() === '' && units.trim() === '';
}

export function changeRow(
  state: GridState,
  key: number,
  change: (row: GridRow) => Partial<GridRow>,
): GridState {
  return { ...state, rows: state.rows.map((row) => (row.key === key ? { ...row, ...change(row) } : row)) };
}

export function muscleChange(row: GridRow, slug: string, wanted: InjectionSide = row.side): Partial<GridRow> {
  if (!isMuscle(slug)) return {};
  const { name, paired } = MUSCLES[slug];
  const side = !paired ? 'midline' : wanted === 'midline' ? 'right' : wanted;
  const points = slug === row.muscle ? row.points : [];
  return { muscle: slug, text: name, side, points };
}

/** Points say how much is given and in how many places. Without any, both stay as they are. */
export function pointsChange({ side }: GridRow, points: readonly InjectionPoint[]): Partial<GridRow> {
  if (points.length === 0) return { points };
  return {
    points,
    units: numberText(unitsOfPoints(points, side)),
    sites: String(sitesOfPoints(points, side)),
  };
}

/** Sites that were counted from points are counted again for another side. */
export function sitesOn(
  side: InjectionSide,
  { points = [], side: before, sites }: GridRow,
): Partial<GridRow> {
  if (points.length === 0 || sites !== String(sitesOfPoints(points, before))) return {};
  return { sites: String(sitesOfPoints(points, side)) };
}

export function addRow(state: GridState, start: Partial<GridRow>): GridState {
  const before = state.rows.at(-1);
  const row: GridRow = {
    key: state.nextKey,
    muscle: '',
    text: '',
    side: before && before.side !== 'midline' ? before.side : 'right',
    units: '',
    sites: '',
    volumeMl: '',
    guidance: before?.guidance ?? '',
    ...start,
  };
  return { ...state, rows: [...state.rows, row], nextKey: state.nextKey + 1 };
}

/** A muscle that is picked with its units: without any it makes no row. */
export function pick(
  state: GridState,
  { muscle: slug, side, units }: Pick<GridRow, 'muscle' | 'side' | 'units'>,
): GridState {
  if (units.trim() === '' || !isMuscle(slug) || rowOf(state.rows, slug, side)) return state;
  const { name, paired } = MUSCLES[slug];
  const place = { muscle: slug, text: name, side: paired ? side : 'midline', units } as const;
  const blank = state.rows.find(isBlank);
  return blank ? changeRow(state, blank.key, () => place) : addRow(state, place);
}
