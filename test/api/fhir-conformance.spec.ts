import type { FhirResource } from 'fhir/r4';
import { OWN_SYSTEMS, ownSystem, SOURCED } from '../../src/fhir/codes';
import { RESOURCE_KINDS } from '../../src/fhir/resource-kinds';
import { may } from '../../src/platform/permissions';
import { startApp, type TestApp } from '../support/app';
import { logged, started } from '../support/builders';
import { askFhir, everyPage } from '../support/fhir/fhir';
import { daysIn, openValidators, type Validator } from '../support/fhir/validators';
import { aReadPatient } from '../support/walks/read-clinic';

/** Systems whose codes are the record's own data: the clinic chose them, or a box bears them. */
const AS_RECORDED = [
  'http://hl7.org/fhir/sid/icd-10-cm',
  'http://hl7.org/fhir/sid/ndc',
  'http://unitsofmeasure.org',
];
const OURS = new Set(OWN_SYSTEMS.map(ownSystem));
const KNOWN = new Set<string>(Object.values(SOURCED).map(({ system, code }) => `${system}|${code}`));

let service: TestApp;
let resources: FhirResource[];
let validators: readonly Validator[];

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  await aReadPatient(service, 'Muster');
  await aReadPatient(service, 'Beispiel');
  const courseId = await started(service.neurologist, { diagnosisCode: 'G24.3' });
  await logged(service.neurologist, courseId, { note: 'tender on the right' });
  const all: FhirResource[] = [];
  for (const { type, permission } of RESOURCE_KINDS) {
    const { token } = may('neurologist', permission) ? service.neurologist : service.admin;
    const found = await everyPage(service.url, token, `${type}?_count=7`);
    all.push(...found.resources);
  }
  resources = all;
  validators = openValidators();
}, 90_000);
afterAll(() => service.close());

/** Every value below one, with the name that it stands under. */
function valuesIn(value: unknown, name = ''): (readonly [name: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null) return [[name, value]];
  const below = Object.entries(value).flatMap(([key, held]) =>
    valuesIn(held, Array.isArray(value) ? name : key),
  );
  return [[name, value], ...below];
}

const everyValue = () => resources.flatMap((resource) => valuesIn(resource));

it('there is something of every type', () => {
  const types = new Set(resources.map(({ resourceType }) => resourceType));
  expect([...types].toSorted()).toEqual(RESOURCE_KINDS.map(({ type }) => type).toSorted());
  expect(resources.length).toBeGreaterThan(60);
});

it('three validators and the calendar find no error, nor in what can be asked', async () => {
  const { body } = await askFhir(service.url, undefined, 'metadata');
  expect(body.fhirVersion).toBe('4.0.1');
  // One of them was made before 4.0.1, which corrected words of 4.0.0 alone.
  const errors = [...resources, { ...body, fhirVersion: '4.0.0' } as FhirResource].flatMap((resource) =>
    validators.flatMap(({ name, errorsIn }) =>
      errorsIn(resource).map((error) => `${name}, ${resource.resourceType}/${resource.id}: ${error}`),
    ),
  );
  expect(errors).toEqual([]);
}, 60_000);

const PROCEDURE = {
  resourceType: 'Procedure',
  id: 'one',
  status: 'completed',
  subject: { reference: 'Patient/one' },
  performedDateTime: '2026-04-06',
};

it.each`
  broken                                 | refusedBy                 | why
  ${{}}                                  | ${[]}                     | ${'nothing is wrong with it'}
  ${{ subject: undefined }}              | ${['M', 'A', 'F']}        | ${'it is of nobody'}
  ${{ performedDateTime: 'yesterday' }}  | ${['M', 'A', 'F']}        | ${'no day at all'}
  ${{ dose: 100 }}                       | ${['M', 'A']}             | ${'a field that there is not'}
  ${{ performedDateTime: '2026-13-01' }} | ${['M', 'A', 'calendar']} | ${'a thirteenth month'}
  ${{ status: 'done' }}                  | ${['F']}                  | ${'a status that there is not'}
  ${{ performedDateTime: '2026-02-30' }} | ${['calendar']}           | ${'a day that there is not'}
`('$broken is refused by $refusedBy: $why', ({ broken, refusedBy }) => {
  const short = ['M', 'A', 'F', 'calendar'];
  const resource = JSON.parse(JSON.stringify({ ...PROCEDURE, ...broken })) as FhirResource;
  expect(short.filter((_, at) => validators[at]!.errorsIn(resource).length > 0)).toEqual(refusedBy);
});

it('every code is our own, has a source, or is the record’s', () => {
  const codings = everyValue().flatMap(([, value]) => {
    const { system, code } = (value ?? {}) as { system?: unknown; code?: unknown };
    return typeof system === 'string' && typeof code === 'string' ? [{ system, code }] : [];
  });
  expect(codings.length).toBeGreaterThan(100);
  const unknown = codings.filter(
    ({ system, code }) =>
      !OURS.has(system) && !AS_RECORDED.includes(system) && !KNOWN.has(`${system}|${code}`),
  );
  expect(unknown).toEqual([]);
});

it('there are days in it, which the calendar looks at', () => {
  expect(resources.flatMap(daysIn).length).toBeGreaterThan(100);
});

it('every reference leads to one of them, or to what it contains itself', () => {
  const there = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
  const references = resources.flatMap((resource) => {
    const contained = 'contained' in resource ? (resource.contained ?? []) : [];
    const known = new Set([...there, ...contained.map(({ id }) => `#${id}`)]);
    return valuesIn(resource).flatMap(([name, value]) =>
      name === 'reference' ? [{ reference: String(value), leads: known.has(String(value)) }] : [],
    );
  });
  expect(references.length).toBeGreaterThan(100);
  expect(references.filter(({ leads }) => !leads)).toEqual([]);
});

it('nothing is empty, and an id is one', () => {
  const empty = everyValue().filter(
    ([, value]) =>
      value === null ||
      value === '' ||
      (typeof value === 'object' && value !== null && Object.keys(value).length === 0),
  );
  expect(empty).toEqual([]);
  expect(resources.filter(({ id }) => !/^[A-Za-z0-9\-.]{1,64}$/.test(id ?? ''))).toEqual([]);
});
