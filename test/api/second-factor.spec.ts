import { Secret, TOTP } from 'otpauth';
import type { Role } from '../../src/platform/actor';
import { Clock } from '../../src/platform/clock';
import { accountsOf, type Answer } from '../support/accounts';
import { PASSWORD, startApp, type TestApp } from '../support/app';

const NOON = Date.parse('2026-11-23T17:00:00Z');
const HALF_MINUTE = 30;

let app: TestApp;
const { db, aUser, send, login, signIn } = accountsOf(() => app);

beforeAll(async () => {
  app = await startApp({ today: '2026-11-23' });
});
afterAll(() => app.close());
beforeEach(() => setClock(0));

let seconds = 0;
function setClock(to: number): void {
  seconds = to;
  app.app.get(Clock).now = () => new Date(NOON + seconds * 1000);
}

/** What the app of a telephone shows at a moment of the stopped clock. */
function shown(secret: string, at = seconds): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: NOON + at * 1000 });
}

/** A code of six digits that is none of those that are right now. */
function wrong(secret: string): string {
  const right = [-1, 0, 1].map((step) => shown(secret, seconds + step * HALF_MINUTE));
  return ['000000', '000001', '000002', '000003'].find((code) => !right.includes(code))!;
}

interface Enrolled {
  readonly username: string;
  readonly id: string;
  readonly token: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

const begin = (token: string, currentPassword = PASSWORD): Promise<Answer> =>
  send('POST', '/me/second-factor', { token, body: { currentPassword } });
const confirm = (token: string, code: string): Promise<Answer> =>
  send('POST', '/me/second-factor/confirm', { token, body: { code } });
const stateOf = async (token: string) => (await send('GET', '/me/second-factor', { token })).body;
const second = (username: string, code: string): Promise<Answer> =>
  send('POST', '/auth/login', { body: { username, password: PASSWORD, code } });

/** A user with a second factor, whose code of this half minute is spent. */
async function enrolled(role: Role = 'scheduler'): Promise<Enrolled> {
  const username = await aUser(role);
  const { body } = await login(username);
  const [token, { id }] = [body.token as string, body.user as { id: string }];
  const secret = (await begin(token)).body.secret as string;
  const confirmed = await confirm(token, shown(secret));
  expect(confirmed.status).toBe(200);
  return { username, id, token, secret, recoveryCodes: confirmed.body.recoveryCodes as string[] };
}

const codeAsked = { status: 401, body: { type: 'urn:problem:second-factor' } };

describe('setting it up', () => {
  it('shows a picture for the app, and asks for nothing before a code has confirmed it', async () => {
    const username = await aUser();
    const token = await signIn(username);
    const { status, body } = await begin(token);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
        uri: expect.stringContaining(`otpauth://totp/Toxin%20clinic:${username}?`),
        qrSvg: expect.stringMatching(/^<svg /),
      },
    });
    expect(await login(username)).toMatchObject({ status: 200 });
    const secret = body.secret as string;
    expect(await confirm(token, wrong(secret))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/code', code: 'wrong-code' }] },
    });
    expect(await stateOf(token)).toEqual({ since: null, required: false, recoveryCodesLeft: 0 });
    const confirmed = await confirm(token, shown(secret));
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    expect(await stateOf(token)).toEqual({
      since: new Date(NOON).toISOString(),
      required: false,
      recoveryCodesLeft: 10,
    });
    expect(await login(username)).toMatchObject(codeAsked);
  });

  it('takes the password again, of a person', async () => {
    const token = await signIn(await aUser());
    expect(await begin(token, 'a wrong guess')).toMatchObject({ status: 403 });
    expect(await confirm(token, '123456')).toMatchObject({ status: 409 });
    const expiresAt = new Date(NOON + 86_400_000).toISOString();
    const script = await app.admin.post('/api-tokens', { name: 'script', role: 'reporting', expiresAt });
    expect(await begin(script.body.token as string)).toMatchObject({ status: 403 });
  });

  it('begun again, the picture before is of no use', async () => {
    const token = await signIn(await aUser());
    const before = (await begin(token)).body.secret as string;
    const after = (await begin(token)).body.secret as string;
    expect(await confirm(token, shown(before))).toMatchObject({ status: 400 });
    expect(await confirm(token, shown(after))).toMatchObject({ status: 200 });
    expect(await begin(token)).toMatchObject({ status: 409 });
  });

  it('stores no code and no secret where the trail shows it', async () => {
    const { id, secret, recoveryCodes } = await enrolled();
    const stored = await db().query<{ row: string }[]>(
      `select f::text as row from recovery_code f where user_id = $1
       union all select e::text from audit_entry e`,
      [id],
    );
    const text = stored.map(({ row }) => row).join('\n');
    expect(text).not.toContain(secret);
    for (const code of recoveryCodes) expect(text).not.toContain(code.replaceAll('-', ''));
  });
});

