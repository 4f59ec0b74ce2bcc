import type { ToxinProduct } from '../../../clinical/units';
import { copiedForward, takenUp, type StartSession } from './grid-start';
import { rowOf, steppedUnits } from './grid-rows';
import type { GridState } from './grid-state';
import { reduceGrid, type GridAction } from './reduce-grid';

const LAST: StartSession = {
  id: '5f0c1c8e-6d0e-4c0e-9b7a-000000000001',
  performedOn: '2026-08-24',
  product: 'ona',
  injections: [
    { muscle: 'splenius_capitis', side: 'right', units: 80, sites: 3, volumeMl: 0.8, guidance: 'emg' },
    { muscle: 'sternocleidomastoid', side: 'left', units: 40, sites: 2, volumeMl: null, guidance: 'emg' },
  ],
};
const start = (product: ToxinProduct = 'ona') => copiedForward(LAST, '2026-11-23', product);
const after = (state: GridState, ...actions: GridAction[]) => actions.reduce(reduceGrid, state);
const shown = ({ rows }: GridState) =>
  rows.map(({ muscle, side, units }) => `${muscle} ${side} ${units || '-'}`);

describe('copied forward', () => {
  it('takes muscles, sides, units, sites and guidance to the new day', () => {
    expect(start()).toMatchObject({ performedOn: '2026-11-23', product: 'ona' });
    expect(shown(start())).toEqual(['splenius_capitis right 80', 'sternocleidomastoid left 40']);
    expect(start().rows[0]).toMatchObject({ sites: '3', volumeMl: '0.8', guidance: 'emg' });
  });

  it('leaves the units empty for another product', () => {
    expect(shown(start('rima'))).toEqual(['splenius_capitis right -', 'sternocleidomastoid left -']);
    expect(start('rima').rows[0]).toMatchObject({ sites: '', volumeMl: '', guidance: 'emg' });
  });

  it.each`
    vials                                                                   | dilution                                | why
    ${[{ vialUnits: 200, diluentMl: 4 }]}                                   | ${{ vialUnits: '200', diluentMl: '4' }} | ${'as it was reconstituted'}
    ${[{ vialUnits: 100, diluentMl: 2 }, { vialUnits: 200, diluentMl: 4 }]} | ${{ vialUnits: '100', diluentMl: '2' }} | ${'all alike'}
    ${[{ vialUnits: 100, diluentMl: 2 }, { vialUnits: 100, diluentMl: 4 }]} | ${{ vialUnits: '', diluentMl: '' }}     | ${'not alike'}
    ${[{ vialUnits: 200, diluentMl: null }]}                                | ${{ vialUnits: '', diluentMl: '' }}     | ${'it was not written down'}
    ${undefined}                                                            | ${{ vialUnits: '', diluentMl: '' }}     | ${'no vial'}
  `('takes the dilution of the last vials: $why', ({ vials, dilution }) => {
    expect(copiedForward({ ...LAST, vials }, '2026-11-23', 'ona').dilution).toEqual(dilution);
    expect(copiedForward({ ...LAST, vials }, '2026-11-23', 'abo').dilution).toEqual({
      vialUnits: '',
      diluentMl: '',
    });
  });

  it('begins a vial as the dilution says, which goes with another product', () => {
    const told = after(start(), { type: 'dilution', field: 'vialUnits', value: '100' }, { type: 'add-vial' });
    expect(told.vials[0]).toMatchObject({ vialUnits: '100', diluentMl: '', lotNumber: '' });
    expect(after(told, { type: 'product', product: 'abo' }).dilution).toEqual({
      vialUnits: '',
      diluentMl: '',
    });
  });

  it('begins a first session with one empty row', () => {
    expect(copiedForward(undefined, '2026-11-23', 'abo').rows).toHaveLength(1);
  });
});

