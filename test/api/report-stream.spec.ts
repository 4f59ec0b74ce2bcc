import { randomUUID } from 'node:crypto';
import { beginExport, textOf } from '../support/clients/begun-export';
import { startReportingApp } from '../support/server/reporting-app';
import { until } from '../support/until';

type App = Awaited<ReturnType<typeof startReportingApp>>;

const ROWS = 2500;
let app: App;
let courseId: string;

/** Rows so long that an export is larger than what the sockets between hold: it cannot be sent before it is read. */
beforeAll(async () => {
  app = await startReportingApp();
  ({ courseId } = await app.aCourse());
  await app.write(async (tx) => {
    await tx.query(
      `insert into injection_session (id, root_id, course_id, performed_on, product, injector_id)
        select id, id, $1, date '2020-01-01' + n % 2000, 'ona', $2
        from (select gen_random_uuid() as id, n from generate_series(1, ${ROWS}) as n) as made`,
      [courseId, app.injectorId],
    );
    await tx.query(
      `insert into session_vial (session_id, position, lot_number, expires_on, vial_units)
        select id, 0, repeat('L', 8000), '2030-01-31', 100 from injection_session`,
    );
  });
});
afterAll(() => app.close());

describe('an export under way', () => {
  it('shows one moment: what is written meanwhile is not in it', async () => {
    const answer = await begin('sessions.ndjson');
    await app.aSession(courseId, app.injectorId, { performedOn: '2026-01-05' });
    const text = await textOf(answer);
    expect(text.split('\n')).toHaveLength(ROWS + 1);
    await app.write((tx) =>
      tx.query(
        `update injection_session set voided_at = now(), voided_by = injector_id, void_reason = 'test' where performed_on = '2026-01-05'`,
      ),
    );
  });

  it('gives back its connection when the client goes, each time', async () => {
    for (let round = 0; round < 6; round += 1) {
      const answer = await begin('sessions.csv');
      expect(await exportsUnderWay()).toBe(1);
      answer.destroy();
      await until(async () => (await exportsUnderWay()) === 0);
    }
    expect(await app.rows('sessions.json?from=2025-01-01')).toBeInstanceOf(Array);
  });

  it('breaks off when the database fails midway, and is no hindrance to the next', async () => {
    for (const format of ['csv', 'ndjson', 'json', 'csv', 'csv', 'csv']) {
      const answer = await begin(`sessions.${format}`);
      await app.db().query(`select pg_terminate_backend(pid) from pg_stat_activity where ${EXPORTING}`);
      await expect(textOf(answer)).rejects.toThrow('aborted');
      expect(answer.complete).toBe(false);
    }
    expect(await app.rows('sessions.json?from=2025-01-01')).toBeInstanceOf(Array);
  });
});

it('answers a problem when the database fails before the first row', async () => {
  await app.asOwner('alter table session_vial rename to mislaid');
  const answer = await app.fetchReport('sessions.csv');
  await app.asOwner('alter table mislaid rename to session_vial');
  expect(answer.status).toBe(500);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('content-disposition')).toBeNull();
  expect(answer.text).not.toContain('session_vial');
});

it('lets further exports wait their turn and answers all', async () => {
  const answers = await Promise.all(Array.from({ length: 9 }, () => app.fetchReport('outcomes.json')));
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
});

it('tells from when to ask the next time, so that a slow write is not missed', async () => {
  const other = await app.aCourse({ indication: 'tremor' });
  const day = '2026-02-02';
  let exported!: Awaited<ReturnType<App['fetchReport']>>;
  await app.write(async (tx) => {
    const id = randomUUID();
    await tx.query(
      `insert into injection_session (id, root_id, course_id, performed_on, product, injector_id) values ($1, $1, $2, $3, 'ona', $4)`,
      [id, other.courseId, day, app.injectorId],
    );
    exported = await app.fetchReport('sessions.json?indication=tremor');
  });
  expect(JSON.parse(exported.text)).toEqual([]);
  const since = exported.headers.get('next-updated-since')!;
  expect(await app.rows(`sessions.json?indication=tremor&updatedSince=${since}`)).toMatchObject([
    { performedOn: day },
  ]);
});

const EXPORTING = `datname = current_database() and pid <> pg_backend_pid() and query like 'select c.patient_id as "patient"%'
  and xact_start is not null`;

async function exportsUnderWay(): Promise<number> {
  const [row] = await app
    .db()
    .query<{ n: number }[]>(`select count(*) as n from pg_stat_activity where ${EXPORTING}`);
  return row!.n;
}

const begin = (path: string) => beginExport(app.url, app.token, path);
