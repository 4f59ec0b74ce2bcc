import type { PlainDate } from '../../../clinical/calendar';
import { muscleOf, type InjectionSide } from '../../../clinical/catalogue/muscles';
import type { ToxinProduct } from '../../../clinical/units';
import type { GridRow, GridState } from './grid-state';

/** The session that a grid begins with: the course's last one, or the one that is changed. */
export interface StartSession {
  readonly id: string;
  readonly performedOn: PlainDate;
  readonly product: ToxinProduct;
  readonly injections: readonly {
    readonly muscle: string;
    readonly side: InjectionSide;
    readonly units: number;
    readonly sites: number | null;
    readonly volumeMl: number | null;
    readonly guidance: string | null;
  }[];
}

/** The last session copied forward. With another product muscles and sides stay; units, sites and volumes do not. */
export function copiedForward(
  last: StartSession | undefined,
  performedOn: PlainDate,
  product: ToxinProduct,
): GridState {
  const same = last?.product === product;
  const rows = (last?.injections ?? []).map((injection, key): GridRow => {
    const row = rowFrom(injection, key);
    return same ? row : { ...row, units: '', sites: '', volumeMl: '' };
  });
  return stateOf(performedOn, product, rows);
}

/** A stored session as it is taken up again to be changed. */
export function takenUp(session: StartSession, rest: Partial<GridState>): GridState {
  const rows = session.injections.map(rowFrom);
  return { ...stateOf(session.performedOn, session.product, rows), ...rest };
}

function stateOf(performedOn: PlainDate, product: ToxinProduct, rows: readonly GridRow[]): GridState {
  const blank = rowFrom(
    { muscle: '', side: 'right', units: 0, sites: null, volumeMl: null, guidance: null },
    0,
  );
  return {
    id: '',
    performedOn,
    product,
    rows: rows.length > 0 ? rows : [blank],
    vials: [],
    note: '',
    reasons: {},
    amendReason: '',
    setAside: {},
    nextKey: Math.max(rows.length, 1) + 1000,
  };
}

function rowFrom(injection: StartSession['injections'][number], key: number): GridRow {
  const { muscle, side, units, sites, volumeMl, guidance } = injection;
  return {
    key,
    muscle,
    text: muscle === '' ? '' : muscleOf(muscle).name,
    side,
    units: units > 0 ? String(units) : '',
    sites: sites === null ? '' : String(sites),
    volumeMl: volumeMl === null ? '' : String(volumeMl),
    guidance: guidance ?? '',
  };
}
