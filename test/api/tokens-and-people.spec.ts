import type { Role } from '../../src/platform/actor';
import { accountsOf } from '../support/accounts';
import { startApp, type TestApp } from '../support/app';

const DAY_MS = 86_400_000;
const FORBIDDEN = { status: 403, body: { type: 'urn:problem:forbidden' } };

let app: TestApp;
const { write, aUser, send, signIn } = accountsOf(() => app);
let admin: { username: string; token: string };

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const username = await aUser('admin');
  admin = { username, token: await signIn(username) };
});

const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
const person = async (role: Role) => signIn(await aUser(role));
const idOf = async (token: string) => (await send('GET', '/me', { token })).body.id as string;
const approve = (id: unknown, token: string) => send('POST', `/api-tokens/${String(id)}/approve`, { token });
const asks = (path: string, token: string) => send('GET', path, { token });

async function made(role: Role, { days = 30, by = admin.token } = {}) {
  const body = { name: `a script of a ${role}`, role, expiresAt: inDays(days) };
  const answer = await send('POST', '/api-tokens', { token: by, body });
  expect(answer.status).toBe(201);
  return answer.body as { id: string; token: string; awaitsApproval: boolean };
}

async function changeUser(userToken: string, change: object) {
  const other = await person('admin');
  const id = await idOf(userToken);
  const { version } = (await asks(`/users/${id}`, other)).body;
  return send('PATCH', `/users/${id}`, {
    token: other,
    body: change,
    headers: { 'if-match': `"${String(version)}"` },
  });
}

describe('a role that an administrator does not have', () => {
  it.each`
    role             | approver         | path                     | what
    ${'neurologist'} | ${'neurologist'} | ${'/courses'}            | ${'courses'}
    ${'scheduler'}   | ${'scheduler'}   | ${'/due-list'}           | ${'the due list'}
    ${'scheduler'}   | ${'neurologist'} | ${'/patients?q=lindqvi'} | ${'patients'}
  `(
    '$what open to a $role’s token once a $approver has lent it',
    async ({ role, approver, path }: { role: Role; approver: Role; path: string }) => {
      const { id, token, awaitsApproval } = await made(role);
      expect(awaitsApproval).toBe(true);
      const refused = await asks(path, token);
      expect(refused).toMatchObject(FORBIDDEN);
      expect(refused.body.detail).toContain(`/tokens/${id}/approve`);
      expect(await approve(id, await person(approver))).toMatchObject({ status: 204 });
      expect(await asks(path, token)).toMatchObject({ status: 200 });
      expect((await asks(`/api-tokens/${id}`, admin.token)).body).toMatchObject({ awaitsApproval: false });
    },
  );

  it.each`
    role             | approver       | status | why
    ${'neurologist'} | ${'scheduler'} | ${403} | ${'a scheduler has no neurologist’s role to lend'}
    ${'neurologist'} | ${'admin'}     | ${403} | ${'nor has the administrator'}
    ${'reporting'}   | ${'scheduler'} | ${409} | ${'reports need nobody'}
  `(
    'a token of a $role approved by a $approver: $status, $why',
    async ({ role, approver, status }: { role: Role; approver: Role; status: number }) => {
      const { id } = await made(role);
      expect(await approve(id, await person(approver))).toMatchObject({ status });
    },
  );

  it('nobody approves what does not exist, and no script approves', async () => {
    const lent = await made('neurologist');
    await approve(lent.id, await person('neurologist'));
    const other = await made('neurologist');
    expect(await approve(other.id, lent.token)).toMatchObject(FORBIDDEN);
    await send('DELETE', `/api-tokens/${other.id}`, { token: admin.token });
    expect(await approve(other.id, await person('neurologist'))).toMatchObject({ status: 404 });
  });
});

it('reports open at once', async () => {
  const { token, awaitsApproval } = await made('reporting');
  expect(awaitsApproval).toBe(false);
  expect(await asks('/reports', token)).toMatchObject({ status: 200 });
});

it('no script reviews, nor makes or changes a person', async () => {
  const lent = await made('neurologist');
  await approve(lent.id, await person('neurologist'));
  const ofAdmin = await made('admin');
  const someId = lent.id;
  for (const [token, method, path] of [
    [lent.token, 'POST', `/flags/${someId}/reviews`],
    [ofAdmin.token, 'POST', '/users'],
    [ofAdmin.token, 'PATCH', `/users/${someId}`],
  ] as const) {
    const answer = await send(method, path, { token, body: {} });
    expect(answer).toMatchObject(FORBIDDEN);
    expect(answer.body.detail).toMatch(/^A script may not do this/);
  }
});

it.each`
  days     | status
  ${365.9} | ${201}
  ${366.1} | ${400}
`('a token for $days days: $status', async ({ days, status }: { days: number; status: number }) => {
  const body = { name: 'long', role: 'reporting', expiresAt: inDays(days) };
  const answer = await send('POST', '/api-tokens', { token: admin.token, body });
  expect(answer.status).toBe(status);
  if (status === 400) {
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/expiresAt', code: 'too-late' }] });
  }
});

describe('a token that a token made', () => {
  it('outlives it no day, and ends with it', async () => {
    const parent = await made('admin', { days: 3 });
    const body = { name: 'longer', role: 'reporting', expiresAt: inDays(4) };
    expect(await send('POST', '/api-tokens', { token: parent.token, body })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/expiresAt' }] },
    });
    const child = await made('reporting', { days: 2, by: parent.token });
    expect(await asks('/reports', child.token)).toMatchObject({ status: 200 });
    await send('DELETE', `/api-tokens/${parent.id}`, { token: admin.token });
    expect(await asks('/reports', child.token)).toMatchObject({ status: 401 });
  });
});

describe('when somebody leaves', () => {
  it.each`
    change                   | why
    ${{ disabled: true }}    | ${'is disabled'}
    ${{ role: 'scheduler' }} | ${'is no administrator any more'}
  `('the tokens of a maker who $why end and are named', async ({ change }: { change: object }) => {
    const parent = await made('admin');
    const child = await made('reporting', { days: 20, by: parent.token });
    const { status, body } = await changeUser(admin.token, change);
    expect(status).toBe(200);
    expect((body.endedTokens as { id: string }[]).map(({ id }) => id).toSorted()).toEqual(
      [parent.id, child.id].toSorted(),
    );
    for (const { token } of [parent, child]) expect(await asks('/me', token)).toMatchObject({ status: 401 });
  });

  it('the tokens end that they lent their role', async () => {
    const neurologist = await person('neurologist');
    const { id, token } = await made('neurologist');
    await approve(id, neurologist);
    const { body } = await changeUser(neurologist, { disabled: true });
    expect(body.endedTokens).toEqual([{ id, name: 'a script of a neurologist' }]);
    expect(await asks('/courses', token)).toMatchObject({ status: 401 });
  });

  it('another name ends none', async () => {
    const { token } = await made('reporting');
    expect((await changeUser(admin.token, { displayName: 'Married' })).body.endedTokens).toEqual([]);
    expect(await asks('/reports', token)).toMatchObject({ status: 200 });
  });

  it('a token opens nothing even where the maker was disabled by another way than ours', async () => {
    const { token } = await made('reporting');
    await write((tx) =>
      tx.query('update app_user set disabled_at = now() where username = $1', [admin.username]),
    );
    expect(await asks('/reports', token)).toMatchObject({ status: 401 });
  });
});
