import { DataSource } from 'typeorm';
import { addDays } from '../../src/clinical/calendar';
import { CALL_QUEUES, callQueueOn, type CallQueue } from '../../src/clinical/calling/call-queue';
import { SYSTEM } from '../../src/platform/actor';
import { ClinicNow, type Clinic } from '../../src/platform/clinic';
import { ClinicSetting } from '../../src/platform/clinic-setting.entity';
import { Clock } from '../../src/platform/clock';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { RECORDS } from '../../src/records/records.module';
import { callCounts, callRows } from '../../src/worklist/calling/calls.query';
import { createTestDatabase } from '../support/database';

const ASOF = '2026-11-23';
const DUE = [null, -400, -366, -365, -28, -1, 0, 1, 30, 31, 60];
const SNOOZED = [null, -1, 0, 1, 40];
const REFUSED = [null, -380, -29, -1, 0];
const BOOKED = [false, true];

const CASES = DUE.flatMap((due) =>
  SNOOZED.flatMap((snoozed) =>
    REFUSED.flatMap((refused) => BOOKED.map((booked) => ({ due, snoozed, refused, booked }))),
  ),
);
const day = (days: number | null) => (days === null ? null : addDays(ASOF, days));

let dataSource: DataSource;
let clinic: Clinic;
beforeAll(async () => {
  const { url } = await createTestDatabase('queue');
  dataSource = await new DataSource({
    ...dataSourceOptions(url),
    entities: [ClinicSetting, ...RECORDS],
  }).initialize();
  await new UnitOfWork(dataSource).write(SYSTEM, async (tx) => {
    await tx.query(
      `insert into patient (id, mrn, family_name, given_name, birth_date, sex, search_text)
       select md5('p' || n)::uuid, n, n, 'x', '1960-01-01', 'female', n from generate_series(0, $1::int - 1) n`,
      [CASES.length],
    );
    await tx.query(
      `insert into course (id, patient_id, indication, planned_product)
       select md5('c' || n)::uuid, md5('p' || n)::uuid, 'tremor', 'ona' from generate_series(0, $1::int - 1) n`,
      [CASES.length],
    );
    const rows = CASES.map((given, n) => ({
      n,
      due: day(given.due),
      snoozed: day(given.snoozed),
      refused: day(given.refused),
      booked: given.booked,
    }));
    await tx.query(
      `insert into course_assessment (course_id, patient_id, indication, listed, due_on, snoozed_until_on, refused_on,
         cover, rules_version)
       select md5('c' || n)::uuid, md5('p' || n)::uuid, 'tremor', true, due, snoozed, refused, '[]', 'test'
       from jsonb_to_recordset($1::jsonb) as r(n int, due date, snoozed date, refused date)`,
      [JSON.stringify(rows)],
    );
    await tx.query(
      `insert into appointment (id, course_id, starts_at)
       select md5('a' || n)::uuid, md5('c' || n)::uuid, timestamptz '2026-12-01 15:00Z'
       from jsonb_to_recordset($1::jsonb) as r(n int, booked boolean) where booked`,
      [JSON.stringify(rows)],
    );
  });
  clinic = await new ClinicNow(new Clock(), { clinicZone: 'America/New_York' }).read(dataSource.manager);
});
afterAll(() => dataSource.destroy());

it('the database finds in each queue whom the decision puts there, and counts them', async () => {
  const decided = new Map<CallQueue, number[]>(CALL_QUEUES.map((queue) => [queue, []]));
  CASES.forEach((given, n) => {
    const queue = callQueueOn(
      ASOF,
      {
        dueOn: day(given.due),
        booked: given.booked,
        snoozedUntilOn: day(given.snoozed),
        refusedOn: day(given.refused),
      },
      clinic.due,
    );
    if (queue) decided.get(queue)!.push(n);
  });
  const counts = await callCounts(dataSource.manager, {}, { asOf: ASOF, clinic });
  for (const queue of CALL_QUEUES) {
    const rows = await callRows(dataSource.manager, { queue }, { asOf: ASOF, clinic }, { limit: 1000 });
    const found = rows.map(({ patient }) => Number(patient.mrn)).toSorted((a, b) => a - b);
    expect({ queue, found }).toEqual({ queue, found: decided.get(queue) });
    expect(found.length).toBeGreaterThan(2);
    expect(rows.every((row) => row.queue === queue)).toBe(true);
    expect(counts[queue]).toBe(found.length);
  }
});
