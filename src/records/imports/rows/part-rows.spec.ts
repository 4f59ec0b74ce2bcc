import type { RowGroup } from './group-rows';
import { partRows } from './part-rows';
import type { ShapedRow } from './shape-row';

/** `A1 A2`: two rows of A; `-3`: one that names nobody. */
function groupOf(words: string): RowGroup {
  const rows = words.split(' ').map((word): ShapedRow => {
    const mrn = word[0] === '-' ? undefined : word[0];
    return { row: { row: Number(word.slice(1)), cells: [] }, value: { mrn }, dto: {}, problems: [] };
  });
  return { rows: rows as [ShapedRow] };
}

it.each`
  groups                      | most | parts                           | why
  ${['A1', 'B2', 'A3']}       | ${9} | ${[['A1', 'A3', 'B2']]}         | ${'all of one number together'}
  ${['A1 A2', 'B3', 'B4']}    | ${4} | ${[['A1 A2', 'B3', 'B4']]}      | ${'as many as allowed'}
  ${['A1 A2', 'B3', 'B4']}    | ${3} | ${[['A1 A2'], ['B3', 'B4']]}    | ${'one more would be too many'}
  ${['A1 A2 A3', 'B4']}       | ${2} | ${[['A1 A2 A3'], ['B4']]}       | ${'one number is never parted'}
  ${['A1', 'B2', 'A3', 'C4']} | ${2} | ${[['A1', 'A3'], ['B2', 'C4']]} | ${'the first number first'}
  ${['-1', '-2', 'A3']}       | ${2} | ${[['-1', '-2'], ['A3']]}       | ${'those that name nobody are together'}
  ${[]}                       | ${2} | ${[]}                           | ${'no rows, no part'}
`('$groups, $most a part → $parts: $why', ({ groups, most, parts }: Case) => {
  const found = partRows(groups.map(groupOf), most);
  const words = found.map((part) =>
    part.map(({ rows }) =>
      rows
        .map(({ row, value }) => `${typeof value['mrn'] === 'string' ? value['mrn'] : '-'}${row.row}`)
        .join(' '),
    ),
  );
  expect(words).toEqual(parts);
});

interface Case {
  readonly groups: readonly string[];
  readonly most: number;
  readonly parts: readonly string[][];
}
