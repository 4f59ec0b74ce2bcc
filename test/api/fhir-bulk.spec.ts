import { randomUUID } from 'node:crypto';
import type { FhirResource } from 'fhir/r4';
import { Client } from 'pg';
import { BulkExport, BulkExportFile } from '../../src/fhir/bulk/bulk-export.entity';
import { ExportMaker } from '../../src/fhir/bulk/export-maker';
import { RESOURCE_KINDS } from '../../src/fhir/resource-kinds';
import { Clock } from '../../src/platform/clock';
import { may } from '../../src/platform/permissions';
import { ADVISORY_LOCKS } from '../../src/platform/database/locks/advisory-locks';
import { SYSTEM, type Role } from '../../src/platform/actor';
import { until } from '../support/until';
import { startApp, type TestApp } from '../support/app';
import { exported, kickOff, waitFor } from '../support/fhir/bulk';
import { aSession, logged, registered, seen, signs, started, voids } from '../support/builders';
import { askFhir, everyPage } from '../support/fhir/fhir';
import { aReadPatient, type ReadPatient } from '../support/walks/read-clinic';

let service: TestApp;
let one: ReadPatient;
let other: ReadPatient;

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  one = await aReadPatient(service, 'Muster');
  other = await aReadPatient(service, 'Beispiel');
  await registered(service.scheduler, { familyName: 'Untreated' });
}, 60_000);
afterAll(() => service.close());

const asNeurologist = (path: string) => exported(service.url, service.neurologist.token, path);

const named = (resources: readonly FhirResource[]) =>
  resources.map(({ resourceType, id }) => `${resourceType}/${id}`).toSorted();

async function searched(role: Role): Promise<FhirResource[]> {
  const found: FhirResource[] = [];
  for (const { type } of RESOURCE_KINDS.filter((kind) => may(role, kind.permission)))
    found.push(...(await everyPage(service.url, service[role].token, `${type}?_count=500`)).resources);
  return found;
}

it.each(['neurologist', 'scheduler'] as const)('all of a %s is what they find by searching', async (role) => {
  const { resources, manifest } = await exported(service.url, service[role].token, '$export');
  const found = await searched(role);
  expect(named(resources)).toEqual(named(found));
  expect(resources).toEqual(expect.arrayContaining(found.slice(0, 20)));
  expect(manifest).toMatchObject({
    request: `${service.url}/fhir/R4/$export`,
    requiresAccessToken: true,
    error: [],
  });
  expect(manifest).not.toHaveProperty('deleted');
  expect(Date.parse(manifest.transactionTime)).toBeLessThanOrEqual(Date.now());
});

it('an administrator gets patients and the trail', async () => {
  const { manifest } = await exported(service.url, service.admin.token, '$export');
  expect([...new Set(manifest.output.map(({ type }) => type))].toSorted()).toEqual(['AuditEvent', 'Patient']);
});

it('to reporting it is refused, with the reason', async () => {
  for (const path of ['$export', 'Patient/$export', 'Group/cervical_dystonia/$export'])
    expect(await askFhir(service.url, service.reporting.token, path)).toMatchObject({
      status: 403,
      body: {
        resourceType: 'OperationOutcome',
        issue: [{ code: 'forbidden', diagnostics: expect.stringContaining('de-identified') }],
      },
    });
  expect(await askFhir(service.url, undefined, '$export')).toMatchObject({ status: 401 });
});

it('the patients of an indication come with all that is theirs, and nobody else', async () => {
  const patientId = await registered(service.scheduler, { familyName: 'Tremble' });
  const courseId = await started(service.neurologist, { patientId, indication: 'chronic_migraine' });
  const { resources } = await asNeurologist('Group/chronic_migraine/$export');
  const of = (type: string) =>
    resources.filter(({ resourceType }) => resourceType === type).map(({ id }) => id);
  expect(of('Patient')).toEqual([patientId]);
  expect(of('Condition')).toEqual([courseId]);
  const dystonia = await asNeurologist('Group/cervical-dystonia/$export?_type=Patient,Medication,Provenance');
  const patients = dystonia.resources.filter(({ resourceType }) => resourceType === 'Patient');
  expect(named(patients)).toEqual([`Patient/${one.patientId}`, `Patient/${other.patientId}`].toSorted());
  expect(dystonia.manifest.output.map(({ type }) => type).toSorted()).toEqual([
    'Medication',
    'Patient',
    'Provenance',
  ]);
});