describe('signing in', () => {
  it('asks for the code once the password is right, and not before', async () => {
    const { username, secret } = await enrolled();
    setClock(HALF_MINUTE);
    const asked = await login(username);
    expect(asked).toMatchObject(codeAsked);
    expect(asked.headers.getSetCookie()).toEqual([]);
    const body = { username, password: 'a wrong guess', code: shown(secret) };
    expect(await send('POST', '/auth/login', { body })).toMatchObject({
      status: 401,
      body: { type: 'urn:problem:unauthenticated' },
    });
    expect(await second(username, shown(secret))).toMatchObject({
      status: 200,
      body: { user: { username } },
    });
  });

  it('takes a code once, also when it comes twice at the same moment', async () => {
    const { username, secret } = await enrolled();
    expect(await second(username, shown(secret))).toMatchObject(codeAsked);
    setClock(HALF_MINUTE);
    const code = shown(secret);
    const both = await Promise.all([second(username, code), second(username, code)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    setClock(2 * HALF_MINUTE);
    expect(await second(username, code)).toMatchObject(codeAsked);
    expect(await second(username, shown(secret))).toMatchObject({ status: 200 });
  });

  it('takes each recovery code once in its place, and the trail tells which it was', async () => {
    const { username, id, token, recoveryCodes } = await enrolled();
    const [code = '', other = ''] = recoveryCodes;
    expect(await second(username, code.toUpperCase())).toMatchObject({ status: 200 });
    expect(await second(username, code)).toMatchObject(codeAsked);
    expect(await second(username, other.replaceAll('-', ' '))).toMatchObject({ status: 200 });
    expect(await stateOf(token)).toMatchObject({ recoveryCodesLeft: 8 });
    const entries = await db().query<{ action: string; detail: { secondFactor?: string } }[]>(
      `select action, detail from audit_entry where subject_id = $1 and action like 'sign-in%' order by id`,
      [id],
    );
    expect(entries.map(({ action, detail }) => [action, detail.secondFactor])).toEqual([
      ['sign-in', undefined],
      ['sign-in', 'recovery-code'],
      ['sign-in-failed', 'wrong-code'],
      ['sign-in', 'recovery-code'],
    ]);
  });

  it('nobody’s code opens somebody else’s account', async () => {
    const [ana, ben] = [await enrolled(), await enrolled()];
    setClock(HALF_MINUTE);
    expect(await second(ana.username, shown(ben.secret))).toMatchObject(codeAsked);
    expect(await second(ana.username, ben.recoveryCodes[0]!)).toMatchObject(codeAsked);
  });

  it('slows down whoever has the password and guesses the code', async () => {
    const { username, secret } = await enrolled();
    setClock(HALF_MINUTE);
    for (let i = 0; i < 5; i += 1) expect(await second(username, wrong(secret))).toMatchObject(codeAsked);
    expect(await second(username, shown(secret))).toMatchObject({ status: 429 });
  });
});

describe('recovery codes made anew', () => {
  it('take the place of the old ones', async () => {
    const { username, token, recoveryCodes } = await enrolled();
    const body = { currentPassword: PASSWORD };
    const made = await send('POST', '/me/second-factor/recovery-codes', { token, body });
    const codes = made.body.recoveryCodes as string[];
    expect(codes).toHaveLength(10);
    expect(await second(username, recoveryCodes[0]!)).toMatchObject(codeAsked);
    expect(await second(username, codes[0]!)).toMatchObject({ status: 200 });
  });

  it('are made only where there is a second factor', async () => {
    const token = await signIn(await aUser());
    const body = { currentPassword: PASSWORD };
    expect(await send('POST', '/me/second-factor/recovery-codes', { token, body })).toMatchObject({
      status: 409,
    });
    expect(await send('POST', '/me/second-factor/remove', { token, body })).toMatchObject({ status: 409 });
  });
});

describe('a role of which the clinic asks it', () => {
  async function require(roles: readonly Role[]): Promise<void> {
    const { version } = (await app.admin.get('/sign-in-settings')).body as { version: number };
    const changed = await app.admin.patch('/sign-in-settings', version, { secondFactorRoles: roles });
    expect(changed).toMatchObject({ status: 200, body: { secondFactorRoles: roles } });
  }
  beforeEach(() => require(['neurologist']));
  afterEach(() => require([]));

  it('is open to nothing before it is set up, and then does not do without it', async () => {
    const token = await signIn(await aUser('neurologist'));
    expect(await send('GET', '/me', { token })).toMatchObject({ body: { owes: 'second-factor' } });
    const refused = await send('GET', '/courses', { token });
    expect(refused).toMatchObject({ status: 403 });
    expect(refused.body.detail).toMatch(
      /^Your role needs a second factor: .*POST \/api\/v1\/me\/second-factor/,
    );
    const screen = await fetch(`${app.url}/due`, {
      headers: { cookie: `clinic_session=${token}` },
      redirect: 'manual',
    });
    expect([screen.status, screen.headers.get('location')]).toEqual([303, '/account']);

    const secret = (await begin(token)).body.secret as string;
    expect(await confirm(token, shown(secret))).toMatchObject({ status: 200 });
    expect(await send('GET', '/courses', { token })).toMatchObject({ status: 200 });
    const body = { currentPassword: PASSWORD };
    expect(await send('POST', '/me/second-factor/remove', { token, body })).toMatchObject({ status: 409 });
  });

  it('leaves other roles, and scripts, as they are', async () => {
    expect(await app.scheduler.get('/due-list')).toMatchObject({ status: 200 });
    expect(await app.reporting.get('/reports')).toMatchObject({ status: 200 });
  });

  it.each`
    roles                 | why
    ${['nurse']}          | ${'a role that is none'}
    ${['admin', 'admin']} | ${'one twice'}
    ${'admin'}            | ${'no list'}
  `('is not set to $why', async ({ roles }: { roles: unknown }) => {
    expect(await app.admin.patch('/sign-in-settings', 1, { secondFactorRoles: roles })).toMatchObject({
      status: 400,
    });
  });
});

it('who may do without it removes it with their password', async () => {
  const { username, token } = await enrolled();
  const remove = (currentPassword: string) =>
    send('POST', '/me/second-factor/remove', { token, body: { currentPassword } });
  expect(await remove('a wrong guess')).toMatchObject({ status: 403 });
  expect(await remove(PASSWORD)).toMatchObject({ status: 204 });
  expect(await login(username)).toMatchObject({ status: 200 });
});

it('an administrator removes that of whoever lost their device: signed out, told until they know, and in the trail', async () => {
  const { username, id, token } = await enrolled('neurologist');
  expect(await app.admin.get(`/users/${id}`)).toMatchObject({ body: { secondFactor: true } });
  expect(await app.neurologist.delete(`/users/${id}/second-factor`)).toMatchObject({ status: 403 });
  expect(await app.admin.delete(`/users/${id}/second-factor`)).toMatchObject({ status: 204 });
  expect(await app.admin.delete(`/users/${id}/second-factor`)).toMatchObject({ status: 409 });
  expect(await send('GET', '/me', { token })).toMatchObject({ status: 401 });

  const again = (await login(username)).body.token as string;
  const look = async (): Promise<string> =>
    (await fetch(`${app.url}/account`, { headers: { cookie: `clinic_session=${again}` } })).text();
  expect(await look()).toContain('An administrator removed your second factor.');
  expect(await send('POST', '/me/second-factor/reset-seen', { token: again })).toMatchObject({ status: 204 });
  expect(await look()).not.toContain('An administrator removed your second factor.');

  const entries = await db().query<{ actor_role: string; after: { second_factor_at: string | null } }[]>(
    `select actor_role, after from audit_entry where subject = 'app_user' and subject_id = $1 and action = 'update' order by id`,
    [id],
  );
  expect(entries.map(({ actor_role, after }) => [actor_role, after.second_factor_at !== null])).toEqual([
    ['neurologist', true],
    ['admin', false],
    ['neurologist', false],
  ]);
});
