import { RESOURCE_KINDS } from '../resource-kinds';
import { PATIENT } from '../desk/patient';
import type { ResourceKind } from '../resource-kind';
import { PROCEDURE } from '../treatment/procedure';
import { chained, isChain } from './chained';

const CLINIC = { zone: 'Europe/Berlin', today: '2026-11-23' } as never;

function asked(name: string, value: string, kind: ResourceKind = PROCEDURE): unknown {
  const chain = chained(kind, RESOURCE_KINDS, name, value);
  if (typeof chain === 'string') return chain;
  const values: unknown[] = [];
  const sql = chain
    .condition((given) => `$${values.push(given)}`, CLINIC)
    .replace(/\(select .* where/s, '(… where');
  return { sql, values, through: chain.through.type };
}

it.each`
  name                            | value           | asks
  ${'patient.identifier'}         | ${'MR-1'}       | ${{ sql: 'r."patientId" in (… where r.mrn = any($1::text[]))', values: [['MR-1']], through: 'Patient' }}
  ${'subject:Patient.identifier'} | ${'MR-1'}       | ${{ sql: 'r."patientId" in (… where r.mrn = any($1::text[]))', values: [['MR-1']], through: 'Patient' }}
  ${'part-of.status'}             | ${'completed'}  | ${{ sql: 'r."continuesId" in (… where r.status = any($1::text[]))', values: [['completed']], through: 'Procedure' }}
  ${'patient.birthdate'}          | ${'1970-02-30'} | ${expect.stringContaining('patient.birthdate must be a date')}
  ${'patient.shoe-size'}          | ${'44'}         | ${expect.stringContaining('Patient is not searched by shoe-size, but by _id')}
  ${'patient.link.family'}        | ${'x'}          | ${expect.stringContaining('Patient is not searched by link.family')}
  ${'patient:Group.name'}         | ${'x'}          | ${expect.stringContaining('patient leads to Patient alone')}
  ${'date.name'}                  | ${'x'}          | ${expect.stringContaining('Procedure has no reference date')}
  ${'constructor.name'}           | ${'x'}          | ${expect.stringContaining('no reference constructor')}
  ${'patient.constructor'}        | ${'x'}          | ${expect.stringContaining('not searched by constructor')}
`('$name=$value asks for $asks', ({ name, value, asks }) => {
  expect(asked(name as string, value as string)).toEqual(asks);
});

it('what has no references has no chains', () => {
  expect(asked('patient.identifier', 'MR-1', PATIENT)).toContain('Patient has no reference patient');
});

it.each`
  name                    | is
  ${'patient.identifier'} | ${true}
  ${'a:B.c'}              | ${true}
  ${'patient'}            | ${false}
  ${'patient:Patient'}    | ${false}
  ${'.identifier'}        | ${false}
  ${'patient.'}           | ${false}
`('$name is a chain: $is', ({ name, is }) => {
  expect(isChain(name as string)).toBe(is);
});
