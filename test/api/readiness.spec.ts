import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

interface Item {
  code: string;
  ready: boolean;
  text: string;
  todo?: string;
}

const readinessOf = async (courseId: string, query = '') =>
  (await service.scheduler.get(`/courses/${courseId}/readiness${query}`)).body;
const itemOf = async (courseId: string, code: string, query = ''): Promise<Item> =>
  (await readinessOf(courseId, query)).items.find((item: Item) => item.code === code);

async function aReadyCourse(
  given: Record<string, unknown> = {},
): Promise<{ patientId: string; courseId: string }> {
  const patientId = await registered(service.neurologist, { birthDate: '1948-04-12', ...given });
  const courseId = await started(service.neurologist, { patientId });
  for (const performedOn of ['2026-05-04', '2026-08-03']) {
    const id = await logged(service.neurologist, courseId, { performedOn });
    const response = { assessedOn: '2026-09-07', improvementPct: 60 };
    const { status } = await service.neurologist.put(`/sessions/${id}/response`, response);
    expect([200, 201]).toContain(status);
  }
  return { patientId, courseId };
}

async function receives(given: object): Promise<void> {
  const lot = {
    product: 'ona',
    lotNumber: randomUUID().slice(0, 8),
    expiresOn: '2027-06-30',
    vialUnits: 200,
    vials: 1,
  };
  expect((await service.admin.post('/lots', { ...lot, ...given })).status).toBe(201);
}

it('is judged without stock, then by what is here on the day of the visit', async () => {
  const { courseId, patientId } = await aReadyCourse();
  expect(await itemOf(courseId, 'stock')).toMatchObject({
    ready: true,
    text: expect.stringContaining('No vials are recorded'),
  });
  await receives({ expiresOn: '2026-12-31', vialUnits: 100 });
  expect(await itemOf(courseId, 'stock')).toMatchObject({ ready: false, todo: expect.any(String) });
  await receives({ expiresOn: '2026-12-31', vialUnits: 50 });
  expect(await itemOf(courseId, 'stock')).toMatchObject({ ready: true });
  expect(await itemOf(courseId, 'stock', '?on=2027-01-01')).toMatchObject({ ready: false });
  await receives({ patientId, shippedOn: '2026-11-20' });
  expect((await itemOf(courseId, 'stock')).text).toContain('was shipped on 20 Nov 2026');
});

it('says what is there and what is not, without a dose, to the desk too', async () => {
  const { courseId } = await aReadyCourse();
  const body = await readinessOf(courseId);
  expect(body.items.map(({ code }: Item) => code)).toEqual(
    expect.arrayContaining(['cover', 'stock', 'hold', 'precautions', 'effect']),
  );
  expect(body.ready).toBe(body.items.every(({ ready }: Item) => ready));
  for (const item of body.items as Item[]) {
    expect(item.todo === undefined).toBe(item.ready);
    expect(item.text).not.toMatch(/\d U\b|\d+ units/);
  }
  await logged(service.neurologist, courseId, { performedOn: '2026-11-16' });
  expect(await itemOf(courseId, 'effect')).toMatchObject({
    ready: false,
    text: 'The effect of the session of 16 Nov 2026 is not on record.',
  });
});

it('asks about the day of the appointment, which a hold may keep back', async () => {
  const { courseId } = await aReadyCourse();
  await service.scheduler.post(`/courses/${courseId}/appointments`, { startsAt: '2026-12-07T15:00:00Z' });
  expect((await readinessOf(courseId)).on).toBe('2026-12-07');
  const hold = { fromOn: '2026-11-23', untilOn: '2026-12-14', reason: 'antibiotics' };
  expect((await service.neurologist.post(`/courses/${courseId}/holds`, hold)).status).toBe(201);
  expect(await itemOf(courseId, 'hold')).toMatchObject({ ready: false, text: 'On hold until 14 Dec 2026.' });
  expect(await itemOf(courseId, 'hold', '?on=2026-12-14')).toMatchObject({ ready: true });
});

