import { accountsOf } from '../support/accounts';
import { PASSWORD, startApp, type TestApp } from '../support/app';
import { CLIENT, startProvider, type SignInProvider } from '../support/clients/sign-in-provider';
import { WalkingBrowser } from '../support/browser/walking-browser';

let provider: SignInProvider;
let app: TestApp;
const { db, aUser, send, login } = accountsOf(() => app);

beforeAll(async () => {
  provider = await startProvider();
  app = await startApp({
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_ROLES: 'ehr-doctor=neurologist,front-desk=scheduler,it=admin',
    },
  });
  await provider.trust(app.url);
});
afterAll(async () => {
  await app?.close();
  await provider?.close();
});
afterEach(() => {
  provider.forge = undefined;
});

let met = 0;
/** Somebody whom the provider knows. */
function somebody(claims: object = {}): string {
  const name = `person-${(met += 1)}`;
  provider.people.set(name, {
    roles: ['front-desk'],
    name: 'Ada Ode',
    preferred_username: name,
    ...claims,
  });
  return name;
}

/** From now on the provider says something else of them. */
function nowSays(name: string, claims: object): void {
  provider.people.set(name, { ...provider.people.get(name), ...claims });
}

/** Signs in as somebody does who has not signed in at the provider yet; ends where the way ends. */
async function come(name: string, { browser = new WalkingBrowser(), next = '', stopAt = '' } = {}) {
  await browser.walk(`${app.url}/auth/oidc${next && `?next=${encodeURIComponent(next)}`}`);
  const form = { prompt: 'login', login: name, password: 'any' };
  const response = await browser.walk(browser.trail.at(-1)!, form, stopAt || undefined);
  const token = browser.cookie('clinic_session');
  return { browser, response, status: response.status, html: await response.text(), token };
}

const me = async (token: string) => (await send('GET', '/me', { token })).body;
const trailOf = (subjectId: unknown) =>
  db().query<{ actor: string; action: string; detail: Record<string, unknown> | null }[]>(
    `select actor_name as actor, action, detail from audit_entry
      where subject = 'app_user' and subject_id = $1 order by id`,
    [subjectId],
  );
const refusals = () =>
  db().query<{ detail: Record<string, unknown> }[]>(
    `select detail from audit_entry where action = 'sign-in-failed' order by id`,
  );
const countUsers = async () =>
  Number((await db().query<{ n: string }[]>('select count(*) as n from app_user'))[0]!.n);

it('whoever is new becomes a user with the role of their claim, and goes on to where they wanted', async () => {
  const name = somebody({ roles: ['x', 'front-desk', 'it'] });
  const { browser, status, response, token } = await come(name, { next: '/due?status=overdue' });
  expect({ status, refresh: response.headers.get('refresh') }).toEqual({
    status: 200,
    refresh: '0;url=/due?status=overdue',
  });
  const user = await me(token!);
  expect(user).toMatchObject({ username: name, displayName: 'Ada Ode', role: 'scheduler', owes: null });
  expect(browser.cookie('clinic_sign_in')).toBeUndefined();
  expect(await trailOf(user.id)).toEqual([
    expect.objectContaining({ actor: 'sign-in provider', action: 'insert' }),
    {
      actor: 'Ada Ode',
      action: 'sign-in',
      detail: { address: '127.0.0.1', issuer: provider.issuer, sessionId: expect.any(String) },
    },
  ]);
});

