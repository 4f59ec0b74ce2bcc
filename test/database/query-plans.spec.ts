import { DataSource, type EntityManager } from 'typeorm';
import { addDays } from '../../src/clinical/calendar';
import { SYSTEM } from '../../src/platform/actor';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity';
import { findAuditEntries } from '../../src/platform/audit/audit.query';
import { ClinicNow, type Clinic } from '../../src/platform/clinic';
import { ClinicSetting } from '../../src/platform/clinic-setting.entity';
import { Clock } from '../../src/platform/clock';
import { NO_TIMEOUTS } from '../../src/platform/database/connection/connection-settings';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { nameOf } from '../../src/platform/database/client/named-client';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { readForSession } from '../../src/records/sessions/judging/read-for-session';
import { DUE_FORECAST } from '../../src/reporting/reports/due-forecast';
import { findPatients } from '../../src/records/patients/patient.query';
import { RECORDS } from '../../src/records/records.module';
import { findFlags } from '../../src/records/reviews/flag-view.query';
import { dueCounts, dueRows } from '../../src/worklist/due-rows.query';
import type { DueFilters } from '../../src/worklist/worklist.dto';
import { createTestDatabase } from '../support/database';

const COURSES = 20_000;
/** A row of the due list is put together from its assessment, its patient and its next appointment, each by an index. */
const BLOCKS_A_ROW = 10;
const ASOF = addDays('2026-11-23', 0);

let dataSource: DataSource;
let clinicNow: ClinicNow;
let clinic: Clinic;

/** Patients with a course each, due on days of three years around today; every tenth is booked. */
beforeAll(async () => {
  const { url } = await createTestDatabase('plans');
  const entities = [ClinicSetting, ...RECORDS, AuditEntry];
  dataSource = await new DataSource({ ...dataSourceOptions(url, NO_TIMEOUTS), entities }).initialize();
  await new UnitOfWork(dataSource).write(SYSTEM, async (tx) => {
    for (const statement of FILL) await tx.query(statement, statement.includes('$1') ? [COURSES] : []);
  });
  for (const table of ['patient', 'course', 'course_assessment', 'appointment'])
    await dataSource.query(`analyze ${table}`);
  clinicNow = new ClinicNow(new Clock(), { clinicZone: 'America/New_York' });
  clinic = await clinicNow.read(dataSource.manager);
});
afterAll(() => dataSource.destroy());

const FILL = [
  `insert into patient (id, mrn, family_name, given_name, birth_date, sex, search_text)
    select md5('p' || n)::uuid, 'M' || n, 'Family' || n % 5000, 'Given' || n, date '1960-01-01' + n, 'female',
      ' family' || n % 5000 || ' given' || n || ' m' || n
    from generate_series(1, $1::int) n`,
  `insert into course (id, patient_id, indication, planned_product)
    select md5('c' || n)::uuid, md5('p' || n)::uuid, (array['cervical_dystonia', 'chronic_migraine', 'tremor'])[1 + n % 3], 'ona'
    from generate_series(1, $1::int) n`,
  `insert into course_assessment (course_id, patient_id, indication, listed, anchor_on, earliest_on, due_on, last_on_time_on,
      overdue_from, book_on, basis, cover, rules_version)
    select md5('c' || n)::uuid, md5('p' || n)::uuid, (array['cervical_dystonia', 'chronic_migraine', 'tremor'])[1 + n % 3], true,
      due - 84, due, due, due + 27, due + 28, due, 'usual-interval',
      case when n % 15 = 0 then '[{"fromOn": "1900-01-01", "state": "missing"}]'::jsonb else '[]' end, 'test'
    from (select n, date '2025-06-01' + n * 7919 % 1095 as due from generate_series(1, $1::int) n) of_day`,
  `insert into appointment (id, course_id, starts_at)
    select md5('a' || n)::uuid, md5('c' || n)::uuid, timestamptz '2026-11-01 15:00Z' + n * interval '7 minutes'
    from generate_series(1, $1::int, 10) n`,
];