describe('taken up again', () => {
  const vial = {
    lotNumber: 'C1234',
    expiresOn: '2028-01-31',
    vialId: null,
    vialUnits: 200,
    reconstitutedAt: new Date('2026-08-24T13:30:00Z'),
    diluentMl: 2.5,
    unitsDiscarded: null,
  } as const;
  const given = {
    ...LAST,
    note: 'left a little more',
    continuesId: 'the one before',
    vials: [vial, { ...vial, reconstitutedAt: null }],
  };
  const taken = takenUp(given, 'America/New_York');

  it('brings back rows, note and vials, their times on the clinic’s wall', () => {
    expect(shown(taken)).toEqual(shown(start()));
    expect(taken).toMatchObject({
      performedOn: '2026-08-24',
      note: 'left a little more',
      continuesId: 'the one before',
    });
    expect(taken.reasons).toEqual({});
    expect(taken.vials.map(({ reconstitutedAt }) => reconstitutedAt)).toEqual(['2026-08-24T09:30', '']);
    expect(taken.vials[0]).toMatchObject({ vialUnits: '200', diluentMl: '2.5', unitsDiscarded: '' });
  });

  it('gives every row and vial a key of its own, also what is added', () => {
    const { rows, vials } = after(taken, { type: 'add' }, { type: 'add-vial' });
    const keys = [...rows, ...vials].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a vial of the stock', () => {
  const offered = (given: object = {}) => ({
    stock: { id: 'a vial', state: 'closed' as const },
    lotNumber: 'C1234',
    expiresOn: '2028-01-31',
    vialUnits: '200',
    reconstitutedAt: '',
    diluentMl: '',
    ...given,
  });
  const madeUp = offered({ stock: { id: 'a vial', state: 'reconstituted' }, diluentMl: '2' });
  const diluted = (vialUnits: string) =>
    after(
      start(),
      { type: 'dilution', field: 'vialUnits', value: vialUnits },
      { type: 'dilution', field: 'diluentMl', value: '4' },
    );

  it.each`
    vial         | vialUnits | diluentMl | why
    ${offered()} | ${'200'}  | ${'4'}    | ${'it is reconstituted as the dilution says'}
    ${offered()} | ${'100'}  | ${''}     | ${'the dilution is for another size'}
    ${madeUp}    | ${'200'}  | ${'2'}    | ${'it was reconstituted before'}
  `('is taken into the list: $why', ({ vial, vialUnits, diluentMl }) => {
    const { vials } = after(diluted(vialUnits), { type: 'take-vial', vial });
    expect(vials).toEqual([{ ...vial, diluentMl, unitsDiscarded: '', key: expect.any(Number) }]);
  });

  it('stays that vial when its session is taken up again', () => {
    const [vial] = takenUp(
      {
        ...LAST,
        note: null,
        continuesId: null,
        vials: [
          {
            vialId: 'a vial',
            lotNumber: 'C1234',
            expiresOn: '2028-01-31',
            vialUnits: 200,
            reconstitutedAt: null,
            diluentMl: null,
            unitsDiscarded: 20,
          },
        ],
      },
      'America/New_York',
    ).vials;
    expect(vial?.stock).toEqual({ id: 'a vial', state: 'open' });
  });
});

describe('another product', () => {
  it('clears the units, and brings them back with the first product', () => {
    const other = after(start(), { type: 'product', product: 'abo' });
    expect(shown(other)).toEqual(['splenius_capitis right -', 'sternocleidomastoid left -']);
    expect(shown(after(other, { type: 'product', product: 'ona' }))).toEqual(shown(start()));
  });
});

it.each`
  product   | units        | steps | next
  ${'ona'}  | ${''}        | ${1}  | ${'2.5'}
  ${'ona'}  | ${'7.5'}     | ${1}  | ${'10'}
  ${'ona'}  | ${'10'}      | ${1}  | ${'15'}
  ${'ona'}  | ${'10'}      | ${-1} | ${'7.5'}
  ${'ona'}  | ${'12'}      | ${1}  | ${'15'}
  ${'ona'}  | ${'2.5'}     | ${-1} | ${''}
  ${'abo'}  | ${'120'}     | ${1}  | ${'130'}
  ${'abo'}  | ${'20'}      | ${-1} | ${'15'}
  ${'rima'} | ${'2500'}    | ${1}  | ${'2750'}
  ${'rima'} | ${'500'}     | ${-1} | ${'375'}
  ${'ona'}  | ${'12,5'}    | ${1}  | ${'15'}
  ${'rima'} | ${'2.250,5'} | ${1}  | ${'2500'}
  ${'ona'}  | ${'1O'}      | ${1}  | ${'1O'}
  ${'ona'}  | ${'1,250'}   | ${-1} | ${'1,250'}
`('$product: one arrow key takes "$units" to "$next"', ({ product, units, steps, next }) => {
  expect(steppedUnits(units, steps, product)).toBe(next);
});

describe('picked on the map', () => {
  it('adds a row for a muscle that is not in the list', () => {
    const state = after(start(), { type: 'pick', muscle: 'trapezius', side: 'right', units: '40' });
    expect(shown(state).at(-1)).toBe('trapezius right 40');
  });

  it('fills an empty row first', () => {
    const state = after(copiedForward(undefined, '2026-11-23', 'ona'), {
      type: 'pick',
      muscle: 'procerus',
      side: 'left',
      units: '5',
    });
    expect(shown(state)).toEqual(['procerus midline 5']);
  });

  it('makes no row of a muscle without units, so that a tap leaves nothing that has to be filled in', () => {
    const before = start();
    expect(after(before, { type: 'pick', muscle: 'trapezius', side: 'right', units: ' ' })).toBe(before);
  });

  it('goes to the row that is there already, also when it is for both sides together', () => {
    const state = after(start(), { type: 'side', key: 1, side: 'bilateral' });
    expect(rowOf(state.rows, 'sternocleidomastoid', 'right')?.key).toBe(1);
    expect(after(state, { type: 'pick', muscle: 'sternocleidomastoid', side: 'right', units: '5' })).toBe(
      state,
    );
  });
});

describe('a muscle typed over', () => {
  it('is none until one is chosen again', () => {
    const typed = after(start(), { type: 'search', key: 0, text: 'trap' });
    expect(typed.rows[0]).toMatchObject({ muscle: '', text: 'trap', units: '80' });
    const chosen = after(typed, { type: 'muscle', key: 0, muscle: 'trapezius' });
    expect(chosen.rows[0]).toMatchObject({ muscle: 'trapezius', text: 'Trapezius', side: 'right' });
  });

  it('takes the side that was typed with it, but none that it does not have', () => {
    const given = (muscle: string) =>
      after(start(), { type: 'muscle', key: 0, muscle, side: 'left' }).rows[0]!.side;
    expect([given('trapezius'), given('procerus')]).toEqual(['left', 'midline']);
  });

  it('is in the midline where there is only one', () => {
    const state = after(start(), { type: 'muscle', key: 0, muscle: 'procerus' });
    expect(state.rows[0]).toMatchObject({ side: 'midline' });
  });
});

describe('what was taken away', () => {
  const remove = (key: number) => ({ type: 'remove', key }) as const;
  const undo = { type: 'undo-remove' } as const;

  it('comes back to where it stood, the latest first', () => {
    expect(shown(after(start(), remove(0), undo))).toEqual(shown(start()));
    expect(shown(after(start(), remove(0), remove(1), undo, undo))).toEqual(shown(start()));
    expect(shown(after(start(), remove(0), remove(1), undo))).toEqual(shown(after(start(), remove(0))));
  });

  it('is nothing where nothing was taken away, or an empty row', () => {
    expect(after(start(), undo)).toEqual(start());
    const added = after(start(), { type: 'add' });
    const blank = after(added, remove(added.rows.at(-1)!.key));
    expect(after(blank, undo)).toEqual(blank);
  });

  it('does not come back with its units to another product', () => {
    const other = after(start(), remove(0), { type: 'product', product: 'abo' }, undo);
    expect(shown(other)).toEqual(['sternocleidomastoid left -']);
  });

  it('may be a vial', () => {
    const two = after(start(), { type: 'add-vial' }, { type: 'add-vial' });
    const one = after(two, { type: 'remove-vial', key: two.vials[0]!.key });
    expect(one.vials).toHaveLength(1);
    expect(after(one, undo).vials).toEqual(two.vials);
  });
});

describe('what completes or touches up another session', () => {
  const chosen = (sessionId: string | null, afresh = true) =>
    ({ type: 'continues', sessionId, afresh }) as const;

  it('begins with one empty row, and brings the copied ones back when it is one of its own after all', () => {
    const more = after(start(), chosen('first'));
    expect([more.continuesId, shown(more)]).toEqual(['first', [' right -']]);
    const own = after(more, chosen(null));
    expect([own.continuesId, shown(own), own.copied]).toEqual([null, shown(start()), undefined]);
  });

  it('keeps what has been typed, either way', () => {
    const typed = after(start(), { type: 'row', key: 0, field: 'units', value: '70' });
    expect(shown(after(typed, chosen('first', false)))).toEqual(shown(typed));
    const more = after(start(), chosen('first'));
    const added = after(more, { type: 'muscle', key: more.rows[0]!.key, muscle: 'trapezius' });
    expect(shown(after(added, chosen(null)))).toEqual(shown(added));
  });
});
