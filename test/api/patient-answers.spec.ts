import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started, voids } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

/** A course with a session of 4 May and one of 10 August. */
async function treated(): Promise<{ courseId: string; earlierId: string; sessionId: string }> {
  const courseId = await started(service.neurologist);
  const earlierId = await logged(service.neurologist, courseId, { performedOn: '2026-05-04' });
  const sessionId = await logged(service.neurologist, courseId, { performedOn: '2026-08-10' });
  return { courseId, earlierId, sessionId };
}

const STILL = { answeredOn: '2026-11-23', stillEffective: true, channel: 'telephone' };
const WORN_OFF = {
  answeredOn: '2026-11-23',
  stillEffective: false,
  woreOffOn: '2026-11-02',
  helpedPct: 60,
  trouble: 'a dry mouth',
  channel: 'telephone',
};

const says = (courseId: string, body: object) =>
  service.scheduler.post(`/courses/${courseId}/patient-answers`, body);
const answersOf = async (courseId: string, query = '') =>
  (await service.neurologist.get(`/courses/${courseId}/patient-answers${query}`)).body.items;

describe('a patient’s answer', () => {
  it('is written by a scheduler, who is told no more than that, and read by a neurologist', async () => {
    const { courseId, sessionId } = await treated();
    const written = await says(courseId, WORN_OFF);
    expect(written.status).toBe(201);
    expect(written.body).toEqual({
      id: expect.any(String),
      courseId,
      sessionId,
      answeredOn: '2026-11-23',
      channel: 'telephone',
      createdAt: expect.any(String),
    });
    expect((await service.scheduler.get(`/courses/${courseId}/patient-answers`)).status).toBe(403);
    expect(await answersOf(courseId)).toMatchObject([
      {
        ...WORN_OFF,
        sessionId,
        askedBy: service.scheduler.userId,
        alert: null,
        outcome: null,
        settledBy: null,
      },
    ]);
  });

  it('sent twice is written once, and another body under its id is refused', async () => {
    const { courseId } = await treated();
    const body = { ...STILL, id: randomUUID() };
    const [first, again] = [await says(courseId, body), await says(courseId, body)];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect((await says(courseId, { ...body, stillEffective: false })).status).toBe(409);
    expect(await answersOf(courseId)).toHaveLength(1);
  });

  it('is about the latest session before its day, or the one that is named by any of its versions', async () => {
    const { courseId, earlierId, sessionId } = await treated();
    expect((await says(courseId, STILL)).body.sessionId).toBe(sessionId);
    const onTheDay = { ...STILL, answeredOn: '2026-08-10' };
    expect((await says(courseId, onTheDay)).body.sessionId).toBe(earlierId);
    expect((await says(courseId, { ...STILL, sessionId: earlierId })).body.sessionId).toBe(earlierId);
  });

  it('decides nothing: neither due day nor trend nor response moves', async () => {
    const { courseId, sessionId } = await treated();
    const before = (await service.neurologist.get(`/courses/${courseId}`)).body;
    await says(courseId, WORN_OFF);
    const { body } = await service.neurologist.get(`/courses/${courseId}`);
    expect({ ...body, updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 });
    expect((await service.neurologist.get(`/sessions/${sessionId}/response`)).status).toBe(404);
  });

  it.each`
    trouble                               | alert                 | why
    ${'trouble swallowing since Tuesday'} | ${'swallowing'}       | ${'swallowing'}
    ${'Short of breath'}                  | ${'breathing'}        | ${'breathing'}
    ${'weak legs'}                        | ${'distant-weakness'} | ${'weakness far from the neck'}
    ${'my neck is weak'}                  | ${null}               | ${'weakness of what was injected'}
    ${'a dry mouth'}                      | ${null}               | ${'local'}
  `('$trouble: $alert ($why)', async ({ trouble, alert }) => {
    const { courseId } = await treated();
    await says(courseId, { ...STILL, trouble });
    expect(await answersOf(courseId)).toMatchObject([{ trouble, alert }]);
  });

  it.each`
    body                                                  | status | pointer              | why
    ${{ answeredOn: '2026-11-24' }}                       | ${400} | ${'/answeredOn'}     | ${'tomorrow'}
    ${{ answeredOn: '2026-05-04' }}                       | ${409} | ${'/answeredOn'}     | ${'nothing was given before'}
    ${{ stillEffective: undefined }}                      | ${400} | ${'/stillEffective'} | ${'left out'}
    ${{ stillEffective: 'yes' }}                          | ${400} | ${'/stillEffective'} | ${'no answer'}
    ${{ woreOffOn: '2026-11-02' }}                        | ${400} | ${'/woreOffOn'}      | ${'still working and worn off'}
    ${{ stillEffective: false, woreOffOn: '2026-08-09' }} | ${400} | ${'/woreOffOn'}      | ${'before the session'}
    ${{ helpedPct: 101 }}                                 | ${400} | ${'/helpedPct'}      | ${'more than all'}
    ${{ trouble: ' ' }}                                   | ${400} | ${'/trouble'}        | ${'says nothing'}
    ${{ channel: 'phone' }}                               | ${400} | ${'/channel'}        | ${'the word of contacts'}
    ${{ sessionId: randomUUID() }}                        | ${400} | ${'/sessionId'}      | ${'no session of this course'}
    ${{ note: 'x' }}                                      | ${400} | ${'/note'}           | ${'no field of an answer'}
  `('$body is refused: $why', async ({ body, status, pointer }) => {
    const { courseId } = await treated();
    expect(await says(courseId, { ...STILL, ...body })).toMatchObject({
      status,
      body: { errors: [{ pointer }] },
    });
    expect(await answersOf(courseId)).toEqual([]);
  });

  it('needs a session, and a patient who lives', async () => {
    const courseId = await started(service.neurologist);
    expect((await says(courseId, STILL)).status).toBe(409);
    const patientId = await registered(service.neurologist);
    const ended = await started(service.neurologist, { patientId });
    await logged(service.neurologist, ended, { performedOn: '2026-08-10' });
    const { body } = await service.neurologist.get(`/patients/${patientId}`);
    await service.neurologist.patch(`/patients/${patientId}`, body.version, { deceasedOn: '2026-10-01' });
    expect(await says(ended, STILL)).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'after-death' }] },
    });
    expect((await says(ended, { ...STILL, answeredOn: '2026-09-30' })).status).toBe(201);
  });
});

