import type { PlainDate } from '../../../clinical/calendar';
import { muscleOf, type InjectionSide } from '../../../clinical/catalogue/muscles';
import type { InjectionPoint } from '../../../clinical/doses/injection-points';
import { drawnStrength } from '../../../clinical/doses/drawn-volume';
import type { ToxinProduct } from '../../../clinical/units';
import { numberText } from '../../shared/typed-number';
import { wallTimeAt } from '../../../clinical/schedule/wall-clock';
import { NOT_TOLD, type DilutionFields, type GridRow, type GridState, type VialRow } from './grid-state';

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
    readonly points?: readonly InjectionPoint[];
  }[];
  readonly vials?: readonly { readonly vialUnits: number; readonly diluentMl: number | null }[];
}

/** The last session copied forward, to a day that may still be asked for. With another product muscles and sides stay; units, sites and volumes do not. */
export function copiedForward(
  last: StartSession | undefined,
  performedOn: PlainDate | '',
  product: ToxinProduct,
): GridState {
  const same = last?.product === product;
  const rows = (last?.injections ?? []).map((injection, key): GridRow => {
    const row = rowFrom(injection, key);
    return same ? row : { ...row, units: '', sites: '', volumeMl: '', points: [] };
  });
  return {
    ...stateOf(performedOn, product, rows),
    dilution: same ? dilutionOf(product, last.vials) : NOT_TOLD,
  };
}

/** How the last session's vials were reconstituted, where all were alike. */
function dilutionOf(product: ToxinProduct, vials: StartSession['vials'] = []): DilutionFields {
  const made = vials.map(({ vialUnits, diluentMl }) => ({ vialUnits, diluentMl: diluentMl ?? undefined }));
  const [first] = vials;
  if (!first || first.diluentMl === null || drawnStrength(product, made) === undefined) return NOT_TOLD;
  return { vialUnits: fieldText(first.vialUnits), diluentMl: fieldText(first.diluentMl) };
}

/** A session that was given: what the grid takes up beside its rows. */
export interface GivenSession extends StartSession {
  readonly note: string | null;
  readonly continuesId: string | null;
  readonly vials: readonly {
    readonly vialId: string | null;
    readonly lotNumber: string;
    readonly expiresOn: PlainDate;
    readonly vialUnits: number;
    readonly reconstitutedAt: Date | null;
    readonly diluentMl: number | null;
    readonly unitsDiscarded: number | null;
  }[];
}

/** A stored session as it is taken up again to be changed. Reasons on record stay with their findings; a new one is asked for. */
export function takenUp(session: GivenSession, zone: string): GridState {
  const rows = session.injections.map(rowFrom);
  return {
    ...stateOf(session.performedOn, session.product, rows),
    note: session.note ?? '',
    continuesId: session.continuesId,
    vials: session.vials.map((vial, index) => vialFrom(vial, FIRST_VIAL_KEY + index, zone)),
  };
}

/** Keys of a grid, each once: the rows it begins with from 0 on, then its vials, then what is added. */
const FIRST_VIAL_KEY = 500;
const FIRST_ADDED_KEY = 1000;

function stateOf(performedOn: PlainDate | '', product: ToxinProduct, rows: readonly GridRow[]): GridState {
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
    removed: [],
    nextKey: FIRST_ADDED_KEY + Math.max(rows.length, 1),
  };
}

export function rowFrom(injection: StartSession['injections'][number], key: number): GridRow {
  const { muscle, side, units, sites, volumeMl, guidance, points = [] } = injection;
  return {
    key,
    muscle,
    text: muscle === '' ? '' : muscleOf(muscle).name,
    side,
    units: units > 0 ? numberText(units) : '',
    sites: fieldText(sites),
    volumeMl: fieldText(volumeMl),
    guidance: guidance ?? '',
    points,
  };
}

function vialFrom(vial: GivenSession['vials'][number], key: number, zone: string): VialRow {
  const { vialId, lotNumber, expiresOn, vialUnits, reconstitutedAt, diluentMl, unitsDiscarded } = vial;
  return {
    key,
    ...(vialId !== null && { stock: { id: vialId, state: reconstitutedAt ? 'reconstituted' : 'open' } }),
    lotNumber,
    expiresOn,
    vialUnits: fieldText(vialUnits),
    reconstitutedAt: reconstitutedAt ? wallTimeAt(reconstitutedAt, zone) : '',
    diluentMl: fieldText(diluentMl),
    unitsDiscarded: fieldText(unitsDiscarded),
  };
}

export function fieldText(number: number | null): string {
  return number === null ? '' : numberText(number);
}
