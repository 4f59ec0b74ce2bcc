import { Problem } from '../../platform/http/problem';
import type { GivenQuery } from './read-search';
import { readSearch } from './read-search';
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
