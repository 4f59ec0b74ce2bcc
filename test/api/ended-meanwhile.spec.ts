import { startApp, type Client, type TestApp } from '../support/app';
import { logged, started, signs } from '../support/builders';

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
