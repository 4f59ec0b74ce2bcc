import { startApp, type TestApp } from '../support/app';
import { aSession, logged, registered, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
}

/** What the check says of a session of one course, of the codes that hold it back. */
async function found(courseId: string, given: object = {}): Promise<Found[]> {
  const { status, body } = await service.neurologist.post(
    '/sessions/check',
    aSession(courseId, { performedOn: '2026-11-23', ...given }),
  );
  expect(status).toBe(200);
  return (body.findings as Found[]).filter(({ code }) => ['S21', 'S26', 'S27', 'S29'].includes(code));
}

const codes = async (courseId: string, given?: object): Promise<string> =>
  (await found(courseId, given)).map(({ code, severity }) => `${code} ${severity}`).join(', ');

/** Two courses of one patient, nothing given in them. */
async function twoCourses(): Promise<{ patientId: string; neck: string; leg: string }> {
  const patientId = await registered(service.neurologist, { birthDate: '1960-02-03' });
  const neck = await started(service.neurologist, { patientId });
  const leg = await started(service.neurologist, {
    patientId,
    indication: 'spasticity_lower',
    side: 'left',
    etiology: 'stroke',
  });
  return { patientId, neck, leg };
}

const LEG = { injections: [{ muscle: 'soleus', side: 'left', units: 75 }] };

async function held(courseId: string, given: object) {
  const { status, body } = await service.neurologist.post(`/courses/${courseId}/holds`, {
    untilOn: '2027-03-01',
    ...given,
  });
  expect(status).toBe(201);
  return body;
}

