import { SYSTEM } from '../../src/platform/actor';
import { PASSWORD, send, startApp, type Answer, type Client, type TestApp } from '../support/app';
import { logged, started, signs } from '../support/builders';
import { until } from '../support/until';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

/** As if an administrator did it while the request was under way: the first row that it writes is met by it. */
async function meanwhile(table: string, event: 'insert' | 'update', does: string): Promise<void> {
  await service.asOwner(
    `create or replace function meanwhile() returns trigger language plpgsql security definer set search_path = public as
      $$ begin ${does}; return new; end $$`,
  );
  await service.asOwner(
    `create trigger meanwhile before ${event} on ${table} for each row execute function meanwhile()`,
  );
}
const over = (table: string): Promise<unknown> => service.asOwner(`drop trigger meanwhile on ${table}`);

const disables = ({ userId }: Client): string =>
  `update app_user set disabled_at = now() where id = '${userId}'`;
const demotes = ({ userId }: Client): string =>
  `update app_user set role = 'scheduler' where id = '${userId}'`;

it.each([
  ['disabled', disables],
  ['given another role', demotes],
])('of whoever is %s while they sign nothing is signed', async (_, does) => {
  const leaving = await service.signIn('neurologist');
  const sessionId = await logged(leaving, await started(leaving));
  await meanwhile('injection_session', 'update', does(leaving));
  expect(await signs(leaving, sessionId)).toMatchObject({
    status: 401,
    body: { detail: expect.stringContaining('what was under way is not written') },
  });
  await over('injection_session');
  expect((await service.neurologist.get(`/sessions/${sessionId}`)).body).toMatchObject({
    signedAt: null,
    version: 1,
  });
});

it('of whoever is disabled while their file is taken no further row is', async () => {
  const leaving = await service.signIn('admin');
  await meanwhile('patient', 'insert', disables(leaving));
  const answer = await fetch(`${service.url}/api/v1/imports?kind=patients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${leaving.token}`, 'content-type': 'text/csv' },
    body: 'mrn,familyName,givenName,birthDate,sex\nLEFT-1,Example,Ada,1960-01-01,female\n',
  });
  expect(answer.status).toBe(401);
  await over('patient');
  expect((await service.scheduler.get('/patients?q=LEFT-1')).body.items).toEqual([]);
  const { items } = (await service.admin.get('/imports')).body;
  expect(items).toMatchObject([{ state: 'interrupted', rows: { new: 0 } }]);
});

/** An administrator's change of this person is under way until the request waits for it: what it was asked with was right. */
async function whileChanged({ userId }: Client, change: string, ask: () => Promise<Answer>): Promise<Answer> {
  const asked = await service.work.write(SYSTEM, async (tx) => {
    await tx.query(`update app_user set version = version + 1, ${change} where id = $1`, [userId]);
    const answer = ask();
    await until(async () => {
      const [row] = await tx.query<[{ waits: boolean }]>(
        `select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))) as waits`,
      );
      return row.waits;
    });
    return { answer };
  });
  return asked.answer;
}

it.each`
  operation                                  | body
  ${'POST /auth/login'}                      | ${{ password: PASSWORD }}
  ${'POST /me/password'}                     | ${{ currentPassword: PASSWORD, newPassword: 'four words nobody guesses' }}
  ${'POST /me/second-factor'}                | ${{ currentPassword: PASSWORD }}
  ${'POST /me/second-factor/recovery-codes'} | ${{ currentPassword: PASSWORD }}
  ${'POST /me/second-factor/remove'}         | ${{ currentPassword: PASSWORD }}
`(
  'with a password that is taken from somebody meanwhile nothing is done: $operation',
  async ({ operation, body }: { operation: string; body: object }) => {
    const person = await service.signIn('scheduler');
    const { username } = (await person.get('/me')).body;
    const [method, path] = operation.split(' ') as [string, string];
    const sent =
      path === '/auth/login'
        ? { body: { username, ...body } }
        : { body, headers: { authorization: `Bearer ${person.token}` } };
    expect(
      await whileChanged(person, 'must_change_password = true', () => send(service.url, method, path, sent)),
    ).toMatchObject({
      status: 401,
      body: { detail: 'This account was changed meanwhile: nothing was done. Sign in again.' },
    });
    const [{ sessions }] = await service.work.db.query<[{ sessions: number }]>(
      'select count(*)::int as sessions from login_session where user_id = $1',
      [person.userId],
    );
    expect(sessions).toBe(1);
  },
);

it('of whoever takes another role while they make a token no token is left', async () => {
  const leaving = await service.signIn('admin');
  const token = { name: 'nightly', role: 'reporting', expiresAt: '2026-12-24T00:00:00Z' };
  const made = await whileChanged(leaving, `role = 'scheduler'`, () => leaving.post('/api-tokens', token));
  expect(made).toMatchObject({ status: 401 });
  expect((await service.admin.get('/api-tokens')).body.items).toEqual([]);
});
