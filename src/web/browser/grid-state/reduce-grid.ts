import { MUSCLES, isMuscle, type InjectionSide } from '../../../clinical/catalogue/muscles';
import type { InjectionPoint } from '../../../clinical/doses/injection-points';
import type { ToxinProduct } from '../../../clinical/units';
import {
  addRow,
  changeRow,
  isBlank,
  muscleChange,
  pick,
  pointsChange,
  sitesOn,
  steppedUnits,
} from './grid-rows';
import {
  NOT_TOLD,
  removedOf,
  type DilutionFields,
  type GridRow,
  type GridState,
  type Removed,
  type StartedFrom,
  type StockVialRow,
  type VialRow,
} from './grid-state';

export type RowField = 'units' | 'sites' | 'volumeMl' | 'guidance';
export type VialField = Exclude<keyof VialRow, 'key' | 'stock'>;

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
