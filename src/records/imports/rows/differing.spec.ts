import { differing } from './differing';

it.each`
  row                            | standing                        | fields                 | why
  ${{ payer: 'A', number: '1' }} | ${{ payer: 'A', number: '1' }}  | ${[]}                  | ${'the same'}
  ${{ payer: 'A', number: '1' }} | ${{ payer: 'B', number: '2' }}  | ${['payer', 'number']} | ${'each that differs'}
  ${{ number: '1' }}             | ${{ payer: 'B', number: '1' }}  | ${[]}                  | ${'a blank cell says nothing'}
  ${{ payer: 'A', number: '1' }} | ${{ payer: null, number: '1' }} | ${['payer']}           | ${'a value where there was none'}
  ${{ payer: null }}             | ${{ payer: 'A', number: '1' }}  | ${[]}                  | ${'nor does a value that is not known'}
`('$fields differ: $why', ({ row, standing, fields }) => {
  expect(differing(['payer', 'number'], row, standing)).toEqual(fields);
});
