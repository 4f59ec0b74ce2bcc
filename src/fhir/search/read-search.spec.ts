import { Problem } from '../../platform/http/problem';
import type { GivenQuery } from './read-search';
import { bothOf, readSearch } from './read-search';
import { RESOURCE_KINDS } from '../resource-kinds';
import { APPOINTMENT } from '../desk/appointment';
import { PATIENT } from '../desk/patient';
import type { ResourceKind } from '../resource-kind';

const read = (
  query: GivenQuery,
  { kind = APPOINTMENT, strict = false }: { kind?: ResourceKind; strict?: boolean } = {},
) => readSearch(kind, RESOURCE_KINDS, query, strict);

function refusal(query: GivenQuery, strict = false): string {
  try {
    read(query, { strict });
  } catch (error) {
    if (error instanceof Problem) return error.detail;
    throw error;
  }
  return 'none';
}

it.each`
  query                                      | conditions | understood                                     | why
  ${{}}                                      | ${0}       | ${[]}                                          | ${'everything'}
  ${{ status: 'booked' }}                    | ${1}       | ${[['status', 'booked']]}                      | ${'one parameter'}
  ${{ date: ['ge2026-01', 'lt2027'] }}       | ${2}       | ${[['date', 'ge2026-01'], ['date', 'lt2027']]} | ${'both of one name'}
  ${{ status: '' }}                          | ${0}       | ${[]}                                          | ${'an empty one says nothing'}
  ${{ colour: 'red' }}                       | ${0}       | ${[]}                                          | ${'an unknown one is left out'}
  ${{ 'patient:Patient': 'x', _count: '5' }} | ${1}       | ${[['patient:Patient', 'x'], ['_count', '5']]} | ${'a type that is right'}
  ${{ _id: 'a', _lastUpdated: 'gt2026' }}    | ${2}       | ${[['_id', 'a'], ['_lastUpdated', 'gt2026']]}  | ${'what every type knows'}
  ${{ _summary: 'true' }}                    | ${0}       | ${[]}                                          | ${'resources come whole, and the links say so'}
  ${{ _summary: 'count' }}                   | ${0}       | ${[['_summary', 'count']]}                     | ${'only how many there are'}
  ${{ 'patient.identifier': 'MR-1' }}        | ${1}       | ${[['patient.identifier', 'MR-1']]}            | ${'a parameter of who it is of'}
  ${{ _cursor: 'abc' }}                      | ${0}       | ${[]}                                          | ${'the links name the place themselves'}
`('$query: $why', ({ query, conditions, understood }) => {
  const search = read(query);
  expect(search.conditions).toHaveLength(conditions);
  expect(search.understood).toEqual(understood);
});

it.each`
  query                                        | strict   | detail
  ${{ colour: 'red' }}                         | ${true}  | ${'not searched by colour'}
  ${{ 'status:not': 'booked' }}                | ${false} | ${'this modifier is not known'}
  ${{ 'patient:Group': 'x' }}                  | ${false} | ${'this modifier is not known'}
  ${{ date: '2026-02-30' }}                    | ${false} | ${'date must be a date'}
  ${{ date: 'ge2026,soon' }}                   | ${false} | ${'date must be a date'}
  ${{ _count: '-1' }}                          | ${false} | ${'_count must be a whole number'}
  ${{ _count: 'all' }}                         | ${false} | ${'_count must be a whole number'}
  ${{ status: { a: 'b' } }}                    | ${false} | ${'status must be text'}
  ${{ _include: 'Appointment:x' }}             | ${false} | ${'leads nowhere from Appointment; there are: Appointment:patient'}
  ${{ _include: 'Appointment:patient:Group' }} | ${false} | ${'leads nowhere'}
  ${{ _revinclude: 'Patient:link' }}           | ${false} | ${'leads nowhere from Appointment; there are: none'}
  ${{ '_has:Procedure:patient:date': '2026' }} | ${false} | ${'_has:Procedure:patient:date is not known here'}
  ${{ 'patient.shoe': '44' }}                  | ${false} | ${'Patient is not searched by shoe'}
  ${{ _summary: 'text' }}                      | ${true}  | ${'_summary is count or false here'}
  ${{ constructor: 'x' }}                      | ${true}  | ${'not searched by constructor'}
`('$query (strict: $strict) is refused: $detail', ({ query, strict, detail }) => {
  expect(refusal(query, strict)).toContain(detail);
});

it.each`
  given        | count
  ${undefined} | ${50}
  ${'0'}       | ${0}
  ${'1'}       | ${1}
  ${'500'}     | ${500}
  ${'501'}     | ${500}
`('_count=$given: $count a page', ({ given, count }) => {
  expect(read(given === undefined ? {} : { _count: given }).count).toBe(count);
});

it('finds what comes along, forwards and backwards', () => {
  expect(read({ _include: 'Appointment:patient' }).includes).toMatchObject([
    { kind: { type: 'Patient' }, by: 'named-by-page', to: { column: 'r."patientId"' } },
  ]);
  const back = read(
    { _revinclude: ['Appointment:patient:Patient', 'ServiceRequest:subject'] },
    { kind: PATIENT },
  );
  expect(back.includes).toMatchObject([
    { kind: { type: 'Appointment' }, by: 'names-page' },
    { kind: { type: 'ServiceRequest' }, by: 'names-page' },
  ]);
});

it('says through which kinds a chain learns something', () => {
  expect(read({ 'patient.identifier': 'MR-1' }).through).toEqual([PATIENT]);
  expect(read({ status: 'booked' }).through).toEqual([]);
});

it('counts alone where a summary asks for it', () => {
  expect(read({ _summary: 'count', _count: '5' }).count).toBe(0);
  expect(read({ _summary: 'false', _count: '5' }).count).toBe(5);
});

it('what stands in the address and in the form is all asked for', () => {
  expect(bothOf({ date: 'ge2026' }, { date: ['lt2027', 'ne2026-02'], status: 'booked' })).toEqual({
    date: ['ge2026', 'lt2027', 'ne2026-02'],
    status: ['booked'],
  });
  expect(bothOf({ status: 'booked' })).toEqual({ status: ['booked'] });
});
