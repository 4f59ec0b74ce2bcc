import { pointsOf, withoutPoint, withPointAt, withPointMoved, withPointUnits } from './grid-points';
import type { GridRow, GridState } from './grid-state';
import { reduceGrid } from './reduce-grid';
import { copiedForward } from './grid-start';

const ROW: GridRow = {
  key: 0,
  muscle: 'masseter',
  text: 'Masseter',
  side: 'right',
  units: '30',
  sites: '',
  volumeMl: '',
  guidance: '',
  points: [
    { x: 0.2, y: 0.3, units: 10 },
    { x: 0.6, y: 0.7, units: 10 },
  ],
};

it.each`
  given                                | units         | why
  ${{}}                                | ${[15, 15]}   | ${'spread over the units of the row'}
  ${{ units: '20', sites: '2' }}       | ${[10, 10]}   | ${'as they were'}
  ${{ units: '' }}                     | ${[]}         | ${'a row without units'}
  ${{ units: 'many' }}                 | ${[]}         | ${'no number'}
  ${{ sites: '3' }}                    | ${[]}         | ${'other sites were typed'}
  ${{ side: 'bilateral' }}             | ${[7.5, 7.5]} | ${'of both sides each has its half'}
  ${{ side: 'bilateral', sites: '4' }} | ${[7.5, 7.5]} | ${'and its half of the sites'}
  ${{ side: 'bilateral', sites: '2' }} | ${[]}         | ${'of both sides two sites are one a side'}
  ${{ points: undefined }}             | ${[]}         | ${'a draft of another release'}
`('points: $why', ({ given, units }) => {
  expect(pointsOf({ ...ROW, ...given }).map((point) => point.units)).toEqual(units);
});

it('gives nobody more units by a tap, and spreads what a place had that is taken away', () => {
  const more = withPointAt(ROW, 0.5, 0.5);
  expect(more.map((point) => point.units)).toEqual([10, 10, 10]);
  expect(more.at(-1)).toMatchObject({ x: 0.5, y: 0.5 });
  expect(withoutPoint(ROW, 0)).toEqual([{ x: 0.6, y: 0.7, units: 30 }]);
  expect(withoutPoint({ ...ROW, points: [{ x: 0, y: 0, units: 30 }] }, 0)).toEqual([]);
});

it.each`
  x       | y        | at             | why
  ${0.25} | ${0.3}   | ${[0.25, 0.3]} | ${'as it was moved'}
  ${1}    | ${0}     | ${[1, 0]}      | ${'to the edge'}
  ${1.01} | ${-0.01} | ${[1, 0]}      | ${'never over it'}
`('moves a place to $at: $why', ({ x, y, at }) => {
  const [moved, other] = withPointMoved(ROW, 0, x, y);
  expect([moved!.x, moved!.y]).toEqual(at);
  expect(other).toMatchObject({ x: 0.6, y: 0.7 });
});

describe('in the grid', () => {
  const start = (row: Partial<GridRow> = {}): GridState => ({
    ...copiedForward(undefined, '2026-11-27', 'ona'),
    rows: [{ ...ROW, ...row }],
  });
  const first = (state: GridState) => state.rows[0]!;

  it('counts units and sites from the points', () => {
    const points = withPointUnits(ROW, 0, 12.5);
    const row = first(reduceGrid(start(), { type: 'points', key: 0, points }));
    expect(row).toMatchObject({ units: '27.5', sites: '2' });
    expect(pointsOf(row)).toEqual(points);
  });

  it('leaves units and sites when the last point goes', () => {
    const row = first(reduceGrid(start({ sites: '1' }), { type: 'points', key: 0, points: [] }));
    expect(row).toMatchObject({ units: '30', sites: '1', points: [] });
  });

  it.each`
    side           | sites  | then   | why
    ${'left'}      | ${'2'} | ${'2'} | ${'the same places on the other side'}
    ${'bilateral'} | ${'2'} | ${'4'} | ${'the same places on both sides'}
    ${'bilateral'} | ${'5'} | ${'5'} | ${'what was typed stays'}
    ${'bilateral'} | ${''}  | ${''}  | ${'and so does what was not'}
  `('has $then sites on the side $side: $why', ({ side, sites, then }) => {
    expect(first(reduceGrid(start({ sites }), { type: 'side', key: 0, side })).sites).toBe(then);
  });

  it('takes no points to another muscle', () => {
    const row = first(reduceGrid(start(), { type: 'muscle', key: 0, muscle: 'temporalis' }));
    expect(row.points).toEqual([]);
    expect(first(reduceGrid(start(), { type: 'muscle', key: 0, muscle: 'masseter' })).points).toBe(
      ROW.points,
    );
  });
});
