import { randomUUID } from 'node:crypto';
import type { AuditEvent, Provenance } from 'fhir/r4';
import { startApp, type TestApp } from '../support/app';
import { aSession, logged, registered, seen, signs, started, voids } from '../support/builders';
import { askFhir, everyPage, idsOf } from '../support/fhir/fhir';

let service: TestApp;
let patientId: string;
let sessionId: string;
let voidedId: string;
let draftId: string;

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { neurologist, scheduler } = service;
  patientId = await registered(scheduler);
  const courseId = await started(neurologist, { patientId });
  sessionId = await logged(neurologist, courseId, { performedOn: '2026-05-25' });
  await signs(neurologist, sessionId);
  let standing = sessionId;
  for (const what of ['note', 'guidance']) {
    const { body } = await neurologist.get(`/sessions/${standing}`);
    const amended = await neurologist.post(
      `/sessions/${standing}/amend`,
      aSession(courseId, { performedOn: '2026-05-25', reason: `the ${what} was missing` }),
      seen(body.version),
    );
    expect(amended.status).toBe(201);
    standing = amended.body.id;
  }
  voidedId = await logged(neurologist, courseId, { performedOn: '2026-02-23' });
  await voids(neurologist, voidedId);
  draftId = await logged(neurologist, courseId, { performedOn: '2026-08-24' });
}, 60_000);
afterAll(() => service.close());

const ask = (path: string) => askFhir(service.url, service.neurologist.token, path);
const askAdmin = (path: string) => askFhir(service.url, service.admin.token, path);

async function actsOn(id: string): Promise<string[]> {
  const { body } = await ask(`Provenance?target=Procedure/${id}`);
  return idsOf(body).map((act) => act.slice(id.length + 1));
}

it('who logged, signed and amended a session, each time, and who voided one', async () => {
  expect(await actsOn(sessionId)).toEqual(['amended-1', 'amended-2', 'logged', 'signed']);
  expect(await actsOn(voidedId)).toEqual(['logged', 'voided']);
  expect(await actsOn(draftId)).toEqual(['logged']);
  const { body } = await ask(`Provenance/${sessionId}-amended-2`);
  const { userId } = service.neurologist;
  expect(body).toMatchObject({
    target: [{ reference: `Procedure/${sessionId}` }],
    reason: [{ text: 'the guidance was missing' }],
  });
  expect((body as Provenance).agent.map(({ who }) => who.identifier?.value)).toEqual([userId, userId]);
});

it('comes along with its sessions, and is found by patient, act and day', async () => {
  const { body } = await ask(`Procedure?_id=${sessionId}&_revinclude=Provenance:target`);
  expect(idsOf(body)).toHaveLength(5);
  const found = await ask(`Provenance?patient=${patientId}&activity=amended`);
  expect(found.body).toMatchObject({ total: 2 });
  expect((await ask(`Provenance?patient=${patientId}&recorded=lt2020`)).body).toMatchObject({ total: 0 });
  expect((await ask(`Provenance?patient=${randomUUID()}`)).body).toMatchObject({ total: 0 });
});

it('of what was not done there is nothing', async () => {
  for (const id of [`${draftId}-signed`, `${sessionId}-amended-3`, `${randomUUID()}-logged`, 'x'])
    expect(await ask(`Provenance/${id}`)).toMatchObject({ status: 404 });
});

it('the trail is read page by page, the newest first, each entry once, while it grows', async () => {
  const { pages, resources } = await everyPage(service.url, service.admin.token, 'AuditEvent?_count=5');
  const ids = resources.map(({ id }) => Number(id));
  expect(pages).toBeGreaterThan(3);
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a));
  const [{ count }] = await service.work.db.query(
    'select count(*)::int as count from audit_entry where id <= $1',
    [ids[0]],
  );
  expect(ids).toHaveLength(count);
});

it.each`
  path                                                         | finds
  ${'AuditEvent?patient={patient}'}                            | ${true}
  ${'AuditEvent?patient=Patient/{patient}'}                    | ${true}
  ${'AuditEvent?patient=00000000-0000-4000-8000-00000000000a'} | ${false}
  ${'AuditEvent?subtype=insert&entity-type=injection_session'} | ${true}
  ${'AuditEvent?subtype=sign-out'}                             | ${false}
  ${'AuditEvent?date=lt2020'}                                  | ${false}
`('$path finds something: $finds', async ({ path, finds }: { path: string; finds: boolean }) => {
  const { status, body } = await askAdmin(path.replace('{patient}', patientId));
  expect(status).toBe(200);
  expect('entry' in body).toBe(finds);
  expect(body).not.toHaveProperty('total');
});

it('how many there are is told to whoever asks for that alone', async () => {
  const { body } = await askAdmin('AuditEvent?_count=0&entity-type=injection_session&subtype=insert');
  expect(body).toMatchObject({ total: 5 });
  expect(body).not.toHaveProperty('entry');
});

it('one entry is read by its number, and another number is nobody’s', async () => {
  const { body } = await askAdmin('AuditEvent?subtype=insert&entity-type=injection_session&_count=1');
  const [event] = body.entry.map(({ resource }: { resource: AuditEvent }) => resource);
  expect(await askAdmin(`AuditEvent/${event.id}`)).toMatchObject({ status: 200, body: event });
  for (const id of ['999999999999', 'x', randomUUID(), '9'.repeat(40)])
    expect(await askAdmin(`AuditEvent/${id}`)).toMatchObject({ status: 404 });
});

it.each`
  type            | roles
  ${'AuditEvent'} | ${['neurologist', 'scheduler', 'reporting']}
  ${'Provenance'} | ${['admin', 'scheduler', 'reporting']}
`('$type is refused to $roles', async ({ type, roles }) => {
  for (const role of roles as ('neurologist' | 'scheduler' | 'reporting' | 'admin')[])
    expect(await askFhir(service.url, service[role].token, type)).toMatchObject({
      status: 403,
      body: { resourceType: 'OperationOutcome' },
    });
});
