import { randomUUID } from 'node:crypto';
import { seededRandom } from '../../src/demo/seeded-random';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';
import { fillEveryTable } from '../support/every-table';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  await fillEveryTable(service);
});
afterAll(() => service.close());

/** The trail, and what tells of the merge itself. */
const BESIDE = ['audit_entry', 'audit_seal', 'audit_unsealed', 'patient_merge'];

/** A digest of every table, but for when and in which version its rows were written. */
async function digests(): Promise<Record<string, string>> {
  const { db } = service.work;
  const tables = await db.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !BESIDE.includes(table.name))) {
    const [row] = await db.query<{ digest: string }[]>(
      `select count(*) || ' rows ' || coalesce(md5(string_agg(row, ',' order by row)), '') as digest
        from (select (to_jsonb(t) - '{updated_at,version,assessed_at}'::text[])::text as row from "${name}" t) r`,
    );
    found[name] = row!.digest;
  }
  return found;
}

const CALL = { at: '2026-11-20T15:00:00Z', channel: 'phone', outcome: 'no-answer' };

type Part = (patientId: string) => Promise<unknown>;

/** What a record may hold of its own, and what hangs on a course. */
function partsOf(indication: string, muscle: string, confirmed: readonly object[] = []): readonly Part[] {
  const { neurologist, scheduler } = service;
  const course = async (patientId: string): Promise<string> => {
    const courseId = await started(neurologist, { patientId, indication });
    await logged(neurologist, courseId, {
      performedOn: '2026-08-03',
      injections: [{ muscle, side: 'right', units: 10 }],
      confirmed,
    });
    return courseId;
  };
  const sent = async (path: string, body: object, client = neurologist): Promise<void> => {
    const answer = await client.post(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  };
  return [
    course,
    async (patientId) => {
      const courseId = await started(neurologist, { patientId, indication: 'chronic_migraine' });
      await sent(`/courses/${courseId}/appointments`, { startsAt: '2026-12-01T15:00:00Z' }, scheduler);
      await sent(`/courses/${courseId}/contacts`, CALL, scheduler);
    },
    (patientId) =>
      sent('/external-doses', { patientId, givenOn: '2026-02-02', brand: 'Jeuveau', source: 'patient' }),
    (patientId) => sent(`/patients/${patientId}/precautions`, { code: 'anticoagulation' }),
    (patientId) =>
      sent(`/patients/${patientId}/pregnancy-answers`, { askedOn: '2026-09-07', answer: 'not-applicable' }),
    (patientId) => sent('/coverage-overrides', { patientId, coverage: 'usual', reason: 'contract' }),
    (patientId) =>
      sent('/lots', {
        patientId,
        product: 'ona',
        lotNumber: randomUUID().slice(0, 8),
        expiresOn: '2027-06-30',
        vialUnits: 100,
      }),
    (patientId) =>
      sent('/authorizations', {
        patientId,
        payer: 'Acme',
        number: randomUUID().slice(0, 8),
        product: 'ona',
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
      }),
  ];
}

it.each([1, 2, 3, 4])('a merge that is undone leaves every table as it was (clinic %i)', async (seed) => {
  const random = seededRandom(seed);
  const some = async (patientId: string, parts: readonly Part[]): Promise<void> => {
    for (const part of parts) if (random.chance(0.7)) await part(patientId);
  };
  const birthDate = random.chance(0.5) ? null : '1960-05-06';
  const kept = await registered(service.neurologist, { birthDate });
  const twin = await registered(service.neurologist, { birthDate: '1960-05-06', givenName: null });
  const adult = birthDate === null ? [{ code: 'age-unknown', reason: 'a driving licence was shown' }] : [];
  await some(kept, partsOf('cervical_dystonia', 'trapezius', adult).slice(0, 1));
  await some(twin, partsOf('blepharospasm', 'orbicularis_oculi'));
  const before = await digests();
  const merge = await service.scheduler.post(`/patients/${twin}/merge`, {
    intoId: kept,
    reason: 'the same person, registered twice',
  });
  expect(merge.status).toBe(201);
  expect(await digests()).not.toEqual(before);
  const undone = await service.neurologist.post(`/merges/${merge.body.id}/undo`, {
    reason: 'they are two sisters',
  });
  expect(undone.status).toBe(201);
  expect(await digests()).toEqual(before);
});
