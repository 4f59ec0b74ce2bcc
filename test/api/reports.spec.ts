import { ROLES } from '../../src/platform/actor';
import { startReportingApp } from '../support/reporting-app';

type App = Awaited<ReturnType<typeof startReportingApp>>;
type Row = Record<string, unknown>;
interface Codebook {
  name: string;
  columns: { name: string; type: string; values?: string[] }[];
}

let app: App;
let codebooks: Codebook[];
let identifying: string[];

/** One patient whose history gives every report a row: an amended session, a later one, and one taken back. */
beforeAll(async () => {
  app = await startReportingApp();
  const { patientId, courseId } = await app.aCourse({ birthDate: '1930-06-15' });
  const wrong = await app.aSession(courseId, app.injectorId, { performedOn: '2026-01-05', signed: true });
  await app.write((tx) =>
    tx.query('update injection_session set replaced_at = now() where id = $1', [wrong]),
  );
  const amended = await app.aSession(courseId, app.injectorId, {
    performedOn: '2026-01-06',
    units: [60, 40.5],
    lots: ['=1+1', 'C77'],
    rootId: wrong,
    replacesId: wrong,
    signed: true,
  });
  await app.aResponse(wrong, { onsetOn: '2026-01-10', woreOffOn: '2026-03-31', improvementPct: -12.5 });
  await app.anAdverseEvent(wrong, '2026-01-08');
  const last = await app.aSession(courseId, app.injectorId, { performedOn: '2026-04-06', product: 'abo' });
  const taken = await app.aSession(courseId, app.injectorId, { performedOn: '2026-05-04' });
  await app.aResponse(taken, { improvementPct: 50 });
  await app.write(async (tx) => {
    await tx.query(
      `insert into measurement values ($1, 'mas', 'peak', '1+', '2026-02-02'), ($1, 'tsui', 'peak', '7', '2026-02-02')`,
      [wrong],
    );
    await tx.query(
      `update injection_session set voided_at = now(), voided_by = $2, void_reason = 'wrong chart' where id = $1`,
      [taken, app.injectorId],
    );
    await tx.query(
      `insert into course_assessment (course_id, patient_id, indication, listed, injector_id, anchor_on, earliest_on, due_on,
        last_on_time_on, overdue_from, book_on, basis, hold_until_on, authorization_state, rules_version)
        values ($1, $2, 'cervical_dystonia', true, $3, '2026-04-06', '2026-06-29', '2026-06-29', '2026-07-26', '2026-07-27',
          '2026-06-29', 'usual-interval', '2026-06-20', 'covered', '1')`,
      [courseId, patientId, app.injectorId],
    );
    await tx.query(
      `insert into appointment (id, course_id, starts_at) values (gen_random_uuid(), $1, '2026-06-30T03:30:00Z')`,
      [courseId],
    );
  });
  identifying = [
    'Muster',
    'Erika',
    'MRN-',
    '1930-06-15',
    '555 0100',
    'a note',
    'wrong dose',
    'wrong chart',
  ].concat([patientId, courseId, wrong, amended, last, taken, app.injectorId]);
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
      const query = name === 'outcomes' ? '' : '?updatedSince=2020-01-01T00:00:00Z';
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

  it('refuses what it cannot write', async () => {
    expect((await app.fetchReport('sessions', { accept: 'text/html' })).status).toBe(406);
  });
});

describe('the due forecast', () => {
  it.each`
    asOf            | dueStatus     | daysOverdue | booked   | onHold   | why
    ${'2026-05-29'} | ${'not-due'}  | ${0}        | ${true}  | ${true}  | ${'31 days before'}
    ${'2026-05-30'} | ${'upcoming'} | ${0}        | ${true}  | ${true}  | ${'30 days before'}
    ${'2026-06-19'} | ${'upcoming'} | ${0}        | ${true}  | ${true}  | ${'last day of the hold'}
    ${'2026-06-20'} | ${'upcoming'} | ${0}        | ${true}  | ${false} | ${'the hold is over'}
    ${'2026-06-29'} | ${'due'}      | ${0}        | ${true}  | ${false} | ${'due today; booked for today in the clinic’s zone'}
    ${'2026-06-30'} | ${'due'}      | ${0}        | ${false} | ${false} | ${'the appointment was yesterday'}
    ${'2026-07-26'} | ${'due'}      | ${0}        | ${false} | ${false} | ${'last day on time'}
    ${'2026-07-27'} | ${'overdue'}  | ${1}        | ${false} | ${false} | ${'first day overdue'}
    ${'2027-06-30'} | ${'lapsed'}   | ${339}      | ${false} | ${false} | ${'366 days after'}
  `('on $asOf: $why', async ({ why: _why, ...expected }: Row) => {
    expect(await app.rows(`due-forecast.json?asOf=${String(expected.asOf)}`)).toMatchObject([expected]);
  });

  it('tells one who asks for changes that a course has ended', async () => {
    await app.write((tx) => tx.query('update course_assessment set listed = false'));
    expect(await app.rows('due-forecast.json')).toEqual([]);
    expect(await app.rows('due-forecast.json?updatedSince=2020-01-01T00:00:00Z')).toMatchObject([
      { listed: false },
    ]);
    await app.write((tx) => tx.query('update course_assessment set listed = true'));
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
