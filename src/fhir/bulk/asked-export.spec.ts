import { Problem } from '../../platform/http/problem';
import type { Role } from '../../platform/actor';
import { RESOURCE_KINDS } from '../resource-kinds';
import { filterConditions, readKickOff, type AskedExport, type ExportLevel } from './asked-export';

type Given = readonly (readonly [string, string])[];

interface Case {
  readonly level?: ExportLevel;
  readonly group?: string;
  readonly given?: Given;
  readonly lenient?: boolean;
  readonly role?: Role;
  readonly scopes?: readonly string[];
}

const read = ({
  level = 'system',
  given = [],
  lenient = false,
  role = 'neurologist',
  scopes,
  group,
}: Case): AskedExport => readKickOff({ level, group, given, lenient }, RESOURCE_KINDS, { role, scopes });

function refusal(given: Case): string {
  try {
    read(given);
  } catch (error) {
    if (error instanceof Problem) return `${error.status} ${error.detail}`;
    throw error;
  }
  return 'none';
}

const ALL = RESOURCE_KINDS.map(({ type }) => type);

it.each`
  given                                                                           | types                                           | why
  ${{}}                                                                           | ${ALL.filter((type) => type !== 'AuditEvent')}  | ${'all that a neurologist may read'}
  ${{ role: 'scheduler' }}                                                        | ${['Patient', 'ServiceRequest', 'Appointment']} | ${'no dose for a scheduler'}
  ${{ role: 'admin' }}                                                            | ${['Patient', 'AuditEvent']}                    | ${'the trail for an administrator'}
  ${{ role: 'admin', level: 'patient' }}                                          | ${['Patient']}                                  | ${'the trail is no patient’s'}
  ${{ given: [['_type', 'Task,Patient']] }}                                       | ${['Patient', 'Task']}                          | ${'those that are named'}
  ${{ given: [['_type', 'Task'], ['_type', ' Patient, ']] }}                      | ${['Patient', 'Task']}                          | ${'named twice'}
  ${{ given: [['_elements', 'id'], ['_type', 'Task']], lenient: true }}           | ${['Task']}                                     | ${'what is not known is left out where that is wished'}
  ${{ given: [['_type', 'Task'], ['_typeFilter', 'Task?status=requested']] }}     | ${['Task']}                                     | ${'a filter'}
  ${{ given: [['_outputFormat', 'application/fhir ndjson'], ['_type', 'Task']] }} | ${['Task']}                                     | ${'a plus sign that came as a space'}
`('$why', ({ given, types }) => {
  expect(read(given).types).toEqual(types);
});

it.each`
  group                  | indication
  ${'cervical_dystonia'} | ${'cervical_dystonia'}
  ${'cervical-dystonia'} | ${'cervical_dystonia'}
`('the group $group are those with a course of $indication', ({ group, indication }) => {
  expect(read({ level: 'group', group })).toMatchObject({ level: 'group', indication });
});

it.each`
  given                                                                    | says                                          | why
  ${{ given: [['_type', 'Wish']] }}                                        | ${/^400 _type=Wish is not exported here/}     | ${'no such type'}
  ${{ given: [['_type', 'AuditEvent']] }}                                  | ${/^403 The role neurologist/}                | ${'not for this role'}
  ${{ given: [['_type', 'AuditEvent']], level: 'patient', role: 'admin' }} | ${/^400 _type=AuditEvent/}                    | ${'not of patients'}
  ${{ given: [['_type', 'Wish'], ['_since', 'x']] }}                       | ${/^400 2 fields are wrong/}                  | ${'all that is wrong'}
  ${{ given: [['_since', '2026-11-23']] }}                                 | ${/^400 _since must be a moment/}             | ${'a day is no moment'}
  ${{ given: [['_outputFormat', 'text/csv']] }}                            | ${/^400 _outputFormat=text/}                  | ${'no such format'}
  ${{ given: [['patient', 'a']] }}                                         | ${/^400 patient is not known here/}           | ${'not supported'}
  ${{ given: [['_typeFilter', 'Task?_count=5']] }}                         | ${/^400 _typeFilter: _count does not filter/} | ${'of an answer'}
  ${{ given: [['_typeFilter', 'Task?colour=red']] }}                       | ${/^400 Task is not searched by colour/}      | ${'no such parameter'}
  ${{ given: [['_typeFilter', 'AuditEvent?date=2026']] }}                  | ${/^400 _typeFilter=AuditEvent/}              | ${'of what is not exported'}
  ${{ level: 'group', group: 'nobody' }}                                   | ${/^404 There is no Group nobody; there are/} | ${'no such group'}
  ${{ level: 'group' }}                                                    | ${/^404/}                                     | ${'none named'}
`('$why', ({ given, says }) => {
  expect(refusal(given)).toMatch(says);
});

it('each filter of a type is a condition of its own', () => {
  const task = RESOURCE_KINDS.find(({ type }) => type === 'Task')!;
  const filters = ['Task?status=requested&modified=gt2026', 'Task?status=completed', 'Patient?name=a'];
  expect(filterConditions(task, RESOURCE_KINDS, filters).map(({ length }) => length)).toEqual([2, 1]);
  const { typeFilters } = read({ given: [['_typeFilter', 'Task?status=a,b,Patient?name=c']] });
  expect(typeFilters).toEqual(['Task?status=a,b', 'Patient?name=c']);
});
