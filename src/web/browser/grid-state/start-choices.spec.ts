import { PUBLISHED_PROTOCOLS } from '../../../clinical/protocols/published-protocols';
import { copiedForward } from './grid-start';
import type { GridState } from './grid-state';
import { reduceGrid, type GridAction } from './reduce-grid';
import type { OfferedProtocol } from './injection-data';
import { begunFrom, isAsBegun, startChoices, startOf } from './start-choices';

const LAST = {
  id: 'last',
  performedOn: '2026-08-24',
  product: 'ona',
  injections: [
    { muscle: 'frontalis', side: 'bilateral', units: 30, sites: 4, volumeMl: null, guidance: null },
  ],
  vials: [{ vialUnits: 200, diluentMl: 4 }],
} as const;
const PREEMPT = PUBLISHED_PROTOCOLS.filter(({ indication }) => indication === 'chronic_migraine');
const OURS: OfferedProtocol = {
  id: 'ours',
  version: 3,
  name: 'One side',
  product: 'ona',
  source: null,
  dilution: { vialUnits: 100, diluentMl: 2.5 },
  rows: [{ muscle: 'masseter', side: 'right', units: 25, sites: 3, volumeMl: null }],
};
const DYSPORT: OfferedProtocol = { ...OURS, id: 'dysport', name: 'Dysport', product: 'abo', dilution: null };
const protocols = [...PREEMPT, OURS, DYSPORT];
const start = copiedForward(LAST, '2026-11-23', 'ona');
const data = (given: object = {}) => ({
  protocols,
  start,
  basedOn: { id: 'last', words: 'the session of Aug 24' },
  judge: { session: { courseSide: 'left' } } as never,
  ...given,
});
const words = (state: GridState, given: object = {}) =>
  startChoices(data(given), state)
    .map((choice) => choice.words)
    .join(' | ');

function begin(state: GridState, name: string, given: object = {}): GridState {
  const choices = startChoices(data(given), state);
  const { from, rows, dilution } = choices.find((choice) => choice.words === name)!;
  const keeps = !isAsBegun(state.rows, startOf(state, choices));
  return reduceGrid(state, { type: 'start', from, rows, dilution, keeps });
}
const after = (state: GridState, ...actions: GridAction[]) => actions.reduce(reduceGrid, state);
const shown = ({ rows }: GridState) =>
  rows
    .map(({ muscle, side, units, sites }) => `${muscle} ${side} ${units || '-'}/${sites || '-'}`)
    .join(', ');
const units = (state: GridState, value: string): GridAction => ({
  type: 'row',
  key: state.rows[0]!.key,
  field: 'units',
  value,
});

it('offers the last session, the protocols of the product, and nothing', () => {
  expect(words(start)).toBe('Last session | PREEMPT 155 U | PREEMPT 195 U | One side | Nothing');
  expect(words(after(start, { type: 'product', product: 'abo' }))).toBe('Last session | Dysport | Nothing');
});

it('offers no last session where there is none', () => {
  const first = copiedForward(undefined, '2026-11-23', 'ona');
  expect(words(first, { start: first, basedOn: null })).toBe(
    'Nothing | PREEMPT 155 U | PREEMPT 195 U | One side',
  );
  expect(startOf(first, startChoices(data({ start: first, basedOn: null }), first))?.words).toBe('Nothing');
});

it('fills the rows with units and sites, each with a key that no other row had', () => {
  const state = begin(start, 'PREEMPT 155 U');
  expect(shown(state)).toBe(
    'corrugator_supercilii bilateral 10/2, procerus midline 5/1, frontalis bilateral 20/4, cervical_paraspinals bilateral 20/4, temporalis bilateral 40/8, occipitalis bilateral 30/6, trapezius bilateral 30/6',
  );
  const keys = [...start.rows, ...state.rows, ...after(state, { type: 'add' }).rows.slice(-1)].map(
    ({ key }) => key,
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(begunFrom(state, protocols)).toEqual({ protocolId: PREEMPT[0]!.id, protocolVersion: 1 });
});

it('turns what is written for one side to the side of the course, with its dilution', () => {
  const state = begin(start, 'One side');
  expect(shown(state)).toBe('masseter left 25/3');
  expect(state.dilution).toEqual({ vialUnits: '100', diluentMl: '2.5' });
});

it('goes back to the last session as it was copied, and names no protocol then', () => {
  const state = begin(begin(start, 'PREEMPT 155 U'), 'Last session');
  expect(state.rows).toEqual(start.rows);
  expect(state.dilution).toEqual({ vialUnits: '200', diluentMl: '4' });
  expect(begunFrom(state, protocols)).toBeUndefined();
});

it('empties the list', () => {
  expect(shown(begin(start, 'Nothing'))).toBe(' right -/-');
});

it('gives back what was typed before, also after a look at several', () => {
  const typed = after(start, units(start, '35'));
  const looked = begin(begin(begin(typed, 'PREEMPT 155 U'), 'PREEMPT 195 U'), 'One side');
  const back = after(looked, { type: 'undo-remove' });
  expect(back.rows).toEqual(typed.rows);
  expect(back.startedFrom).toBeUndefined();
  expect(back.removed).toEqual([]);
});

it('keeps nothing of what was only filled in', () => {
  expect(begin(begin(start, 'PREEMPT 155 U'), 'PREEMPT 195 U').removed).toEqual([]);
});

it('names the protocol while it is changed, and not with the units of another product', () => {
  const state = begin(start, 'PREEMPT 155 U');
  expect(begunFrom(after(state, units(state, '15')), protocols)).toBeDefined();
  const other = after(state, { type: 'product', product: 'abo' });
  expect(begunFrom(other, protocols)).toBeUndefined();
  const choices = startChoices(data(), other);
  expect(startOf(other, choices)?.words).toBe('PREEMPT 155 U (Botox)');
  expect(startOf(other, choices)?.rows.map((row) => row.units)).toEqual(state.rows.map(() => ''));
  expect(begunFrom(after(other, { type: 'product', product: 'ona' }), protocols)).toBeDefined();
});

it('a protocol that has another version by now is not what these rows began from', () => {
  const state = begin(start, 'One side');
  expect(begunFrom(state, [{ ...OURS, version: 4 }])).toBeUndefined();
});
