import { ROLES, type Role } from '../../src/platform/actor';
import { accountsOf, type Answer } from '../support/accounts';
import { PASSWORD, startApp, type TestApp } from '../support/app';

const OWN = 'umbrella oxygen 38 tractor';

let app: TestApp;
const { aUser, send, login, signIn } = accountsOf(() => app);

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

let made = 0;
/** Made by an administrator, who knows the password. */
async function newcomer(role: Role): Promise<{ username: string; id: string }> {
  const username = `newcomer-${(made += 1)}`;
  const body = { username, displayName: 'Newcomer', role, password: PASSWORD };
  const answer = await app.admin.post('/users', body);
  return { username, id: answer.body.id as string };
}

const REACHES: Readonly<Record<Role, string>> = {
  neurologist: '/courses',
  scheduler: '/due-list',
  reporting: '/reports',
  admin: '/users',
};

const change = (token: string, currentPassword = PASSWORD): Promise<Answer> =>
  send('POST', '/me/password', { token, body: { currentPassword, newPassword: OWN } });

it.each(ROLES)('a new %s is open to nothing before they have a password of their own', async (role) => {
  const { username } = await newcomer(role);
  const token = await signIn(username);
  expect(await send('GET', '/me', { token })).toMatchObject({ status: 200, body: { owes: 'password' } });
  const refused = await send('GET', REACHES[role], { token });
  expect(refused).toMatchObject({ status: 403, body: { type: 'urn:problem:forbidden' } });
  expect(refused.body.detail).toMatch(/^Choose a password of your own first, .*POST \/api\/v1\/me\/password/);
  expect(await change(token)).toMatchObject({ status: 204 });
  expect(await send('GET', '/me', { token })).toMatchObject({ body: { owes: null } });
  expect(await send('GET', REACHES[role], { token })).toMatchObject({ status: 200 });
  expect(await login(username, OWN)).toMatchObject({ status: 200 });
});

it('screens lead to where it is chosen, and that one opens', async () => {
  const token = await signIn((await newcomer('scheduler')).username);
  const open = (path: string) =>
    fetch(`${app.url}${path}`, { headers: { cookie: `clinic_session=${token}` }, redirect: 'manual' });
  for (const path of ['/due', '/patients', '/patients/new', '/users']) {
    const answer = await open(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account']);
  }
  const account = await open('/account');
  expect(account.status).toBe(200);
  const text = await account.text();
  expect(text).toContain('Choose your own password');
  expect(text).not.toContain('href="/due"');
});

it('a password that an administrator sets later is as little theirs', async () => {
  const username = await aUser();
  const { id } = (await login(username)).body.user as { id: string };
  expect(await app.admin.patch(`/users/${id}`, 1, { displayName: 'Renamed' })).toMatchObject({
    body: { mustChangePassword: false },
  });
  expect(await app.admin.patch(`/users/${id}`, 2, { password: OWN })).toMatchObject({
    status: 200,
    body: { mustChangePassword: true },
  });
  const { body } = await login(username, OWN);
  expect(await send('GET', '/due-list', { token: body.token as string })).toMatchObject({ status: 403 });
});

it('one that an administrator sets for themselves is', async () => {
  const admin = await app.signIn('admin');
  expect(await admin.patch(`/users/${admin.userId}`, 1, { password: OWN })).toMatchObject({
    status: 200,
    body: { mustChangePassword: false },
  });
});

it('the same one again is none of their own', async () => {
  const token = await signIn((await newcomer('scheduler')).username);
  const body = { currentPassword: PASSWORD, newPassword: PASSWORD };
  expect(await send('POST', '/me/password', { token, body })).toMatchObject({ status: 400 });
  expect(await send('GET', '/me', { token })).toMatchObject({ body: { owes: 'password' } });
});
