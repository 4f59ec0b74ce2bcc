import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';
import { fillEveryTable } from '../support/every-table';
import { tableCounts } from '../support/server/table-counts';

/** What is not in the trail by a trigger, and why. */
const NOT_AUDITED: Readonly<Record<string, string>> = {
  audit_entry: 'is the trail',
  audit_seal: 'seals the trail',
  audit_unsealed: 'numbers of entries that are not sealed yet',
  client_request: 'ids of requests, written with what they made',
  clinic_secret: 'made once, never shown',
  course_assessment: 'derived from what is audited',
  fhir_export: 'that it was asked for is an entry of its own',
  fhir_export_file: 'copies of what is audited; who fetches one is an entry',
  import_part: 'what became of rows until all are done, and stands with their file then',
  known_device: 'which browser is known; it opens nothing',
  login_session: 'signing in and out are entries of their own',
  migrations: 'the schema’s own list',
  recovery_code: 'that a second factor is on or off is told by app_user',
  smart_access_token: 'that a client came is an entry of its own',
  smart_assertion: 'the same',
  second_factor: 'the same; its secret is not for the trail',
  removed_row: 'ids of removed rows; that they were removed is an entry of their table',
};

let service: TestApp;

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  await fillEveryTable(service);
});
afterAll(() => service.close());

/** After each row, on insert, update and delete; or after each statement, and an update, which nothing does, after each row. */
const AUDITED_BY = [['audit_change 29'], ['audit_change 17', 'audit_rows 4', 'audit_rows 8']];

async function audited(): Promise<string[]> {
  const rows = await service.work.db.query<{ table: string; by: string[] }[]>(
    `select t.tgrelid::regclass::text as table, jsonb_agg(p.proname || ' ' || t.tgtype order by p.proname, t.tgtype) as by
      from pg_trigger t join pg_proc p on p.oid = t.tgfoid
      where p.proname in ('audit_change', 'audit_rows') and t.tgenabled = 'O'
      group by 1`,
  );
  return rows
    .filter(({ by }) => AUDITED_BY.some((wanted) => isDeepStrictEqual(by, wanted)))
    .map(({ table }) => table.replaceAll('"', ''))
    .toSorted();
}

it('every table is in the trail, but for those that say why not', async () => {
  const tables = Object.keys(await tableCounts(service.work.db));
  expect([...(await audited()), ...Object.keys(NOT_AUDITED)].toSorted()).toEqual(tables.toSorted());
});

it('no row of any such table is written, changed or deleted by nobody', async () => {
  for (const table of await audited()) {
    const [row] = await service.work.db.query<Record<string, unknown>[]>(
      `select to_jsonb(t) as row from ${table} t limit 1`,
    );
    expect({ table, hasRow: row !== undefined }).toEqual({ table, hasRow: true });
    const column = Object.keys(row!.row as object)[0]!;
    for (const statement of [
      `update ${table} set "${column}" = "${column}"`,
      `delete from ${table}`,
      `insert into ${table} select * from ${table} where false union all select * from (select * from ${table} limit 1) as one`,
    ]) {
      await expect(service.asOwner(statement)).rejects.toMatchObject({
        code: expect.stringMatching(/^(42501|428C9|23\d{3}|CL00\d)$/) as string,
      });
    }
  }
});

it.each(['patient', 'course', 'appointment', 'hold', 'contact', 'clinic_setting', 'app_user'])(
  'a change of %s that names no actor is refused for that reason',
  async (table) => {
    const message = `A write to ${table} names no actor`;
    const statement = `update ${table} set id = id`;
    await expect(service.asOwner(statement)).rejects.toMatchObject({ code: '42501', message });
    await expect(service.work.db.query(statement)).rejects.toMatchObject({
      driverError: { code: '42501', message },
    });
  },
);

it.each([
  `update audit_entry set actor_name = 'nobody'`,
  `delete from audit_entry`,
  `truncate audit_entry`,
  `truncate audit_entry restart identity cascade`,
])('the trail only grows: %s', async (statement) => {
  await expect(service.asOwner(statement)).rejects.toThrow('The audit trail only grows');
  await expect(
    service.work.write({ id: randomUUID(), name: 'x', role: 'admin' }, (tx) => tx.query(statement)),
  ).rejects.toMatchObject({ driverError: { code: '42501' } });
});

it('names who, what and of whom, in the transaction of the change', async () => {
  const patientId = await registered(service.scheduler);
  const courseId = await started(service.neurologist, { patientId });
  await service.scheduler.post(`/courses/${courseId}/contacts`, { channel: 'phone', outcome: 'agreed' });
  const entries = await service.work.db.query(
    `select action, subject, actor_role, actor_id from audit_entry where patient_id = $1 and action <> 'read' order by id`,
    [patientId],
  );
  expect(entries).toEqual([
    { action: 'insert', subject: 'patient', actor_role: 'scheduler', actor_id: service.scheduler.userId },
    { action: 'insert', subject: 'course', actor_role: 'neurologist', actor_id: service.neurologist.userId },
    { action: 'insert', subject: 'contact', actor_role: 'scheduler', actor_id: service.scheduler.userId },
  ]);
});

it('names the rows of a session that were written or replaced together in one entry, as they stood, and none where there was none', async () => {
  const { neurologist, work } = service;
  const patientId = await registered(neurologist);
  const rows = [
    { muscle: 'trapezius', side: 'left', units: 20 },
    { muscle: 'trapezius', side: 'right', units: 30.5 },
    { muscle: 'splenius_capitis', side: 'left', units: 40 },
  ];
  const id = await logged(neurologist, await started(neurologist, { patientId }), { injections: rows });
  const changed = await neurologist.patch(`/sessions/${id}`, 1, { injections: rows.slice(1) });
  expect(changed.status).toBe(200);
  const ofSession = (subject: string): Promise<unknown> =>
    work.db.query(
      `select action, patient_id, before, after from audit_entry where subject = $1 and subject_id = $2 order by id`,
      [subject, id],
    );
  const stored = (of: typeof rows): object => ({
    rows: of.map((row, position) => ({
      ...row,
      position,
      sites: null,
      volume_ml: null,
      guidance: null,
      points: [],
    })),
  });
  const of = { patient_id: patientId };
  expect(await ofSession('injection')).toEqual([
    { ...of, action: 'insert', before: null, after: stored(rows) },
    { ...of, action: 'delete', before: stored(rows), after: null },
    { ...of, action: 'insert', before: null, after: stored(rows.slice(1)) },
  ]);
  expect(await ofSession('session_vial')).toEqual([]);
});

it('holds no password, no token and no copy for the search', async () => {
  const found = await service.work.db.query(`select id from audit_entry where before ?| $1 or after ?| $1`, [
    ['password_hash', 'token_hash', 'search_text'],
  ]);
  expect(found).toEqual([]);
});
