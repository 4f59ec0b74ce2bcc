import { randomUUID } from 'node:crypto';
import { accountsOf } from '../support/accounts';
import { PASSWORD, startApp, type TestApp } from '../support/app';

let app: TestApp;
const { db, write, aUser, send, login, signIn, sendPages } = accountsOf(() => app);

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const COOKIE = /^clinic_session=(bts_[\w-]{43}); Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/;

describe('signing in', () => {
  it('answers a token for twelve hours and who it is', async () => {
    const username = await aUser('neurologist');
    const before = Date.now();
    const { status, body } = await login(username);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        token: expect.stringMatching(/^bts_[\w-]{43}$/),
        expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        user: { id: expect.any(String), username, displayName: 'The neurologist', role: 'neurologist' },
      },
    });
    const signedInAt = Date.parse(body.expiresAt as string) - 12 * 3_600_000;
    expect(signedInAt).toBeGreaterThanOrEqual(before);
    expect(signedInAt).toBeLessThanOrEqual(Date.now());
  });

  it('sets the same session as a cookie that no script reads and no other site sends', async () => {
    const { headers, body } = await login(await aUser());
    expect(COOKIE.exec(headers.getSetCookie()[0] ?? '')?.[1]).toBe(body.token);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each`
    headers                                | why
    ${{ origin: 'OURS' }}                  | ${'as every browser says'}
    ${{ 'sec-fetch-site': 'same-origin' }} | ${'as a newer one says too'}
  `(
    'gives a browser the cookie alone, $why: the body holds no token',
    async ({ headers: sent }: { headers: Record<string, string> }) => {
      const { headers, body } = await send('POST', '/auth/login', {
        body: { username: await aUser(), password: PASSWORD },
        headers: { ...sent, ...(sent.origin && { origin: app.url }) },
      });
      expect(Object.keys(body).toSorted()).toEqual(['expiresAt', 'user']);
      const [session, device] = headers.getSetCookie();
      expect(COOKIE.test(session ?? '')).toBe(true);
      expect(device).toMatch(
        /^clinic_device=btd_[\w-]{43}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Strict$/,
      );
    },
  );

  it('takes the user name in any case', async () => {
    const username = await aUser();
    expect(await login(` ${username.toUpperCase()} `)).toMatchObject({
      status: 200,
      body: { user: { username } },
    });
  });

  it('stores no password and no token that could be used', async () => {
    const username = await aUser();
    const token = await signIn(username);
    const [row] = await db().query<{ all: string }[]>(
      `select u::text || s::text as all from app_user u join login_session s on s.user_id = u.id where username = $1`,
      [username],
    );
    expect(row?.all).toContain('$argon2id$');
    expect(row?.all).not.toContain(PASSWORD);
    expect(row?.all).not.toContain(token);
    expect(row?.all).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('answers the same to an unknown user, a wrong password and a disabled user', async () => {
    const [wrong, disabled] = [await aUser(), await aUser()];
    await write((tx) => tx.query('update app_user set disabled_at = now() where username = $1', [disabled]));
    const answers = [
      await login('nobody-of-this-name'),
      await login("x' or '1'='1"),
      await login(wrong, `${PASSWORD}!`),
      await login(disabled),
    ];
    for (const { status, headers, body } of answers) {
      expect({ status, body }).toEqual({
        status: 401,
        body: {
          type: 'urn:problem:unauthenticated',
          title: 'Sign in first',
          status: 401,
          detail: 'The user name or the password is wrong.',
          instance: '/api/v1/auth/login',
        },
      });
      expect(headers.getSetCookie()).toEqual([]);
    }
  });

  it.each`
    body                                                      | pointer        | why
    ${{}}                                                     | ${'/username'} | ${'nothing'}
    ${{ username: 'ana' }}                                    | ${'/password'} | ${'no password'}
    ${{ username: 'ana', password: '' }}                      | ${'/password'} | ${'an empty password'}
    ${{ username: 'ana', password: 'x'.repeat(201) }}         | ${'/password'} | ${'a password longer than 200 characters'}
    ${{ username: 'ana', password: 12345678 }}                | ${'/password'} | ${'a number for a password'}
    ${{ username: ['ana'], password: PASSWORD }}              | ${'/username'} | ${'a list for a name'}
    ${{ username: 'ana', password: PASSWORD, role: 'admin' }} | ${'/role'}     | ${'a field that is none'}
  `('refuses $why with 400', async ({ body, pointer }: { body: object; pointer: string }) => {
    const answer = await send('POST', '/auth/login', { body });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) },
    });
  });

  it('slows down whoever guesses: after five failures 429 and when to come back, for this account only', async () => {
    const [username, other] = [await aUser(), await aUser()];
    for (let i = 0; i < 5; i += 1)
      expect(await login(username, 'a wrong guess')).toMatchObject({ status: 401 });
    const { status, headers, body } = await login(username);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(800);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(900);
    expect(body.detail).toMatch(/^Too many failed attempts to sign in\. Try again in 15 minutes\.$/);
    expect(await login(other)).toMatchObject({ status: 200 });
  });

  it('lets ten screens of one user sign in at once', async () => {
    const username = await aUser();
    const all = await Promise.all(Array.from({ length: 10 }, () => login(username)));
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(new Set(all.map(({ body }) => body.token)).size).toBe(10);
  });
});

