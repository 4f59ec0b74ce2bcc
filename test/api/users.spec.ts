import { randomUUID } from 'node:crypto';
import { accountsOf, type Answer } from '../support/accounts';
import { PASSWORD, startApp, type TestApp } from '../support/app';

let app: TestApp;
let admin: string;
const { write, aUser, send, login, signIn, sendPages } = accountsOf(() => app);

beforeAll(async () => {
  app = await startApp();
  admin = await signIn(await aUser('admin'));
});
afterAll(() => app.close());

const ANA = { username: 'ana.meyer', displayName: 'Dr Ana Meyer', role: 'neurologist', password: PASSWORD };

function create(body: object): Promise<Answer> {
  return send('POST', '/users', { token: admin, body });
}

function change(id: unknown, version: number | string, body: object, token = admin): Promise<Answer> {
  return send('PATCH', `/users/${String(id)}`, { token, body, headers: { 'if-match': `"${version}"` } });
}

let made = 0;
async function created(role = 'scheduler'): Promise<Record<string, unknown>> {
  return (await create({ ...ANA, role, username: `user-${(made += 1)}` })).body;
}

describe('making a user', () => {
  it('answers the user without their password, who can sign in at once', async () => {
    const { status, body } = await create({ ...ANA, username: 'Ana.Meyer' });
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        id: expect.any(String),
        username: 'ana.meyer',
        displayName: 'Dr Ana Meyer',
        signsAs: null,
        role: 'neurologist',
        disabled: false,
        mustChangePassword: true,
        secondFactor: false,
        version: 1,
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      },
    });
    expect((await send('GET', `/users/${String(body.id)}`, { token: admin })).body).toEqual(body);
    expect(await login('ANA.MEYER')).toMatchObject({ status: 200 });
  });

  it('writes once for one id, and answers the same', async () => {
    const body = { ...ANA, id: randomUUID(), username: 'once' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(body)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(9).fill(200), 201]);
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
    expect(answers[0]?.body).toMatchObject({ id: body.id, version: 1 });
  });

  it.each`
    difference                             | why
    ${{ displayName: 'Dr Ana Meier' }}     | ${'another name'}
    ${{ role: 'admin' }}                   | ${'another role'}
    ${{ password: 'another password 18' }} | ${'another password'}
  `('refuses one id with $why', async ({ difference }: { difference: object }) => {
    const body = { ...ANA, id: randomUUID(), username: `twice-${(made += 1)}` };
    expect(await create(body)).toMatchObject({ status: 201 });
    expect(await create({ ...body, ...difference })).toMatchObject({ status: 409 });
    expect(await create(body)).toMatchObject({ status: 200, body: { version: 1 } });
  });

  it('refuses a user name that is taken, in any case', async () => {
    await create({ ...ANA, username: 'taken' });
    expect(await create({ ...ANA, username: 'TAKEN' })).toMatchObject({
      status: 409,
      body: { detail: 'This user name is taken. Choose another.' },
    });
  });

  it.each`
    difference                          | pointer           | why
    ${{ username: 'a' }}                | ${'/username'}    | ${'a name of one letter'}
    ${{ username: 'x'.repeat(65) }}     | ${'/username'}    | ${'a name of 65 letters'}
    ${{ username: 'ana meyer' }}        | ${'/username'}    | ${'a name with a blank'}
    ${{ username: '.ana' }}             | ${'/username'}    | ${'a name that begins with a dot'}
    ${{ displayName: '' }}              | ${'/displayName'} | ${'no name to show'}
    ${{ displayName: 'x'.repeat(201) }} | ${'/displayName'} | ${'a name to show of 201 letters'}
    ${{ displayName: 'a\u0007b' }}      | ${'/displayName'} | ${'a name to show that rings a bell'}
    ${{ role: 'nurse' }}                | ${'/role'}        | ${'a role that is none'}
    ${{ password: 'seven77' }}          | ${'/password'}    | ${'a password of seven characters'}
    ${{ password: 'x'.repeat(201) }}    | ${'/password'}    | ${'a password of 201 characters'}
    ${{ password: 'aaaaaaaa' }}         | ${'/password'}    | ${'a password that repeats itself'}
    ${{ password: 'never.made' }}       | ${'/password'}    | ${'a password that is the user name'}
    ${{ id: '42' }}                     | ${'/id'}          | ${'an id that is no UUID'}
    ${{ version: 3 }}                   | ${'/version'}     | ${'a field that is none'}
  `('refuses $why with 400', async ({ difference, pointer }: { difference: object; pointer: string }) => {
    expect(await create({ ...ANA, username: 'never.made', ...difference })).toMatchObject({
      status: 400,
      body: { errors: [expect.objectContaining({ pointer })] },
    });
  });
});

it('lists users by name, page by page, each once', async () => {
  for (const letter of ['c', 'a', 'd', 'b']) await create({ ...ANA, username: `list-${letter}` });
  const names = (await sendPages<{ username: string }>('/users', admin, 2)).map(({ username }) => username);
  expect(names.filter((name) => name.startsWith('list-'))).toEqual(['list-a', 'list-b', 'list-c', 'list-d']);
});