const FILL_HISTORY = [
  `insert into app_user (id, username, display_name, role, password_hash)
    values (md5('u')::uuid, 'plans', 'Plans', 'neurologist', 'none')`,
  `insert into injection_session (id, root_id, course_id, performed_on, product, injector_id)
    select md5('s' || n || '-' || k)::uuid, md5('s' || n || '-' || k)::uuid, md5('c' || n)::uuid,
      date '2026-06-01' - 84 * k, 'ona', md5('u')::uuid
    from generate_series(1, ${COURSES}) n cross join generate_series(1, 4) k`,
  `insert into injection (session_id, position, muscle, side, units)
    select md5('s' || n || '-' || k)::uuid, 0, 'trapezius', 'left', 50
    from generate_series(1, ${COURSES}, 10) n cross join generate_series(1, 4) k`,
  `insert into appointment (id, course_id, starts_at, status)
    select md5('past' || n || '-' || k)::uuid, md5('c' || n)::uuid, date '2026-06-01' - 84 * k + time '15:00', 'attended'
    from generate_series(1, ${COURSES}) n cross join generate_series(1, 4) k`,
  `insert into review_flag (id, course_id, tier, cause, status, shown, opens_on, content, rules_version)
    select md5('f' || n)::uuid, md5('c' || n)::uuid, 'review', 'loss', 'open', true, '2026-06-01', '{}', 'test'
    from generate_series(1, ${COURSES}, 100) n`,
];

/** A trail of 100,000 entries, every tenth a list of fifty patients; the patient asked for is in few of them. */
const FILL_TRAIL = `insert into audit_entry (actor_name, actor_role, action, subject, patient_id, patient_ids)
  select 'x', 'neurologist', 'read', 'due_list',
    case when n % 10 > 0 then md5('p' || n * 7919 % $1::int)::uuid end,
    case when n % 10 = 0 then array(select md5('p' || (n + i * 389) % $1::int)::uuid from generate_series(1, 50) i) end
  from generate_series(1, 100000) n`;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

/**
 * How the database answers what `ask` asks: the plan of its statement, and how many blocks of 8 kB it looked at for it,
 * which is what its time comes from and is the same on a busy machine.
 */
async function explained(
  ask: (db: EntityManager) => Promise<unknown>,
): Promise<{ nodes: string[]; blocks: number }> {
  let asked: [string, unknown[]] | undefined;
  const db = { query: async (sql: string, values: unknown[]) => ((asked = [sql, values]), []) };
  await ask(db as unknown as EntityManager);
  const [sql, values] = asked!;
  await dataSource.query(sql, values);
  const [row] = await dataSource.query(`explain (analyze, buffers, format json) ${sql}`, values);
  const [{ Plan: plan }] = row['QUERY PLAN'] as [{ Plan: Plan }];
  return { nodes: nodesOf(plan), blocks: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] };
}

/** The same for what asks by a query builder: its statement is taken where it leaves. */
async function explainedBuilt(
  ask: (db: EntityManager) => Promise<unknown>,
): Promise<{ nodes: string[]; blocks: number }> {
  const runner = dataSource.createQueryRunner();
  const asked = jest.spyOn(runner, 'query');
  await ask(runner.manager);
  await runner.release();
  const [sql, values] = asked.mock.calls.at(-1)!;
  return explained((db) => db.query(sql, values as unknown[]));
}

/** The plan of a statement that has a name, once it has been asked so often that the database would keep one for all values. */
async function explainedKept(ask: (db: EntityManager) => Promise<unknown>): Promise<{ nodes: string[] }> {
  let asked: [string, unknown[]] | undefined;
  const db = { query: async (sql: string, values: unknown[]) => ((asked = [sql, values]), []) };
  await ask(db as unknown as EntityManager);
  const [sql, values] = asked!;
  expect(nameOf(sql)).toBeDefined();
  const runner = dataSource.createQueryRunner();
  await runner.query(`prepare kept as ${sql}`);
  const given = values
    .map((value) => (typeof value === 'number' ? String(value) : `'${String(value)}'`))
    .join(', ');
  for (let time = 0; time < 7; time += 1) await runner.query(`execute kept (${given})`);
  const [row] = await runner.query(`explain (format json) execute kept (${given})`);
  await runner.query('deallocate kept');
  await runner.release();
  const [{ Plan: plan }] = row['QUERY PLAN'] as [{ Plan: Plan }];
  return { nodes: nodesOf(plan) };
}

