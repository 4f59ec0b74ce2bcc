import { asksForDecision, differencesOf } from './same-patient';

it.each`
  why                        | asks     | reason
  ${['name', 'birth-date']}  | ${true}  | ${'the same person, under another number'}
  ${['name', 'phone']}       | ${true}  | ${'a mistyped birth date'}
  ${['birth-date', 'phone']} | ${true}  | ${'another name: married'}
  ${['mrn']}                 | ${true}  | ${'the number, written otherwise'}
  ${['name']}                | ${false} | ${'a namesake'}
  ${['birth-date']}          | ${false} | ${'a twin'}
  ${['phone']}               | ${false} | ${'a couple'}
  ${[]}                      | ${false} | ${'nobody'}
`('$why asks for a decision: $asks, $reason', ({ why, asks }) => {
  expect(asksForDecision(why)).toBe(asks);
});

const STANDING = {
  familyName: 'Rossi',
  givenName: 'Anna',
  birthDate: '1961-04-03',
  sex: 'female',
  phone: '+1 212 555 0142',
  email: null,
  payer: null,
  referrerName: null,
  referrerAddress: null,
  handedness: null,
  priorToxinTolerance: null,
  deceasedOn: null,
  weightKg: 70.5,
  weightMeasuredOn: '2026-11-01',
} as const;

it.each`
  row                                                   | fields                   | why
  ${{}}                                                 | ${[]}                    | ${'what is left out says nothing'}
  ${{ familyName: 'Rossi', phone: STANDING.phone }}     | ${[]}                    | ${'the same'}
  ${{ familyName: 'Russo', sex: 'male' }}               | ${['familyName', 'sex']} | ${'others'}
  ${{ birthDate: null }}                                | ${[]}                    | ${'nobody knew it where the row was written'}
  ${{ email: 'a@example.org' }}                         | ${['email']}             | ${'more than is on record'}
  ${{ weight: { kg: 70.5, measuredOn: '2026-11-01' } }} | ${[]}                    | ${'the same weight'}
  ${{ weight: { kg: 71, measuredOn: '2026-11-01' } }}   | ${['weight']}            | ${'another weight'}
  ${{ weight: { kg: 70.5, measuredOn: '2026-11-02' } }} | ${['weight']}            | ${'of another day'}
`('$row differs in $fields: $why', ({ row, fields }) => {
  expect(differencesOf(row, STANDING)).toEqual(fields);
});