describe('changing a user', () => {
  it('renames and gives another role; the version goes up', async () => {
    const { id, username } = await created();
    expect(await change(id, 1, { displayName: 'New Name', role: 'reporting' })).toMatchObject({
      status: 200,
      body: { id, username, displayName: 'New Name', role: 'reporting', disabled: false, version: 2 },
    });
    expect(await change(id, 2, {})).toMatchObject({
      status: 200,
      body: { displayName: 'New Name', role: 'reporting' },
    });
  });

  it('disabling signs out at once, enabling lets sign in again but revives no session', async () => {
    const { id, username } = await created();
    const token = await signIn(String(username));
    expect(await change(id, 1, { disabled: true })).toMatchObject({
      status: 200,
      body: { disabled: true, version: 2 },
    });
    expect(await send('GET', '/me', { token })).toMatchObject({ status: 401 });
    expect(await login(String(username))).toMatchObject({ status: 401 });
    expect(await change(id, 2, { disabled: false })).toMatchObject({
      status: 200,
      body: { disabled: false },
    });
    expect(await send('GET', '/me', { token })).toMatchObject({ status: 401 });
    expect(await login(String(username))).toMatchObject({ status: 200 });
  });

  it('a new password signs out everywhere and is the one that opens', async () => {
    const { id, username } = await created();
    const token = await signIn(String(username));
    expect(await change(id, 1, { password: 'set by the admin 1' })).toMatchObject({ status: 200 });
    expect(await send('GET', '/me', { token })).toMatchObject({ status: 401 });
    expect(await login(String(username))).toMatchObject({ status: 401 });
    expect(await login(String(username), 'set by the admin 1')).toMatchObject({ status: 200 });
  });

  it.each`
    headers                  | status | why
    ${{}}                    | ${428} | ${'no version'}
    ${{ 'if-match': '1' }}   | ${400} | ${'a version without quotes'}
    ${{ 'if-match': '"7"' }} | ${412} | ${'a version that is not the newest'}
  `(
    'with $why: $status',
    async ({ headers, status }: { headers: Record<string, string>; status: number }) => {
      const { id } = await created();
      const body = { displayName: 'Changed' };
      expect(await send('PATCH', `/users/${String(id)}`, { token: admin, body, headers })).toMatchObject({
        status,
      });
      expect(await send('GET', `/users/${String(id)}`, { token: admin })).toMatchObject({
        body: { displayName: ANA.displayName, version: 1 },
      });
    },
  );

  it('of two changes to one version at once, one is made', async () => {
    const { id } = await created();
    const both = await Promise.all(['A', 'B'].map((displayName) => change(id, 1, { displayName })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it.each(['a id', 'x'])('an address without a UUID (%s) is a 400', async (id) => {
    expect(await send('GET', `/users/${encodeURIComponent(id)}`, { token: admin })).toMatchObject({
      status: 400,
    });
  });

  it('an unknown user is a 404', async () => {
    expect(await send('GET', `/users/${randomUUID()}`, { token: admin })).toMatchObject({ status: 404 });
    expect(await change(randomUUID(), 1, {})).toMatchObject({ status: 404 });
  });
});

describe('the last administrator', () => {
  let others: { id: string; version: number }[];

  beforeEach(async () => {
    await write((tx) => tx.query("update app_user set role = 'scheduler' where role = 'admin'"));
    const usernames = [await aUser('admin'), await aUser('admin')];
    others = await write((tx) =>
      tx.query('select id, version from app_user where username = any($1) order by id', [usernames]),
    );
    admin = await signIn(usernames[0]!);
  });

  it.each`
    difference                 | why
    ${{ disabled: true }}      | ${'disabled'}
    ${{ role: 'neurologist' }} | ${'given another role'}
  `('is not $why', async ({ difference }: { difference: object }) => {
    const me = (await send('GET', '/me', { token: admin })).body.id;
    const other = others.find(({ id }) => id !== me);
    expect(await change(other?.id, 1, difference)).toMatchObject({ status: 200 });
    expect(await change(me, 1, difference)).toMatchObject({
      status: 409,
      body: { detail: 'This is the last administrator who can sign in. Make another one first.' },
    });
    expect(await change(me, 1, { displayName: 'Still here' })).toMatchObject({ status: 200 });
    expect(await change(me, 2, { role: 'admin', disabled: false })).toMatchObject({ status: 200 });
    expect(await change(me, 3, {})).toMatchObject({ status: 200, body: { displayName: 'Still here' } });
  });

  it('stays when two take each other’s role away at once', async () => {
    const both = await Promise.all(others.map(({ id }) => change(id, 1, { role: 'scheduler' })));
    const [{ left }] = await write((tx) =>
      tx.query<[{ left: number }]>(
        "select count(*) as left from app_user where role = 'admin' and disabled_at is null",
      ),
    );
    expect({ left, statuses: both.map(({ status }) => status).toSorted() }).toEqual({
      left: 1,
      statuses: [200, 409],
    });
  });
});
