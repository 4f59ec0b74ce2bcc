import { heldBack, summed, tally, type TakenGroup } from './tally';
import type { ShapedRow } from './shape-row';
import type { Taken } from './taking/taken';

const COLUMNS = [
  { name: 'Nr', pointer: '/mrn' },
  { name: 'Day\0', pointer: '/performedOn' },
] as never;

function rowAt(row: number): ShapedRow {
  return { row: { row, cells: [`P${row}`, '\uD800'] }, value: {}, dto: {}, problems: [] };
}

const group = (taken: Taken, first: number, ...more: number[]): TakenGroup => ({
  rows: [rowAt(first), ...more.map(rowAt)],
  taken,
});

const told = (groups: readonly TakenGroup[]) =>
  summed([tally(COLUMNS, groups)], ['Read by ours', 'Row 9 is blank']);

const NEW: Taken = { outcome: 'new', notes: ['is taken over'] };
const SAME: Taken = { outcome: 'same' };
const REFUSED: Taken = {
  outcome: 'refused',
  problems: [
    { place: 1, pointer: '/performedOn', message: 'no such day', patientId: 'p' },
    { place: 1, pointer: '/nothing', message: 'and no\0 such field' },
  ],
};

it('counts rows and not what they become together, and says what was noted in the order of the file', () => {
  expect(told([group(NEW, 5, 6), group(SAME, 4), group({ ...NEW, notes: [] }, 3), group(NEW, 2)])).toEqual({
    newRows: 4,
    sameRows: 1,
    refusedRows: 0,
    problems: [],
    notes: ['Read by ours', 'Row 9 is blank', 'Row 2 is taken over', 'Row 5 is taken over'],
    rules: [],
    refused: [],
  });
});

it('says of each row that is refused why, of one that is refused for another for which, in letters that can be kept', () => {
  const { problems, refused, refusedRows, newRows } = told([group(REFUSED, 4, 3), group(NEW, 2)]);
  expect({ refusedRows, newRows }).toEqual({ refusedRows: 2, newRows: 1 });
  expect(problems).toEqual([
    { row: 3, column: 'Day\uFFFD', message: 'no such day', patientId: 'p' },
    { row: 3, column: null, message: 'and no\uFFFD such field' },
    { row: 4, column: null, message: 'Another row of the same session is refused' },
  ]);
  expect(refused).toEqual([
    { row: 3, cells: ['P3', '\uFFFD'], reason: 'no such day; and no\uFFFD such field' },
    { row: 4, cells: ['P4', '\uFFFD'], reason: 'Another row of the same session is refused' },
  ]);
});

it.each`
  pointer   | column  | why
  ${'/mrn'} | ${'Nr'} | ${'the field itself'}
  ${'/mr'}  | ${null} | ${'a field whose name only begins alike'}
  ${null}   | ${null} | ${'the whole row'}
`(
  'names the column of $pointer: $column, $why',
  ({ pointer, column }: { pointer: string | null; column: string | null }) => {
    const of: Taken = { outcome: 'refused', problems: [{ pointer, message: 'wrong' }] };
    expect(told([group(of, 2, 3)]).problems).toEqual([
      { row: 2, column, message: 'wrong' },
      { row: 3, column: null, message: 'Another row of the same session is refused (row 2)' },
    ]);
  },
);

it('holds back what would have been taken where other rows are refused, and tells both in the order of the file', () => {
  const groups = [group(REFUSED, 4, 5), group(SAME, 3), group(NEW, 2)];
  const taken = told(groups);
  expect(heldBack(taken, groups)).toEqual({
    ...taken,
    newRows: 0,
    refusedRows: 3,
    refused: [
      {
        row: 2,
        cells: ['P2', '\uFFFD'],
        reason: 'Held back, because other rows of the file are refused',
      },
      ...taken.refused,
    ],
  });
});

describe('the rules that spoke against what was taken', () => {
  const against = (first: number, ...codes: string[]): TakenGroup =>
    group(
      { ...NEW, against: codes.map((code) => ({ code, message: `${code} of ${first}` })) } as Taken,
      first,
    );

  it('are told once each, with how often and where first; the one that spoke most comes first', () => {
    const groups = [against(7, 'S02'), against(3, 'S23', 'S02'), against(9, 'S01')];
    expect(told(groups).rules).toEqual([
      { code: 'S02', times: 2, row: 3, message: 'S02 of 3' },
      { code: 'S01', times: 1, row: 9, message: 'S01 of 9' },
      { code: 'S23', times: 1, row: 3, message: 'S23 of 3' },
    ]);
  });

  it('are added up over the parts of a file', () => {
    const parts = [
      tally(COLUMNS, [against(5, 'S02')]),
      tally(COLUMNS, [against(2, 'S02'), against(4, 'S02')]),
    ];
    expect(summed(parts, []).rules).toEqual([{ code: 'S02', times: 3, row: 2, message: 'S02 of 2' }]);
  });
});

it('parts of a file add up to the file, in its order', () => {
  const groups = [group(REFUSED, 4, 3), group(NEW, 6), group(SAME, 5), group(NEW, 2)];
  const parts = [tally(COLUMNS, groups.slice(0, 2)), tally(COLUMNS, groups.slice(2))];
  expect(parts.map(({ firstRow, rows }) => ({ firstRow, rows }))).toEqual([
    { firstRow: 3, rows: [3, 4, 6] },
    { firstRow: 2, rows: [2, 5] },
  ]);
  expect(summed(parts, ['Read by ours', 'Row 9 is blank'])).toEqual(told(groups));
});