it('a course without a session has no effect to record; one that has ended has no next visit', async () => {
  const courseId = await started(service.neurologist);
  expect(await itemOf(courseId, 'effect')).toMatchObject({ ready: true });
  expect(await itemOf(courseId, 'course')).toBeUndefined();
  await service.neurologist.post(`/courses/${courseId}/end`, { on: '2026-11-20', reason: 'moved' });
  expect(await readinessOf(courseId)).toMatchObject({ ready: false });
  expect((await itemOf(courseId, 'course')).text).toContain('ended');
});

it('counts a session and what continues it as one, with the units of both and the effect of either', async () => {
  const { courseId } = await aReadyCourse();
  const first = await logged(service.neurologist, courseId, { performedOn: '2026-11-02' });
  await service.neurologist.put(`/sessions/${first}/response`, {
    assessedOn: '2026-11-16',
    improvementPct: 40,
  });
  await logged(service.neurologist, courseId, {
    performedOn: '2026-11-16',
    continuesId: first,
    injections: [{ muscle: 'levator_scapulae', side: 'right', units: 30 }],
  });
  expect(await itemOf(courseId, 'effect')).toMatchObject({
    ready: true,
    text: 'The effect of the last two sessions is on record.',
  });
});

it('says by how much a visit like the last goes beyond what the payer pays for in 84 days, and when it fits', async () => {
  const payer = `Plan ${randomUUID().slice(0, 8)}`;
  const { courseId } = await aReadyCourse({ payer: payer.toUpperCase() });
  expect(await itemOf(courseId, 'units-limit')).toBeUndefined();
  await service.admin.post('/payers', {
    name: payer,
    source: 'policy of 2026',
    unitsPer84Days: [{ product: 'ona', billingUnits: 150 }],
  });
  expect(await itemOf(courseId, 'units-limit')).toMatchObject({ ready: true });
  const first = await logged(service.neurologist, courseId, { performedOn: '2026-11-02' });
  await logged(service.neurologist, courseId, {
    performedOn: '2026-11-16',
    continuesId: first,
    injections: [{ muscle: 'levator_scapulae', side: 'right', units: 30 }],
  });
  expect(await itemOf(courseId, 'units-limit', '?on=2027-01-25')).toEqual({
    code: 'units-limit',
    ready: false,
    text: `${payer} pays for 150 billing units of Botox in 84 days; with a visit like the last it would be 190 from 3 Nov 2026 on.`,
    todo: 'Ask the insurer for more.',
  });
});

it('refuses what is no course and no day', async () => {
  expect((await service.scheduler.get(`/courses/${randomUUID()}/readiness`)).status).toBe(404);
  const courseId = await started(service.neurologist);
  expect((await service.scheduler.get(`/courses/${courseId}/readiness?on=2026-02-30`)).status).toBe(400);
});

describe('the list', () => {
  it('is the due list with what each visit asks for, by page, and each row as the course says', async () => {
    const list = (query: string) => service.scheduler.get(`/worklists/ready${query}`);
    const due = (await service.scheduler.get('/due-list?limit=500')).body.items;
    const all = (await list('?limit=500')).body;
    expect(all.items.map(({ courseId }: { courseId: string }) => courseId)).toEqual(
      due.map(({ courseId }: { courseId: string }) => courseId),
    );
    for (const row of all.items) {
      expect(row).toMatchObject({ attempts: expect.any(Number), dueStatus: expect.any(String) });
      expect(row.readiness).toEqual(await readinessOf(row.courseId));
    }
    const ready = (await list('?ready=true&limit=500')).body.items;
    const others = (await list('?ready=false&limit=500')).body.items;
    expect(ready.length + others.length).toBe(due.length);
    expect(others.length).toBeGreaterThan(0);
    expect(ready.every((row: { readiness: { ready: boolean } }) => row.readiness.ready)).toBe(true);
    const first = (await list('?ready=false&limit=1')).body;
    const second = (await list(`?ready=false&limit=1&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map((row) => row.courseId)).toEqual(
      others.slice(0, 2).map((row: { courseId: string }) => row.courseId),
    );
  });
});
