import { randomUUID } from 'node:crypto';
import { send, startApp, type Client, type TestApp } from '../support/app';
import { aPatient, registered } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

const idOf = ({ headers }: { headers: Headers }): string => headers.get('x-request-id') ?? '';

interface Entry {
  readonly action: string;
  readonly subject: string;
  readonly actor: { readonly id: string | null };
}

async function entriesOf(requestId: string): Promise<string[]> {
  const { body } = await service.admin.get(`/audit?requestId=${requestId}`);
  return (body.items as Entry[]).map(({ action, subject }) => `${action} ${subject}`);
}

it('every answer names its request, a refusal too, each by an id of its own that no client chooses', async () => {
  const { neurologist } = service;
  const chosen = { 'x-request-id': 'chosen', 'request-id': 'chosen' };
  const answers = [
    await neurologist.get('/patients'),
    await neurologist.get('/patients', chosen),
    await neurologist.get('/nowhere'),
    await neurologist.post('/patients', {}),
    await send(service.url, 'GET', '/patients'),
  ];
  const ids = answers.map(idOf);
  for (const id of ids) expect(id).toMatch(UUID);
  expect(new Set(ids).size).toBe(ids.length);
});

it.each`
  what           | entries                | ask
  ${'a write'}   | ${['insert patient']}  | ${(client: Client) => client.post('/patients', aPatient())}
  ${'a list'}    | ${['read patient']}    | ${(client: Client) => client.get('/patients?limit=1')}
  ${'an export'} | ${['export outcomes']} | ${(client: Client) => client.get('/reports/outcomes.json')}
  ${'a refusal'} | ${['refused user']}    | ${(client: Client) => client.get('/users')}
`('the entries of $what are found by its request', async ({ entries, ask }) => {
  expect(await entriesOf(idOf(await ask(service.neurologist)))).toEqual(entries);
});

it('a sign-in that fails is found by its request', async () => {
  const failed = await send(service.url, 'POST', '/auth/login', {
    body: { username: 'nobody', password: 'not the password' },
  });
  expect(failed.status).toBe(401);
  expect(await entriesOf(idOf(failed))).toEqual(['sign-in-failed app_user']);
});

it('of many at once each has its own', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => service.neurologist.post('/patients', aPatient())),
  );
  const patients = await service.work.db.query<{ request: string; patient: string }[]>(
    `select request_id as request, subject_id as patient from audit_entry where request_id = any($1) and action = 'insert'`,
    [answers.map(idOf)],
  );
  const pairs = (rows: { request: string; patient: string }[]) =>
    rows.map(({ request, patient }) => `${request} ${patient}`).toSorted();
  expect(pairs(patients)).toEqual(
    pairs(answers.map((answer) => ({ request: idOf(answer), patient: answer.body.id as string }))),
  );
});

it('of many who read at once, each entry names its own reader, patient and request', async () => {
  const { neurologist, scheduler } = service;
  const patients = await Promise.all(Array.from({ length: 6 }, () => registered(neurologist)));
  const read = await Promise.all(
    patients.flatMap((patient) =>
      [neurologist, scheduler].map(async (client) => {
        const answer = await client.get(`/patients/${patient}`);
        return `${idOf(answer)} ${(await client.get('/me')).body.id} ${patient} ${answer.status}`;
      }),
    ),
  );
  const entries = await service.work.db.query<{ entry: string }[]>(
    `select concat_ws(' ', request_id, actor_id, patient_id, 200) as entry from audit_entry
     where action = 'read' and subject = 'patient' and patient_id = any($1) and patient_ids is null`,
    [patients],
  );
  expect(entries.map(({ entry }) => entry).toSorted()).toEqual(read.toSorted());
});

it('what the service does by itself comes from no request, also on a line that a request had before', async () => {
  await registered(service.neurologist);
  const rows = await service.work.db.query<{ request: string | null }[]>(
    `select request_id as request from audit_entry where actor_role = 'system' and subject = 'app_user'`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ request }) => request === null)).toBe(true);
});

it('an id of no request finds nothing, and what is none is refused', async () => {
  expect(await entriesOf(randomUUID())).toEqual([]);
  expect(await service.admin.get('/audit?requestId=yesterday')).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/requestId' }] },
  });
});
