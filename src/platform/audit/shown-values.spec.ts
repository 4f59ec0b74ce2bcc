import { changedFields, shownValues, showsValues } from './shown-values';

it.each`
  subject             | row                                           | shown                         | why
  ${'patient'}        | ${{ id: 'p', mrn: 'M1', precautions: ['x'] }} | ${{ id: 'p', mrn: 'M1' }}     | ${'identity of a patient, no precautions'}
  ${'patient'}        | ${{ weight_kg: 12.5, phone: '1' }}            | ${{ phone: '1' }}             | ${'contact of a patient, no weight'}
  ${'app_user'}       | ${{ id: 'u', role: 'admin' }}                 | ${{ id: 'u', role: 'admin' }} | ${'all of a user'}
  ${'clinic_setting'} | ${{ lead_days: 30 }}                          | ${{ lead_days: 30 }}          | ${'all of the settings'}
  ${'injection'}      | ${{ muscle: 'procerus', units: 5 }}           | ${null}                       | ${'no dose'}
  ${'response'}       | ${{ improvement_pct: 60, note: 'n' }}         | ${null}                       | ${'no response'}
  ${'a_new_table'}    | ${{ anything: 1 }}                            | ${null}                       | ${'nothing of what the list does not name'}
  ${'app_user'}       | ${null}                                       | ${null}                       | ${'no row: it was not there'}
`('$why', ({ subject, row, shown }: { subject: string; row: Record<string, unknown>; shown: unknown }) => {
  expect(shownValues(subject, row)).toEqual(shown);
  expect(showsValues({ subject, before: null, after: row })).toBe(shown !== null);
  expect(showsValues({ subject, before: row, after: null })).toBe(shown !== null);
});

it.each`
  before                        | after                         | changed  | why
  ${{ a: 1, b: 2, version: 1 }} | ${{ a: 1, b: 3, version: 2 }} | ${['b']} | ${'one field; the version always changes'}
  ${{ a: [1, { b: 2 }] }}       | ${{ a: [1, { b: 2 }] }}       | ${[]}    | ${'lists are compared by what they hold'}
  ${{ a: null }}                | ${{ a: 0 }}                   | ${['a']} | ${'null is not zero'}
  ${null}                       | ${{ a: 1 }}                   | ${[]}    | ${'a new row has nothing before it'}
  ${{ a: 1 }}                   | ${null}                       | ${[]}    | ${'a deleted row has nothing after it'}
`('$why', ({ before, after, changed }: { before: never; after: never; changed: string[] }) => {
  expect(changedFields(before, after)).toEqual(changed);
});