it('the cookie of the session is as after a password: for no script, for no other site', async () => {
  const { response } = await come(somebody());
  const cookies = response.headers.getSetCookie();
  expect(cookies.find((line) => line.startsWith('clinic_session='))).toMatch(
    /^clinic_session=bts_[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/,
  );
});

it('the second time they are who they were', async () => {
  const name = somebody();
  const first = await me((await come(name)).token!);
  expect(await me((await come(name)).token!)).toEqual(first);
});

it('two who come at once for the first time are one', async () => {
  const name = somebody();
  const [one, other] = await Promise.all([come(name), come(name)]);
  expect(await me(one.token!)).toEqual(await me(other.token!));
});

it('another role there is another role here at the next sign-in, in the trail, and ends what was lent', async () => {
  const name = somebody({ roles: ['it'] });
  const first = await come(name);
  const { id } = await me(first.token!);
  const made = await send('POST', '/api-tokens', {
    token: first.token,
    body: { name: 'a script', role: 'reporting', expiresAt: new Date(Date.now() + 864e5).toISOString() },
  });
  const script = made.body.token as string;
  expect(await send('GET', '/me', { token: script })).toMatchObject({ status: 200 });
  nowSays(name, { roles: 'front-desk' });
  const { token } = await come(name);
  expect(await me(token!)).toMatchObject({ id, role: 'scheduler' });
  expect(await me(first.token!)).toMatchObject({ role: 'scheduler' });
  expect(await send('GET', '/me', { token: script })).toMatchObject({ status: 401 });
  const changes = await db().query<object[]>(
    `select actor_name as actor, before ->> 'role' as before, after ->> 'role' as after from audit_entry
      where subject = 'app_user' and subject_id = $1 and action = 'update'`,
    [id],
  );
  expect(changes).toEqual([{ actor: 'sign-in provider', before: 'admin', after: 'scheduler' }]);
});

it.each`
  roles              | why
  ${['gardener']}    | ${'what they are there is nothing here'}
  ${[]}              | ${'they are nothing there'}
  ${undefined}       | ${'the provider does not say'}
  ${['neurologist']} | ${'our own word for it is not the provider’s'}
`('nobody becomes a user whose role is none: $why', async ({ roles }: { roles: unknown }) => {
  const before = await countUsers();
  const name = somebody({ roles });
  const { status, html, token } = await come(name);
  expect({ status, token, users: await countUsers() }).toEqual({
    status: 403,
    token: undefined,
    users: before,
  });
  expect(html).toContain('you have no account here');
  expect((await refusals()).at(-1)!.detail).toEqual({
    address: '127.0.0.1',
    issuer: provider.issuer,
    reason: 'no-role',
    subject: name,
  });
});

it('whoever has lost every role there is signed out here', async () => {
  const name = somebody();
  const { token } = await come(name);
  nowSays(name, { roles: [] });
  expect(await come(name)).toMatchObject({ status: 403, token: undefined });
  expect(await send('GET', '/me', { token })).toMatchObject({ status: 401 });
});

it('a user name of somebody here is not theirs: they become another', async () => {
  const local = await aUser('neurologist');
  const { body } = await login(local);
  for (const ending of ['-2', '-3']) {
    const { token } = await come(somebody({ preferred_username: local.toUpperCase() }));
    expect(await me(token!)).toMatchObject({ username: `${local}${ending}`, role: 'scheduler' });
  }
  expect(await me(body.token as string)).toMatchObject({ username: local, role: 'neurologist' });
});

it('a disabled user stays outside, and what they are there changes nothing', async () => {
  const name = somebody();
  const { id } = await me((await come(name)).token!);
  await app.admin.patch(`/users/${id as string}`, 1, { disabled: true });
  nowSays(name, { roles: ['it'] });
  const { status, html, token } = await come(name);
  expect({ status, token }).toEqual({ status: 403, token: undefined });
  expect(html).toContain('disabled');
  expect((await app.admin.get(`/users/${id as string}`)).body).toMatchObject({
    role: 'scheduler',
    disabled: true,
  });
  const failed = (await trailOf(id)).filter(({ action }) => action === 'sign-in-failed');
  expect(failed).toMatchObject([{ actor: 'nobody', detail: { reason: 'disabled', subject: name } }]);
});

it('the second factor is the provider’s, and so is the password', async () => {
  const name = somebody();
  const { token } = await come(name);
  const ask = async (secondFactorRoles: string[]): Promise<void> => {
    const { version } = (await app.admin.get('/sign-in-settings')).body;
    const change = await app.admin.patch('/sign-in-settings', version, { secondFactorRoles });
    expect(change.status).toBe(200);
  };
  await ask(['scheduler']);
  expect(await me(token!)).toMatchObject({ owes: null });
  await ask([]);
  const currentPassword = 'whatever it is';
  for (const [path, more] of [
    ['/me/second-factor', {}],
    ['/me/password', { newPassword: 'umbrella oxygen 38' }],
  ] as const)
    expect(await send('POST', path, { token, body: { currentPassword, ...more } })).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('your password and your second factor are there') },
    });
  expect(await login(name, currentPassword)).toMatchObject({ status: 401 });
});

it('signing out ends the session', async () => {
  const { token } = await come(somebody());
  expect(await send('POST', '/auth/logout', { token })).toMatchObject({ status: 204 });
  expect(await send('GET', '/me', { token })).toMatchObject({ status: 401 });
});

it('an address outside is nowhere to go on to', async () => {
  const { response } = await come(somebody(), { next: '//elsewhere.example/' });
  expect(response.headers.get('refresh')).toBe('0;url=/');
});

type Claimed = Readonly<Record<string, number>>;
const HOUR = 3600;

