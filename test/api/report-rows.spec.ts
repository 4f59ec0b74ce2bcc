import { reportedHistory } from '../support/walks/reported-history';
import { startReportingApp } from '../support/server/reporting-app';

let app: Awaited<ReturnType<typeof startReportingApp>>;

beforeAll(async () => {
  app = await startReportingApp();
  await reportedHistory(app);
});
afterAll(() => app.close());

describe('what counts', () => {
  it('shows the newest version and nothing taken back', async () => {
    expect(await app.rows('sessions.json')).toMatchObject([
      {
        state: 'completed',
        performedOn: '2026-01-06',
        product: 'ona',
        totalUnits: 100.5,
        injections: 2,
        signed: true,
        lots: ['=1+1', 'C77'],
      },
      { state: 'completed', performedOn: '2026-04-06', product: 'abo', totalUnits: 100, signed: false },
    ]);
    expect(await app.rows('responses.json')).toMatchObject([
      {
        performedOn: '2026-01-06',
        onsetDays: 4,
        effectDays: 84,
        stillEffectiveDays: null,
        improvementPct: -12.5,
      },
    ]);
    expect(await app.rows('measurements.json')).toMatchObject([
      { scale: 'mas', value: '1+', number: 2, measuredDays: 27 },
      { scale: 'tsui', value: '7', number: 7 },
    ]);
  });

  it('tells one who asks for changes what was taken back or replaced', async () => {
    const since = 'updatedSince=2020-01-01T00:00:00Z';
    expect((await app.rows(`sessions.json?${since}`)).map((row) => row.state)).toEqual([
      'replaced',
      'completed',
      'completed',
      'voided',
    ]);
    expect((await app.rows(`injections.json?${since}`)).map((row) => row.state)).toEqual([
      'replaced',
      'completed',
      'completed',
      'completed',
      'voided',
    ]);
    expect((await app.rows(`responses.json?${since}`)).map((row) => row.state)).toEqual([
      'completed',
      'voided',
    ]);
  });

  it('defuses formulas in CSV and keeps negative numbers', async () => {
    expect((await app.fetchReport('sessions.csv')).text).toContain(",'=1+1; C77,");
    expect((await app.fetchReport('responses.csv')).text).toContain(',-12.5,');
  });
});

describe('filters', () => {
  it.each`
    path                                                 | rows | why
    ${'sessions.json?from=2026-01-06'}                   | ${2} | ${'the first day belongs to it'}
    ${'sessions.json?from=2026-01-07'}                   | ${1} | ${'a day later'}
    ${'sessions.json?to=2026-04-06'}                     | ${2} | ${'the last day belongs to it'}
    ${'sessions.json?to=2026-04-05'}                     | ${1} | ${'a day earlier'}
    ${'sessions.json?from=2026-04-06&to=2026-04-06'}     | ${1} | ${'one day'}
    ${'sessions.json?product=abo'}                       | ${1} | ${'a product'}
    ${'sessions.json?product=abo,ona'}                   | ${2} | ${'two products'}
    ${'sessions.json?product=daxi'}                      | ${0} | ${'a product never given'}
    ${'sessions.json?indication=cervical_dystonia'}      | ${2} | ${'an indication'}
    ${'sessions.json?indication=tremor'}                 | ${0} | ${'another indication'}
    ${'sessions.json?updatedSince=2100-01-01T00:00:00Z'} | ${0} | ${'nothing is that new'}
    ${'adverse-events.json?from=2026-01-08'}             | ${1} | ${'side effects by their onset'}
    ${'adverse-events.json?from=2026-01-09'}             | ${0} | ${'not by the session'}
    ${'due-forecast.json?from=2026-06-29&to=2026-06-29'} | ${1} | ${'the forecast by the due day'}
    ${'due-forecast.json?from=2026-06-30'}               | ${0} | ${'the due day lies before'}
    ${'outcomes.json?to=2026-01-05'}                     | ${0} | ${'outcomes by the session'}
  `('$path: $why', async ({ path, rows }: { path: string; rows: number }) => {
    expect(await app.rows(path)).toHaveLength(rows);
  });

  it.each`
    path                                               | status | pointer
    ${'sessions.json?from=2026-02-30'}                 | ${400} | ${'/from'}
    ${'sessions.json?from='}                           | ${400} | ${'/from'}
    ${'sessions.json?from=2026-01-01&from=2026-01-02'} | ${400} | ${'/from'}
    ${'sessions.json?from=2026-02-02&to=2026-02-01'}   | ${400} | ${'/from'}
    ${'sessions.json?indication=dystonia'}             | ${400} | ${'/indication'}
    ${'sessions.json?product=botox'}                   | ${400} | ${'/product'}
    ${'sessions.json?updatedSince=yesterday'}          | ${400} | ${'/updatedSince'}
    ${'sessions.json?asOf=2026-01-01'}                 | ${400} | ${'/asOf'}
    ${'outcomes.json?updatedSince=2026-01-01T00:00Z'}  | ${400} | ${'/updatedSince'}
    ${'sessions.json?limit=5'}                         | ${400} | ${'/limit'}
    ${'patients.json'}                                 | ${404} | ${undefined}
    ${'sessions.xlsx'}                                 | ${404} | ${undefined}
  `(
    '$path: $status at $pointer',
    async ({ path, status, pointer }: { path: string; status: number; pointer?: string }) => {
      const answer = await app.fetchReport(path);
      const problem = JSON.parse(answer.text) as { status: number; errors?: { pointer: string }[] };
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect([answer.status, problem.status, problem.errors?.[0]?.pointer]).toEqual([
        status,
        status,
        pointer,
      ]);
    },
  );
});

