import { randomUUID } from 'node:crypto';
import type { MedicationAdministration } from 'fhir/r4';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, seen, signs, started, voids } from '../support/builders';
import { askFhir, everyPage, idsOf } from '../support/fhir/fhir';

interface Entry {
  readonly resource: { readonly id: string; readonly resourceType: string };
}

let service: TestApp;
let patientId: string;
let courseId: string;
let sessionId: string;
let amendedId: string;
let voidedId: string;

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { neurologist, scheduler } = service;
  patientId = await registered(scheduler);
  courseId = await started(neurologist, { patientId, diagnosisCode: 'G24.3' });
  sessionId = await logged(neurologist, courseId, {
    performedOn: '2026-08-24',
    vials: [{ lotNumber: 'C7654', expiresOn: '2027-06-30', vialUnits: 200, unitsDiscarded: 70 }],
  });
  await neurologist.put(`/sessions/${sessionId}/response`, {
    assessedOn: '2026-09-28',
    onsetOn: '2026-08-29',
    improvementPct: 60,
    measurements: [{ scale: 'twstrs_severity', phase: 'peak', value: 12, measuredOn: '2026-09-28' }],
  });
  const event = { sessionId, kind: 'dysphagia', onsetOn: '2026-09-01', severity: 'mild', serious: false };
  expect(await neurologist.post('/adverse-events', event)).toMatchObject({ status: 201 });

  amendedId = await logged(neurologist, courseId, { performedOn: '2026-05-25' });
  await signs(neurologist, amendedId);
  const { body } = await neurologist.get(`/sessions/${amendedId}`);
  const amended = await neurologist.post(
    `/sessions/${amendedId}/amend`,
    {
      performedOn: '2026-05-25',
      product: 'ona',
      injections: [{ muscle: 'trapezius', side: 'left', units: 120 }],
      reason: 'the side was wrong in the record',
    },
    seen(body.version),
  );
  expect(amended.status).toBeLessThan(300);

  voidedId = await logged(neurologist, courseId, { performedOn: '2026-02-23' });
  await voids(neurologist, voidedId);
}, 60_000);
afterAll(() => service.close());

const ask = (path: string) => askFhir(service.url, service.neurologist.token, path);

it('the administrations of a session sum up to it, in units of its product alone', async () => {
  const { resources } = await everyPage(
    service.url,
    service.neurologist.token,
    `MedicationAdministration?part-of=Procedure/${sessionId}&_count=1`,
  );
  const doses = (resources as MedicationAdministration[]).map(({ dosage }) => dosage!.dose!);
  const { body } = await service.neurologist.get(`/sessions/${sessionId}`);
  expect(doses.reduce((sum, { value }) => sum + value!, 0)).toBe(body.totalUnits);
  expect(new Set(doses.map(({ code }) => code))).toEqual(new Set(['ona']));
  expect(idsOf({ entry: resources.map((resource) => ({ resource })) } as never)).toEqual([
    `${sessionId}-0`,
    `${sessionId}-1`,
  ]);
});

it('a session names its vial, which can be read', async () => {
  const { body } = await ask(`Procedure/${sessionId}`);
  expect(body.usedReference).toEqual([{ reference: `Medication/${sessionId}-0` }]);
  expect(await ask(body.usedReference[0].reference)).toMatchObject({
    status: 200,
    body: { batch: { lotNumber: 'C7654', expirationDate: '2027-06-30' } },
  });
});

it('a corrected session keeps its id, and its history has both versions', async () => {
  const { body } = await ask(`Procedure/${amendedId}`);
  expect(body).toMatchObject({ id: amendedId, bodySite: [{ text: 'Trapezius, left' }] });
  const history = await ask(`Procedure/${amendedId}/_history`);
  expect(history.body).toMatchObject({ type: 'history', total: 2 });
  const versions = history.body.entry.map(({ resource }: Entry) => resource);
  expect(versions.map(({ id }: Entry['resource']) => id)).toEqual([amendedId, amendedId]);
  expect(versions[0].meta.versionId).toBe(body.meta.versionId);
  expect(versions[1].bodySite).toHaveLength(2);
  expect(await ask(`MedicationAdministration/${amendedId}-0`)).toMatchObject({
    body: { dosage: { dose: { value: 120 } } },
  });
  expect(await ask(`MedicationAdministration/${amendedId}-1`)).toMatchObject({
    status: 410,
    body: { resourceType: 'OperationOutcome', issue: [{ code: 'deleted' }] },
  });
});