it.each`
  forge                                                           | code                                   | why
  ${{ claims: () => ({ nonce: 'of another sign-in' }) }}          | ${'OAUTH_JWT_CLAIM_COMPARISON_FAILED'} | ${'the nonce of another sign-in'}
  ${{ claims: () => ({ nonce: undefined }) }}                     | ${'OAUTH_INVALID_RESPONSE'}            | ${'no nonce'}
  ${{ claims: () => ({ aud: 'another-service' }) }}               | ${'OAUTH_JWT_CLAIM_COMPARISON_FAILED'} | ${'for another service'}
  ${{ claims: () => ({ aud: [CLIENT.id, 'x'], azp: 'x' }) }}      | ${'OAUTH_JWT_CLAIM_COMPARISON_FAILED'} | ${'given to another service'}
  ${{ claims: () => ({ iss: 'https://elsewhere.example' }) }}     | ${'OAUTH_JWT_CLAIM_COMPARISON_FAILED'} | ${'of another provider'}
  ${{ claims: ({ exp }: Claimed) => ({ exp: exp! - 2 * HOUR }) }} | ${'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'}  | ${'expired'}
  ${{ claims: ({ iat }: Claimed) => ({ nbf: iat! + HOUR }) }}     | ${'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'}  | ${'not valid yet'}
  ${{ claims: () => ({ exp: undefined }) }}                       | ${'OAUTH_INVALID_RESPONSE'}            | ${'valid for ever'}
  ${{ claims: () => ({ sub: undefined }) }}                       | ${'OAUTH_INVALID_RESPONSE'}            | ${'of nobody'}
  ${{ header: { alg: 'none' }, by: 'nobody' }}                    | ${'OAUTH_INVALID_RESPONSE'}            | ${'alg none'}
  ${{ header: { alg: 'HS256' } }}                                 | ${'OAUTH_INVALID_RESPONSE'}            | ${'signed with a secret, as it says'}
  ${{ by: 'nobody' }}                                             | ${'OAUTH_INVALID_RESPONSE'}            | ${'no signature'}
  ${{ by: 'another' }}                                            | ${'OAUTH_INVALID_RESPONSE'}            | ${'signed by somebody else'}
  ${{ header: { kid: 'unknown' } }}                               | ${'OAUTH_KEY_SELECTION_FAILED'}        | ${'with a key that the provider does not have'}
`('a forged token signs nobody in: $why', async ({ forge, code }: Forged) => {
  const before = await countUsers();
  provider.forge = ({ header, claims }) => ({
    header: { ...header, ...forge.header },
    claims: { ...claims, ...forge.claims?.(claims) },
    by: forge.by,
  });
  const { status, html, token } = await come(somebody());
  expect({ status, token, users: await countUsers() }).toEqual({
    status: 403,
    token: undefined,
    users: before,
  });
  expect(html).toContain('is not right for this service');
  expect((await refusals()).at(-1)!.detail).toMatchObject({ reason: 'token', code });
});

interface Forged {
  readonly forge: {
    readonly claims?: (was: object) => object;
    readonly header?: object;
    readonly by?: 'another' | 'nobody';
  };
  readonly code: string;
}

/** Somebody who is back, but has not shown yet what they bring. */
async function onTheWayBack() {
  const { browser } = await come(somebody(), { stopAt: '/auth/oidc/callback' });
  return { browser, back: new URL(browser.trail.at(-1)!) };
}

it.each`
  change                                                                      | reason         | status | why
  ${(back: URL) => back.searchParams.set('state', 'made up')}                 | ${'not-begun'} | ${400} | ${'a wrong state'}
  ${(back: URL) => back.searchParams.delete('state')}                         | ${'not-begun'} | ${400} | ${'no state'}
  ${(_: URL, browser: WalkingBrowser) => browser.forget('clinic_sign_in')}    | ${'not-begun'} | ${400} | ${'begun in another browser'}
  ${(_: URL, browser: WalkingBrowser) => browser.keep('clinic_sign_in', 'x')} | ${'not-begun'} | ${400} | ${'a cookie that is not ours'}
  ${(back: URL) => back.searchParams.set('code', 'guessed')}                  | ${'code'}      | ${403} | ${'a guessed code'}
  ${(back: URL) => back.searchParams.delete('code')}                          | ${'token'}     | ${403} | ${'no code'}
  ${(back: URL) => back.searchParams.append('state', 'twice')}                | ${'token'}     | ${403} | ${'two states'}
  ${(back: URL) => back.searchParams.set('iss', 'https://x.example')}         | ${'token'}     | ${403} | ${'another provider’s answer'}
  ${(back: URL) => back.searchParams.set('error', 'access_denied')}           | ${'denied'}    | ${403} | ${'the provider says no'}
`('a way back that was changed signs nobody in: $why', async ({ change, reason, status }: Changed) => {
  const { browser, back } = await onTheWayBack();
  change(back, browser);
  const response = await browser.step(back.href);
  expect({ status: response.status, token: browser.cookie('clinic_session') }).toEqual({
    status,
    token: undefined,
  });
  expect(await response.text()).toContain('To the sign-in page');
  expect((await refusals()).at(-1)!.detail).toMatchObject({ reason, address: '127.0.0.1' });
});

