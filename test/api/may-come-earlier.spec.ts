import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';

let service: TestApp;
beforeEach(async () => {
  service = await startApp({ today: '2026-12-08' });
});
afterEach(() => service.close());

const SLOT = '2026-12-10T15:00:00Z';

const book = (courseId: string, body: object) =>
  service.scheduler.post(`/courses/${courseId}/appointments`, { startsAt: '2026-12-17T15:00:00Z', ...body });
const found = (startsAt = SLOT) => service.scheduler.get(`/worklists/may-come-earlier?startsAt=${startsAt}`);
const namedAt = async (startsAt?: string): Promise<string[][]> =>
  (await found(startsAt)).body.items.map(({ courses }: { courses: { courseId: string }[] }) =>
    courses.map(({ courseId }) => courseId),
  );

/** A course whose earliest day is 84 days after. */
async function treated(performedOn: string, given?: Record<string, unknown>): Promise<string> {
  const courseId = await started(service.neurologist, given);
  const confirmed = given
    ? ['S02', 'S08'].map((code) => ({ code, reason: 'two courses of one region' }))
    : [];
  await logged(service.neurologist, courseId, { performedOn, confirmed });
  return courseId;
}

it.each`
  performedOn     | comes    | why
  ${'2026-09-16'} | ${true}  | ${'their earliest day is the day before'}
  ${'2026-09-17'} | ${true}  | ${'their earliest day is that day'}
  ${'2026-09-18'} | ${false} | ${'their earliest day is the day after'}
`('$why', async ({ performedOn, comes }) => {
  const courseId = await treated(performedOn);
  expect(await namedAt()).toEqual(comes ? [[courseId]] : []);
});

it('names those first who are booked for later and agreed to be called, and moves them with one change', async () => {
  const waits = await treated('2026-09-01');
  const agreed = await treated('2026-09-15');
  const { body: visit } = await book(agreed, { callEarlier: true });
  expect(await namedAt()).toEqual([[agreed], [waits]]);
  const { items } = (await found()).body;
  expect(items[0]).toMatchObject({
    callEarlier: true,
    dueOn: '2026-12-08',
    durationMin: 30,
    booked: { appointmentId: visit.id, startsAt: '2026-12-17T15:00:00.000Z', version: 1 },
  });
  expect(items[1]).toMatchObject({ callEarlier: false, booked: null });
  await service.scheduler.patch(`/appointments/${visit.id}`, 1, { startsAt: SLOT });
  expect(await namedAt()).toEqual([[waits]]);
});

it('asks of those who are booked whether they agreed, and follows when that changes', async () => {
  const courseId = await treated('2026-09-15');
  const { body: visit } = await book(courseId, {});
  expect(await namedAt()).toEqual([]);
  await service.scheduler.patch(`/appointments/${visit.id}`, 1, { callEarlier: true });
  expect(await namedAt()).toEqual([[courseId]]);
  await service.scheduler.patch(`/appointments/${visit.id}`, 2, { status: 'cancelled' });
  expect((await found()).body.items).toMatchObject([{ callEarlier: false, booked: null }]);
});

it('takes a visit for several courses as a whole', async () => {
  const patientId = await registered(service.neurologist);
  const neck = await treated('2026-09-01', { patientId });
  const head = await treated('2026-09-15', { patientId, indication: 'dystonia_other' });
  expect(await namedAt()).toEqual([[neck, head]]);
  const { body: visit } = await book(neck, { alsoFor: [head], callEarlier: true });
  expect(await namedAt()).toEqual([[neck, head]]);
  expect((await found()).body.items[0]).toMatchObject({
    booked: { appointmentId: visit.id },
    durationMin: 60,
  });
});

it('names nobody of whom one course of the visit is too early', async () => {
  const patientId = await registered(service.neurologist);
  const neck = await treated('2026-09-01', { patientId });
  const head = await treated('2026-09-22', { patientId, indication: 'dystonia_other' });
  await book(neck, { alsoFor: [head], callEarlier: true });
  expect(await namedAt()).toEqual([]);
});

it('names nobody whose course ended, who died, who is held back, whose authorization or product is not there', async () => {
  const ended = await treated('2026-09-01');
  await book(ended, { callEarlier: true });
  const end = { on: '2026-12-08', reason: 'moved away' };
  expect((await service.neurologist.post(`/courses/${ended}/end`, end)).status).toBe(200);
  const held = await treated('2026-09-01');
  const hold = { untilOn: '2026-12-11', reason: 'an infection' };
  expect((await service.neurologist.post(`/courses/${held}/holds`, hold)).status).toBe(201);
  await treated('2026-09-01', { indication: 'chronic_migraine' });
  const patientId = await registered(service.neurologist);
  await treated('2026-09-01', { patientId });
  await service.scheduler.patch(`/patients/${patientId}`, 1, { deceasedOn: '2026-12-08' });
  expect(await namedAt()).toEqual([]);
  const waits = await treated('2026-09-01');
  expect(await namedAt()).toEqual([[waits]]);
  await service.admin.post('/lots', {
    product: 'rima',
    lotNumber: 'R1',
    expiresOn: '2027-06-30',
    vialUnits: 5000,
    vials: 1,
  });
  expect(await namedAt()).toEqual([]);
});

it.each`
  query                              | why
  ${''}                              | ${'no time'}
  ${'startsAt=tomorrow'}             | ${'no moment'}
  ${'startsAt=2026-12-07T15:00:00Z'} | ${'a time that has passed'}
`('refuses $why', async ({ query }) => {
  expect(await service.scheduler.get(`/worklists/may-come-earlier?${query}`)).toMatchObject({ status: 400 });
});
