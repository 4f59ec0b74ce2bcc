import { axisOf, columnCells, oneAfterAnother, withFree, withGaps } from './day-grid';

const NINE = 9 * 60;
const AXIS = { from: NINE, to: NINE + 60 };
const visit = (from: number, minutes: number) => ({ from: NINE + from, to: NINE + from + minutes });

it.each`
  visits                           | cells                            | why
  ${[]}                            | ${['1', '1', '1', '1']}          | ${'nobody: a cell for each quarter of an hour'}
  ${[visit(0, 30)]}                | ${['2: 1', '1', '1']}            | ${'as high as it is long'}
  ${[visit(15, 30)]}               | ${['1', '2: 1', '1']}            | ${'on the quarter'}
  ${[visit(5, 20)]}                | ${['2: 1', '1', '1']}            | ${'off the quarter: the rows that it touches'}
  ${[visit(0, 30), visit(30, 30)]} | ${['2: 1', '2: 1']}              | ${'one right after the other'}
  ${[visit(0, 30), visit(29, 31)]} | ${['4: 2 clash']}                | ${'a minute too early'}
  ${[visit(0, 20), visit(20, 25)]} | ${['3: 2', '1']}                 | ${'sharing a row, not a minute'}
  ${[visit(30, 15), visit(0, 60)]} | ${['4: 2 clash']}                | ${'one within another, in whatever order'}
  ${[visit(0, 15), visit(0, 15)]}  | ${['1: 2 clash', '1', '1', '1']} | ${'two at one moment'}
`('$why', ({ visits, cells }) => {
  const said = columnCells(visits, [AXIS], AXIS).map(
    ({ rows, visits: shared, clash }) =>
      `${rows}${shared.length > 0 ? `: ${shared.length}` : ''}${clash ? ' clash' : ''}`,
  );
  expect(said).toEqual(cells);
});

it('shades what lies outside opening hours', () => {
  const hours = [{ from: NINE + 15, to: NINE + 45 }];
  expect(columnCells([], hours, AXIS).map(({ open }) => open)).toEqual([false, true, true, false]);
});

it.each`
  spans                              | axis                                   | why
  ${[]}                              | ${undefined}                           | ${'a closed day on which nobody comes'}
  ${[visit(0, 480)]}                 | ${{ from: NINE, to: NINE + 480 }}      | ${'the hours'}
  ${[visit(0, 480), visit(-10, 20)]} | ${{ from: NINE - 30, to: NINE + 480 }} | ${'somebody before them'}
  ${[visit(0, 31)]}                  | ${{ from: NINE, to: NINE + 60 }}       | ${'to the half hour'}
`('$why', ({ spans, axis }) => {
  expect(axisOf(spans)).toEqual(axis);
});

it.each`
  starts             | chosen         | why
  ${[]}              | ${[]}          | ${'none'}
  ${[0, 15, 30, 45]} | ${[0, 30]}     | ${'every quarter of an hour is free'}
  ${[0, 45, 60, 75]} | ${[0, 45, 75]} | ${'a visit between'}
`('$why: $chosen', ({ starts, chosen }) => {
  expect(oneAfterAnother(starts, 30)).toEqual(chosen);
});

it.each`
  visits                           | hours              | starts     | cells                                | why
  ${[]}                            | ${[visit(0, 60)]}  | ${[0, 30]} | ${['4 from 0']}                      | ${'a free hour is one'}
  ${[visit(15, 15)]}               | ${[visit(0, 60)]}  | ${[30]}    | ${['1', '1: 1', '2 from 30']}        | ${'too short a time before a visit, and one after it'}
  ${[]}                            | ${[visit(15, 30)]} | ${[15]}    | ${['1 shut', '2 from 15', '1 shut']} | ${'closed before and after'}
  ${[]}                            | ${[visit(0, 60)]}  | ${[]}      | ${['4']}                             | ${'hours that have passed'}
  ${[]}                            | ${[visit(0, 60)]}  | ${[20]}    | ${['4 from 20']}                     | ${'from a minute within a row'}
  ${[visit(0, 30), visit(30, 30)]} | ${[visit(0, 60)]}  | ${[]}      | ${['2: 1', '2: 1']}                  | ${'visits stay apart'}
`('draws $cells: $why', ({ visits, hours, starts, cells }) => {
  const free = withFree(
    columnCells(visits, hours, AXIS),
    starts.map((start: number) => NINE + start),
  );
  const said = withGaps(free).map(
    ({ rows, visits: shared, open, freeFrom }) =>
      `${rows}${shared.length > 0 ? `: ${shared.length}` : ''}${open ? '' : ' shut'}${freeFrom === undefined ? '' : ` from ${freeFrom - NINE}`}`,
  );
  expect(said).toEqual(cells);
});
