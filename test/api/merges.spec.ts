import { randomUUID } from 'node:crypto';
import { MOVED_TABLES } from '../../src/records/patients/merging/moved-rows.query';
import { startApp, type TestApp } from '../support/app';
import { aPatient, logged, registered, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const ADULT = [{ code: 'age-unknown', reason: 'a driving licence was shown' }];
const WHY = { reason: 'the same person, registered twice' };
const merges = (id: string, intoId: string) =>
  service.scheduler.post(`/patients/${id}/merge`, { intoId, ...WHY });
const undoes = (mergeId: string) =>
  service.neurologist.post(`/merges/${mergeId}/undo`, { reason: 'they are two sisters' });

interface Two {
  readonly kept: string;
  readonly twin: string;
  readonly courseId: string;
}

/** Two records: a course of the neck on one, of the eyelids on the other, with something of everything. */
async function two(): Promise<Two> {
  const { neurologist } = service;
  const kept = await registered(neurologist, { familyName: `Kept${randomUUID().slice(0, 6)}` });
  const twin = await registered(neurologist, { familyName: `Twin${randomUUID().slice(0, 6)}` });
  const own = await started(neurologist, { patientId: kept });
  await logged(neurologist, own, { performedOn: '2026-08-03' });
  const courseId = await started(neurologist, { patientId: twin, indication: 'blepharospasm' });
  await logged(neurologist, courseId, {
    performedOn: '2026-09-07',
    injections: [{ muscle: 'orbicularis_oculi', side: 'right', units: 15 }],
  });
  await made('/external-doses', {
    patientId: twin,
    givenOn: '2026-02-02',
    brand: 'Jeuveau',
    source: 'patient',
  });
  await made(`/patients/${twin}/precautions`, { code: 'anticoagulation' });
  await made(`/patients/${twin}/pregnancy-answers`, { askedOn: '2026-09-07', answer: 'not-applicable' });
  await made('/coverage-overrides', { patientId: twin, coverage: 'usual', reason: 'contract' });
  await made('/lots', {
    patientId: twin,
    product: 'ona',
    lotNumber: randomUUID().slice(0, 8),
    expiresOn: '2027-06-30',
    vialUnits: 100,
  });
  await made('/authorizations', authorization(twin));
  return { kept, twin, courseId };
}

const authorization = (patientId: string) => ({
  patientId,
  payer: 'Acme',
  number: 'UTN-1',
  product: 'ona',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
});

async function made(path: string, body: object): Promise<string> {
  const answer = await service.neurologist.post<{ id: string }>(path, body);
  expect(answer.status).toBe(201);
  return answer.body.id;
}

/** All that is derived or on record of these patients, but for when and in which version a row was written. */
async function rowsOf(...patients: string[]): Promise<unknown> {
  const { db } = service.work;
  const rows: Record<string, unknown> = {};
  for (const table of [...MOVED_TABLES, 'course_assessment'])
    rows[table] = await db.query(
      `select to_jsonb(t) - '{updated_at,version,assessed_at}'::text[] as row from ${table} t
        where patient_id = any($1) order by 1`,
      [patients],
    );
  rows['patient'] = await db.query(
    `select to_jsonb(t) - '{updated_at,version}'::text[] as row from patient t where id = any($1) order by id`,
    [patients],
  );
  return rows;
}

it('moves every table that has a patient’s own rows', async () => {
  const tables = await service.work.db.query<{ name: string }[]>(
    `select table_name as name from information_schema.columns c
      where c.table_schema = 'public' and c.column_name = 'patient_id'
        and exists (select from information_schema.tables t where t.table_name = c.table_name and t.table_type = 'BASE TABLE')`,
  );
  // A message stays with the record that it told of.
  const beside = ['course_assessment', 'audit_entry', 'patient_merge', 'removed_row', 'hl7_message'];
  expect(tables.map(({ name }) => name).toSorted()).toEqual([...MOVED_TABLES, ...beside].toSorted());
});

it('all goes over, and is judged as one person’s', async () => {
  const { kept, twin, courseId } = await two();
  const merged = await merges(twin, kept);
  expect(merged).toMatchObject({
    status: 201,
    body: {
      patientId: twin,
      intoId: kept,
      ...WHY,
      mergedBy: service.scheduler.userId,
      moved: {
        courses: 1,
        authorizations: 1,
        coverOverrides: 1,
        externalDoses: 1,
        precautions: 1,
        pregnancyAnswers: 1,
        lots: 1,
      },
      undoneAt: null,
    },
  });
  const { neurologist } = service;
  const courses = (await neurologist.get(`/courses?patientId=${kept}`)).body.items;
  expect(courses.map(({ id }: { id: string }) => id)).toContain(courseId);
  // A session of the neck eight weeks before one of the eyelids now bears on it.
  const due = (await service.scheduler.get(`/due-list?patientId=${kept}&from=2020-01-01`)).body.items;
  expect(due).toHaveLength(2);
  expect((await neurologist.get(`/patients/${kept}`)).body.precautions).toEqual(['anticoagulant']);
  expect((await neurologist.get(`/patients/${twin}`)).body).toMatchObject({ mergedInto: kept });
  expect((await service.scheduler.get(`/patients/${twin}/merges`)).body.items).toEqual([merged.body]);
});

it('the record that was given up is found under the other one alone, and takes nothing any more', async () => {
  const { kept, twin, courseId } = await two();
  const { mrn, familyName, version } = (await service.scheduler.get(`/patients/${twin}`)).body;
  await merges(twin, kept);
  for (const q of [mrn, familyName]) {
    const { items } = (await service.scheduler.get(`/patients?q=${q}`)).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual([kept]);
  }
  // A change of the one that goes on does not make it forget.
  const { version: now } = (await service.scheduler.get(`/patients/${kept}`)).body;
  expect((await service.scheduler.patch(`/patients/${kept}`, now, { phone: '+1 212 555 0199' })).status).toBe(
    200,
  );
  expect((await service.scheduler.get(`/patients?q=${familyName}`)).body.items).toHaveLength(1);
  const same = (await service.scheduler.get(`/patients/possible-duplicates?familyName=${familyName}`)).body;
  expect(same.items.map(({ patient }: { patient: { id: string } }) => patient.id)).not.toContain(twin);
  const refused = await service.scheduler.patch(`/patients/${twin}`, version + 1, { phone: null });
  expect(refused).toMatchObject({ status: 409 });
  expect(refused.body.detail).toContain(kept);
  const begun = await service.neurologist.post('/courses', {
    patientId: twin,
    indication: 'chronic_migraine',
    plannedProduct: 'ona',
  });
  expect(begun.status).toBe(409);
  expect((await service.neurologist.get(`/courses/${courseId}`)).body.patientId).toBe(kept);
});

it('undone, every row is as it was, and what came since stays and is told', async () => {
  const { kept, twin, courseId } = await two();
  const before = await rowsOf(kept, twin);
  const { body: merge } = await merges(twin, kept);
  expect(await rowsOf(kept, twin)).not.toEqual(before);
  const undone = await undoes(merge.id);
  expect(undone).toMatchObject({
    status: 201,
    body: { id: merge.id, undoReason: 'they are two sisters', stayed: { courses: 0, precautions: 0 } },
  });
  expect(await rowsOf(kept, twin)).toEqual(before);
  expect((await undoes(merge.id)).status).toBe(409);

  const { body: again } = await merges(twin, kept);
  const newer = await started(service.neurologist, { patientId: kept, indication: 'chronic_migraine' });
  const since = await logged(service.neurologist, courseId, {
    performedOn: '2026-11-23',
    injections: [{ muscle: 'orbicularis_oculi', side: 'right', units: 15 }],
    confirmed: [{ code: 'S02', reason: 'early, before a journey' }],
  });
  expect((await undoes(again.id)).body.stayed).toMatchObject({ courses: 1 });
  expect((await service.neurologist.get(`/courses/${newer}`)).body.patientId).toBe(kept);
  // A session belongs to its course, wherever that goes.
  expect((await service.neurologist.get(`/sessions/${since}`)).body.courseId).toBe(courseId);
  expect((await service.neurologist.get(`/courses/${courseId}`)).body.patientId).toBe(twin);
});

describe('a birth date', () => {
  const bornOf = async (id: string) => (await service.scheduler.get(`/patients/${id}`)).body.birthDate;
  const pair = async (kept: string | null, twin: string | null) => {
    const into = await registered(service.neurologist, { birthDate: kept });
    const from = await registered(service.neurologist, { birthDate: twin });
    return { into, merge: (await merges(from, into)).body };
  };

  it.each`
    kept            | twin            | carried         | born            | why
    ${null}         | ${'1961-03-09'} | ${'1961-03-09'} | ${'1961-03-09'} | ${'nobody knew it: the other one goes over'}
    ${'1961-03-09'} | ${'1961-03-08'} | ${null}         | ${'1961-03-09'} | ${'it stays where it is known'}
    ${'1961-03-09'} | ${null}         | ${null}         | ${'1961-03-09'} | ${'nothing to carry'}
    ${null}         | ${null}         | ${null}         | ${null}         | ${'nobody knows it'}
  `('$kept and $twin: $born, $why', async ({ kept, twin, carried, born }) => {
    const { into, merge } = await pair(kept, twin);
    expect(merge.carriedBirthDate).toBe(carried);
    expect(await bornOf(into)).toBe(born);
    expect((await undoes(merge.id)).status).toBe(201);
    expect(await bornOf(into)).toBe(kept);
  });

  it('that was corrected since stays when they come apart', async () => {
    const { into, merge } = await pair(null, '1961-03-09');
    const { version } = (await service.scheduler.get(`/patients/${into}`)).body;
    await service.scheduler.patch(`/patients/${into}`, version, { birthDate: '1961-09-03' });
    await undoes(merge.id);
    expect(await bornOf(into)).toBe('1961-09-03');
  });

  it('does not go over where something is on record before it', async () => {
    const into = await registered(service.neurologist, { birthDate: null });
    const courseId = await started(service.neurologist, { patientId: into });
    await logged(service.neurologist, courseId, { performedOn: '2020-02-02', confirmed: ADULT });
    const refused = await merges(await registered(service.neurologist, { birthDate: '2020-02-03' }), into);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('would go over');
  });
});

describe('is refused, with what to do first', () => {
  it.each`
    why                                 | prepare                                                                                                             | detail
    ${'two courses that go on'}         | ${async ({ kept }: Two) => started(service.neurologist, { patientId: kept, indication: 'blepharospasm' })}          | ${'Blepharospasm'}
    ${'one authorization on both'}      | ${async ({ kept }: Two) => made('/authorizations', authorization(kept))}                                            | ${'UTN-1'}
    ${'one exception of cover on both'} | ${async ({ kept }: Two) => made('/coverage-overrides', { patientId: kept, coverage: 'usual', reason: 'contract' })} | ${'every insurer covers'}
    ${'a death on one of them'}         | ${async ({ kept }: Two) => service.scheduler.patch(`/patients/${kept}`, 1, { deceasedOn: '2026-11-20' })}           | ${'2026-11-20'}
  `('$why', async ({ prepare, detail }: { prepare: (of: Two) => Promise<unknown>; detail: string }) => {
    const pair = await two();
    await prepare(pair);
    const before = await rowsOf(pair.kept, pair.twin);
    const refused = await merges(pair.twin, pair.kept);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain(detail);
    expect(await rowsOf(pair.kept, pair.twin)).toEqual(before);
  });

  it('a birth after what was done', async () => {
    const { twin } = await two();
    const younger = await registered(service.neurologist, { birthDate: '2026-09-08' });
    const refused = await merges(twin, younger);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('birth dates differ');
  });

  it('a record and itself, one that is not there, one that was merged', async () => {
    const { kept, twin } = await two();
    expect((await merges(kept, kept)).status).toBe(400);
    expect((await merges(kept, randomUUID())).status).toBe(400);
    expect((await merges(randomUUID(), kept)).status).toBe(404);
    expect(
      (await service.scheduler.post(`/patients/${twin}/merge`, { intoId: kept, reason: 'x' })).status,
    ).toBe(400);
    const third = await registered(service.neurologist);
    const { body: first } = await merges(twin, kept);
    expect((await merges(twin, kept)).status).toBe(409);
    expect((await merges(third, twin)).status).toBe(409);
    const { body: second } = await merges(kept, third);
    expect((await undoes(first.id)).status).toBe(409);
    expect((await undoes(second.id)).status).toBe(201);
    expect((await undoes(first.id)).status).toBe(201);
    expect((await undoes(randomUUID())).status).toBe(404);
  });
});

it('of two who merge a pair both ways at once, one is refused', async () => {
  const { kept, twin } = await two();
  const answers = await Promise.all([merges(kept, twin), merges(twin, kept)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});

it('a death recorded since is taken back before the records come apart', async () => {
  const { kept, twin } = await two();
  const { body: merge } = await merges(twin, kept);
  const dies = async (deceasedOn: string | null) => {
    const { version } = (await service.scheduler.get(`/patients/${kept}`)).body;
    return service.scheduler.patch(`/patients/${kept}`, version, { deceasedOn });
  };
  expect((await dies('2026-11-20')).status).toBe(200);
  const refused = await undoes(merge.id);
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain('2026-11-20');
  expect((await service.scheduler.get(`/patients/${twin}`)).body.mergedInto).toBe(kept);
  expect((await dies(null)).status).toBe(200);
  expect((await undoes(merge.id)).status).toBe(201);
});

it('a record number stays taken', async () => {
  const { kept, twin } = await two();
  const { mrn } = (await service.scheduler.get(`/patients/${twin}`)).body;
  await merges(twin, kept);
  expect((await service.scheduler.post('/patients', aPatient({ mrn }))).status).toBe(409);
});
