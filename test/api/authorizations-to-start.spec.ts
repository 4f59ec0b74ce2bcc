import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, PREEMPT, registered, started } from '../support/builders';

let service: TestApp;
const SLOW = 'Slow Plan';
const QUICK = 'Quick Plan';
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  for (const [name, leadDays] of [
    [SLOW, 60],
    [QUICK, 7],
  ])
    await service.admin.post('/payers', { name, leadDays, source: 'letter of 2026' });
});
afterAll(() => service.close());

/** Given 155 U of Botox on that day, due twelve weeks later: on 14 September, due on 7 December. */
async function treated(payer: string | undefined, performedOn = '2026-09-14') {
  const patientId = await registered(service.neurologist, payer === undefined ? {} : { payer });
  const courseId = await started(service.neurologist, { patientId, indication: 'chronic_migraine' });
  await logged(service.neurologist, courseId, { performedOn, injections: PREEMPT });
  return { patientId, courseId };
}

const list = (query = '') => service.scheduler.get(`/worklists/authorizations-to-start?limit=500${query}`);
const rowOf = async (courseId: string, query = '') =>
  (await list(query)).body.items.find((row: { courseId: string }) => row.courseId === courseId);

it.each`
  payer            | performedOn     | startByOn       | why
  ${' slow plan '} | ${'2026-11-01'} | ${'2026-11-25'} | ${'due on 24 January, in two days its sixty begin'}
  ${' slow plan '} | ${'2026-10-30'} | ${'2026-11-23'} | ${'due on 22 January, its sixty days begin today'}
  ${QUICK}         | ${'2026-09-14'} | ${'2026-11-30'} | ${'due on 7 December, its seven days begin in a week'}
  ${QUICK}         | ${'2026-09-07'} | ${'2026-11-23'} | ${'due on 30 November, its seven days begin today'}
  ${'Another'}     | ${'2026-09-14'} | ${'2026-11-07'} | ${'not on the list: thirty days'}
  ${undefined}     | ${'2026-09-14'} | ${'2026-11-07'} | ${'nobody knows the insurer: thirty days'}
`('$payer, $why', async ({ payer, performedOn, startByOn }) => {
  const { courseId } = await treated(payer, performedOn);
  const row = await rowOf(courseId);
  if (startByOn > '2026-11-23') expect(row).toBeUndefined();
  else expect(row).toMatchObject({ startByOn, payer: payer?.trim() ?? null, attempts: 0 });
  expect(await rowOf(courseId, `&asOf=${startByOn}`)).toMatchObject({ startByOn });
});

it('says what is in the way and how long the payer takes, beside the row of the due list', async () => {
  const { patientId, courseId } = await treated(QUICK, '2026-09-07');
  await service.scheduler.post('/authorizations', {
    patientId,
    payer: QUICK,
    product: 'ona',
    number: randomUUID(),
    startsOn: '2026-01-01',
    endsOn: '2026-11-29',
  });
  const due = await service.scheduler.get(`/due-list?patientId=${patientId}`);
  expect(await rowOf(courseId)).toEqual({
    ...due.body.items[0],
    authorization: 'expires-before-due',
    attempts: 0,
    payer: QUICK,
    leadDays: 7,
    startByOn: '2026-11-23',
    why: 'The authorization runs out on 29 Nov 2026, before the visit. Due on 30 Nov 2026; Quick Plan takes 7 days.',
    todo: 'Ask the insurer to renew it now.',
  });
});

