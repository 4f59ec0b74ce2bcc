import { accountsOf, type Answer } from '../support/accounts';
import { PASSWORD, startApp, type TestApp } from '../support/app';

/** A proxy on this machine, so that requests come from where they say. */
let app: TestApp;
const { db, write, aUser, send } = accountsOf(() => app);

beforeAll(async () => {
  app = await startApp({ env: { TRUSTED_PROXY: '127.0.0.1' } });
});
afterAll(() => app.close());

interface From {
  readonly address: string;
  readonly cookie?: string;
  readonly browser?: boolean;
}

function login(
  username: string,
  password: string,
  { address, cookie, browser = false }: From,
): Promise<Answer> {
  return send('POST', '/auth/login', {
    body: { username, password },
    headers: {
      'x-forwarded-for': address,
      ...(browser && { 'sec-fetch-site': 'same-origin' }),
      ...(cookie !== undefined && { cookie }),
    },
  });
}

/** Somebody who guesses from many places, until the account is locked. */
async function lockedOut(username: string): Promise<void> {
  for (let i = 0; i < 20; i += 1)
    expect(await login(username, 'a wrong guess', { address: `198.51.100.${i}` })).toMatchObject({
      status: 401,
    });
  expect(await login(username, PASSWORD, { address: '203.0.113.1' })).toMatchObject({ status: 429 });
}

const deviceOf = ({ headers }: Answer): string =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('clinic_device='))!
    .split(';', 1)[0]!;

it('whoever guesses from everywhere does not lock out the browser that the account is known in', async () => {
  const username = await aUser('neurologist');
  const cookie = deviceOf(await login(username, PASSWORD, { address: '192.0.2.1', browser: true }));
  await lockedOut(username);
  expect(await login(username, PASSWORD, { address: '203.0.113.2', cookie })).toMatchObject({ status: 200 });
});

it('nor the address from which it signed in lately', async () => {
  const username = await aUser('neurologist');
  await login(username, PASSWORD, { address: '192.0.2.2' });
  await lockedOut(username);
  expect(await login(username, PASSWORD, { address: '192.0.2.2' })).toMatchObject({ status: 200 });
});

it('but a browser that is known of somebody else, or of nobody', async () => {
  const [username, colleague] = [await aUser(), await aUser()];
  const cookie = deviceOf(await login(colleague, PASSWORD, { address: '192.0.2.3', browser: true }));
  await lockedOut(username);
  for (const sent of [cookie, `clinic_device=btd_${'a'.repeat(43)}`, 'clinic_device='])
    expect(await login(username, PASSWORD, { address: '203.0.113.3', cookie: sent })).toMatchObject({
      status: 429,
    });
});

it('a browser that is known guesses five times, as anybody', async () => {
  const username = await aUser();
  const cookie = deviceOf(await login(username, PASSWORD, { address: '192.0.2.4', browser: true }));
  const from = { address: '203.0.113.4', cookie };
  for (let i = 0; i < 5; i += 1)
    expect(await login(username, 'a wrong guess', from)).toMatchObject({ status: 401 });
  expect(await login(username, PASSWORD, from)).toMatchObject({ status: 429 });
});

it('two who share a desk are both known there, by one cookie that is not stored', async () => {
  const [ana, ben] = [await aUser(), await aUser()];
  const cookie = deviceOf(await login(ana, PASSWORD, { address: '192.0.2.5', browser: true }));
  const again = deviceOf(await login(ben, PASSWORD, { address: '192.0.2.5', browser: true, cookie }));
  expect(again).toBe(cookie);
  for (const username of [ana, ben]) {
    await lockedOut(username);
    expect(await login(username, PASSWORD, { address: '203.0.113.5', cookie })).toMatchObject({
      status: 200,
    });
  }
  const rows = await db().query<{ row: string }[]>('select d::text as row from known_device d');
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter(({ row }) => row.includes(cookie.split('=')[1]!))).toEqual([]);
});

it('what somebody put into a browser is not taken for one of ours', async () => {
  const planted = `clinic_device=btd_${'b'.repeat(43)}`;
  const answer = await login(await aUser(), PASSWORD, {
    address: '192.0.2.6',
    browser: true,
    cookie: planted,
  });
  expect(deviceOf(answer)).not.toBe(planted);
});

it.each`
  forgets                                                                                    | why
  ${`update known_device set last_used_at = now() - interval '181 days' where user_id = $1`} | ${'nobody used it for half a year'}
  ${'delete from known_device where user_id = $1'}                                           | ${'it was forgotten'}
`('a browser is no longer known once $why', async ({ forgets }: { forgets: string }) => {
  const username = await aUser();
  const answer = await login(username, PASSWORD, { address: '192.0.2.7', browser: true });
  const { id } = answer.body.user as { id: string };
  await lockedOut(username);
  await write((tx) => tx.query(forgets, [id]));
  const from = { address: '203.0.113.7', cookie: deviceOf(answer) };
  expect(await login(username, PASSWORD, from)).toMatchObject({ status: 429 });
});

it.each([
  ['signs the user out', 'POST', '/sign-out', undefined],
  ['sets a new password', 'PATCH', '', { password: 'corridor teapot 71' }],
  ['disables the user', 'PATCH', '', { disabled: true }],
])('an administrator who %s forgets their devices', async (_, method, path, body) => {
  const username = await aUser();
  const answer = await login(username, PASSWORD, { address: '192.0.2.8', browser: true });
  const { id } = answer.body.user as { id: string };
  const known = () => db().query('select 1 from known_device where user_id = $1', [id]);
  expect(await known()).toHaveLength(1);
  const headers = { 'if-match': '"1"' };
  expect(await send(method, `/users/${id}${path}`, { token: app.admin.token, body, headers })).toMatchObject({
    status: 200,
  });
  expect(await known()).toEqual([]);
});

it('a program is known by no device', async () => {
  const answer = await login(await aUser(), PASSWORD, { address: '192.0.2.9' });
  expect(answer.headers.getSetCookie()).toHaveLength(1);
  expect(answer.body.token).toMatch(/^bts_/);
});

it('whoever is signed in changes their password while others guess at it', async () => {
  const username = await aUser();
  const { body } = await login(username, PASSWORD, { address: '192.0.2.10' });
  await lockedOut(username);
  const change = { currentPassword: PASSWORD, newPassword: 'umbrella oxygen 38' };
  expect(await send('POST', '/me/password', { token: body.token as string, body: change })).toMatchObject({
    status: 204,
  });
});
