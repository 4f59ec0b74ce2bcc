import { patientIdIn, recordNumbersOf } from './ehr-patient';

const MR = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] };
const SS = { coding: [{ code: 'SS' }] };
const mr = (value: unknown, more: object = {}) => ({ type: MR, value, ...more });

it.each`
  identifier                                       | numbers       | why
  ${[mr('1001')]}                                  | ${['1001']}   | ${'a record number'}
  ${[{ type: SS, value: '078-05-1120' }, mr('1')]} | ${['1']}      | ${'not the other numbers beside it'}
  ${[mr('1'), mr('2')]}                            | ${['1', '2']} | ${'of two hospitals'}
  ${[mr('1'), mr('1')]}                            | ${['1']}      | ${'said twice'}
  ${[mr('1', { use: 'old' }), mr('2')]}            | ${['2']}      | ${'an old one is none'}
  ${[{ value: '1001' }]}                           | ${['1001']}   | ${'the only one, which says no type'}
  ${[{ value: '1' }, { value: '2' }]}              | ${[]}         | ${'two that say no type: nobody knows'}
  ${[{ type: SS, value: '078-05-1120' }]}          | ${[]}         | ${'the only one, but of another type'}
  ${[mr(' '), mr(7), mr(undefined)]}               | ${[]}         | ${'no value'}
  ${[]}                                            | ${[]}         | ${'none'}
  ${undefined}                                     | ${[]}         | ${'no list'}
  ${[null, 'x', { type: 'MR', value: '1' }]}       | ${[]}         | ${'nothing of FHIR'}
`('of $identifier the record numbers are $numbers: $why', ({ identifier, numbers }: Identified) => {
  expect(recordNumbersOf({ resourceType: 'Patient', identifier })).toEqual(numbers);
});

interface Identified {
  readonly identifier: unknown;
  readonly numbers: readonly string[];
}

it.each([null, 'Patient', 7, [mr('1')]])('of %j there are none', (resource) => {
  expect(recordNumbersOf(resource)).toEqual([]);
});

it.each`
  patient            | id                | why
  ${'e-1.2'}         | ${'e-1.2'}        | ${'an id'}
  ${'a'.repeat(64)}  | ${'a'.repeat(64)} | ${'as long as one may be'}
  ${'a'.repeat(65)}  | ${undefined}      | ${'longer'}
  ${'1/../../admin'} | ${undefined}      | ${'a way to somewhere else'}
  ${'..'}            | ${undefined}      | ${'the folder above'}
  ${''}              | ${undefined}      | ${'empty'}
  ${['1']}           | ${undefined}      | ${'a list'}
  ${undefined}       | ${undefined}      | ${'a launch without a patient'}
`('$patient is $id: $why', ({ patient, id }: { patient: unknown; id?: string }) => {
  expect(patientIdIn({ patient })).toBe(id);
});
