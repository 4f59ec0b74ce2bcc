import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

/** A course due on 7 December. */
async function treated(given?: Record<string, unknown>): Promise<string> {
  const courseId = await started(service.neurologist, given);
  await logged(service.neurologist, courseId, { performedOn: '2026-09-14' });
  return courseId;
}

async function rowOf(courseId: string, asOf = '2026-11-23') {
  const { body } = await service.scheduler.get(`/due-list?limit=500&asOf=${asOf}`);
  return body.items.find((item: { courseId: string }) => item.courseId === courseId);
}

const book = (courseId: string, body: object = {}) =>
  service.scheduler.post(`/courses/${courseId}/appointments`, { startsAt: '2026-12-07T15:00:00Z', ...body });

describe('an appointment', () => {
  it('books the course for its day and before, the next one of several; cancelled it books no more', async () => {
    const courseId = await treated();
    expect((await rowOf(courseId)).booked).toBeNull();
    const later = (await book(courseId, { startsAt: '2026-12-14T09:00:00-05:00' })).body;
    const next = (await book(courseId, { durationMin: 45, note: 'wheelchair' })).body;
    expect(next).toMatchObject({
      startsAt: '2026-12-07T15:00:00.000Z',
      durationMin: 45,
      status: 'booked',
      note: 'wheelchair',
      version: 1,
    });
    expect(later).toMatchObject({ startsAt: '2026-12-14T14:00:00.000Z', durationMin: 30 });
    expect((await rowOf(courseId)).booked).toEqual({ appointmentId: next.id, startsAt: next.startsAt });
    expect((await rowOf(courseId, '2026-12-07')).booked.appointmentId).toBe(next.id);
    expect((await rowOf(courseId, '2026-12-08')).booked.appointmentId).toBe(later.id);
    expect((await rowOf(courseId, '2026-12-15')).booked).toBeNull();
    expect((await service.neurologist.get(`/courses/${courseId}`)).body.booked.appointmentId).toBe(next.id);
    for (const [id, status] of [
      [next.id, 'cancelled'],
      [later.id, 'no-show'],
    ]) {
      expect(await service.scheduler.patch(`/appointments/${id}`, 1, { status })).toMatchObject({
        status: 200,
        body: { status, version: 2 },
      });
    }
    expect((await rowOf(courseId)).booked).toBeNull();
  });

  it('changes with its version only', async () => {
    const { id } = (await book(await treated())).body;
    expect((await service.scheduler.patch(`/appointments/${id}`, 2, { status: 'attended' })).status).toBe(
      412,
    );
    expect(
      await service.scheduler.patch(`/appointments/${id}`, 1, {
        startsAt: '2026-12-08T15:00:00Z',
        note: null,
      }),
    ).toMatchObject({ status: 200, body: { startsAt: '2026-12-08T15:00:00.000Z', status: 'booked' } });
  });

  it('is not moved or booked again once the course has ended, but told what became of it', async () => {
    const courseId = await treated();
    const { id } = (await book(courseId)).body;
    await service.neurologist.post(`/courses/${courseId}/end`, { on: '2026-11-23', reason: 'remission' });
    const patch = (version: number, body: object) =>
      service.scheduler.patch(`/appointments/${id}`, version, body);
    expect((await patch(2, { startsAt: '2026-12-08T15:00:00Z' })).status).toBe(409);
    expect(await patch(2, { note: 'told by telephone' })).toMatchObject({
      status: 200,
      body: { status: 'cancelled', cancelReason: expect.stringContaining('ended') as string },
    });
    expect((await patch(3, { status: 'booked' })).status).toBe(409);
  });

  it('is booked once for one id', async () => {
    const courseId = await treated();
    const id = randomUUID();
    expect([
      (await book(courseId, { id })).status,
      (await book(courseId, { id })).status,
      (await book(courseId, { id, durationMin: 60 })).status,
    ]).toEqual([201, 200, 409]);
    expect((await service.scheduler.get(`/appointments?courseId=${courseId}`)).body.items).toHaveLength(1);
  });

  it.each`
    body                                    | pointer           | why
    ${{ startsAt: '2026-12-07' }}           | ${'/startsAt'}    | ${'a day is no moment'}
    ${{ startsAt: '2026-12-07T15:00:00' }}  | ${'/startsAt'}    | ${'without its offset'}
    ${{ startsAt: '2026-02-30T15:00:00Z' }} | ${'/startsAt'}    | ${'no such day'}
    ${{ startsAt: '2026-12-07T25:00:00Z' }} | ${'/startsAt'}    | ${'no such hour'}
    ${{ durationMin: 4 }}                   | ${'/durationMin'} | ${'too short'}
    ${{ durationMin: 481 }}                 | ${'/durationMin'} | ${'too long'}
    ${{ room: 3 }}                          | ${'/room'}        | ${'no field of ours'}
  `('is refused: $why', async ({ body, pointer }: { body: object; pointer: string }) => {
    expect(await book(await treated(), body)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it('is found by days of the clinic’s calendar, both included', async () => {
    const courseId = await treated();
    const midnight = { first: '2026-12-07T05:00:00Z', last: '2026-12-08T04:59:59Z' };
    for (const startsAt of ['2026-12-07T04:59:59Z', midnight.first, midnight.last, '2026-12-08T05:00:00Z'])
      await book(courseId, { startsAt });
    const { body } = await service.scheduler.get(
      `/appointments?courseId=${courseId}&from=2026-12-07&to=2026-12-07`,
    );
    expect(body.items.map((item: { startsAt: string }) => item.startsAt)).toEqual([
      '2026-12-07T05:00:00.000Z',
      '2026-12-08T04:59:59.000Z',
    ]);
  });

  it('for a course that nobody knows: 404', async () => {
    expect((await book(randomUUID())).status).toBe(404);
  });
});
