import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';

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
const contact = (courseId: string, body: object) =>
  service.scheduler.post(`/courses/${courseId}/contacts`, {
    channel: 'phone',
    outcome: 'no-answer',
    ...body,
  });

describe('a contact', () => {
  it('is now unless it says when; the latest stands on the due list and says whether the course is snoozed', async () => {
    const courseId = await treated();
    const first = await contact(courseId, {
      outcome: 'call-later',
      snoozeUntilOn: '2026-12-01',
      note: 'on a journey',
    });
    expect(first).toMatchObject({
      status: 201,
      body: { at: '2026-11-23T17:00:00.000Z', snoozeUntilOn: '2026-12-01' },
    });
    expect(await rowOf(courseId)).toMatchObject({
      snoozedUntil: '2026-12-01',
      lastContact: { at: '2026-11-23T17:00:00.000Z', outcome: 'call-later' },
    });
    expect((await rowOf(courseId, '2026-11-30')).snoozedUntil).toBe('2026-12-01');
    expect((await rowOf(courseId, '2026-12-01')).snoozedUntil).toBeNull();
    await contact(courseId, { at: '2026-11-22T17:00:00Z', outcome: 'no-answer' });
    expect((await rowOf(courseId)).lastContact.outcome).toBe('call-later');
    await contact(courseId, { outcome: 'agreed', at: '2026-11-23T17:00:30Z' });
    expect(await rowOf(courseId)).toMatchObject({ snoozedUntil: null, lastContact: { outcome: 'agreed' } });
    const { body } = await service.scheduler.get(`/courses/${courseId}/contacts`);
    expect(body.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'agreed',
      'call-later',
      'no-answer',
    ]);
  });

  it.each`
    body                                                   | pointer             | why
    ${{ at: '2026-11-23T18:00:00Z' }}                      | ${'/at'}            | ${'in an hour'}
    ${{ at: '1968-04-11T12:00:00Z', outcome: 'deceased' }} | ${'/at'}            | ${'before the birth'}
    ${{ snoozeUntilOn: '2026-11-23' }}                     | ${'/snoozeUntilOn'} | ${'snoozed until today'}
    ${{ snoozeUntilOn: '2027-11-25' }}                     | ${'/snoozeUntilOn'} | ${'snoozed for more than a year'}
    ${{ channel: 'pigeon' }}                               | ${'/channel'}       | ${'no such channel'}
    ${{ outcome: 'cured' }}                                | ${'/outcome'}       | ${'no such outcome'}
  `('is refused: $why', async ({ body, pointer }: { body: object; pointer: string }) => {
    expect(await contact(await treated(), body)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer }] },
    });
  });

  it('is logged once for one id', async () => {
    const courseId = await treated();
    const id = randomUUID();
    expect([
      (await contact(courseId, { id })).status,
      (await contact(courseId, { id })).status,
      (await contact(courseId, { id, channel: 'sms' })).status,
    ]).toEqual([201, 200, 409]);
  });

  it.each(['declined', 'moved', 'agreed', 'no-answer'])(
    '%s leaves the course on the due list',
    async (outcome) => {
      const courseId = await treated();
      await contact(courseId, { outcome });
      expect(await rowOf(courseId)).toMatchObject({ lastContact: { outcome } });
    },
  );

  it('deceased takes all courses of the patient off the due list; taking the death back returns them', async () => {
    const patientId = await registered(service.neurologist);
    const courses = [
      await treated({ patientId }),
      await started(service.neurologist, { patientId, indication: 'tremor' }),
    ];
    await contact(courses[1]!, { outcome: 'deceased', at: '2026-11-20T15:00:00Z' });
    const { body } = await service.scheduler.get(`/patients/${patientId}`);
    expect(body).toMatchObject({ deceasedOn: '2026-11-20', version: 2 });
    expect(await rowOf(courses[0]!)).toBeUndefined();
    expect((await service.neurologist.get(`/courses/${courses[0]}`)).body).toMatchObject({
      status: 'active',
      forecast: { dueOn: '2026-12-07' },
    });
    expect((await book(courses[0]!)).status).toBe(409);
    expect(
      (
        await service.neurologist.post('/courses', {
          patientId,
          indication: 'blepharospasm',
          plannedProduct: 'ona',
        })
      ).status,
    ).toBe(409);
    expect((await service.scheduler.patch(`/patients/${patientId}`, 2, { deceasedOn: null })).status).toBe(
      200,
    );
    expect(await rowOf(courses[0]!)).toMatchObject({ dueOn: '2026-12-07' });
  });
});
