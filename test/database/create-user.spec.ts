import { PassThrough } from 'node:stream';
import { DataSource } from 'typeorm';
import { createUserCommand } from '../../src/commands/create-user';
import { passwordFits } from '../../src/platform/users/password';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { createTestDatabase } from '../support/database';

const PASSWORD = 'a long password 17';
let url: string;
let dataSource: DataSource;

beforeAll(async () => {
  ({ url } = await createTestDatabase('create_user'));
  dataSource = await new DataSource(dataSourceOptions(url)).initialize();
});
afterAll(() => dataSource.destroy());

async function run(
  args: string,
  {
    password = PASSWORD,
    env = { DATABASE_URL: url },
  }: { password?: string; env?: Record<string, string> } = {},
) {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  input.end(`${password}\n`);
  const status = await createUserCommand(args.split(' ').filter(Boolean), env, { input, output, errors });
  return { status, output: String(output.read() ?? ''), errors: String(errors.read() ?? '') };
}

it('makes a user who can sign in, and says so', async () => {
  expect(await run('--username Ana.Meyer --role neurologist --display-name Ana')).toEqual({
    status: 0,
    output: 'ana.meyer can sign in now, as neurologist.\n',
    errors: '',
  });
  const [user] = await dataSource.query<{ display_name: string; role: string; password_hash: string }[]>(
    "select display_name, role, password_hash from app_user where username = 'ana.meyer'",
  );
  expect(user).toMatchObject({ display_name: 'Ana', role: 'neurologist' });
  expect(await passwordFits(user!.password_hash, PASSWORD)).toBe(true);
  const trail = await dataSource.query(
    "select actor_name, action from audit_entry where subject = 'app_user'",
  );
  expect(trail).toEqual([{ actor_name: 'system', action: 'insert' }]);
});

it('shows a user without a name to show by the user name', async () => {
  await run('--username nameless --role reporting');
  const rows = await dataSource.query("select display_name from app_user where username = 'nameless'");
  expect(rows).toEqual([{ display_name: 'nameless' }]);
});

it('refuses a user name that is taken', async () => {
  await run('--username taken --role admin');
  expect(await run('--username TAKEN --role admin')).toEqual({
    status: 1,
    output: '',
    errors: 'create-user: This user name is taken. Choose another.\n',
  });
});

it.each`
  args                                                               | errors                                                                      | why
  ${''}                                                              | ${'--username takes 2 to 64 letters, digits, dots, hyphens or underscores'} | ${'no argument'}
  ${'--username a --role admin'}                                     | ${'--username takes 2 to 64 letters, digits, dots, hyphens or underscores'} | ${'a name of one letter'}
  ${'--username ana'}                                                | ${'--role takes one of neurologist, scheduler, reporting, admin'}           | ${'no role'}
  ${'--username ana --role nurse'}                                   | ${'--role takes one of neurologist, scheduler, reporting, admin'}           | ${'a role that is none'}
  ${`--username ana --role admin --display-name ${'x'.repeat(201)}`} | ${'--display-name takes 1 to 200 characters on one line'}                   | ${'a long name'}
  ${'--user ana'}                                                    | ${"Unknown option '--user'"}                                                | ${'an option that is none'}
  ${'--username ana --role admin --password secret99'}               | ${"Unknown option '--password'"}                                            | ${'a password where others can see it'}
`('is not understood with $why', async ({ args, errors }: { args: string; errors: string }) => {
  const answer = await run(args);
  expect(answer).toMatchObject({ status: 2, output: '' });
  expect(answer.errors.split('\n')).toEqual([
    expect.stringContaining(`create-user: ${errors}`),
    'Usage: npm run create-user -- --username <name> --role <neurologist|scheduler|reporting|admin> [--display-name <name>]',
    '',
  ]);
});

it.each`
  password                                | errors                                      | why
  ${'sevn77x'}                            | ${'The password needs 8 to 200 characters'} | ${'one of seven characters'}
  ${'mPv7xq2r'}                           | ${''}                                       | ${'one of eight'}
  ${'mPv7xq2r '.repeat(25).slice(0, 200)} | ${''}                                       | ${'one of 200'}
  ${'x'.repeat(201)}                      | ${'The password needs 8 to 200 characters'} | ${'one of 201'}
  ${''}                                   | ${'The password needs 8 to 200 characters'} | ${'none'}
  ${'12345678'}                           | ${'This password is easy to guess. '}       | ${'one of everybody'}
`(
  'a password, $why: $errors',
  async ({ password, errors, why }: { password: string; errors: string; why: string }) => {
    const username = `user-${why.replaceAll(' ', '-')}`;
    const answer = await run(`--username ${username} --role admin`, { password });
    expect(answer.status).toBe(errors === '' ? 0 : 1);
    expect(answer.errors).toMatch(errors === '' ? /^$/ : new RegExp(`^create-user: ${errors}[^\\n]*\n$`));
  },
);

it.each`
  env                                                  | errors                                              | why
  ${{ CLINIC_ZONE: 'Mars/Base' }}                      | ${/^create-user: CLINIC_ZONE=Mars\/Base [^\n]+\n$/} | ${'a setting that cannot be right'}
  ${{ DATABASE_URL: 'postgres://localhost:1/clinic' }} | ${/^create-user: DATABASE_URL: [^\n]+\n$/}          | ${'a database that is not there'}
`('says in one line: $why', async ({ env, errors }: { env: Record<string, string>; errors: RegExp }) => {
  const answer = await run('--username ana --role admin', { env });
  expect(answer).toMatchObject({ status: 1, output: '' });
  expect(answer.errors).toMatch(errors);
});
