import { startApp, type TestApp } from '../support/app';
import { logged, started } from '../support/builders';
import { startWithStandby, type WithStandby } from '../support/server/standby';
import { until } from '../support/until';

let server: WithStandby;
let service: TestApp;
beforeAll(async () => {
  server = await startWithStandby();
  service = await startApp({
    today: '2026-11-23',
    env: { REPORTS_DATABASE_URL: server.standbyUrl },
    database: { url: server.primary.ownerUrl, serviceUrl: server.primary.url, drop: async () => undefined },
  });
});
afterAll(async () => {
  await service.close();
  await server.close();
});

async function sessions(): Promise<{ rows: number; asOf: string | null }> {
  const answer = await fetch(`${service.url}/api/v1/reports/sessions.json`, {
    headers: { authorization: `Bearer ${(await service.signIn('reporting')).token}` },
  });
  expect(answer.status).toBe(200);
  return { rows: ((await answer.json()) as unknown[]).length, asOf: answer.headers.get('as-of') };
}

const aSession = async (): Promise<string> => logged(service.neurologist, await started(service.neurologist));

/** Connections of the clinic's database that have ended there. */
async function visits(): Promise<number> {
  const [row] = await server.askStandby<{ sessions: string }>(
    `select sessions from pg_stat_database where datname = 'clinic'`,
  );
  return Number(row!.sessions);
}

it('a report is read from the standby, and has what was written just before', async () => {
  const before = await visits();
  const began = Date.now();
  for (const rows of [1, 2, 3]) {
    await aSession();
    const report = await sessions();
    expect(report.rows).toBe(rows);
    expect(Date.parse(report.asOf!)).toBeGreaterThanOrEqual(began);
  }
  // Each report asks whether the standby is there, and then reads: two connections.
  await until(async () => (await visits()) >= before + 6);
});

it('a standby that is behind, or gone, is passed over', async () => {
  await server.askStandby('select pg_wal_replay_pause()');
  await aSession();
  expect((await sessions()).rows).toBe(4);
  await server.stopStandby();
  await aSession();
  expect((await sessions()).rows).toBe(5);
});