it('all patients are theirs who were never treated too, and the trail is nobody’s', async () => {
  const { resources } = await asNeurologist('Patient/$export?_type=Patient');
  const { body } = await askFhir(service.url, service.neurologist.token, 'Patient?_count=0');
  expect(resources).toHaveLength(body.total);
  const trail = await askFhir(service.url, service.admin.token, 'Patient/$export?_type=AuditEvent');
  expect(trail).toMatchObject({ status: 400 });
});

it.each`
  path                                                   | status | says
  ${'$export?_type=Patient,Wish'}                        | ${400} | ${'_type=Wish is not exported here; there are: Patient'}
  ${'$export?_type=AuditEvent'}                          | ${403} | ${'AuditEvent'}
  ${'$export?_since=yesterday'}                          | ${400} | ${'_since must be a moment'}
  ${'$export?_since=2026-02-30T00:00:00Z'}               | ${400} | ${'_since must be a moment'}
  ${'$export?_outputFormat=text/csv'}                    | ${400} | ${'application/fhir+ndjson'}
  ${'$export?_elements=id'}                              | ${400} | ${'handling=lenient'}
  ${'$export?_typeFilter=Procedure?colour%3Dred'}        | ${400} | ${'is not searched by colour'}
  ${'$export?_type=Patient&_typeFilter=Task?status%3Dx'} | ${400} | ${'filters nothing'}
  ${'Group/nobody/$export'}                              | ${404} | ${'cervical_dystonia'}
  ${'bulk-exports/x'}                                    | ${404} | ${'no such export of yours'}
  ${'bulk-exports/00000000-0000-4000-8000-000000000001'} | ${404} | ${'no such export of yours'}
`('$path is answered $status', async ({ path, status, says }) => {
  expect(await askFhir(service.url, service.neurologist.token, path)).toMatchObject({
    status,
    body: { resourceType: 'OperationOutcome', issue: [{ diagnostics: expect.stringContaining(says) }] },
  });
});

it('is asked for by POST with Parameters too', async () => {
  const { url, neurologist } = service;
  const parameter = [
    { name: '_type', valueString: 'Procedure' },
    { name: '_outputFormat', valueString: 'application/fhir+ndjson' },
    { name: '_typeFilter', valueString: `Procedure?patient=${one.patientId}` },
  ];
  const asked = await kickOff(url, neurologist.token, '$export', {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType: 'Parameters', parameter }),
  });
  expect(asked.status).toBe(202);
  const manifest = await waitFor(asked.headers.get('content-location')!, neurologist.token);
  const { body } = await askFhir(url, neurologist.token, `Procedure?patient=${one.patientId}&_count=0`);
  expect(manifest.output).toMatchObject([{ type: 'Procedure', count: body.total }]);
  const bare = await kickOff(url, neurologist.token, 'Patient/$export?_type=Task', { method: 'POST' });
  expect(bare.status).toBe(202);
  await waitFor(bare.headers.get('content-location')!, neurologist.token);
  const wrong = await kickOff(url, neurologist.token, '$export', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ resourceType: 'Patient' }),
  });
  expect(wrong.status).toBe(400);
});

it('says how far it is, then where its files are; given back, it is gone', async () => {
  const { url, neurologist } = service;
  const asked = await kickOff(url, neurologist.token, '$export?_type=Patient');
  const at = asked.headers.get('content-location')!;
  expect(at.startsWith(`${url}/fhir/R4/`)).toBe(true);
  const manifest = await waitFor(at, neurologist.token);
  for (const address of [at, manifest.output[0]!.url]) {
    expect((await askFhir(url, service.scheduler.token, address)).status).toBe(404);
    expect((await askFhir(url, undefined, address)).status).toBe(401);
  }
  const given = () =>
    fetch(at, { method: 'DELETE', headers: { authorization: `Bearer ${neurologist.token}` } });
  expect((await given()).status).toBe(202);
  expect((await given()).status).toBe(404);
  for (const address of [at, manifest.output[0]!.url])
    expect(await askFhir(url, neurologist.token, address)).toMatchObject({
      status: 404,
      body: { resourceType: 'OperationOutcome' },
    });
});

it('whoever may no longer read what they asked for gets it no longer, and may give it back', async () => {
  const asker = await service.signIn('neurologist');
  const { at, manifest } = await exported(service.url, asker.token, '$export?_type=Patient,Procedure');
  const { body } = await service.admin.get(`/users/${asker.userId}`);
  await service.admin.patch(`/users/${asker.userId}`, body.version, { role: 'scheduler' });
  const headers = { authorization: `Bearer ${asker.token}` };
  for (const address of [at, ...manifest.output.map(({ url }) => url)]) {
    const answer = await fetch(address, { headers });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('The role scheduler may not read Procedure');
  }
  expect((await fetch(at, { method: 'DELETE', headers })).status).toBe(202);
});