describe('a hold', () => {
  it('is asked about in every course of the patient, until it is lifted in either', async () => {
    const { neurologist } = service;
    const { neck, leg } = await twoCourses();
    expect([await codes(neck), await codes(leg, LEG)]).toEqual(['', '']);
    const [hold] = (await held(neck, { reason: 'Pregnant, due in February' })).holds;
    expect(hold).toMatchObject({ courseId: neck, fromOn: '2026-11-23', concerns: 'patient' });
    expect([await codes(neck), await codes(leg, LEG)]).toEqual(['S26 confirm', 'S26 confirm']);
    expect((await found(leg, LEG))[0]!.message).toContain('Pregnant, due in February');

    const refused = await neurologist.post('/sessions', aSession(neck, { performedOn: '2026-11-23' }));
    expect(refused).toMatchObject({ status: 422, body: { findings: [{ code: 'S26' }] } });
    expect((await neurologist.get(`/courses/${leg}`)).body).toMatchObject({
      onHold: true,
      holds: [{ courseId: neck }],
    });

    const lift = await neurologist.post(`/courses/${leg}/holds/${hold.id}/lift`, {
      reason: 'not pregnant after all',
    });
    expect(lift.status).toBe(200);
    expect([await codes(neck), await codes(leg, LEG)]).toEqual(['', '']);
    await logged(neurologist, neck, { performedOn: '2026-11-23' });
  });

  it.each`
    given                                                          | neck             | leg              | why
    ${{ reason: 'wishes a pause' }}                                | ${'S26 confirm'} | ${''}            | ${'a wish about one course'}
    ${{ reason: 'wishes a pause', concerns: 'patient' }}           | ${'S26 confirm'} | ${'S26 confirm'} | ${'said to concern the patient'}
    ${{ reason: 'infected nail of the foot', concerns: 'course' }} | ${'S26 confirm'} | ${''}            | ${'said to concern the course'}
    ${{ reason: 'aspiration pneumonia, do not inject' }}           | ${'S26 confirm'} | ${'S26 confirm'} | ${'swallowing'}
    ${{ reason: 'fever', untilOn: '2026-11-24' }}                  | ${'S26 confirm'} | ${'S26 confirm'} | ${'the day before its end'}
    ${{ reason: 'fever', untilOn: '2026-11-23' }}                  | ${''}            | ${''}            | ${'its end is today'}
    ${{ reason: 'fever', untilOn: '2026-11-01' }}                  | ${''}            | ${''}            | ${'it has passed'}
  `('$given: $why', async ({ given, neck, leg }: { given: object; neck: string; leg: string }) => {
    const courses = await twoCourses();
    await held(courses.neck, given);
    expect([await codes(courses.neck), await codes(courses.leg, LEG)]).toEqual([neck, leg]);
  });

  it('does not ask about a session given before it began', async () => {
    const { neck } = await twoCourses();
    await held(neck, { reason: 'surgery', fromOn: '2026-11-16' });
    expect(await codes(neck, { performedOn: '2026-11-15' })).toBe('');
    expect(await codes(neck, { performedOn: '2026-11-16' })).toBe('S26 confirm');
  });

  it.each`
    given                                              | pointer
    ${{ fromOn: '2026-11-24' }}                        | ${'/fromOn'}
    ${{ fromOn: '2026-11-20', untilOn: '2026-11-19' }} | ${'/fromOn'}
    ${{ concerns: 'clinic' }}                          | ${'/concerns'}
  `('$given is refused', async ({ given, pointer }: { given: object; pointer: string }) => {
    const { neck } = await twoCourses();
    const { status, body } = await service.neurologist.post(`/courses/${neck}/holds`, {
      untilOn: '2027-03-01',
      reason: 'surgery',
      ...given,
    });
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('of the patient keeps the other course waiting on the due list too', async () => {
    const { neck, leg } = await twoCourses();
    await logged(service.neurologist, leg, { performedOn: '2026-09-14', ...LEG });
    await held(neck, { reason: 'breast-feeding' });
    expect((await service.neurologist.get(`/courses/${leg}`)).body).toMatchObject({
      onHold: true,
      forecast: { earliestOn: '2027-03-01', dueOn: '2027-03-01' },
    });
  });
});

describe('an end', () => {
  it('of the course: refused from its day on, asked about before it, in the check as in the save', async () => {
    const { neurologist } = service;
    const { neck } = await twoCourses();
    await logged(neurologist, neck, { performedOn: '2026-06-01' });
    await neurologist.post(`/courses/${neck}/end`, { on: '2026-11-20', reason: 'moved away' });
    const posted = (performedOn: string, more: object = {}) =>
      neurologist.post('/sessions', aSession(neck, { performedOn, ...more }));
    expect(await codes(neck, { performedOn: '2026-11-20' })).toBe('S29 stop');
    expect(await posted('2026-11-20')).toMatchObject({
      status: 409,
      body: { findings: [{ code: 'S29', severity: 'stop' }] },
    });
    expect(await codes(neck, { performedOn: '2026-11-19' })).toBe('S29 confirm');
    expect(await posted('2026-11-19')).toMatchObject({ status: 422, body: { findings: [{ code: 'S29' }] } });
    const confirmed = [{ code: 'S29', reason: 'found among the papers of last week' }];
    expect((await posted('2026-11-19', { confirmed })).status).toBe(201);
  });

  it('does not stop the correction of a session given before, and stops moving it past the end', async () => {
    const { neurologist } = service;
    const { neck } = await twoCourses();
    const sessionId = await logged(neurologist, neck, { performedOn: '2026-06-01' });
    await neurologist.post(`/courses/${neck}/end`, { on: '2026-11-20', reason: 'moved away' });
    const change = (version: number, body: object) =>
      neurologist.patch(`/sessions/${sessionId}`, version, body);
    expect((await change(1, { note: 'left out at first' })).status).toBe(200);
    expect(await change(2, { performedOn: '2026-11-21' })).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/performedOn' }] },
    });
  });

  it('by death: refused after its day, asked about on it, free before', async () => {
    const { neurologist } = service;
    const { patientId, neck } = await twoCourses();
    const { version } = (await neurologist.get(`/patients/${patientId}`)).body;
    expect(
      (await neurologist.patch(`/patients/${patientId}`, version, { deceasedOn: '2026-11-20' })).status,
    ).toBe(200);
    expect(await codes(neck, { performedOn: '2026-11-19' })).toBe('');
    expect(await codes(neck, { performedOn: '2026-11-20' })).toBe('S29 confirm');
    expect(await codes(neck, { performedOn: '2026-11-21' })).toBe('S29 stop');
    expect(await neurologist.post('/sessions', aSession(neck, { performedOn: '2026-11-21' }))).toMatchObject({
      status: 422,
      body: { findings: [{ code: 'S29' }] },
    });
  });
});

