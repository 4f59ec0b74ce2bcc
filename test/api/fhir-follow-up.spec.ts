import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { askFhir, idsOf } from '../support/fhir/fhir';
import { aReadPatient, type ReadPatient } from '../support/walks/read-clinic';

interface Entry {
  readonly resource: { readonly id: string; readonly resourceType: string };
}

let service: TestApp;
let one: ReadPatient;
let other: ReadPatient;

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  one = await aReadPatient(service, 'Muster');
  other = await aReadPatient(service, 'Beispiel');
  const { neurologist } = service;
  const reviewed = await neurologist.post(`/flags/${other.flagId}/reviews`, {
    decision: 'keep-watching',
    reason: 'a cold in March',
  });
  expect(reviewed.status).toBeLessThan(300);
  const called = await neurologist.post(`/courses/${one.courseId}/contacts`, {
    channel: 'sms',
    outcome: 'no-answer',
  });
  expect(called.status).toBe(201);
}, 60_000);
afterAll(() => service.close());

const ask = (path: string) => askFhir(service.url, service.neurologist.token, path);

it.each`
  path                                                             | count
  ${'DetectedIssue'}                                               | ${2}
  ${'DetectedIssue?patient={patient}'}                             | ${1}
  ${'DetectedIssue?patient={patient}&status=preliminary'}          | ${1}
  ${'DetectedIssue?patient={patient}&status=final'}                | ${0}
  ${'DetectedIssue?patient={other}&status=final'}                  | ${1}
  ${'DetectedIssue?implicated=EpisodeOfCare/{course}&code=review'} | ${1}
  ${'DetectedIssue?patient={patient}&identified=gt2026-11-23'}     | ${0}
  ${'Task?patient={patient}&status=requested'}                     | ${1}
  ${'Task?patient={other}&status=requested'}                       | ${0}
  ${'Task?patient={other}&status=completed'}                       | ${1}
  ${'Task?focus=DetectedIssue/{flag}'}                             | ${1}
  ${'ClaimResponse?patient={patient}'}                             | ${1}
  ${'ClaimResponse?patient={patient}&status=cancelled'}            | ${0}
  ${'Coverage?patient={patient}'}                                  | ${1}
  ${'Coverage?beneficiary={patient}&payor=acm'}                    | ${1}
  ${'Coverage?beneficiary={patient}&payor=other'}                  | ${0}
  ${'Communication?patient={patient}'}                             | ${2}
  ${'Communication?patient={patient}&medium=phone'}                | ${1}
  ${'Communication?patient={patient}&status=not-done'}             | ${1}
  ${'Communication?patient={patient}&sent=lt2026-01-01'}           | ${0}
`('$path finds $count', async ({ path, count }: { path: string; count: number }) => {
  const at = path
    .replace('{patient}', one.patientId)
    .replace('{other}', other.patientId)
    .replace('{course}', one.courseId)
    .replace('{flag}', one.flagId);
  expect(await ask(at)).toMatchObject({ status: 200, body: { total: count } });
});

it('a flag tells its two sentences and its sessions, and after the review what was decided', async () => {
  const { body: flag } = await service.neurologist.get(`/flags/${one.flagId}`);
  const { body } = await ask(`DetectedIssue/${one.flagId}`);
  expect(body).toMatchObject({ status: 'preliminary', severity: 'moderate', detail: flag.text });
  expect(body.implicated.slice(1)).toEqual(
    flag.sessionIds.map((sessionId: string) => ({ reference: `Procedure/${sessionId}` })),
  );
  expect(body.evidence[0].detail.length).toBeGreaterThan(0);
  expect((await ask(`DetectedIssue/${other.flagId}`)).body).toMatchObject({
    status: 'final',
    mitigation: [{ action: { coding: [{ code: 'keep-watching' }], text: 'a cold in March' } }],
  });
});

it('two authorizations of one payer are one cover, from the first day to the last', async () => {
  const { patientId } = other;
  const more = await service.neurologist.post('/authorizations', {
    patientId,
    payer: 'Acme',
    number: randomUUID(),
    product: 'ona',
    startsOn: '2027-01-01',
    endsOn: '2027-06-30',
    billingUnitsApproved: 400,
  });
  expect(more.status).toBe(201);
  const { body } = await ask(`Coverage?patient=${patientId}&_revinclude=ClaimResponse:coverage`);
  const types = body.entry.map(({ resource }: Entry) => resource.resourceType);
  expect(types).toEqual(['Coverage', 'ClaimResponse', 'ClaimResponse']);
  expect(body.entry[0].resource.period).toEqual({ start: '2026-01-01', end: '2027-06-30' });
});

it('a patient brings along their flags, tasks, cover and calls', async () => {
  const along = ['DetectedIssue', 'Task', 'ClaimResponse', 'Coverage', 'Communication']
    .map((type) => `&_revinclude=${type}:patient`)
    .join('');
  const { body } = await ask(`Patient?_id=${one.patientId}${along}`);
  expect(body.entry.map(({ resource }: Entry) => resource.resourceType)).toEqual([
    'Patient',
    'DetectedIssue',
    'Task',
    'ClaimResponse',
    'Coverage',
    'Communication',
    'Communication',
  ]);
  expect(idsOf(body)).toContain(one.flagId);
});

it.each(['DetectedIssue', 'Task', 'ClaimResponse', 'Coverage', 'Communication'])(
  'of %s a scheduler, reporting and the administrator see nothing',
  async (type) => {
    for (const role of ['scheduler', 'reporting', 'admin'] as const)
      expect(await askFhir(service.url, service[role].token, type)).toMatchObject({
        status: 403,
        body: { resourceType: 'OperationOutcome', issue: [{ code: 'forbidden' }] },
      });
    expect(await ask(`${type}/${randomUUID()}`)).toMatchObject({ status: 404 });
  },
);
