import { groupRows } from './group-rows';
import type { ShapedRow } from './shape-row';

/** `A 1`: of A on day 1; `!` in front: it cannot be read; `-` says nothing. */
function rowOf(words: string, index: number): ShapedRow {
  const [mrn, performedOn] = words
    .replace('!', '')
    .split(' ')
    .map((word) => (word === '-' ? undefined : word));
  return {
    row: { row: index + 2, cells: [] },
    value: { mrn, performedOn },
    dto: {},
    problems: words.startsWith('!') ? [{ pointer: null, message: 'unreadable' }] : [],
  };
}

const belongsTo = ({ mrn, performedOn }: ShapedRow['value']) => ({
  mrn,
  performedOn,
  key: `${String(performedOn)} ${String(mrn)}`,
});

it.each`
  rows                             | groups                                            | why
  ${['A 1', 'A 1', 'B 1']}         | ${['2 3', '4']}                                   | ${'a key each'}
  ${['A 1', 'B 1', 'A 1']}         | ${['2 4', '3']}                                   | ${'wherever they stand'}
  ${['A 2', 'A 1']}                | ${['3', '2']}                                     | ${'the earlier day first'}
  ${['A 1', '!A 1', 'A 2', 'B 1']} | ${['2 spoiled by 3', '5', '4', '3']}              | ${'half a session is none'}
  ${['A 1', 'A 2', 'B 1', '!A -']} | ${['2 spoiled by 5', '4', '3 spoiled by 5', '5']} | ${'it may be of any day'}
  ${['A 1', '!- -', 'B 1']}        | ${['2 spoiled by 3', '4', '3']}                   | ${'nobody named: of the row above'}
  ${['!- -', 'A 1']}               | ${['3', '2']}                                     | ${'nothing above'}
`('$rows are $groups: $why', ({ rows, groups }: { rows: string[]; groups: string[] }) => {
  const found = groupRows(rows.map(rowOf), belongsTo).map(
    ({ rows: together, spoiledBy }) =>
      together.map(({ row }) => row.row).join(' ') + (spoiledBy ? ` spoiled by ${spoiledBy.row.row}` : ''),
  );
  expect(found).toEqual(groups);
});

it('without a key each row stands alone, in the order of the file', () => {
  const rows = ['B 2', 'A 1', '!A 1'].map(rowOf);
  expect(groupRows(rows)).toEqual(rows.map((row) => ({ rows: [row] })));
});
