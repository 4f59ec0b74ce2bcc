import 'reflect-metadata';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Client } from 'pg';
import { seedCommand } from '../../src/commands/seed';
import { whyLeftOut } from '../../src/leaving/left-out';
import { asking } from '../../src/platform/database/connection/check-database';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database';
import { runCommand, startCommand } from '../support/server/run-command';
import { until } from '../support/until';

let home: string;
let clinic: TestDatabase;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'clinic-leaving-commands-'));
  chmodSync(home, 0o755);
  clinic = await createTestDatabase('leaving');
  const said = new PassThrough();
  const env = { DATABASE_URL: clinic.url, DEMO_PASSWORD: 'chosen by us' };
  expect(await seedCommand(env, { output: said, errors: said })).toBe(0);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = (command: string, args: readonly string[], env: Record<string, string>) =>
  runCommand(command, args, { cwd: home, env });

const digestsIn = (output: string) => output.match(/^[\da-f]{64} {2}\w+ {2}\d+ rows$/gm);

it('the demo clinic leaves for an embedded database and from there for one of its own, and its trail holds', async () => {
  const left = await run('export-clinic', ['--to', 'first', '--with-secrets'], { DATABASE_URL: clinic.url });
  expect(left).toMatchObject({ code: 0, errors: '' });
  expect(left.output).toMatch(/first: \d+ tables, \d+ rows, not encrypted, with what opens the service\n$/);
  const embedded = { DATA_DIR: join(home, 'data') };
  const moved = await run('import-clinic', ['--from', 'first'], embedded);
  expect(moved).toMatchObject({ code: 0, errors: '' });
  expect(moved.output).toMatch(/^[\da-f]{64} {2}patient {2}\d+ rows$/m);
  expect(moved.output).toMatch(/\d+ tables, every digest is equal\n$/);
  const verified = await run('audit-verify', [], embedded);
  expect(verified).toMatchObject({ code: 0, output: expect.stringMatching(/^The trail is what was sealed/) });

  const again = await run('import-clinic', ['--from', 'first'], embedded);
  expect(again).toEqual({
    code: 1,
    output: '',
    errors: `Nothing was imported: embedded PostgreSQL in ${embedded.DATA_DIR} is not empty (4 users have an account in it). Import into a new database, or a DATA_DIR of its own.\n`,
  });

  expect(await run('export-clinic', ['--to', 'second'], embedded)).toMatchObject({ code: 0, errors: '' });
  const { url } = await createEmptyDatabase('left_again');
  const back = await run('import-clinic', ['--from', 'second'], { DATABASE_URL: url });
  expect(back).toMatchObject({ code: 0, errors: '' });
  expect(back.output).toMatch(/Nobody can sign in yet: make an administrator \(npm run create-user\)/);
  // Between the two lies the entry of the second export, and what the one left out.
  const [first, second] = [digestsIn(moved.output)!, digestsIn(back.output)!];
  const others = first.filter((line) => !second.includes(line)).map((line) => line.split('  ')[1]!);
  expect(
    others.filter((table) => whyLeftOut(table) === undefined && !/^(audit_\w+|app_user)$/.test(table)),
  ).toEqual([]);
  const entries = await asking(url, (ask) =>
    ask(
      `select cardinality(patient_ids) = (select count(*) from patient) as "ofEverybody" from audit_entry
        where action = 'export' and subject = 'clinic' order by id`,
      [],
    ),
  );
  expect(entries).toEqual([{ ofEverybody: true }, { ofEverybody: true }]);
});

it('one that is killed in the middle leaves a folder that says so, and is not imported', async () => {
  const holder = new Client({ connectionString: clinic.url });
  await holder.connect();
  await holder.query('begin; lock table vial in access exclusive mode');
  const child = startCommand('export-clinic', ['--to', 'killed'], {
    cwd: home,
    env: { DATABASE_URL: clinic.url },
  });
  const ended = once(child, 'close');
  await until(async () => existsSync(join(home, 'killed', 'temperature_excursion.ndjson')));
  child.kill('SIGKILL');
  await ended;
  await holder.end();
  expect(existsSync(join(home, 'killed', 'NOT-WHOLE.txt'))).toBe(true);
  const { url } = await createEmptyDatabase('never');
  const told = await run('import-clinic', ['--from', 'killed'], { DATABASE_URL: url });
  expect(told).toEqual({
    code: 1,
    output: '',
    errors: `The export in ${join(home, 'killed')} is not whole: it was stopped before its end. Make another one.\n`,
  });
});

it.each`
  command            | args                   | code | said                                                                         | why
  ${'export-clinic'} | ${[]}                  | ${2} | ${/^Usage: npm run export-clinic -- --to <folder> \[--with-secrets\]\n$/}    | ${'no folder'}
  ${'export-clinic'} | ${['--to', '.']}       | ${1} | ${/^Nothing was exported: the folder .+ is not empty\. Give a new one\.\n$/} | ${'a folder with something in it'}
  ${'import-clinic'} | ${[]}                  | ${2} | ${/^Usage: npm run import-clinic -- --from <folder>\n$/}                     | ${'no folder'}
  ${'import-clinic'} | ${['--from', 'none']}  | ${1} | ${/none holds no export of a clinic: there is no export\.json in it\.\n$/}   | ${'a folder that is not there'}
  ${'import-clinic'} | ${['--into', 'first']} | ${1} | ${/--into/}                                                                  | ${'another option'}
`('$command is refused in a line: $why', async ({ command, args, code, said }) => {
  const told = await run(command, args, { DATABASE_URL: clinic.url });
  expect(told).toMatchObject({ code, output: '', errors: expect.stringMatching(said) });
  expect(told.errors.split('\n')).toHaveLength(2);
});
