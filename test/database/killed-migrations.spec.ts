import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { migrate } from '../../src/platform/database/migrate';
import { createEmptyDatabase, createTestDatabase } from '../support/database';
import { until } from '../support/until';

const FIRST = 8;
const PATIENTS = 3000;

let dataSource: DataSource;
let url: string;
beforeAll(async () => {
  ({ url } = await createEmptyDatabase('killed'));
  const options = dataSourceOptions(url);
  const migrations = (options.migrations as string[]).toSorted().slice(0, FIRST);
  const before = await new DataSource({ ...options, migrations }).initialize();
  await before.runMigrations();
  await before.destroy();
  dataSource = await new DataSource(options).initialize();
  await fill();
});
afterAll(() => dataSource.destroy());

/** A clinic as it was at that schema: a course and two sessions of each patient. */
async function fill(): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query(
      `select set_config('clinic.actor_id', gen_random_uuid()::text, true), set_config('clinic.actor_name', 'Test', true),
        set_config('clinic.actor_role', 'admin', true)`,
    );
    await tx.query(
      `insert into app_user (id, username, display_name, role, password_hash)
        values (gen_random_uuid(), 'anna', 'Anna', 'neurologist', 'x')`,
    );
    await tx.query(
      `insert into patient (id, mrn, family_name, given_name, birth_date, sex, search_text)
        select gen_random_uuid(), 'K-' || n, 'Example', 'Patient ' || n, '1968-04-12', 'female', 'example patient ' || n
        from generate_series(1, $1::int) as n`,
      [PATIENTS],
    );
    await tx.query(
      `insert into course (id, patient_id, indication, planned_product, started_on)
        select gen_random_uuid(), id, 'cervical_dystonia', 'ona', '2026-01-05' from patient`,
    );
    await tx.query(
      `insert into injection_session (id, root_id, course_id, performed_on, product, injector_id)
        select new_id, new_id, course.id, day, 'ona', app_user.id
        from course, app_user, (values ('2026-01-12'::date), ('2026-04-13')) as days (day),
          lateral (select gen_random_uuid() as new_id where course.id is not null and day is not null) as made`,
    );
  });
}

async function stepsDone(): Promise<number> {
  const [row] = await dataSource.query<[{ n: number }]>('select count(*)::int as n from migrations');
  return row.n;
}

/** Tables, columns, constraints, indexes, triggers and functions, each in the words of the database. */
function schemaOf(source: DataSource): Promise<unknown[]> {
  return source.query(
    `select 'column' as kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as what
        from information_schema.columns where table_schema = 'public'
      union all select 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid)
        from pg_constraint where connamespace = 'public'::regnamespace
      union all select 'index', indexdef from pg_indexes where schemaname = 'public'
      union all select 'trigger', pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      union all select 'function', pg_get_functiondef(oid) from pg_proc
        where pronamespace = 'public'::regnamespace and prokind = 'f'
      order by kind, what`,
  );
}

const COUNTS = `select (select count(*)::int from patient) as patients, (select count(*)::int from course) as courses,
  (select count(*)::int from injection_session) as sessions`;

it('migrations of a filled database that are killed in the middle go on where they were, and lose nothing', async () => {
  const kept = { patients: PATIENTS, courses: PATIENTS, sessions: 2 * PATIENTS };
  expect(await dataSource.query(COUNTS)).toEqual([kept]);
  const steps = dataSource.migrations.length;
  let kills = 0;
  while ((await stepsDone()) < steps - 1) {
    const before = await stepsDone();
    const child = spawn(process.execPath, [
      '-r',
      join(__dirname, '../support/typescript.cjs'),
      join(__dirname, '../faults/migrate-once.ts'),
      url,
    ]);
    const ended = once(child, 'exit');
    // Some way into a later one: each time further than the last.
    await until(async () => (await stepsDone()) > before);
    kills += child.kill('SIGKILL') ? 1 : 0;
    await ended;
  }
  expect(kills).toBeGreaterThan(0);
  await migrate(url);

  expect(await stepsDone()).toBe(steps);
  expect(await dataSource.query(COUNTS)).toEqual([kept]);
  const whole = await new DataSource(dataSourceOptions((await createTestDatabase('whole')).url)).initialize();
  expect(await schemaOf(dataSource)).toEqual(await schemaOf(whole));
  await whole.destroy();
});
