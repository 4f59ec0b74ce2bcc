import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../src/platform/actor';
import { ClinicNow, type Clinic } from '../../src/platform/clinic';
import { ClinicSetting } from '../../src/platform/clinic-setting.entity';
import { reassessAll, reassessPatient } from '../../src/records/assessment/reassess-course';
import { lockAllPatients, lockPatient } from '../../src/records/patients/lock-patient';
import { startApp, type TestApp } from '../support/app';
import { aSession, logged, registered, started } from '../support/builders';
import { until } from '../support/until';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const clinicOf = (tx: EntityManager): Promise<Clinic> => service.app.get(ClinicNow).read(tx);

async function treated(): Promise<{ patientId: string; courseId: string }> {
  const patientId = await registered(service.neurologist);
  const courseId = await started(service.neurologist, { patientId });
  await logged(service.neurologist, courseId, { performedOn: '2026-06-01' });
  return { patientId, courseId };
}

async function changesSettings(change: object) {
  const { body } = await service.admin.get('/clinic-settings');
  return service.admin.patch('/clinic-settings', body.version, change);
}

/** Until somebody waits for this transaction, or what runs beside it has come to its end: whichever comes first. */
async function waitsOrEnds(tx: EntityManager, beside: Promise<unknown>): Promise<'waits' | 'ended'> {
  let ended = false;
  void beside.finally(() => (ended = true)).catch(() => undefined);
  const blocked = async (): Promise<boolean> => {
    const [row] = await tx.query<[{ waiting: number }]>(
      `select count(*)::int as waiting from pg_locks
        where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`,
    );
    return row.waiting > 0;
  };
  let waits = false;
  await until(async () => ended || (waits = await blocked()));
  return waits ? 'waits' : 'ended';
}

function derivedOf(courseId: string): Promise<unknown[]> {
  return service.work.db.query(
    `select anchor_on as "anchorOn", overdue_from as "overdueFrom" from course_assessment where course_id = $1`,
    [courseId],
  );
}

/** What a recalculation by the settings that stand now would change. */
function leftToChange(): Promise<number> {
  return service.work.write(SYSTEM, async (tx) => {
    await lockAllPatients(tx);
    return (await reassessAll(tx, await clinicOf(tx))).changed;
  });
}

it('a change of settings waits for whoever writes to a patient, and misses nothing of it', async () => {
  const { patientId, courseId } = await treated();
  const beside = await service.work.write(SYSTEM, async (tx) => {
    await lockPatient(tx, patientId);
    const before = await clinicOf(tx);
    const changing = changesSettings({ onTimeDays: 7 });
    const met = await waitsOrEnds(tx, changing);
    await tx.query(`update injection_session set performed_on = '2026-08-03' where course_id = $1`, [
      courseId,
    ]);
    await reassessPatient(tx, patientId, before);
    return { changing, met };
  });
  expect({ status: (await beside.changing).status, met: beside.met }).toEqual({ status: 200, met: 'waits' });
  expect(await derivedOf(courseId)).toEqual([{ anchorOn: '2026-08-03', overdueFrom: '2026-11-02' }]);
  expect(await leftToChange()).toBe(0);
});

it('whoever writes while settings change waits, and derives by those that hold then', async () => {
  const { courseId } = await treated();
  const beside = await service.work.write(SYSTEM, async (tx) => {
    await lockAllPatients(tx);
    await tx.update(ClinicSetting, { id: true }, { onTimeDays: 14 });
    const saving = service.neurologist.post('/sessions', aSession(courseId, { performedOn: '2026-09-28' }));
    const met = await waitsOrEnds(tx, saving);
    await reassessAll(tx, await clinicOf(tx));
    return { saving, met };
  });
  expect({ status: (await beside.saving).status, met: beside.met }).toEqual({ status: 201, met: 'waits' });
  expect(await derivedOf(courseId)).toEqual([{ anchorOn: '2026-09-28', overdueFrom: '2027-01-04' }]);
  expect(await leftToChange()).toBe(0);
});

it('an override for a payer waits for whoever writes to a patient', async () => {
  const { patientId } = await treated();
  const beside = await service.work.write(SYSTEM, async (tx) => {
    await lockPatient(tx, patientId);
    const sent = service.neurologist.post('/coverage-overrides', {
      payer: 'Acme',
      indication: 'cervical_dystonia',
      coverage: 'pa_usual',
      reason: 'contract',
    });
    return { sent, met: await waitsOrEnds(tx, sent) };
  });
  expect({ status: (await beside.sent).status, met: beside.met }).toEqual({ status: 201, met: 'waits' });
});

it('those who write to different patients do not wait for one another', async () => {
  const [first, second] = [await treated(), await treated()];
  const beside = await service.work.write(SYSTEM, async (tx) => {
    await lockPatient(tx, first.patientId);
    const saving = service.neurologist.post(
      '/sessions',
      aSession(second.courseId, { performedOn: '2026-09-28' }),
    );
    return { met: await waitsOrEnds(tx, saving), status: (await saving).status };
  });
  expect(beside).toEqual({ met: 'ended', status: 201 });
});