describe('a neurologist', () => {
  const records = (sessionId: string, body: object) =>
    service.neurologist.put(`/sessions/${sessionId}/response`, body);

  it('confirms it as it was given: the response names its source and moves the course', async () => {
    const { courseId, sessionId } = await treated();
    const { id } = (await says(courseId, WORN_OFF)).body;
    const taken = { woreOffOn: '2026-11-02', improvementPct: 60, assessedOn: '2026-11-23', answerId: id };
    expect(await records(sessionId, taken)).toMatchObject({ status: 200, body: taken });
    expect(await answersOf(courseId)).toMatchObject([
      { outcome: 'confirmed', settledBy: service.neurologist.userId, settledAt: '2026-11-23T17:00:00.000Z' },
    ]);
    expect(await answersOf(courseId, '?open=true')).toEqual([]);
    const { body } = await service.neurologist.get(`/courses/${courseId}`);
    expect(body.effectWindow.usableLengths).toBe(1);
  });

  it('corrects it, and what was said before it is settled with it', async () => {
    const { courseId, sessionId } = await treated();
    await says(courseId, { ...STILL, answeredOn: '2026-09-14' });
    const { id } = (await says(courseId, WORN_OFF)).body;
    await records(sessionId, { woreOffOn: '2026-10-26', answerId: id });
    const outcomes = (await answersOf(courseId)).map((answer: { outcome: string }) => answer.outcome);
    expect(outcomes).toEqual(['corrected', 'corrected']);
  });

  it('who records a response without looking at it leaves it waiting', async () => {
    const { courseId, sessionId } = await treated();
    await says(courseId, WORN_OFF);
    await records(sessionId, { pgic: 2 });
    expect(await answersOf(courseId, '?open=true')).toHaveLength(1);
  });

  it('cannot confirm what was said of another session', async () => {
    const { courseId, earlierId } = await treated();
    const { id } = (await says(courseId, STILL)).body;
    const refusal = await records(earlierId, { pgic: 2, answerId: id });
    expect(refusal).toMatchObject({ status: 400, body: { errors: [{ pointer: '/answerId' }] } });
    expect((await service.neurologist.get(`/sessions/${earlierId}/response`)).status).toBe(404);
  });

  it('hears of one that waits until the session is void', async () => {
    const { courseId, sessionId } = await treated();
    await says(courseId, { ...STILL, trouble: 'trouble swallowing' });
    await voids(service.neurologist, sessionId);
    expect((await says(courseId, { ...STILL, sessionId })).status).toBe(400);
  });
});

it('answers come a page at a time, and what changed since a moment', async () => {
  const { courseId } = await treated();
  for (const answeredOn of ['2026-09-01', '2026-10-01', '2026-11-01'])
    await says(courseId, { ...STILL, answeredOn });
  const path = `/courses/${courseId}/patient-answers`;
  const first = (await service.neurologist.get(`${path}?limit=2`)).body;
  const second = (await service.neurologist.get(`${path}?limit=2&cursor=${first.nextCursor}`)).body;
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
  expect(await answersOf(courseId, '?updatedSince=2100-01-01T00:00:00Z')).toEqual([]);
});
