import type { DataType } from '../../marks';
import { bodyOf, nameOfPointer, unreadNumbers, type FieldValue } from './body';

const field = (name: string, value: string, more: Partial<FieldValue> = {}): FieldValue => ({
  name,
  value,
  types: [],
  ...more,
});
const ticked = (name: string, value: string, checked: boolean, more: Partial<FieldValue> = {}): FieldValue =>
  field(name, value, { box: 'checkbox', checked, ...more });

describe('what a form sends', () => {
  it.each`
    fields                                                                                                                                                     | body
    ${[field('note', ' hello ')]}                                                                                                                              | ${{ note: 'hello' }}
    ${[field('note', '')]}                                                                                                                                     | ${{ note: '' }}
    ${[field('note', '', { types: ['omit-empty'] })]}                                                                                                          | ${{}}
    ${[field('note', '', { types: ['null-if-empty'] })]}                                                                                                       | ${{ note: null }}
    ${[ticked('birthDate', 'unknown', true, { types: ['null'] })]}                                                                                             | ${{ birthDate: null }}
    ${[field('birthDate', '1968-04-12'), ticked('birthDate', 'unknown', false, { types: ['null'] })]}                                                          | ${{ birthDate: '1968-04-12' }}
    ${[field('units', '12.5', { types: ['number'] })]}                                                                                                         | ${{ units: 12.5 }}
    ${[field('units', '12,5', { types: ['number'] })]}                                                                                                         | ${{ units: 12.5 }}
    ${[field('units', '1.234,5', { types: ['number'] })]}                                                                                                      | ${{ units: 1234.5 }}
    ${[field('units', 'many', { types: ['number'] })]}                                                                                                         | ${{ units: 'many' }}
    ${[field('units', '', { types: ['number'] })]}                                                                                                             | ${{}}
    ${[field('units', '', { types: ['number', 'null-if-empty'] })]}                                                                                            | ${{ units: null }}
    ${[field('pgic', '2', { box: 'radio', checked: false, types: ['number'] }), field('pgic', '', { box: 'radio', checked: true, types: ['null-if-empty'] })]} | ${{ pgic: null }}
    ${[field('serious', 'true', { types: ['boolean'] })]}                                                                                                      | ${{ serious: true }}
    ${[field('serious', 'on', { types: ['boolean'], box: 'checkbox' })]}                                                                                       | ${{ serious: false }}
    ${[field('jwks', '{"keys":[]}', { types: ['json'] })]}                                                                                                     | ${{ jwks: { keys: [] } }}
    ${[field('jwks', '{"keys":', { types: ['json'] })]}                                                                                                        | ${{ jwks: '{"keys":' }}
    ${[field('scopes', 'a, b', { types: ['list'] })]}                                                                                                          | ${{ scopes: ['a', 'b'] }}
    ${[field('jwks', ' ', { types: ['json'] })]}                                                                                                               | ${{}}
    ${[field('at', '2026-08-25T14:30', { types: ['moment'], zone: 'Europe/Paris' })]}                                                                          | ${{ at: '2026-08-25T12:30:00.000Z' }}
    ${[field('weight.kg', '71', { types: ['number'] })]}                                                                                                       | ${{ weight: { kg: 71 } }}
    ${[field('m[0].scale', 'hit6'), field('m[1].scale', 'mas')]}                                                                                               | ${{ m: [{ scale: 'hit6' }, { scale: 'mas' }] }}
    ${[field('r["S01.usual"]', '84', { types: ['number'] })]}                                                                                                  | ${{ r: { 'S01.usual': 84 } }}
    ${[ticked('p[]', 'a', true), ticked('p[]', 'b', false), ticked('p[]', 'c', true)]}                                                                         | ${{ p: ['a', 'c'] }}
    ${[ticked('p[]', 'a', false)]}                                                                                                                             | ${{ p: [] }}
    ${[field('sex', 'male', { box: 'radio', checked: false }), field('sex', 'female', { box: 'radio', checked: true })]}                                       | ${{ sex: 'female' }}
  `('$body', ({ fields, body }: { fields: FieldValue[]; body: object }) => {
    expect(bodyOf(fields)).toEqual(body);
  });
});

it.each`
  typed      | types                          | unread
  ${'12.5'}  | ${['number']}                  | ${[]}
  ${'12,5'}  | ${['number']}                  | ${[]}
  ${''}      | ${['number']}                  | ${[]}
  ${' '}     | ${['number', 'null-if-empty']} | ${[]}
  ${'many'}  | ${['number']}                  | ${['units']}
  ${'1,250'} | ${['number']}                  | ${['units']}
  ${'12 U'}  | ${['number', 'null-if-empty']} | ${['units']}
  ${'many'}  | ${[]}                          | ${[]}
`('“$typed” in a field of $types is refused: $unread', ({ typed, types, unread }) => {
  expect(unreadNumbers([field('units', typed as string, { types: types as DataType[] })])).toEqual(unread);
});

it('asks nothing of a number that is not chosen', () => {
  const choice = { box: 'radio', checked: false, types: ['number'] } as const;
  expect(unreadNumbers([field('pgic', 'unknown', choice)])).toEqual([]);
});

it.each`
  pointer                  | name
  ${'/dueOn'}              | ${'dueOn'}
  ${'/injections/2/units'} | ${'injections[2].units'}
  ${'/weight/kg'}          | ${'weight.kg'}
  ${'/r/S01.usual'}        | ${'r["S01.usual"]'}
  ${''}                    | ${''}
`('$pointer belongs to the field "$name"', ({ pointer, name }: { pointer: string; name: string }) => {
  expect(nameOfPointer(pointer)).toBe(name);
});