describe('formats', () => {
  it.each`
    path                 | accept        | contentType                                  | file
    ${'sessions.csv'}    | ${'*/*'}      | ${'text/csv; charset=utf-8; header=present'} | ${/^attachment; filename="sessions-\d{4}-\d\d-\d\d\.csv"$/}
    ${'sessions.ndjson'} | ${'*/*'}      | ${'application/x-ndjson; charset=utf-8'}     | ${/\.ndjson"$/}
    ${'sessions'}        | ${'*/*'}      | ${'application/json; charset=utf-8'}         | ${/\.json"$/}
    ${'sessions'}        | ${'text/csv'} | ${'text/csv; charset=utf-8; header=present'} | ${/\.csv"$/}
  `(
    '$path with Accept $accept is $contentType',
    async ({ path, accept, contentType, file }: Record<string, string>) => {
      const { headers } = await app.fetchReport(path!, { accept: accept! });
      expect(headers.get('content-type')).toBe(contentType);
      expect(headers.get('content-disposition')).toMatch(file!);
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it('says what a report would be in REDCap, and what there is where there is no such report', async () => {
    const { status, headers, text } = await app.fetchReport('sessions.redcap.csv');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    expect(headers.get('content-disposition')).toBe('attachment; filename="sessions.redcap.csv"');
    expect(text).toMatch(/^Variable \/ Field Name,.*\r\nrecord_id,sessions,.*\r\npatient,sessions,/);
    const none = await app.fetchReport('patients.redcap.csv');
    expect([none.status, none.text]).toEqual([
      404,
      expect.stringContaining('There are the reports sessions'),
    ]);
  });

  it('refuses what it cannot write', async () => {
    expect((await app.fetchReport('sessions', { accept: 'text/html' })).status).toBe(406);
  });
});

it('names the treatment that several sessions are parts of, in sessions and injections alike', async () => {
  const { courseId } = await app.aCourse({ indication: 'tension_headache' });
  const first = await app.aSession(courseId, app.injectorId, { performedOn: '2026-02-02', signed: true });
  await app.aSession(courseId, app.injectorId, {
    performedOn: '2026-02-09',
    continuesId: first,
    units: [20, 5],
  });
  await app.aSession(courseId, app.injectorId, { performedOn: '2026-05-04' });
  const told = async (path: string) =>
    (await app.rows(`${path}.json?indication=tension_headache`)).map((row) => ({
      own: row['treatment'] === row['session'],
      continues: row['continues'],
      treatment: row['treatment'],
    }));
  const [one, two, three] = await told('sessions');
  expect([one, two, three].map((row) => [row?.own, row?.continues])).toEqual([
    [true, false],
    [false, true],
    [true, false],
  ]);
  expect(two?.treatment).toBe(one?.treatment);
  expect((await told('injections')).map(({ treatment }) => treatment)).toEqual([
    one?.treatment,
    one?.treatment,
    one?.treatment,
    three?.treatment,
  ]);
});
