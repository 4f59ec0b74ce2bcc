import { rowsForSide } from '../../../clinical/protocols/protocol-rows';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { copiedForward, fieldText, rowFrom } from './grid-start';
import type { DilutionFields, GridRow, GridState, StartedFrom } from './grid-state';
import type { InjectionFormData, OfferedProtocol } from './injection-data';

/** What a session may start from. */
export interface StartChoice {
  readonly key: string;
  readonly words: string;
  readonly from: StartedFrom | undefined;
  readonly rows: readonly GridRow[];
  readonly dilution: DilutionFields | undefined;
  readonly protocol?: OfferedProtocol;
}

type Handed = Pick<InjectionFormData, 'protocols' | 'start' | 'basedOn' | 'judge'>;

/**
 * What may the rows of a session begin from?
 *
 * The last session, the protocols of this indication in the product that is chosen, or nothing; what the page came with stands first. The protocol that they began
 * from stays named when another product is chosen, without its units.
 */
export function startChoices(data: Handed, state: GridState): readonly StartChoice[] {
  const { protocols, start, basedOn, judge } = data;
  const named = protocolIn(state, protocols);
  const offered = protocols.filter((protocol) => protocol.product === state.product || protocol === named);
  const nothing: StartChoice = {
    key: 'nothing',
    words: 'Nothing',
    from: basedOn ? 'nothing' : undefined,
    rows: basedOn ? EMPTY : start.rows,
    dilution: undefined,
  };
  return [
    basedOn ? { key: 'last', words: 'Last session', from: undefined, ...ofLast(start, state) } : nothing,
    ...offered.map((protocol) => ofProtocol(protocol, state, judge.session.courseSide ?? null)),
    ...(basedOn ? [nothing] : []),
  ];
}

/** The choice that the rows began from. */
export function startOf(state: GridState, choices: readonly StartChoice[]): StartChoice | undefined {
  const key = keyOf(state.startedFrom);
  return choices.find((choice) =>
    key === undefined ? choice.from === undefined : keyOf(choice.from) === key,
  );
}

/** The protocol that the session names: one whose units are those of its product. */
export function begunFrom(
  state: GridState,
  protocols: readonly OfferedProtocol[],
): { readonly protocolId: string; readonly protocolVersion: number } | undefined {
  const protocol = protocolIn(state, protocols);
  return protocol?.product === state.product
    ? { protocolId: protocol.id, protocolVersion: protocol.version }
    : undefined;
}

/** Do the rows stand as they began? Then nothing is lost when others take their place. */
export function isAsBegun(rows: readonly GridRow[], begun: StartChoice | undefined): boolean {
  return content(rows) === content(begun?.rows ?? []);
}

function ofLast(start: GridState, { product }: GridState): Pick<StartChoice, 'rows' | 'dilution'> {
  if (product === start.product) return { rows: start.rows, dilution: start.dilution };
  return {
    rows: start.rows.map((row) => ({ ...row, units: '', sites: '', volumeMl: '', points: [] })),
    dilution: undefined,
  };
}

function ofProtocol(
  protocol: OfferedProtocol,
  { product }: GridState,
  courseSide: Parameters<typeof rowsForSide>[1],
): StartChoice {
  const { id, version, name, rows, dilution } = protocol;
  const same = protocol.product === product;
  return {
    key: keyOf({ id, version })!,
    words: same ? name : `${name} (${PRODUCTS[protocol.product].brand})`,
    from: { id, version },
    rows: rowsForSide(rows, courseSide).map((row, key) =>
      rowFrom({ ...row, units: same ? row.units : 0, guidance: null }, key),
    ),
    dilution:
      dilution && same
        ? { vialUnits: fieldText(dilution.vialUnits), diluentMl: fieldText(dilution.diluentMl) }
        : undefined,
    protocol,
  };
}

function protocolIn(
  { startedFrom }: GridState,
  protocols: readonly OfferedProtocol[],
): OfferedProtocol | undefined {
  const key = keyOf(startedFrom);
  return protocols.find(({ id, version }) => keyOf({ id, version }) === key);
}

function keyOf(from: StartedFrom | undefined): string | undefined {
  return typeof from === 'object' ? `${from.id} ${from.version}` : from;
}

const EMPTY = copiedForward(undefined, '', 'ona').rows;

function content(rows: readonly GridRow[]): string {
  return JSON.stringify(rows.map(({ key: _key, ...row }) => row));
}
