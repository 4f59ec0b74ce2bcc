import { ROLES } from '../../src/platform/actor';
import { reportedHistory } from '../support/walks/reported-history';
import { startReportingApp } from '../support/server/reporting-app';

type App = Awaited<ReturnType<typeof startReportingApp>>;
type Row = Record<string, unknown>;
interface Codebook {
  name: string;
  filters: readonly string[];
  columns: { name: string; type: string; values?: string[] }[];
}

let app: App;
let codebooks: Codebook[];
let identifying: string[];

beforeAll(async () => {
  app = await startReportingApp();
  identifying = await reportedHistory(app);
  codebooks = (await app.send('GET', '/reports', { token: app.token })).body.reports as Codebook[];
});
afterAll(() => app.close());

const NAMES = [
  'sessions',
  'injections',
  'responses',
  'measurements',
  'adverse-events',
  'due-forecast',
  'outcomes',
  'flag-rate',
  'completeness',
  'intervals',
  'retention',
  'flags',
  'authorizations',
  'vial-use',
  'expiring-lots',
  'claim-lines',
];

describe('who may', () => {
  it.each(ROLES)('%s', async (role) => {
    const token = await app.signIn(await app.aUser(role));
    const status = role === 'neurologist' || role === 'reporting' ? 200 : 403;
    expect((await app.send('GET', '/reports', { token })).status).toBe(status);
    expect((await app.send('GET', '/reports/sessions.json', { token })).status).toBe(status);
  });

  it('nobody without a token', async () => {
    expect((await app.send('GET', '/reports/sessions.json')).status).toBe(401);
  });
});

describe('the codebook', () => {
  it('lists every report', () => {
    expect(codebooks.map((report) => report.name)).toEqual(NAMES);
  });

  it.each(NAMES)('names the columns of %s as they come, in each format', async (name) => {
    const { columns } = codebooks.find((report) => report.name === name)!;
    const names = columns.map((column) => column.name);
    const csv = (await app.fetchReport(`${name}.csv`)).text.split('\r\n');
    const lines = (await app.fetchReport(`${name}.ndjson`)).text.trimEnd().split('\n');
    const all = await app.rows(`${name}.json`);
    expect(all.length).toBeGreaterThan(0);
    expect(csv[0]).toBe(names.join(','));
    expect(csv).toHaveLength(all.length + 2);
    expect(lines.map((line) => JSON.parse(line) as Row)).toEqual(all);
    for (const row of all) {
      expect(Object.keys(row)).toEqual(names);
      expect(columns.filter((column) => !fits(row[column.name], column))).toEqual([]);
    }
  });
});

describe('de-identified', () => {
  it.each(NAMES)('%s holds no id, name, birth date or note', async (name) => {
    for (const format of ['csv', 'ndjson', 'json']) {
      const { filters } = codebooks.find((report) => report.name === name)!;
      const query = filters.includes('updatedSince') ? '?updatedSince=2020-01-01T00:00:00Z' : '';
      const { status, text } = await app.fetchReport(`${name}.${format}${query}`);
      expect(status).toBe(200);
      expect(identifying.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });

  it('keeps its pseudonyms from report to report, through an amendment', async () => {
    const [session] = await app.rows('sessions.json');
    const [response] = await app.rows('responses.json');
    const [event] = await app.rows('adverse-events.json');
    for (const row of [response, event]) {
      expect(row).toMatchObject({
        patient: session!.patient,
        course: session!.course,
        session: session!.session,
      });
    }
    expect(session!.record).not.toBe(session!.session);
    expect(
      new Set([session!.patient, session!.course, session!.session, session!.record, session!.injector]).size,
    ).toBe(5);
  });

  it('gives the age on the day of the session, 90 for older', async () => {
    expect((await app.rows('sessions.json')).map((row) => row.ageYears)).toEqual([90, 90]);
  });
});

describe('the trail', () => {
  const trail = (): Promise<Row[]> =>
    app
      .db()
      .query(
        `select actor_role, subject, detail from audit_entry where action = 'export' order by id desc limit 1`,
      );

  it('holds every export with its filters', async () => {
    await app.fetchReport('injections.csv?from=2026-01-01&product=ona');
    expect(await trail()).toEqual([
      {
        actor_role: 'reporting',
        subject: 'injections',
        detail: { format: 'csv', filters: { from: '2026-01-01', product: ['ona'] } },
      },
    ]);
  });

  it('holds none that was refused', async () => {
    const before = await trail();
    await app.fetchReport('sessions.csv?from=never');
    await app.fetchReport('nothing.csv');
    expect(await trail()).toEqual(before);
  });
});

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  pseudonym: (value) => typeof value === 'string' && /^[a-z2-7]{16}$/.test(value),
  text: (value) => typeof value === 'string',
  list: (value) => Array.isArray(value) && value.every((part) => typeof part === 'string'),
  day: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  moment: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
  integer: (value) => Number.isInteger(value),
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
};

function fits(value: unknown, { type, values }: Codebook['columns'][number]): boolean {
  return value === null || (TYPES[type]!(value) && (!values || values.includes(value as string)));
}
