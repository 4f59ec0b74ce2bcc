import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

/** A course whose latest session was on 14 September: due on 7 December. */
async function treated(given?: Record<string, unknown>): Promise<string> {
  const courseId = await started(service.neurologist, given);
  await logged(service.neurologist, courseId, { performedOn: '2026-09-14' });
  return courseId;
}

async function course(id: string, asOf?: string) {
  return (await service.neurologist.get(`/courses/${id}${asOf ? `?asOf=${asOf}` : ''}`)).body;
}

describe('holds', () => {
  it('keep the course waiting until their day, the latest of several; lifting one ends it', async () => {
    const { neurologist } = service;
    const id = await treated();
    const hold = (untilOn: string) =>
      neurologist.post(`/courses/${id}/holds`, { untilOn, reason: 'pregnancy' });
    await hold('2026-12-21');
    const { body } = await hold('2027-03-01');
    expect(body).toMatchObject({ onHold: true, forecast: { earliestOn: '2027-03-01', dueOn: '2027-03-01' } });
    expect([(await course(id, '2027-02-28')).onHold, (await course(id, '2027-03-01')).onHold]).toEqual([
      true,
      false,
    ]);
    const lift = `/courses/${id}/holds/${body.holds.at(-1).id}/lift`;
    expect(await neurologist.post(lift, { reason: 'born' })).toMatchObject({
      status: 200,
      body: { forecast: { dueOn: '2026-12-21' }, holds: [{ liftedAt: null }, { liftReason: 'born' }] },
    });
    expect((await neurologist.post(lift, { reason: 'again' })).status).toBe(409);
    const elsewhere = lift.replace(id, await treated());
    expect((await neurologist.post(elsewhere, { reason: 'another course' })).status).toBe(404);
  });

  it('write once for one id', async () => {
    const id = await treated();
    const body = { id: randomUUID(), untilOn: '2027-01-11', reason: 'infection' };
    const send = (more: object) => service.neurologist.post(`/courses/${id}/holds`, { ...body, ...more });
    expect([
      (await send({})).status,
      (await send({})).status,
      (await send({ reason: 'another' })).status,
    ]).toEqual([201, 200, 409]);
    expect((await course(id)).holds).toHaveLength(1);
  });
});

describe('the end', () => {
  it.each`
    on              | status | why
    ${'2026-09-13'} | ${400} | ${'before the latest session'}
    ${'2026-09-14'} | ${200} | ${'on its day'}
    ${'2026-11-23'} | ${200} | ${'today'}
    ${'2026-11-24'} | ${400} | ${'tomorrow'}
  `('on $on: $status ($why)', async ({ on, status }: { on: string; status: number }) => {
    const id = await treated();
    expect((await service.neurologist.post(`/courses/${id}/end`, { on, reason: 'done' })).status).toBe(
      status,
    );
  });

  it('takes the course off the due list and leaves it in the record; nothing more is given in it', async () => {
    const { neurologist, scheduler } = service;
    const patientId = await registered(neurologist, { familyName: 'Endfield' });
    const id = await treated({ patientId });
    const listed = async () => (await scheduler.get('/due-list?q=endfield')).body.items.length;
    expect(await listed()).toBe(1);
    const end = { on: '2026-11-23', reason: 'remission' };
    expect((await neurologist.post(`/courses/${id}/end`, end)).body).toMatchObject({
      status: 'ended',
      endReason: 'remission',
    });
    expect((await neurologist.post(`/courses/${id}/end`, end)).status).toBe(200);
    expect((await neurologist.post(`/courses/${id}/end`, { ...end, reason: 'other' })).status).toBe(409);
    expect(await listed()).toBe(0);
    const found = async (query: string) =>
      (await neurologist.get(`/courses?patientId=${patientId}${query}`)).body.items.length;
    expect([await found(''), await found('&status=ended'), await found('&status=active')]).toEqual([1, 1, 0]);
    expect((await neurologist.get(`/courses/${id}/sessions`)).body.items).toHaveLength(1);
    const more = await neurologist.post('/sessions', {
      courseId: id,
      performedOn: '2026-11-23',
      product: 'ona',
      injections: [{ muscle: 'trapezius', side: 'left', units: 5 }],
    });
    expect(more.status).toBe(409);
    const visit = await scheduler.post(`/courses/${id}/appointments`, { startsAt: '2026-12-07T15:00:00Z' });
    expect(visit.status).toBe(409);
  });
});
