import { MUSCLES, isMuscle, type InjectionSide } from '../../../clinical/catalogue/muscles';
import { PRODUCT_ROWS } from '../../../clinical/catalogue/product-rows';
import { sitesOfPoints, unitsOfPoints, type InjectionPoint } from '../../../clinical/doses/injection-points';
import type { ToxinProduct } from '../../../clinical/units';
import { numberText, readNumber } from '../../shared/typed-number';

/** A row as it stands on the screen: what was typed, not yet read as numbers. */
export interface GridRow {
  readonly key: number;
  /** A slug of the catalogue; empty until one is chosen. */
  readonly muscle: string;
  /** What stands in the search field of the muscle. */
  readonly text: string;
  readonly side: InjectionSide;
  readonly units: string;
  readonly sites: string;
  readonly volumeMl: string;
  readonly guidance: string;
  /** Where in the muscle, as it was placed last. A draft of another release knows of none. */
  readonly points?: readonly InjectionPoint[];
}

/** A vial as it stands on the screen; the times are the clinic's wall clock, `2026-11-23T09:30`. */
export interface VialRow {
  readonly key: number;
  /** Of a vial of the stock: which one, and how it was found. A draft of another release knows of none. */
  readonly stock?: { readonly id: string; readonly state: 'closed' | 'open' | 'reconstituted' };
  readonly lotNumber: string;
  readonly expiresOn: string;
  readonly vialUnits: string;
  readonly reconstitutedAt: string;
  readonly diluentMl: string;
  readonly unitsDiscarded: string;
}

/** How the vials are reconstituted, as it is typed. */
export type DilutionFields = Readonly<Pick<VialRow, 'vialUnits' | 'diluentMl'>>;

/** A version of a protocol that rows began from, or an empty list. */
export type StartedFrom = { readonly id: string; readonly version: number } | 'nothing';

/** Everything that is typed while a session is logged: what the list, the map and the draft share. */
export interface GridState {
  /** The id that the session will have: it stays through every attempt, so that it is written once. */
  readonly id: string;
  readonly performedOn: string;
  readonly product: ToxinProduct;
  readonly rows: readonly GridRow[];
  readonly vials: readonly VialRow[];
  readonly note: string;
  /** Reason for going ahead, by the code of the finding. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Why a signed session is amended. */
  readonly amendReason: string;
  /** Units that were typed for another product, by product and row: they come back with it and never cross over. */
  readonly setAside: Readonly<Partial<Record<ToxinProduct, Readonly<Record<number, string>>>>>;
  /** The session that this one completes or touches up, by the id of its version that counts. */
  readonly continuesId?: string | null;
  /** What the rows began from, where that is not what the page came with. */
  readonly startedFrom?: StartedFrom;
  /** How the vials are reconstituted, while none of the list says it; volumes are worked out from it. A session on record has none. */
  readonly dilution?: DilutionFields;
  /** Rows that were copied forward and stand aside while only what is added is entered. */
  readonly copied?: readonly GridRow[];
  /** What was taken away and can come back, the latest last. */
  readonly removed?: readonly Removed[];
  readonly nextKey: number;
}

/** A row or a vial that was taken away, and where it stood; or all rows, with what they began from. */
export type Removed =
  | {
      readonly list: 'start';
      readonly item: Pick<GridState, 'rows' | 'startedFrom' | 'dilution'>;
    }
  | { readonly list: 'rows'; readonly item: GridRow; readonly at: number }
  | { readonly list: 'vials'; readonly item: VialRow; readonly at: number };

export type RowField = 'units' | 'sites' | 'volumeMl' | 'guidance';
export type VialField = Exclude<keyof VialRow, 'key' | 'stock'>;

/** A vial of the stock as it comes into the list. */
export type StockVialRow = Omit<VialRow, 'key' | 'unitsDiscarded'> & Required<Pick<VialRow, 'stock'>>;