it('a voided session is entered in error, and what was given in it is gone', async () => {
  expect(await ask(`Procedure/${voidedId}`)).toMatchObject({
    status: 200,
    body: { status: 'entered-in-error', statusReason: { text: 'wrong patient' } },
  });
  expect(await ask(`MedicationAdministration/${voidedId}-0`)).toMatchObject({ status: 410 });
  const found = await ask(`MedicationAdministration?part-of=${voidedId}`);
  expect(found.body).toMatchObject({ total: 0 });
});

it.each`
  path                                                                           | count
  ${'Condition?patient={patient}'}                                               | ${1}
  ${'Condition?patient={patient}&code=cervical_dystonia&clinical-status=active'} | ${1}
  ${'Condition?patient={patient}&clinical-status=inactive'}                      | ${0}
  ${'EpisodeOfCare?patient={patient}&status=active&date=2026-11-23'}             | ${0}
  ${'EpisodeOfCare?patient={patient}&status=active&date=ap2026-11-23'}           | ${1}
  ${'EpisodeOfCare?patient={patient}&date=lt2026-01-01'}                         | ${0}
  ${'Procedure?patient={patient}'}                                               | ${3}
  ${'Procedure?patient={patient}&status=completed'}                              | ${2}
  ${'Procedure?patient={patient}&date=2026-08'}                                  | ${1}
  ${'Procedure?reason-reference={course}&date=ge2026-05-25'}                     | ${2}
  ${'MedicationAdministration?patient={patient}&code=ona'}                       | ${3}
  ${'MedicationAdministration?patient={patient}&code=abo'}                       | ${0}
  ${'MedicationAdministration?patient={patient}&effective-time=lt2026-08'}       | ${1}
  ${'Medication?lot-number=C7654'}                                               | ${1}
  ${'Medication?lot-number=C7654&expiration-date=gt2027-06-30'}                  | ${0}
  ${'Observation?patient={patient}'}                                             | ${3}
  ${'Observation?focus={session}&code=improvement-pct'}                          | ${1}
  ${'Observation?focus={session}&code=twstrs_severity&date=2026-09-28'}          | ${1}
  ${'AdverseEvent?subject={patient}&severity=mild'}                              | ${1}
  ${'AdverseEvent?subject={patient}&seriousness=Serious'}                        | ${0}
`('$path finds $count', async ({ path, count }: { path: string; count: number }) => {
  const at = path
    .replace('{patient}', patientId)
    .replace('{course}', courseId)
    .replace('{session}', sessionId);
  expect(await ask(at)).toMatchObject({ status: 200, body: { total: count } });
});

it('each found one can be read by its id', async () => {
  for (const type of ['Condition', 'EpisodeOfCare', 'Observation', 'AdverseEvent']) {
    const { body } = await ask(type);
    expect(body.total).toBeGreaterThan(0);
    for (const { resource } of body.entry)
      expect(await ask(`${type}/${resource.id}`)).toMatchObject({ status: 200, body: resource });
  }
});

it('a session brings along what was given in it, and its patient', async () => {
  const { body } = await ask(
    `Procedure?_id=${sessionId}&_include=Procedure:patient&_revinclude=MedicationAdministration:part-of&_revinclude=Observation:focus`,
  );
  const types = body.entry.map(({ resource }: Entry) => resource.resourceType);
  expect(types).toEqual([
    'Procedure',
    'Patient',
    'MedicationAdministration',
    'MedicationAdministration',
    'Observation',
    'Observation',
    'Observation',
  ]);
});

it.each([
  'Condition',
  'EpisodeOfCare',
  'Procedure',
  'MedicationAdministration',
  'Medication',
  'Observation',
  'AdverseEvent',
  `Procedure/${randomUUID()}/_history`,
  'Patient?_revinclude=Procedure:patient',
])('a scheduler may not read %s', async (path) => {
  expect(await askFhir(service.url, service.scheduler.token, path)).toMatchObject({
    status: 403,
    body: { resourceType: 'OperationOutcome', issue: [{ code: 'forbidden' }] },
  });
});

it.each(['Procedure', 'MedicationAdministration', 'Medication', 'Observation', 'AdverseEvent', 'Condition'])(
  'there is no %s of an id that nobody has',
  async (type) => {
    expect(await ask(`${type}/${randomUUID()}`)).toMatchObject({ status: 404 });
    expect(await ask(`${type}/a_b`)).toMatchObject({ status: 404 });
  },
);
