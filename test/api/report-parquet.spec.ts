import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvLines } from '../../src/reporting/files/csv';
import { REPORTS } from '../../src/reporting/report-list';
import { readParquet } from '../support/clients/read-parquet';
import { reportedHistory } from '../support/walks/reported-history';
import { startReportingApp } from '../support/server/reporting-app';

let app: Awaited<ReturnType<typeof startReportingApp>>;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parquet-'));
  app = await startReportingApp();
  await reportedHistory(app);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function fetched(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${app.url}/api/v1/reports/${path}`, {
    headers: { authorization: `Bearer ${app.token}`, ...headers },
  });
  const file = join(folder, 'report.parquet');
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  return { answer, read: await readParquet(file) };
}

it.each(REPORTS.map(({ name, columns }) => ({ name, columns })))(
  '$name read by another program is what its CSV and its JSON say, in the types of its codebook',
  async ({ name, columns }) => {
    const { read } = await fetched(`${name}.parquet`);
    expect(read.names).toEqual(columns.map((column) => column.name));
    expect(read.types).toEqual(columns.map(({ type }) => TYPES[type]));
    expect(csvLines([read.names, ...read.rows])).toBe((await app.fetchReport(`${name}.csv`)).text);
    const rows = read.rows.map((row) => Object.fromEntries(row.map((cell, at) => [read.names[at], cell])));
    expect(rows).toEqual(await app.rows(`${name}.json`));
    expect(rows.length).toBeGreaterThan(0);
  },
);

it('comes when the Accept header asks for it, under its own type and name', async () => {
  const { answer, read } = await fetched('sessions', { accept: 'application/vnd.apache.parquet' });
  expect(answer.headers.get('content-type')).toBe('application/vnd.apache.parquet');
  expect(answer.headers.get('content-disposition')).toMatch(/"sessions-\d{4}-\d\d-\d\d\.parquet"$/);
  expect(answer.headers.get('next-updated-since')).not.toBeNull();
  expect(read.rows).toHaveLength(2);
});

it('of no rows is a file that says its columns', async () => {
  const { read } = await fetched('sessions.parquet?from=2040-01-01');
  expect(read.names).toContain('totalUnits');
  expect(read.rows).toEqual([]);
});

const TYPES = {
  pseudonym: 'VARCHAR',
  text: 'VARCHAR',
  list: 'VARCHAR[]',
  day: 'DATE',
  moment: 'TIMESTAMP WITH TIME ZONE',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
} as const;