export type GridAction =
  | { readonly type: 'restore'; readonly state: GridState }
  | { readonly type: 'head'; readonly field: 'performedOn' | 'note' | 'amendReason'; readonly value: string }
  | { readonly type: 'product'; readonly product: ToxinProduct }
  | { readonly type: 'row'; readonly key: number; readonly field: RowField; readonly value: string }
  | { readonly type: 'points'; readonly key: number; readonly points: readonly InjectionPoint[] }
  | { readonly type: 'side'; readonly key: number; readonly side: InjectionSide }
  | { readonly type: 'search'; readonly key: number; readonly text: string }
  | {
      readonly type: 'muscle';
      readonly key: number;
      readonly muscle: string;
      readonly side?: InjectionSide;
    }
  | { readonly type: 'step'; readonly key: number; readonly steps: number }
  | { readonly type: 'add' }
  /** `afresh`: the rows are still those of the last session, and none of them is what is added now. */
  | { readonly type: 'continues'; readonly sessionId: string | null; readonly afresh: boolean }
  /** `keeps`: what stands in the list was typed, and can come back. */
  | {
      readonly type: 'start';
      readonly from: StartedFrom | undefined;
      readonly rows: readonly GridRow[];
      readonly dilution: DilutionFields | undefined;
      readonly keeps: boolean;
    }
  | { readonly type: 'dilution'; readonly field: keyof DilutionFields; readonly value: string }
  | { readonly type: 'remove'; readonly key: number }
  | { readonly type: 'undo-remove' }
  | {
      readonly type: 'pick';
      readonly muscle: string;
      readonly side: InjectionSide;
      readonly units: string;
    }
  | { readonly type: 'reason'; readonly code: string; readonly value: string }
  | { readonly type: 'add-vial' }
  | { readonly type: 'take-vial'; readonly vial: StockVialRow }
  | { readonly type: 'vial'; readonly key: number; readonly field: VialField; readonly value: string }
  | { readonly type: 'remove-vial'; readonly key: number };

/** The next state. It never looks at the clock, the network or the page. */
export function reduceGrid(state: GridState, action: GridAction): GridState {
  switch (action.type) {
    case 'restore':
      return action.state;
    case 'head':
      return { ...state, [action.field]: action.value };
    case 'product':
      return withProduct(state, action.product);
    case 'row':
      return changeRow(state, action.key, () => ({ [action.field]: action.value }));
    case 'side':
      return changeRow(state, action.key, (row) => ({ side: action.side, ...sitesOn(action.side, row) }));
    case 'points':
      return changeRow(state, action.key, (row) => pointsChange(row, action.points));
    case 'search':
      return changeRow(state, action.key, ({ muscle }) => ({
        text: action.text,
        muscle: isMuscle(muscle) && MUSCLES[muscle].name === action.text ? muscle : '',
      }));
    case 'muscle':
      return changeRow(state, action.key, (row) => muscleChange(row, action.muscle, action.side));
    case 'step':
      return changeRow(state, action.key, ({ units }) => ({
        units: steppedUnits(units, action.steps, state.product),
      }));
    case 'add':
      return addRow(state, {});
    case 'remove':
      return removeRow(state, action.key);
    case 'continues':
      return withContinued(state, action);
    case 'start':
      return withStart(state, action);
    case 'dilution':
      return { ...state, dilution: { ...NOT_TOLD, ...state.dilution, [action.field]: action.value } };
    case 'undo-remove':
      return undoRemove(state);
    case 'pick':
      return pick(state, action);
    case 'reason':
      return { ...state, reasons: { ...state.reasons, [action.code]: action.value } };
    case 'add-vial':
      return addVial(state, { ...NOT_TOLD, ...state.dilution });
    case 'take-vial':
      return addVial(state, withDilution(action.vial, state.dilution));
    case 'vial':
      return {
        ...state,
        vials: state.vials.map((vial) =>
          vial.key === action.key ? { ...vial, [action.field]: action.value } : vial,
        ),
      };
    case 'remove-vial':
      return removeVial(state, action.key);
  }
}

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

function removeRow(state: GridState, key: number): GridState {
  const at = state.rows.findIndex((row) => row.key === key);
  const item = state.rows[at];
  if (!item) return state;
  const rows = state.rows.toSpliced(at, 1);
  return isBlank(item)
    ? { ...state, rows }
    : { ...state, rows, removed: [...removedOf(state), { list: 'rows', item, at }] };
}

function removeVial(state: GridState, key: number): GridState {
  const at = state.vials.findIndex((vial) => vial.key === key);
  const item = state.vials[at];
  if (!item) return state;
  return {
    ...state,
    vials: state.vials.toSpliced(at, 1),
    removed: [...removedOf(state), { list: 'vials', item, at }],
  };
}

/** What was taken away last comes back to where it stood. */
function undoRemove(state: GridState): GridState {
  const removed = removedOf(state);
  const last = removed.at(-1);
  if (!last) return state;
  const rest = { ...state, removed: removed.slice(0, -1) };
  if (last.list === 'start') return { ...rest, ...last.item };
  return last.list === 'rows'
    ? { ...rest, rows: state.rows.toSpliced(last.at, 0, last.item) }
    : { ...rest, vials: state.vials.toSpliced(last.at, 0, last.item) };
}

/** A draft of another release knows of none. */
export function removedOf({ removed = [] }: GridState): readonly Removed[] {
  return removed;
}