it('leaves out who is covered, needs none, has died, has ended, or has lapsed', async () => {
  const { neurologist, scheduler } = service;
  const covered = await treated(QUICK, '2026-09-07');
  const body = { product: 'ona', payer: QUICK, startsOn: '2026-11-30', endsOn: '2027-11-29' };
  await scheduler.post('/authorizations', { ...body, patientId: covered.patientId, number: randomUUID() });
  const free = await treated(QUICK, '2026-09-07');
  const usual = { patientId: free.patientId, coverage: 'usual', reason: 'contract' };
  await scheduler.post('/coverage-overrides', usual);
  const dead = await treated(QUICK, '2026-09-07');
  await scheduler.post(`/courses/${dead.courseId}/contacts`, { channel: 'phone', outcome: 'deceased' });
  const ended = await treated(QUICK, '2026-09-07');
  expect(await rowOf(ended.courseId)).toBeDefined();
  await neurologist.post(`/courses/${ended.courseId}/end`, { on: '2026-11-23', reason: 'moved away' });
  const lapsed = await treated(QUICK, '2025-06-02');
  for (const { courseId } of [covered, free, dead, ended, lapsed])
    expect(await rowOf(courseId)).toBeUndefined();
  expect(await rowOf(lapsed.courseId, '&status=lapsed')).toBeDefined();
});

it.each`
  performedOn     | outcome        | listed   | why
  ${'2026-08-24'} | ${'declined'}  | ${false} | ${'said no since the due day'}
  ${'2026-08-31'} | ${'declined'}  | ${false} | ${'said no on the due day'}
  ${'2026-09-07'} | ${'declined'}  | ${false} | ${'said no before the due day, which is still to come'}
  ${'2026-08-24'} | ${'no-answer'} | ${true}  | ${'nobody answered'}
`('$why: listed $listed', async ({ performedOn, outcome, listed }) => {
  const { courseId } = await treated(QUICK, performedOn);
  const call = { channel: 'phone', outcome };
  expect((await service.scheduler.post(`/courses/${courseId}/contacts`, call)).status).toBe(201);
  expect((await rowOf(courseId)) !== undefined).toBe(listed);
  if (!listed) expect(await rowOf(courseId, '&queue=said-no')).toBeDefined();
});

it('asks again at the due day for whom had said no before it', async () => {
  const { courseId } = await treated(QUICK, '2026-09-07');
  await service.scheduler.post(`/courses/${courseId}/contacts`, { channel: 'phone', outcome: 'declined' });
  expect(await rowOf(courseId, '&asOf=2026-11-29')).toBeUndefined();
  expect(await rowOf(courseId, '&asOf=2026-11-30')).toBeDefined();
});

it('takes the filters of the due list, and its pages are disjoint and complete', async () => {
  const { patientId, courseId } = await treated(QUICK, '2026-09-07');
  const ids = async (query: string) =>
    (await list(query)).body.items.map((row: { courseId: string }) => row.courseId);
  expect(await ids(`&patientId=${patientId}`)).toEqual([courseId]);
  expect(await ids(`&patientId=${patientId}&authorization=covered`)).toEqual([]);
  expect(await ids(`&patientId=${patientId}&authorization=missing,covered`)).toEqual([courseId]);
  expect(await ids(`&patientId=${patientId}&to=2026-11-29`)).toEqual([]);
  expect(await ids(`&patientId=${patientId}&to=2027-11-29`)).toEqual([courseId]);
  const all = await ids('');
  const walked: string[] = [];
  let cursor = '';
  do {
    const { body } = await service.scheduler.get(`/worklists/authorizations-to-start?limit=2${cursor}`);
    walked.push(...body.items.map((row: { courseId: string }) => row.courseId));
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
  } while (cursor !== '');
  expect(all.length).toBeGreaterThan(2);
  expect(walked).toEqual(all);
});

it('goes by what the clinic has set for payers whose time is not known', async () => {
  const { courseId } = await treated('Another', '2026-09-21');
  expect(await rowOf(courseId, '&asOf=2026-11-14')).toMatchObject({ leadDays: 30 });
  const { body } = await service.admin.get('/clinic-settings');
  const set = await service.admin.patch('/clinic-settings', body.version, {
    ruleValues: { 'payer.lead': 21 },
  });
  expect(set.status).toBe(200);
  expect(await rowOf(courseId, '&asOf=2026-11-22')).toBeUndefined();
  expect(await rowOf(courseId, '&asOf=2026-11-23')).toMatchObject({ leadDays: 21, startByOn: '2026-11-23' });
});
