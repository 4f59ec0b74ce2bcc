import { startApp, type TestApp } from '../support/app';
import { aSession, logged, registered, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const course = async (id: string) => (await service.neurologist.get(`/courses/${id}`)).body;
const act = (id: string, verb: string, body: object = {}) =>
  service.neurologist.post(`/sessions/${id}/${verb}`, body, { 'if-match': '"1"' });

describe('a due day set by hand', () => {
  /** Set for 21 December, after a session of 14 September. */
  async function overridden(): Promise<{ courseId: string; sessionId: string }> {
    const courseId = await started(service.neurologist);
    const sessionId = await logged(service.neurologist, courseId, { performedOn: '2026-09-14' });
    const { version } = await course(courseId);
    const set = { overrideDueOn: '2026-12-21', overrideReason: 'journey' };
    expect((await service.neurologist.patch(`/courses/${courseId}`, version, set)).status).toBe(200);
    return { courseId, sessionId };
  }

  it.each`
    performedOn     | why
    ${'2026-09-15'} | ${'a day later'}
    ${'2026-09-13'} | ${'a day earlier'}
    ${'2026-09-21'} | ${'a week later'}
  `('stays with its session when that is corrected to $performedOn: $why', async ({ performedOn }) => {
    const { courseId, sessionId } = await overridden();
    expect(
      (await service.neurologist.patch(`/sessions/${sessionId}`, 1, { performedOn })).body,
    ).toMatchObject({ nextDueOn: '2026-12-21' });
    expect((await course(courseId)).forecast).toMatchObject({ basis: 'override', anchorOn: performedOn });
  });

  it('stays with its session through an amendment, and a second one', async () => {
    const { courseId, sessionId } = await overridden();
    await act(sessionId, 'sign');
    const first = await act(sessionId, 'amend', {
      ...aSession(courseId, { performedOn: '2026-09-21' }),
      reason: 'the day was wrong',
    });
    expect(first).toMatchObject({ status: 201, body: { nextDueOn: '2026-12-21' } });
    const second = await act(first.body.id, 'amend', {
      ...aSession(courseId, { performedOn: '2026-09-28' }),
      reason: 'again the wrong day',
    });
    expect(second).toMatchObject({ status: 201, body: { nextDueOn: '2026-12-21' } });
  });

  it('is spent by a later session, which says so, and revived when that one is voided', async () => {
    const { courseId } = await overridden();
    const later = await service.neurologist.post(
      '/sessions',
      aSession(courseId, {
        performedOn: '2026-11-23',
        confirmed: [{ code: 'S02', reason: 'Came early, in pain' }],
      }),
    );
    expect(later.body).toMatchObject({
      nextDueOn: '2027-02-15',
      alsoChanged: [expect.stringContaining('2026-12-21')],
    });
    await act(later.body.id, 'void', { reason: 'another patient' });
    expect((await course(courseId)).forecast).toMatchObject({ dueOn: '2026-12-21', basis: 'override' });
  });

  it('is not spent by a touch-up of the session that it was made after', async () => {
    const { courseId, sessionId } = await overridden();
    const touchUp = {
      performedOn: '2026-09-28',
      continuesId: sessionId,
      injections: [{ muscle: 'trapezius', side: 'left', units: 20 }],
      confirmed: [{ code: 'S02', reason: 'Touched up as agreed' }],
    };
    const { status } = await service.neurologist.post('/sessions', aSession(courseId, touchUp));
    expect(status).toBe(201);
    expect((await course(courseId)).forecast).toMatchObject({ dueOn: '2026-12-21', basis: 'override' });
  });

  it('stays when the session that it was made after is voided: an earlier one is the last', async () => {
    const courseId = await started(service.neurologist);
    await logged(service.neurologist, courseId, { performedOn: '2026-05-04' });
    const last = await logged(service.neurologist, courseId, { performedOn: '2026-09-14' });
    const { version } = await course(courseId);
    const set = { overrideDueOn: '2026-12-21', overrideReason: 'journey' };
    await service.neurologist.patch(`/courses/${courseId}`, version, set);
    await act(last, 'void', { reason: 'another patient' });
    expect((await course(courseId)).forecast).toMatchObject({ anchorOn: '2026-05-04', basis: 'override' });
  });
});

describe('a session', () => {
  const event = { kind: 'dysphagia', onsetOn: '2026-05-10', severity: 'mild', serious: false };

  /** A session of 4 May 2026 with what followed from it. */
  async function followed(by: { response?: object; event?: boolean; end?: string }): Promise<string> {
    const { neurologist } = service;
    const courseId = await started(neurologist, { startedOn: '2026-05-01' });
    const id = await logged(neurologist, courseId, { performedOn: '2026-05-04' });
    if (by.response) await neurologist.put(`/sessions/${id}/response`, by.response);
    if (by.event) await neurologist.post('/adverse-events', { ...event, sessionId: id });
    if (by.end) await neurologist.post(`/courses/${courseId}/end`, { on: by.end, reason: 'moved away' });
    return id;
  }

  const measured = (phase: string) => ({
    measurements: [{ scale: 'twstrs_severity', phase, value: 12, measuredOn: '2026-05-10' }],
  });

  it.each`
    by                                                  | performedOn     | status | says              | why
    ${{ response: { onsetOn: '2026-05-10' } }}          | ${'2026-05-10'} | ${200} | ${''}             | ${'the day of its onset'}
    ${{ response: { onsetOn: '2026-05-10' } }}          | ${'2026-05-11'} | ${409} | ${'onset'}        | ${'past its onset'}
    ${{ response: { woreOffOn: '2026-05-10' } }}        | ${'2026-05-11'} | ${409} | ${'end of its'}   | ${'past its end'}
    ${{ response: { assessedOn: '2026-05-10' } }}       | ${'2026-05-11'} | ${409} | ${'assessment'}   | ${'past its assessment'}
    ${{ response: { stillEffectiveOn: '2026-05-10' } }} | ${'2026-05-11'} | ${409} | ${'still felt'}   | ${'past an effect felt'}
    ${{ response: measured('peak') }}                   | ${'2026-05-11'} | ${409} | ${'measurement'}  | ${'past its measurement'}
    ${{ response: measured('untreated') }}              | ${'2026-05-11'} | ${200} | ${''}             | ${'what was measured before it may be'}
    ${{ event: true }}                                  | ${'2026-05-10'} | ${200} | ${''}             | ${'the day of its side effect'}
    ${{ event: true }}                                  | ${'2026-05-11'} | ${409} | ${'dysphagia'}    | ${'past its side effect'}
    ${{ end: '2026-06-01' }}                            | ${'2026-06-01'} | ${200} | ${''}             | ${'the day of the course’s end'}
    ${{ end: '2026-06-01' }}                            | ${'2026-06-02'} | ${409} | ${'course ended'} | ${'past the course’s end'}
    ${{}}                                               | ${'2026-05-01'} | ${200} | ${''}             | ${'the day of the course’s start'}
    ${{}}                                               | ${'2026-04-30'} | ${409} | ${'course began'} | ${'before the course'}
  `('moves to $performedOn: $status ($why)', async ({ by, performedOn, status, says }) => {
    const id = await followed(by);
    const changed = await service.neurologist.patch(`/sessions/${id}`, 1, { performedOn });
    expect({ status: changed.status, detail: changed.body.detail ?? '' }).toEqual({
      status,
      detail: expect.stringContaining(says),
    });
    if (status === 409) expect(changed.body.errors).toMatchObject([{ pointer: '/performedOn' }]);
  });

  it('is amended by the same rule, and moves once what followed has moved', async () => {
    const { neurologist } = service;
    const id = await followed({ event: true });
    await act(id, 'sign');
    const { courseId } = (await neurologist.get(`/sessions/${id}`)).body;
    const amend = () =>
      act(id, 'amend', { ...aSession(courseId, { performedOn: '2026-05-18' }), reason: 'the day was wrong' });
    expect(await amend()).toMatchObject({ status: 409, body: { errors: [{ code: 'past-what-followed' }] } });
    const [{ id: eventId }] = (await neurologist.get(`/adverse-events?courseId=${courseId}`)).body.items;
    await neurologist.patch(`/adverse-events/${eventId}`, 1, { onsetOn: '2026-05-20' });
    expect((await amend()).status).toBe(201);
    // From now on the corrected day is the one that a side effect may not lie before.
    const early = await neurologist.patch(`/adverse-events/${eventId}`, 2, { onsetOn: '2026-05-17' });
    expect(early).toMatchObject({ status: 400, body: { errors: [{ code: 'before-session' }] } });
  });
});

describe('a patient', () => {
  it.each`
    change                          | status | pointer          | why
    ${{ birthDate: '2026-05-04' }}  | ${200} | ${undefined}     | ${'born on the day of the first session'}
    ${{ birthDate: '2026-05-05' }}  | ${409} | ${'/birthDate'}  | ${'born after a session'}
    ${{ deceasedOn: '2026-08-03' }} | ${200} | ${undefined}     | ${'died on the day of the last thing on record'}
    ${{ deceasedOn: '2026-08-02' }} | ${409} | ${'/deceasedOn'} | ${'died before the effect ended'}
    ${{ deceasedOn: '2026-05-03' }} | ${409} | ${'/deceasedOn'} | ${'died before a session'}
  `('$why: $status', async ({ change, status, pointer }) => {
    const { neurologist } = service;
    const patientId = await registered(neurologist);
    const courseId = await started(neurologist, { patientId });
    const id = await logged(neurologist, courseId, { performedOn: '2026-05-04' });
    await neurologist.put(`/sessions/${id}/response`, { woreOffOn: '2026-08-03' });
    const { version } = (await neurologist.get(`/patients/${patientId}`)).body;
    const answer = await neurologist.patch(`/patients/${patientId}`, version, change);
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.[0].pointer).toBe(pointer);
  });

  it('whose session was voided may be born after it', async () => {
    const { neurologist } = service;
    const patientId = await registered(neurologist);
    const id = await logged(neurologist, await started(neurologist, { patientId }), {
      performedOn: '2026-05-04',
    });
    await act(id, 'void', { reason: 'another patient' });
    const { version } = (await neurologist.get(`/patients/${patientId}`)).body;
    expect(
      (await neurologist.patch(`/patients/${patientId}`, version, { birthDate: '2026-06-01' })).status,
    ).toBe(200);
  });

  it('is not told to have died before a session by a call either', async () => {
    const { neurologist, scheduler } = service;
    const courseId = await started(neurologist);
    await logged(neurologist, courseId, { performedOn: '2026-05-04' });
    const call = { channel: 'phone', outcome: 'deceased', at: '2026-05-03T15:00:00Z' };
    expect(await scheduler.post(`/courses/${courseId}/contacts`, call)).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/at' }] },
    });
  });
});

describe('the start of a course', () => {
  it.each`
    startedOn       | status | why
    ${'2026-05-04'} | ${200} | ${'the day of its first session'}
    ${'2026-05-05'} | ${409} | ${'after its first session'}
    ${'1968-04-12'} | ${200} | ${'the day of birth'}
    ${'1968-04-11'} | ${400} | ${'before birth'}
    ${null}         | ${200} | ${'taken back'}
  `('on $startedOn: $status ($why)', async ({ startedOn, status }) => {
    const { neurologist } = service;
    const courseId = await started(neurologist, { startedOn: '2026-05-01' });
    await logged(neurologist, courseId, { performedOn: '2026-05-04' });
    const { version } = await course(courseId);
    expect((await neurologist.patch(`/courses/${courseId}`, version, { startedOn })).status).toBe(status);
  });
});
