import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type TestApp } from '../support/app';
import { registered } from '../support/builders';
import { createEmptyDatabase } from '../support/database';
import { runCommand } from '../support/server/run-command';

const PASSPHRASE = 'a passphrase of many letters';

let service: TestApp;
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'clinic-backup-commands-'));
  chmodSync(home, 0o755);
  service = await startApp();
  await registered(service.neurologist, { familyName: 'Lindqvist' });
});
afterAll(async () => {
  await service?.close();
  rmSync(home, { recursive: true, force: true });
});

const run = (command: string, args: readonly string[], env: Record<string, string>) =>
  runCommand(command, args, { cwd: home, env });

const metrics = async (): Promise<string> => (await fetch(`${service.url}/metrics`)).text();

it('a clinic’s own database is backed up, restored into an embedded one, and that is backed up in turn', async () => {
  const own = { DATABASE_URL: service.databaseUrl, BACKUP_PASSPHRASE: PASSPHRASE };
  const taken = await run('backup', [], own);
  expect(taken).toMatchObject({ code: 0, errors: '' });
  expect(taken.output).toMatch(
    /tables, \d+ rows, \d+ bytes, encrypted; restored for a try, every digest is equal\n$/,
  );
  const files = readdirSync(join(home, 'backups'));
  expect(files).toEqual([expect.stringMatching(/^clinic-.+Z\.backup\.gz\.age$/)]);
  expect(await metrics()).toMatch(/^clinic_last_good_backup_timestamp_seconds \d+/m);
  expect(await metrics()).toMatch(/^clinic_last_good_backup_age_seconds \d/m);
  const headers = { authorization: `Bearer ${service.admin.token}` };
  const settings = await (await fetch(`${service.url}/settings`, { headers })).text();
  expect(settings).toMatch(/Last good backup: [^<]*less than an hour ago/);

  const [file, DATA_DIR] = [join('backups', files[0]!), join(home, 'data')];
  const embedded = { DATA_DIR, BACKUP_PASSPHRASE: PASSPHRASE };
  const restored = await run('restore', [file], embedded);
  expect(restored).toMatchObject({ code: 0, errors: '' });
  expect(restored.output).toMatch(/^[\da-f]{64} {2}patient {2}1 rows$/m);
  const again = await run('restore', [file], embedded);
  expect(again).toEqual({
    code: 1,
    output: '',
    errors: `Nothing was restored: embedded PostgreSQL in ${DATA_DIR} is not empty (4 users have an account in it). Restore into a new database, or a DATA_DIR of its own.\n`,
  });

  const second = await run('backup', [], { DATA_DIR, BACKUP_DIR: join(home, 'more'), BACKUP_KEEP: '1' });
  expect(second).toMatchObject({ code: 0, errors: '' });
  expect(second.output).toContain('not encrypted');
});

it('a role that may make no tables is told whose address is missing, before anything is done', async () => {
  const empty = await createEmptyDatabase();
  try {
    await run('backup', [], { DATABASE_URL: service.databaseUrl, BACKUP_DIR: join(home, 'plain') });
    const [file] = readdirSync(join(home, 'plain'));
    const restore = (more: Record<string, string>) =>
      run('restore', [join('plain', file!)], { DATABASE_URL: empty.serviceUrl, ...more });
    expect(await restore({})).toEqual({
      code: 1,
      output: '',
      errors: expect.stringMatching(
        /^Nothing was restored: this role may make no tables in \S+\. Set DATABASE_OWNER_URL too, the address with the role that owns it\.\n$/,
      ),
    });
    expect(await restore({ DATABASE_OWNER_URL: empty.url })).toMatchObject({ code: 0, errors: '' });
  } finally {
    await empty.drop();
  }
});

it.each`
  command      | args           | env                               | code | said                                                          | why
  ${'restore'} | ${[]}          | ${{}}                             | ${2} | ${/^Usage: npm run restore -- <file>\n$/}                     | ${'no file'}
  ${'restore'} | ${['none.gz']} | ${{ DATA_DIR: 'never' }}          | ${1} | ${/^ENOENT: no such file or directory, access 'none\.gz'\n$/} | ${'a file that is not there'}
  ${'backup'}  | ${['--every']} | ${{}}                             | ${1} | ${/--every/}                                                  | ${'no hours'}
  ${'backup'}  | ${[]}          | ${{ BACKUP_PASSPHRASE: 'short' }} | ${1} | ${/^BACKUP_PASSPHRASE is too short/}                          | ${'a short passphrase'}
`('$command is refused in a line: $why', async ({ command, args, env, code, said }) => {
  const told = await run(command, args, env);
  expect(told).toMatchObject({ code, output: '', errors: expect.stringMatching(said) });
  expect(told.errors.split('\n')).toHaveLength(2);
});

it('a backup that fails is recorded with its reason, and the metric stays away while there is no good one', async () => {
  const other = await startApp();
  try {
    await other.asOwner('alter table session_vial drop constraint session_vial_pkey');
    const failed = await run('backup', [], { DATABASE_URL: other.databaseUrl });
    expect(failed).toEqual({
      code: 1,
      output: '',
      errors:
        'No backup was taken: The table session_vial has no primary key: its digest would have no order.\n',
    });
    expect(await other.work.db.query('select good, failure from backup_run')).toEqual([
      { good: false, failure: expect.stringContaining('session_vial') },
    ]);
    const told = await (await fetch(`${other.url}/metrics`)).text();
    expect(told).toContain('# TYPE clinic_last_good_backup_age_seconds gauge');
    expect(told).not.toMatch(/^clinic_last_good_backup/m);
  } finally {
    await other.close();
  }
});
