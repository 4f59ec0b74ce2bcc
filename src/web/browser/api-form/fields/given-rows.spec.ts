import type { DataType } from '../../marks';
import { bodyOf } from './body';
import { nameInForm } from './given-rows';

const field = (name: string, value: string, ...types: DataType[]) => ({ name, value, types });
const row = (index: number, day: string, opens: string, closes: string) => [
  field(`h[${index}].day`, day),
  field(`h[${index}].opens`, opens, 'row'),
  field(`h[${index}].closes`, closes, 'row'),
];
const before = [field('h[0].day', 'mon'), field('h[0].opens', '08:00'), field('h[0].closes', '')];

it.each`
  fields                                                     | body                                                                                | why
  ${row(0, 'mon', '09:00', '17:00')}                         | ${{ h: [{ day: 'mon', opens: '09:00', closes: '17:00' }] }}                         | ${'a row that is given'}
  ${row(0, 'mon', '', '')}                                   | ${{}}                                                                               | ${'a row that is empty'}
  ${[field('h[]', ''), ...row(0, 'mon', ' ', '')]}           | ${{ h: [] }}                                                                        | ${'a list without a row'}
  ${[...row(0, 'mon', '', ''), ...row(1, 'tue', '9', '17')]} | ${{ h: [{ day: 'tue', opens: '9', closes: '17' }] }}                                | ${'those after an empty one move up'}
  ${row(0, 'mon', '09:00', '')}                              | ${{ h: [{ day: 'mon', opens: '09:00' }] }}                                          | ${'half a row, of which the server says what is missing'}
  ${[...before, ...row(1, 'tue', '', ''), field('v', '2')]}  | ${{ h: [{ day: 'mon', opens: '08:00', closes: '' }], v: '2' }}                      | ${'rows that nobody may leave out stay'}
  ${[field('m[1].scale', ''), ...row(0, 'mon', '9', '17')]}  | ${{ m: [undefined, { scale: '' }], h: [{ day: 'mon', opens: '9', closes: '17' }] }} | ${'other lists stay'}
`('$why', ({ fields, body }) => {
  expect(bodyOf(fields)).toEqual(body);
});

it.each`
  sent             | inForm           | why
  ${'h[0].closes'} | ${'h[1].closes'} | ${'the row that took the place of an empty one'}
  ${'h[1].closes'} | ${'h[3].closes'} | ${'after two empty ones'}
  ${'h[2].closes'} | ${'h[2].closes'} | ${'none that was sent'}
  ${'version'}     | ${'version'}     | ${'no row'}
`('finds $sent in the form as $inForm: $why', ({ sent, inForm }) => {
  const fields = [
    ...row(0, 'mon', '', ''),
    ...row(1, 'tue', '9', '8'),
    ...row(2, 'wed', '', ''),
    ...row(3, 'thu', '9', '8'),
  ];
  expect(nameInForm(sent, fields)).toBe(inForm);
});