describe('with _since', () => {
  it('are what changed, and what is no more', async () => {
    const { neurologist } = service;
    const courseId = await started(neurologist);
    const kept = await logged(neurologist, courseId, { performedOn: '2026-05-25' });
    await signs(neurologist, kept);
    const vials = [{ lotNumber: 'C7654', expiresOn: '2027-06-30', vialUnits: 200, unitsDiscarded: 70 }];
    const voided = await logged(neurologist, courseId, { performedOn: '2026-08-24', vials });
    await neurologist.put(`/sessions/${voided}/response`, {
      assessedOn: '2026-09-28',
      improvementPct: 60,
      measurements: [{ scale: 'twstrs_severity', phase: 'peak', value: 12, measuredOn: '2026-09-28' }],
    });
    const before = await asNeurologist('$export');

    const nothing = await asNeurologist(`$export?_since=${before.manifest.transactionTime}`);
    expect(nothing.manifest).not.toHaveProperty('deleted');

    await voids(neurologist, voided);
    const { body } = await neurologist.get(`/sessions/${kept}`);
    const [only] = aSession(courseId).injections as object[];
    const amended = await neurologist.post(
      `/sessions/${kept}/amend`,
      aSession(courseId, { performedOn: '2026-05-25', injections: [only], reason: 'one too many' }),
      seen(body.version),
    );
    expect(amended.status).toBe(201);

    const since = await asNeurologist(`$export?_since=${before.manifest.transactionTime}`);
    const after = await asNeurologist('$export');
    const [was, is] = [new Set(named(before.resources)), new Set(named(after.resources))];
    expect(since.removed.toSorted()).toEqual([...was].filter((name) => !is.has(name)).toSorted());
    expect(since.removed).toEqual(
      expect.arrayContaining([
        `MedicationAdministration/${kept}-1`,
        `MedicationAdministration/${voided}-0`,
        `Medication/${voided}-0`,
        `Observation/${voided}-improvement-pct`,
      ]),
    );
    const changed = new Set(named(since.resources));
    expect([...is].filter((name) => !was.has(name) && !changed.has(name))).toEqual([]);
    expect(changed).toContain(`Procedure/${voided}`);
    const unlike = after.resources.filter(
      (resource) => !before.resources.some((earlier) => JSON.stringify(earlier) === JSON.stringify(resource)),
    );
    expect(named(unlike).filter((name) => !changed.has(name))).toEqual([]);
    expect(since.resources.length).toBeLessThan(after.resources.length / 2);
  });

  it('the fact that was emptied and the row of a draft that was left out are told', async () => {
    const { neurologist } = service;
    const courseId = await started(neurologist);
    const draft = await logged(neurologist, courseId, { performedOn: '2026-08-24' });
    const response = `/sessions/${draft}/response`;
    const recorded = await neurologist.put(response, {
      assessedOn: '2026-09-28',
      improvementPct: 60,
      pgic: 2,
    });
    expect(recorded.status).toBeLessThan(300);
    const { manifest } = await asNeurologist('$export?_type=Patient');
    const session = await neurologist.get(`/sessions/${draft}`);
    const [only] = aSession(courseId).injections as object[];
    const left = await neurologist.patch(`/sessions/${draft}`, session.body.version, { injections: [only] });
    expect(left.status).toBe(200);
    const emptied = await neurologist.put(response, {
      assessedOn: '2026-09-28',
      improvementPct: 60,
      pgic: null,
    });
    expect(emptied.status).toBe(200);
    const { removed } = await asNeurologist(`$export?_since=${manifest.transactionTime}`);
    expect(removed.toSorted()).toEqual([`MedicationAdministration/${draft}-1`, `Observation/${draft}-pgic`]);
  });

  it('a merged patient’s rows come under whom they are now', async () => {
    const { neurologist, scheduler } = service;
    const [stays, goes] = [await registered(scheduler), await registered(scheduler)];
    const courseId = await started(neurologist, { patientId: goes });
    const sessionId = await logged(neurologist, courseId);
    const { manifest } = await asNeurologist('$export?_type=Patient');
    const merged = await neurologist.post(`/patients/${goes}/merge`, {
      intoId: stays,
      reason: 'one person',
    });
    expect(merged.status).toBeLessThan(300);
    const { resources } = await asNeurologist(`$export?_type=Procedure&_since=${manifest.transactionTime}`);
    expect(resources).toMatchObject([{ id: sessionId, subject: { reference: `Patient/${stays}` } }]);
  });
});