/** The plan that is kept for all values of a statement, as a transaction that locked its patient tells the database to. */
async function explainedByKeys(
  ask: (tx: EntityManager) => Promise<unknown>,
): Promise<{ nodes: string[]; blocks: number }> {
  let asked: [string, unknown[]] | undefined;
  const noAnswer = new Error('nothing is answered');
  const query = async (sql: string, values: unknown[]) => {
    asked = [sql, values];
    throw noAnswer;
  };
  await expect(ask({ query } as unknown as EntityManager)).rejects.toBe(noAnswer);
  return dataSource.transaction(async (tx) => {
    await tx.query(`set local plan_cache_mode = 'force_generic_plan'`);
    const given = asked![1].map((value) => `'${Array.isArray(value) ? `{${value.join()}}` : String(value)}'`);
    await tx.query(`prepare by_keys as ${asked![0]}`);
    const [row] = await tx.query(`explain (analyze, buffers, format json) execute by_keys (${given.join()})`);
    await tx.query('deallocate by_keys');
    const [{ Plan: plan }] = row['QUERY PLAN'] as [{ Plan: Plan }];
    return { nodes: nodesOf(plan), blocks: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] };
  });
}

function nodesOf(plan: Plan): string[] {
  const own = [plan['Node Type'], plan['Index Name'] ?? plan['Relation Name']].filter(Boolean).join(' ');
  return [own, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

const page = (filters: DueFilters, after?: readonly string[]) => (db: EntityManager) =>
  dueRows(db, filters, { asOf: ASOF, clinic }, { limit: 51, after });

describe(`the due list of ${COURSES} courses`, () => {
  it.each`
    filters                                     | after                                                     | why
    ${{}}                                       | ${undefined}                                              | ${'as it opens'}
    ${{}}                                       | ${['2026-11-20', '00000000-0000-0000-0000-000000000000']} | ${'a page in the middle'}
    ${{ from: '2026-11-23', to: '2026-11-29' }} | ${undefined}                                              | ${'of a week'}
    ${{ status: ['overdue'] }}                  | ${undefined}                                              | ${'overdue'}
    ${{ status: ['due', 'lapsed'] }}            | ${undefined}                                              | ${'two statuses'}
    ${{ status: ['due', 'upcoming'] }}          | ${undefined}                                              | ${'neighbours, without the lapsed before them'}
    ${{ queue: 'to-call' }}                     | ${undefined}                                              | ${'to be called, without the lapsed before them'}
    ${{ booked: false }}                        | ${undefined}                                              | ${'not booked'}
    ${{ indication: 'tremor' }}                 | ${undefined}                                              | ${'one indication'}
  `(
    '$why: reads its index in order, and no more of it than a page needs',
    async ({ filters, after }: { filters: DueFilters; after?: string[] }) => {
      const { nodes, blocks } = await explained(page(filters, after));
      const index = filters.indication ? 'course_assessment_indication' : 'course_assessment_due';
      expect(nodes).toContain(`Index Scan ${index}`);
      expect(nodes.filter((node) => /^(Seq Scan|Sort|Bitmap)/.test(node))).toEqual([]);
      expect(blocks).toBeLessThan(51 * BLOCKS_A_ROW);
    },
  );

  it.each`
    filters                                                     | why
    ${{ indication: 'blepharospasm' }}                          | ${'an indication'}
    ${{ injectorId: '00000000-0000-4000-8000-000000000009' }}   | ${'an injector'}
    ${{ authorization: ['units-short', 'expires-before-due'] }} | ${'an authorization'}
    ${{ product: 'rima' }}                                      | ${'a product'}
    ${{ queue: 'snoozed' }}                                     | ${'snoozed courses'}
    ${{ queue: 'said-no' }}                                     | ${'courses that were refused'}
  `('$why that nobody has: none of them is looked at', async ({ filters }: { filters: DueFilters }) => {
    const { nodes, blocks } = await explained(page(filters));
    expect(nodes.filter((node) => node.startsWith('Seq Scan'))).toEqual([]);
    expect(blocks).toBeLessThan(COURSES / 100);
  });

  it('of the many without an authorization, patients and appointments are looked up for a page alone', async () => {
    const [{ many }] = await dataSource.query(
      `select count(*)::int as many from course_assessment where cover @> '[{"state": "missing"}]'`,
    );
    expect(many).toBeGreaterThan(1000);
    const { blocks } = await explained(page({ authorization: ['missing'] }));
    expect(blocks).toBeLessThan(many + 51 * BLOCKS_A_ROW);
  });

  it.each`
    filters                                     | why
    ${{}}                                       | ${'as it opens'}
    ${{ from: '2026-11-23', to: '2026-12-07' }} | ${'of fourteen days'}
    ${{ status: ['overdue'] }}                  | ${'overdue'}
    ${{ queue: 'to-call' }}                     | ${'to be called'}
  `(
    '$why: the plan that is kept for its name reads its index in order',
    async ({ filters }: { filters: DueFilters }) => {
      const { nodes } = await explainedKept(page(filters));
      expect(nodes).toContain('Index Scan course_assessment_due');
      expect(nodes.filter((node) => /^(Seq Scan|Sort|Bitmap)/.test(node))).toEqual([]);
    },
  );

  it('the counts and a search by name look at each course once', async () => {
    const counts = await explained((db) => dueCounts(db, {}, { asOf: ASOF, clinic }));
    const search = await explained(page({ q: 'family4711' }));
    expect(counts.blocks).toBeLessThan(COURSES * BLOCKS_A_ROW);
    expect(search.blocks).toBeLessThan(COURSES * BLOCKS_A_ROW);
  });
});

it('the counts without a search ask for no patient and no appointment', async () => {
  const { nodes, blocks } = await explained((db) => dueCounts(db, {}, { asOf: ASOF, clinic }));
  expect(nodes.join()).not.toMatch(/patient|appointment/);
  expect(blocks).toBeLessThan(COURSES / 4);
});

describe('with four sessions and as many attended appointments a course', () => {
  beforeAll(async () => {
    await new UnitOfWork(dataSource).write(SYSTEM, async (tx) => {
      for (const statement of FILL_HISTORY) await tx.query(statement);
    });
    for (const table of ['injection_session', 'injection', 'appointment', 'review_flag'])
      await dataSource.query(`analyze ${table}`);
  }, 120_000);

  it('the open flags read the sessions of their own courses and no others', async () => {
    const { nodes, blocks } = await explained((db) => findFlags(db, { status: 'open', limit: 51 }, clinic));
    expect(nodes.join()).not.toContain('Seq Scan injection_session');
    expect(blocks).toBeLessThan(51 * 40);
  });

  it('what a session is judged by and its courses are derived from is read by keys', async () => {
    const [of] = await dataSource.query<[{ patientId: string; courseId: string; injectorId: string }]>(
      `select md5('p17')::uuid as "patientId", md5('c17')::uuid as "courseId", md5('u')::uuid as "injectorId"`,
    );
    const { nodes, blocks } = await explainedByKeys((tx) => readForSession(tx, of, clinicNow));
    const growing = /^Seq Scan (patient|course|course_assessment|injection_session|injection|appointment)$/;
    expect(nodes.filter((node) => growing.test(node))).toEqual([]);
    expect(nodes).toContain('Index Only Scan injection_pkey');
    expect(blocks).toBeLessThan(200);
  });

  it('a row of the due forecast reads the appointments of its own course', async () => {
    const { nodes } = await explained((db) =>
      db.query(
        `select a.course_id from ${DUE_FORECAST.from} where a.course_id = md5('c17')::uuid
           and b.booked is distinct from ($6::date is null or $7::text is null
             or ($1::int + $2::int + $3::int + $4::int + $5::int) > 0)`,
        [0, 0, 0, 0, 0, ASOF, 'America/New_York'],
      ),
    );
    expect(nodes.join()).toContain('appointment_of_course');
  });
});

it('patients by name read their index in order', async () => {
  const { nodes, blocks } = await explainedBuilt((db) => findPatients(db, { limit: 51 }));
  expect(nodes).toEqual(['Limit', 'Index Scan patient_name']);
  expect(blocks).toBeLessThan(51 * BLOCKS_A_ROW);
});

it.each`
  q                     | index                   | why
  ${'amily4711'}        | ${'patient_search'}     | ${'a part of a name'}
  ${'given4711 family'} | ${'patient_search'}     | ${'two names'}
  ${'1961-07-09'}       | ${'patient_birth_date'} | ${'a birth date'}
`('$why is found by an index', async ({ q, index }: { q: string; index: string }) => {
  const { nodes, blocks } = await explainedBuilt((db) => findPatients(db, { q, limit: 51 }));
  expect(nodes.join()).toContain(index);
  expect(nodes.filter((node) => node.startsWith('Seq Scan'))).toEqual([]);
  expect(blocks).toBeLessThan(1000);
});

describe('the trail of 100,000 entries', () => {
  beforeAll(async () => {
    await dataSource.query(FILL_TRAIL, [COURSES]);
    await dataSource.query('analyze audit_entry');
  }, 120_000);

  it.each`
    search                                                   | index                    | why
    ${{ action: 'export' }}                                  | ${'audit_entry_action'}  | ${'an action'}
    ${{ subject: 'protocol' }}                               | ${'audit_entry_subject'} | ${'a subject'}
    ${{ actorId: '00000000-0000-4000-8000-000000000009' }}   | ${'audit_entry_actor'}   | ${'an actor'}
    ${{ requestId: '00000000-0000-4000-8000-000000000009' }} | ${'audit_entry_request'} | ${'a request'}
  `(
    'finds by an index $why that hardly occurs',
    async ({ search, index }: { search: object; index: string }) => {
      const { nodes, blocks } = await explainedBuilt((db) =>
        findAuditEntries(db, { ...search, limit: 51 }, 'America/New_York'),
      );
      expect(nodes.join()).toContain(index);
      expect(blocks).toBeLessThan(200);
    },
  );

  it('reads what is common from the newest on', async () => {
    const { nodes, blocks } = await explainedBuilt((db) =>
      findAuditEntries(db, { action: 'read', subject: 'due_list', limit: 51 }, 'America/New_York'),
    );
    expect(nodes).toEqual(['Limit', 'Index Scan audit_entry_pkey']);
    expect(blocks).toBeLessThan(200);
  });

  it('is sealed by looking up what waits and no other entry', async () => {
    await dataSource.query('select seal_trail(1000000)');
    await dataSource.query('vacuum audit_unsealed');
    await dataSource.query(
      `insert into audit_entry (actor_name, actor_role, action, subject) select 'x', 'neurologist', 'read', 'due_list'
        from generate_series(1, 20)`,
    );
    const { blocks } = await explained((db) => db.query('select seal_trail($1)', [10]));
    expect(blocks).toBeLessThan(500);
    expect(await dataSource.query('select count(*)::int as waiting from audit_unsealed')).toEqual([
      { waiting: 0 },
    ]);
  }, 120_000);

  it('of a patient reads the entries that name them and no others', async () => {
    const [{ patientId }] = (await dataSource.query(`select md5('p4711')::uuid as "patientId"`)) as [
      { patientId: string },
    ];
    const { nodes, blocks } = await explainedBuilt((db) =>
      findAuditEntries(db, { patientId, limit: 51 }, 'America/New_York'),
    );
    expect(nodes.join()).toContain('audit_entry_patient,');
    expect(nodes.join()).toContain('audit_entry_patients');
    expect(nodes.filter((node) => node.startsWith('Seq Scan'))).toEqual([]);
    expect(blocks).toBeLessThan(2000);
  }, 120_000);
});