function withProduct(state: GridState, product: ToxinProduct): GridState {
  if (product === state.product) return state;
  const typed = Object.fromEntries(state.rows.map(({ key, units }) => [key, units]));
  const back = state.setAside[product];
  return {
    ...state,
    product,
    rows: state.rows.map((row) => ({ ...row, units: back?.[row.key] ?? '' })),
    vials: [],
    dilution: state.dilution && NOT_TOLD,
    removed: [],
    reasons: {},
    setAside: { ...state.setAside, [state.product]: typed },
  };
}

/** Other rows take the place of those in the list, each with a key that no other has. */
function withStart(
  state: GridState,
  { from, rows, dilution, keeps }: Extract<GridAction, { type: 'start' }>,
): GridState {
  const { startedFrom, nextKey } = state;
  const back: Removed = {
    list: 'start',
    item: { rows: state.rows, startedFrom, dilution: state.dilution },
  };
  return {
    ...state,
    startedFrom: from,
    rows: from === undefined ? rows : rows.map((row, index) => ({ ...row, key: nextKey + index })),
    dilution: dilution ?? state.dilution,
    removed: keeps ? [...removedOf(state), back] : removedOf(state).filter(({ list }) => list !== 'rows'),
    nextKey: nextKey + rows.length,
  };
}

function withContinued(
  state: GridState,
  { sessionId: continuesId, afresh }: Extract<GridAction, { type: 'continues' }>,
): GridState {
  const { copied, ...rest } = state;
  if (continuesId !== null && afresh)
    return addRow({ ...state, continuesId, copied: state.rows, rows: [] }, { guidance: '' });
  const back = continuesId === null && copied && state.rows.every(isBlank);
  return back ? { ...rest, continuesId, rows: copied } : { ...state, continuesId };
}

function changeRow(state: GridState, key: number, change: (row: GridRow) => Partial<GridRow>): GridState {
  return { ...state, rows: state.rows.map((row) => (row.key === key ? { ...row, ...change(row) } : row)) };
}

function muscleChange(row: GridRow, slug: string, wanted: InjectionSide = row.side): Partial<GridRow> {
  if (!isMuscle(slug)) return {};
  const { name, paired } = MUSCLES[slug];
  const side = !paired ? 'midline' : wanted === 'midline' ? 'right' : wanted;
  const points = slug === row.muscle ? row.points : [];
  return { muscle: slug, text: name, side, points };
}

/** Points say how much is given and in how many places. Without any, both stay as they are. */
function pointsChange({ side }: GridRow, points: readonly InjectionPoint[]): Partial<GridRow> {
  if (points.length === 0) return { points };
  return {
    points,
    units: numberText(unitsOfPoints(points, side)),
    sites: String(sitesOfPoints(points, side)),
  };
}

/** Sites that were counted from points are counted again for another side. */
function sitesOn(side: InjectionSide, { points = [], side: before, sites }: GridRow): Partial<GridRow> {
  if (points.length === 0 || sites !== String(sitesOfPoints(points, before))) return {};
  return { sites: String(sitesOfPoints(points, side)) };
}

function addRow(state: GridState, start: Partial<GridRow>): GridState {
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
function pick(
  state: GridState,
  { muscle: slug, side, units }: Extract<GridAction, { type: 'pick' }>,
): GridState {
  if (units.trim() === '' || !isMuscle(slug) || rowOf(state.rows, slug, side)) return state;
  const { name, paired } = MUSCLES[slug];
  const place = { muscle: slug, text: name, side: paired ? side : 'midline', units } as const;
  const blank = state.rows.find(isBlank);
  return blank ? changeRow(state, blank.key, () => place) : addRow(state, place);
}

function addVial(state: GridState, start: Partial<VialRow>): GridState {
  const vial: VialRow = {
    lotNumber: '',
    expiresOn: '',
    reconstitutedAt: '',
    unitsDiscarded: '',
    ...NOT_TOLD,
    ...start,
    key: state.nextKey,
  };
  return { ...state, vials: [...state.vials, vial], nextKey: state.nextKey + 1 };
}

/** A closed vial of the stock is reconstituted as the dilution says, where that is for vials of its size. */
function withDilution(vial: StockVialRow, { vialUnits, diluentMl }: DilutionFields = NOT_TOLD): StockVialRow {
  return vial.stock.state !== 'reconstituted' && vialUnits === vial.vialUnits ? { ...vial, diluentMl } : vial;
}

/** A dilution that nobody has told yet. */
export const NOT_TOLD: DilutionFields = { vialUnits: '', diluentMl: '' };