describe('being signed in', () => {
  it('by the header or by the cookie', async () => {
    const username = await aUser();
    const token = await signIn(username);
    const me = { id: expect.any(String), username, displayName: 'The scheduler', role: 'scheduler' };
    expect(await send('GET', '/me', { token })).toMatchObject({ status: 200, body: me });
    expect(await send('GET', '/me', { headers: { cookie: `clinic_session=${token}` } })).toMatchObject({
      status: 200,
      body: me,
    });
  });

  it.each`
    headers                                              | why
    ${{}}                                                | ${'nothing'}
    ${{ authorization: 'Bearer' }}                       | ${'a header without a token'}
    ${{ authorization: `Bearer bts_${'a'.repeat(43)}` }} | ${'a session that never was'}
    ${{ authorization: `Bearer bta_${'a'.repeat(43)}` }} | ${'a token that never was'}
    ${{ authorization: 'Basic YWRtaW46YWRtaW4=' }}       | ${'another scheme'}
    ${{ cookie: 'clinic_session=%00' }}                  | ${'a cookie that is no token'}
  `('not with $why: 401', async ({ headers }: { headers: Record<string, string> }) => {
    const answer = await send('GET', '/me', { headers });
    expect(answer).toMatchObject({ status: 401, body: { title: 'Sign in first' } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each`
    change                                                              | why
    ${'update login_session set expires_at = now() where user_id = $1'} | ${'once the session has expired'}
    ${'update login_session set ended_at = now() where user_id = $1'}   | ${'once the session has ended'}
    ${'update app_user set disabled_at = now() where id = $1'}          | ${'once the user is disabled'}
  `('no longer $why', async ({ change }: { change: string }) => {
    const { body } = await login(await aUser());
    const token = body.token as string;
    expect(await send('GET', '/me', { token })).toMatchObject({ status: 200 });
    await write((tx) => tx.query(change, [(body.user as { id: string }).id]));
    expect(await send('GET', '/me', { token })).toMatchObject({ status: 401 });
  });

  it('with the role of this moment, not of the moment of signing in', async () => {
    const username = await aUser('admin');
    const token = await signIn(username);
    expect(await send('GET', '/users', { token })).toMatchObject({ status: 200 });
    await write((tx) => tx.query("update app_user set role = 'reporting' where username = $1", [username]));
    expect(await send('GET', '/users', { token })).toMatchObject({ status: 403 });
  });

  it.each(['neurologist', 'scheduler', 'reporting'] as const)(
    'a %s is told which role it takes',
    async (role) => {
      const token = await signIn(await aUser(role));
      for (const path of ['/users', '/api-tokens', '/audit']) {
        const { status, body } = await send('GET', path, { token });
        expect(status).toBe(403);
        expect(body.detail).toMatch(
          new RegExp(`^The role ${role} may not do this \\([a-z-]+\\.read\\): it takes admin\\.$`),
        );
      }
    },
  );
});

describe('signing out', () => {
  it('ends this session and no other, and takes the cookie back', async () => {
    const username = await aUser();
    const [here, there] = [await signIn(username), await signIn(username)];
    const { status, headers } = await send('POST', '/auth/logout', { token: here });
    expect(status).toBe(204);
    expect(headers.getSetCookie()[0]).toMatch(
      /^clinic_session=; Path=\/; Max-Age=0; .*HttpOnly; SameSite=Strict$/,
    );
    expect(headers.get('clear-site-data')).toBe('"storage"');
    expect(await send('GET', '/me', { token: here })).toMatchObject({ status: 401 });
    expect(await send('GET', '/me', { token: there })).toMatchObject({ status: 200 });
  });

  it('needs somebody who is signed in', async () => {
    expect(await send('POST', '/auth/logout')).toMatchObject({ status: 401 });
  });
});

describe('a write that a browser sends with the cookie', () => {
  it.each`
    headers                                | status | why
    ${{ 'sec-fetch-site': 'same-origin' }} | ${204} | ${'from a screen of ours'}
    ${{ 'sec-fetch-site': 'cross-site' }}  | ${403} | ${'from another site'}
    ${{ 'sec-fetch-site': 'same-site' }}   | ${403} | ${'from a neighbour under the same domain'}
    ${{ origin: 'OURS' }}                  | ${204} | ${'from a screen of ours, by an older browser'}
    ${{ origin: 'https://evil.example' }}  | ${403} | ${'from another site, by an older browser'}
    ${{ origin: 'null' }}                  | ${403} | ${'from a sandboxed frame'}
  `('$why: $status', async ({ headers, status }: { headers: Record<string, string>; status: number }) => {
    const token = await signIn(await aUser());
    const sent = {
      cookie: `clinic_session=${token}`,
      ...headers,
      ...(headers.origin === 'OURS' && { origin: app.url }),
    };
    expect(await send('POST', '/auth/logout', { headers: sent })).toMatchObject({ status });
    expect(await send('GET', '/me', { token })).toMatchObject({ status: status === 204 ? 401 : 200 });
  });
});

describe('changing my password', () => {
  const next = 'another password 18';
  const change = (token: string, body: object) => send('POST', '/me/password', { token, body });

  it('signs me out everywhere else, and the old one no longer opens', async () => {
    const username = await aUser();
    const [here, there] = [await signIn(username), await signIn(username)];
    expect(await change(here, { currentPassword: PASSWORD, newPassword: next })).toMatchObject({
      status: 204,
    });
    expect(await send('GET', '/me', { token: here })).toMatchObject({ status: 200 });
    expect(await send('GET', '/me', { token: there })).toMatchObject({ status: 401 });
    expect(await login(username)).toMatchObject({ status: 401 });
    expect(await login(username, next)).toMatchObject({ status: 200 });
  });

  it.each`
    body                                                           | status | why
    ${{ currentPassword: 'not this one', newPassword: next }}      | ${403} | ${'with a wrong current password'}
    ${{ currentPassword: PASSWORD, newPassword: 'seven77' }}       | ${400} | ${'to one of seven characters'}
    ${{ currentPassword: PASSWORD, newPassword: '12345678' }}      | ${400} | ${'to one of everybody'}
    ${{ currentPassword: PASSWORD, newPassword: 'the scheduler' }} | ${400} | ${'to my name'}
    ${{ currentPassword: PASSWORD, newPassword: PASSWORD }}        | ${400} | ${'to the one it is'}
    ${{ currentPassword: PASSWORD, newPassword: 'x'.repeat(201) }} | ${400} | ${'to one of 201 characters'}
    ${{ newPassword: next }}                                       | ${400} | ${'without the current one'}
  `('is refused $why', async ({ body, status }: { body: object; status: number }) => {
    const username = await aUser();
    expect(await change(await signIn(username), body)).toMatchObject({ status });
    expect(await login(username)).toMatchObject({ status: 200 });
  });

  it.each(['mPv7xq2r', 'mPv7xq2r corridor teapot '.repeat(8)])(
    'takes one of 8 and one of 200 characters',
    async (newPassword) => {
      const username = await aUser();
      expect(await change(await signIn(username), { currentPassword: PASSWORD, newPassword })).toMatchObject({
        status: 204,
      });
      expect(await login(username, newPassword)).toMatchObject({ status: 200 });
    },
  );

  it('slows down whoever guesses the current one with a session they found open', async () => {
    const token = await signIn(await aUser());
    const guess = { currentPassword: 'a wrong guess', newPassword: next };
    for (let i = 0; i < 5; i += 1) expect(await change(token, guess)).toMatchObject({ status: 403 });
    expect(await change(token, { currentPassword: PASSWORD, newPassword: next })).toMatchObject({
      status: 429,
    });
  });
});

describe('tokens for scripts', () => {
  const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();
  let admin: string;
  beforeAll(async () => {
    admin = await signIn(await aUser('admin'));
  });
  const make = (body: object) => send('POST', '/api-tokens', { token: admin, body });

  it('is shown once, works with its role, and no more once deleted', async () => {
    const { status, body } = await make({ name: 'nightly export', role: 'reporting', expiresAt: inAYear });
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        id: expect.any(String),
        name: 'nightly export',
        role: 'reporting',
        expiresAt: inAYear,
        awaitsApproval: false,
        token: expect.stringMatching(/^bta_[\w-]{43}$/),
      },
    });
    const { id, token } = body as { id: string; token: string };
    expect(await send('GET', '/me', { token })).toMatchObject({
      status: 200,
      body: { id, username: null, displayName: 'nightly export', role: 'reporting' },
    });
    expect(await send('GET', '/users', { token })).toMatchObject({ status: 403 });

    const shown = {
      id,
      name: 'nightly export',
      role: 'reporting',
      expiresAt: inAYear,
      createdAt: expect.any(String),
      createdBy: expect.any(String),
      approvedBy: null,
      awaitsApproval: false,
    };
    expect((await send('GET', `/api-tokens/${id}`, { token: admin })).body).toEqual(shown);
    expect((await send('GET', '/api-tokens?limit=500', { token: admin })).body.items).toContainEqual(shown);

    expect(await send('DELETE', `/api-tokens/${id}`, { token: admin })).toMatchObject({ status: 204 });
    expect(await send('GET', '/me', { token })).toMatchObject({ status: 401 });
    expect(await send('GET', `/api-tokens/${id}`, { token: admin })).toMatchObject({ status: 404 });
    expect(await send('DELETE', `/api-tokens/${id}`, { token: admin })).toMatchObject({ status: 404 });
  });

  it('is refused once expired', async () => {
    const { body } = await make({ name: 'short', role: 'reporting', expiresAt: inAYear });
    await write((tx) => tx.query('update api_token set expires_at = now() where id = $1', [body.id]));
    expect(await send('GET', '/me', { token: body.token as string })).toMatchObject({ status: 401 });
  });

  it('neither signs out nor changes a password', async () => {
    const { body } = await make({ name: 'script', role: 'admin', expiresAt: inAYear });
    const token = body.token as string;
    expect(await send('POST', '/auth/logout', { token })).toMatchObject({ status: 409 });
    const passwords = { currentPassword: PASSWORD, newPassword: PASSWORD };
    expect(await send('POST', '/me/password', { token, body: passwords })).toMatchObject({ status: 403 });
  });

  it.each`
    change                                   | pointer         | why
    ${{ name: ' ' }}                         | ${'/name'}      | ${'without a name'}
    ${{ name: 'two\nlines' }}                | ${'/name'}      | ${'with a name of two lines'}
    ${{ role: 'system' }}                    | ${'/role'}      | ${'with a role that is none'}
    ${{ expiresAt: undefined }}              | ${'/expiresAt'} | ${'that never expires'}
    ${{ expiresAt: '2020-01-01T00:00:00Z' }} | ${'/expiresAt'} | ${'that has expired already'}
    ${{ expiresAt: '2099-01-01' }}           | ${'/expiresAt'} | ${'that expires on a day and at no moment'}
  `('is refused $why', async ({ change, pointer }: { change: object; pointer: string }) => {
    const answer = await make({ name: 'x', role: 'reporting', expiresAt: inAYear, ...change });
    expect(answer).toMatchObject({ status: 400, body: { errors: [expect.objectContaining({ pointer })] } });
  });

  it('is made once for one id, and not shown again', async () => {
    const body = { id: randomUUID(), name: 'once', role: 'reporting', expiresAt: inAYear };
    expect(await make(body)).toMatchObject({ status: 201 });
    expect(await make(body)).toMatchObject({ status: 409 });
  });

  it('lists page by page, each token once, in the order of their names', async () => {
    for (const name of ['page-b', 'page-a', 'page-b', 'page-c'])
      await make({ name, role: 'reporting', expiresAt: inAYear });
    const names = (await sendPages<{ name: string }>('/api-tokens', admin, 2)).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('page-'))).toEqual([
      'page-a',
      'page-b',
      'page-b',
      'page-c',
    ]);
  });
});
