import { sideSums } from './side-sums';

it.each`
  right  | left   | bilateral | midline | sums
  ${0}   | ${0}   | ${0}      | ${0}    | ${{ right: 0, left: 0, midline: 0 }}
  ${50}  | ${0}   | ${0}      | ${0}    | ${{ right: 50, left: 0, midline: 0 }}
  ${0}   | ${0}   | ${150}    | ${5}    | ${{ right: 75, left: 75, midline: 5 }}
  ${20}  | ${10}  | ${40}     | ${0}    | ${{ right: 40, left: 30, midline: 0 }}
  ${0.1} | ${0.2} | ${0.2}    | ${0}    | ${{ right: 0.2, left: 0.3, midline: 0 }}
  ${0}   | ${0}   | ${2.5}    | ${0}    | ${{ right: 1.25, left: 1.25, midline: 0 }}
`('$right right, $left left, $bilateral to both: $sums', ({ sums, ...bySide }) => {
  expect(sideSums(bySide as Parameters<typeof sideSums>[0])).toEqual(sums);
});