describe('an export that nobody makes', () => {
  /** As a process leaves it that has died. */
  async function left(given: Partial<BulkExport> = {}, client = service.neurologist): Promise<string> {
    const id = randomUUID();
    await service.work.db.insert(BulkExport, {
      id,
      actorId: client.userId,
      actorName: 'somebody',
      actorRole: 'neurologist',
      request: `${service.url}/fhir/R4/$export`,
      asked: { level: 'system', types: ['Patient'], typeFilters: [] },
      requestedAt: service.app.get(Clock).now(),
      typesTotal: 1,
      ...given,
    });
    return id;
  }
  const at = (id: string) => `${service.url}/fhir/R4/bulk-exports/${id}`;
  const ask = (id: string) =>
    fetch(at(id), { headers: { authorization: `Bearer ${service.neurologist.token}` } });

  it('is begun again when somebody asks for it; of what was begun nothing stays', async () => {
    const id = await left();
    await service.work.db.insert(BulkExportFile, {
      exportId: id,
      name: 'Patient-7.ndjson',
      type: 'Patient',
      removed: false,
      count: 1,
      patientIds: [],
      content: Buffer.from(''),
    });
    const first = await ask(id);
    expect(first.status).toBe(202);
    expect(first.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(first.headers.get('x-progress')).toBe('0 of 1 types');
    const { output } = await waitFor(at(id), service.neurologist.token);
    expect(output.map(({ url }) => url)).toEqual([`${at(id)}/Patient-1.ndjson`]);
  });

  it('is begun again when the service starts', async () => {
    const id = await left();
    await service.app.get(ExportMaker).onApplicationBootstrap();
    const { output } = await waitFor(at(id), service.neurologist.token);
    expect(output).toMatchObject([{ type: 'Patient' }]);
  });

  it('is left alone while another process makes it', async () => {
    const id = await left();
    const process = new Client({ connectionString: service.databaseUrl });
    await process.connect();
    await process.query('select pg_advisory_lock($1, hashtext($2))', [ADVISORY_LOCKS.fhirExport, id]);
    expect((await ask(id)).status).toBe(202);
    expect((await ask(id)).status).toBe(202);
    expect(await service.work.db.findOneBy(BulkExport, { id })).toMatchObject({ attempts: 0 });
    await process.end();
    await waitFor(at(id), service.neurologist.token);
  });

  it('that fails and fails is said to have failed', async () => {
    const id = await left({
      asked: { level: 'system', types: ['Patient'], typeFilters: [], since: 'never' },
    });
    await until(async () => (await ask(id)).status !== 202);
    const answer = await ask(id);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: [{ diagnostics: expect.stringContaining('ask for it again') }],
    });
  });

  it('counts among the five of one person that may wait', async () => {
    const client = await service.signIn('neurologist');
    for (let count = 0; count < 5; count += 1) await left({}, client);
    const answer = await kickOff(service.url, client.token, '$export');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('60');
  });
});

it('after a day it is gone, with its files', async () => {
  const { url, app, work, neurologist } = service;
  const { at } = await exported(url, neurologist.token, '$export?_type=Patient');
  const clock = app.get(Clock);
  const now = clock.now.bind(clock);
  const sessions = "update login_session set expires_at = expires_at + interval '3 days'";
  await service.asOwner(sessions);
  clock.now = () => new Date(now().getTime() + 86_400_001);
  try {
    const late = await service.signIn('neurologist');
    expect((await kickOff(url, late.token, '$export?_type=Task')).status).toBe(202);
  } finally {
    clock.now = now;
  }
  expect((await askFhir(url, neurologist.token, at)).status).toBe(404);
  const [{ count }] = await work.db.query(
    `select count(*)::int as count from fhir_export_file where export_id = $1`,
    [at.split('/').at(-1)],
  );
  expect(count).toBe(0);
});

it('what is too much for one file is in several', async () => {
  await service.work.write(SYSTEM, (tx) =>
    tx.query(`insert into patient (id, mrn, family_name, given_name, birth_date, sex, search_text)
      select md5('p' || n)::uuid, 'N' || n, 'Many', 'Name' || n, '1960-01-01', 'female', ' many'
      from generate_series(1, 10001) n`),
  );
  const { manifest, resources } = await asNeurologist(
    '$export?_type=Patient&_typeFilter=Patient?name%3Dmany',
  );
  expect(manifest.output.map(({ type, count }) => [type, count])).toEqual([
    ['Patient', 10_000],
    ['Patient', 1],
  ]);
  expect(new Set(resources.map(({ id }) => id)).size).toBe(10_001);
});
