import { Clock } from '../../src/platform/clock';
import { accountsOf } from '../support/accounts';
import { startApp, type TestApp } from '../support/app';

const NOON = Date.parse('2026-11-23T17:00:00Z');

let app: TestApp;
let admin: string;
const { db, aUser, send, login, signIn } = accountsOf(() => app);

beforeAll(async () => {
  app = await startApp({ today: '2026-11-23' });
  admin = await signIn(await aUser('admin'));
});
afterAll(() => app.close());
afterEach(() => setClock(0));

function setClock(minutes: number): void {
  app.app.get(Clock).now = () => new Date(NOON + minutes * 60_000);
}

const statusOf = async (token: string): Promise<number> => (await send('GET', '/me', { token })).status;

interface SignIn {
  readonly id: string;
  readonly current: boolean;
  readonly device: string;
  readonly address: string;
  readonly lastSeenAt: string;
}

const signInsOf = async (token: string): Promise<SignIn[]> =>
  (await send('GET', '/me/sign-ins', { token })).body.items as SignIn[];

describe('after a while without use', () => {
  it.each`
    role             | minutes | status | why
    ${'neurologist'} | ${59}   | ${200} | ${'a minute short of the limit'}
    ${'neurologist'} | ${60}   | ${401} | ${'at the limit'}
    ${'scheduler'}   | ${60}   | ${401} | ${'as for whoever treats'}
    ${'reporting'}   | ${60}   | ${401} | ${'and for whoever sees no name'}
    ${'admin'}       | ${60}   | ${401} | ${'and for whoever sets up'}
  `('a $role is answered $status after $minutes minutes: $why', async ({ role, minutes, status }) => {
    const token = await signIn(await aUser(role));
    setClock(minutes);
    expect(await statusOf(token)).toBe(status);
  });

  it('counts from the last request, to the minute', async () => {
    const token = await signIn(await aUser());
    setClock(50);
    expect(await statusOf(token)).toBe(200);
    setClock(109);
    expect(await statusOf(token)).toBe(200);
    setClock(109.5);
    expect(await signInsOf(token)).toMatchObject([
      { lastSeenAt: new Date(NOON + 109 * 60_000).toISOString() },
    ]);
    setClock(169);
    expect(await statusOf(token)).toBe(401);
  });

  it('signs out a person, not a script', async () => {
    const { body } = await send('POST', '/api-tokens', {
      token: admin,
      body: { name: 'nightly', role: 'reporting', expiresAt: new Date(NOON + 86_400_000).toISOString() },
    });
    setClock(23 * 60);
    expect(await statusOf(body.token as string)).toBe(200);
  });

  it('as the clinic sets it, at once, for that role alone', async () => {
    const [scheduler, neurologist] = [await signIn(await aUser()), await signIn(await aUser('neurologist'))];
    const settings = await send('GET', '/sign-in-settings', { token: admin });
    expect(settings.body).toMatchObject({
      idleMinutes: { neurologist: 60, scheduler: 60, reporting: 60, admin: 60 },
    });
    const change = (minutes: number, version: unknown) =>
      send('PATCH', '/sign-in-settings', {
        token: admin,
        body: { idleMinutes: { scheduler: minutes } },
        headers: { 'if-match': `"${String(version)}"` },
      });
    expect(await change(4, 1)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/idleMinutes/scheduler' }] },
    });
    const changed = await change(10, 1);
    expect(changed).toMatchObject({
      status: 200,
      body: { idleMinutes: { neurologist: 60, scheduler: 10, reporting: 60, admin: 60 }, version: 2 },
    });
    setClock(10);
    expect(await statusOf(scheduler)).toBe(401);
    expect(await statusOf(neurologist)).toBe(200);
    setClock(0);
    await change(60, changed.body.version);
  });
});

describe('where one is signed in', () => {
  it('names each place, the own one first told apart, and ends one, or all others', async () => {
    const username = await aUser();
    const here = await signIn(username);
    const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';
    const there = await send('POST', '/auth/login', {
      body: { username, password: 'correct horse battery' },
      headers: { 'user-agent': firefox },
    });
    const elsewhere = await signIn(username);
    const all = await signInsOf(here);
    expect(all).toHaveLength(3);
    expect(all.filter(({ current }) => current)).toHaveLength(1);
    const inFirefox = all.find(({ device }) => device === 'Firefox on Windows');
    expect(inFirefox).toMatchObject({ current: false, address: '127.0.0.1' });

    const path = `/me/sign-ins/${inFirefox?.id}`;
    expect(await send('DELETE', path, { token: here })).toMatchObject({ status: 204 });
    expect(await statusOf(there.body.token as string)).toBe(401);
    expect(await send('DELETE', path, { token: here })).toMatchObject({ status: 404 });

    expect(await send('DELETE', '/me/sign-ins', { token: here })).toMatchObject({
      status: 200,
      body: { ended: 1 },
    });
    expect(await statusOf(elsewhere)).toBe(401);
    expect(await signInsOf(here)).toMatchObject([{ current: true }]);
  });

  it('shows and ends nobody else’s', async () => {
    const [ana, ben] = [await signIn(await aUser()), await signIn(await aUser())];
    const [ofBen] = await signInsOf(ben);
    expect((await signInsOf(ana)).map(({ id }) => id)).not.toContain(ofBen?.id);
    expect(await send('DELETE', `/me/sign-ins/${ofBen?.id}`, { token: ana })).toMatchObject({ status: 404 });
    expect(await statusOf(ben)).toBe(200);
  });

  it('no longer names what was left alone for too long', async () => {
    const username = await aUser();
    await signIn(username);
    setClock(61);
    expect(await signInsOf(await signIn(username))).toMatchObject([{ current: true }]);
  });

  it('is nowhere for a script', async () => {
    const { body } = await send('POST', '/api-tokens', {
      token: admin,
      body: { name: 'nightly', role: 'admin', expiresAt: new Date(NOON + 86_400_000).toISOString() },
    });
    expect(await signInsOf(body.token as string)).toEqual([]);
  });
});

it('an administrator signs somebody out everywhere, who may sign in again; the trail tells both', async () => {
  const username = await aUser('neurologist');
  const { body } = await login(username);
  const { id } = body.user as { id: string };
  await signIn(username);
  expect(await send('POST', `/users/${id}/sign-out`, { token: admin })).toMatchObject({
    status: 200,
    body: { ended: 2 },
  });
  expect(await statusOf(body.token as string)).toBe(401);
  expect(await login(username)).toMatchObject({ status: 200 });
  const entries = await db().query<{ actor_role: string; detail: object }[]>(
    `select actor_role, detail from audit_entry where action = 'sign-out' and subject_id = $1`,
    [id],
  );
  expect(entries).toEqual([{ actor_role: 'admin', detail: { ended: 2 } }]);
});