interface Changed {
  readonly change: (back: URL, browser: WalkingBrowser) => void;
  readonly reason: string;
  readonly status: number;
}

it('a code opens once, also for whoever kept the cookie, and not often', async () => {
  const { browser, back } = await onTheWayBack();
  const kept = browser.cookie('clinic_sign_in')!;
  expect((await browser.step(back.href)).status).toBe(200);
  browser.forget('clinic_session');
  expect((await browser.step(back.href)).status).toBe(400);
  const statuses = [];
  for (let i = 0; i < 6; i += 1) {
    browser.keep('clinic_sign_in', kept);
    statuses.push((await browser.step(back.href)).status);
  }
  expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
  expect(browser.cookie('clinic_session')).toBeUndefined();
});

it('the code of one browser signs nobody in in another', async () => {
  const [one, other] = [await onTheWayBack(), await onTheWayBack()];
  other.back.searchParams.set('code', one.back.searchParams.get('code')!);
  expect((await other.browser.step(other.back.href)).status).toBe(403);
  expect((await refusals()).at(-1)!.detail).toMatchObject({ reason: 'code', code: 'invalid_grant' });
});

it('asks for a code with PKCE, state and nonce, and for what it reads', async () => {
  const response = await new WalkingBrowser().step(`${app.url}/auth/oidc`);
  expect(response.status).toBe(303);
  const { origin, searchParams } = new URL(response.headers.get('location')!);
  expect(origin).toBe(provider.issuer);
  expect(Object.fromEntries(searchParams)).toEqual({
    client_id: CLIENT.id,
    redirect_uri: `${app.url}/auth/oidc/callback`,
    response_type: 'code',
    scope: 'openid profile roles',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  });
});

it('an administrator sees of each user by which provider they sign in', async () => {
  const name = somebody();
  await come(name);
  const headers = { authorization: `Bearer ${app.admin.token}` };
  const html = await (await fetch(`${app.url}/users`, { headers })).text();
  const rows = html.split('<tr>').filter((row) => row.includes('</td>'));
  const words = `By ${new URL(provider.issuer).host}, with the role there.`;
  expect(rows.find((row) => row.includes(`<td>${name}</td>`))).toContain(words);
  expect(rows.find((row) => row.includes('<td>admin-'))).not.toContain(words);
});

it('the sign-in page names the provider', async () => {
  const html = await (await fetch(`${app.url}/login?next=%2Fdue`)).text();
  expect(html).toContain(`Sign in with ${new URL(provider.issuer).host}`);
  expect(html).toContain('href="/auth/oidc?next=%2Fdue"');
});

describe('without a provider', () => {
  let alone: TestApp;
  const start = async (env: Record<string, string>) => {
    alone = await startApp({ env });
  };
  afterEach(() => alone.close());

  it('that is not there, the page says so, and passwords sign in', async () => {
    const gone = await startProvider();
    await gone.close();
    await start({ OIDC_ISSUER: gone.issuer, OIDC_CLIENT_ID: 'x', OIDC_ROLES: 'it=admin' });
    const { status, headers } = await fetch(`${alone.url}/auth/oidc`);
    expect({ status, type: headers.get('content-type') }).toEqual({
      status: 503,
      type: 'text/html; charset=utf-8',
    });
    const { username } = (await alone.scheduler.get('/me')).body;
    const answer = await fetch(`${alone.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: PASSWORD }),
    });
    expect(answer.status).toBe(200);
  });

  it('of the settings there is no button, and no such address', async () => {
    await start({});
    expect(await (await fetch(`${alone.url}/login`)).text()).not.toContain('/auth/oidc');
    for (const path of ['/auth/oidc', '/auth/oidc/callback?code=c&state=s'])
      expect((await fetch(`${alone.url}${path}`)).status).toBe(404);
  });
});