describe('a side effect', () => {
  const DYSPHAGIA = { kind: 'dysphagia', onsetOn: '2026-06-08', severity: 'severe', serious: true };

  async function reported(sessionId: string, given: object = {}): Promise<string> {
    const { status, body } = await service.neurologist.post('/adverse-events', {
      sessionId,
      ...DYSPHAGIA,
      ...given,
    });
    expect(status).toBe(201);
    return body.id as string;
  }

  it('that was serious is named with its dose and muscles, in the other course too, until one was borne', async () => {
    const { neurologist } = service;
    const { neck, leg } = await twoCourses();
    const sessionId = await logged(neurologist, neck, { performedOn: '2026-06-01' });
    const eventId = await reported(sessionId);
    await neurologist.post(`/adverse-events/${eventId}/answers`, {
      decision: 'seen',
      note: 'swallows again',
    });
    expect([await codes(neck), await codes(leg, LEG)]).toEqual(['S27 confirm', 'S27 confirm']);
    expect((await found(neck))[0]!.message).toMatch(
      /^Severe dysphagia, serious, from 2026-06-08 after the session of 2026-06-01: 130 U Botox \(splenius capitis right 80 U, trapezius right 50 U\)/,
    );
    await logged(neurologist, neck, {
      performedOn: '2026-08-31',
      confirmed: [{ code: 'S27', reason: 'swallowing is well again' }],
    });
    expect([await codes(neck), await codes(leg, LEG)]).toEqual(['', '']);
  });

  it('stays with the session through its amendment, and decides nothing once that is void', async () => {
    const { neurologist } = service;
    const { neck } = await twoCourses();
    const first = await logged(neurologist, neck, { performedOn: '2026-06-01' });
    await reported(first);
    await neurologist.post(`/sessions/${first}/sign`, {}, { 'if-match': '"1"' });
    const { courseId: _courseId, ...content } = aSession(neck, { performedOn: '2026-06-02' });
    const amended = await neurologist.post(`/sessions/${first}/amend`, {
      ...content,
      reason: 'given a day later',
    });
    expect(amended.status).toBe(201);
    expect(await codes(neck)).toBe('S21 confirm, S27 confirm');
    await neurologist.post(`/sessions/${amended.body.id}/void`, { reason: 'entered in the wrong course' });
    expect(await codes(neck)).toBe('');
  });

  it('of a void session no longer says that toxin was not tolerated', async () => {
    const { neurologist } = service;
    const { neck } = await twoCourses();
    const untried = async () =>
      (
        await neurologist.post(
          '/sessions/check',
          aSession(neck, {
            performedOn: '2026-11-23',
            product: 'rima',
            injections: [{ muscle: 'splenius_capitis', side: 'right', units: 2500 }],
          }),
        )
      ).body.findings.filter(({ code }: Found) => code === 'S07').length;
    await logged(neurologist, neck, { performedOn: '2025-06-01' });
    const twice = await logged(neurologist, neck, { performedOn: '2025-12-01' });
    expect(await untried()).toBe(0);
    await reported(twice, { onsetOn: '2025-12-08' });
    expect(await untried()).toBe(1);
    const wrong = { reason: 'another patient’s session' };
    expect((await neurologist.post(`/sessions/${twice}/void`, wrong, { 'if-match': '"1"' })).status).toBe(
      200,
    );
    expect(await untried()).toBe(0);
  });
});
