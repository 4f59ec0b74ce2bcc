import { startApp, type TestApp } from '../support/app';
import { logged, registered, signs, started, voids } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const TYPED_VIAL = {
  lotNumber: 'C1',
  expiresOn: '2027-12-31',
  vialUnits: 200,
  diluentMl: 2,
  unitsDiscarded: 70,
};

async function aCourse(): Promise<{ courseId: string; sessions: string[] }> {
  const patientId = await registered(service.neurologist, { payer: 'Aetna' });
  const courseId = await started(service.neurologist, { patientId, diagnosisCode: 'G24.3' });
  const sessions: string[] = [];
  for (const performedOn of ['2026-02-02', '2026-05-04', '2026-08-03']) {
    sessions.push(await logged(service.neurologist, courseId, { performedOn, vials: [TYPED_VIAL] }));
  }
  return { courseId, sessions };
}

const packetOf = (courseId: string, query = '') =>
  service.neurologist.get(`/courses/${courseId}/appeal-packet${query}`);

it('holds the last two treatments with lots, waste, scales before and after, and who signed', async () => {
  const { courseId, sessions } = await aCourse();
  const measurements = [
    { scale: 'twstrs_total', phase: 'cycle-start', value: 42, measuredOn: '2026-08-03' },
    { scale: 'twstrs_total', phase: 'peak', value: 21, measuredOn: '2026-09-07' },
  ];
  const response = { assessedOn: '2026-09-07', improvementPct: 60, measurements };
  await service.neurologist.put(`/sessions/${sessions[2]}/response`, response);
  await signs(service.neurologist, sessions[2]!);
  const { status, body } = await packetOf(courseId);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    from: '2026-05-04',
    to: '2026-11-23',
    payer: 'Aetna',
    draft: true,
    diagnosis: { indication: 'cervical_dystonia', diagnosisCode: 'G24.3' },
    sessions: [
      { id: sessions[1], signedBy: null },
      {
        id: sessions[2],
        product: 'ona',
        totalUnits: 130,
        vials: [{ lotNumber: 'C1', unitsDiscarded: 70 }],
        injections: [{ guidance: 'emg', sites: 3 }, { guidance: null }],
        signedBy: expect.any(String),
      },
    ],
    effects: [
      { performedOn: '2026-05-04', improvementPct: null, scales: [] },
      {
        performedOn: '2026-08-03',
        improvementPct: 60,
        scales: [{ scale: 'twstrs_total', before: { value: 42 }, after: { value: 21 } }],
      },
    ],
    sideEffects: [],
  });
  expect(body.parts[0].heading).toBe('Not on record');
  expect(body.missing).toContain('effect of the session of 4 May 2026');
  expect(body.missing).not.toContain('effect of the session of 3 Aug 2026');
  expect(body.text).toContain('TWSTRS total: 42 at the start of the cycle (3 Aug 2026), 21 at the peak');
});

it('holds the days that are asked for, both included, and no void session', async () => {
  const { courseId, sessions } = await aCourse();
  const idsOf = async (query: string) =>
    (await packetOf(courseId, query)).body.sessions.map(({ id }: { id: string }) => id);
  expect(await idsOf('?from=2026-02-02&to=2026-05-04')).toEqual([sessions[0], sessions[1]]);
  expect(await idsOf('?from=2026-02-03&to=2026-05-03')).toEqual([]);
  await voids(service.neurologist, sessions[1]!, 'entered for the wrong patient');
  expect(await idsOf('?from=2026-02-02')).toEqual([sessions[0], sessions[2]]);
});

it('names a dose elsewhere among what was tried before, not one withdrawn and none of later', async () => {
  const { courseId } = await aCourse();
  const { body: course } = await service.neurologist.get(`/courses/${courseId}`);
  const dose = { patientId: course.patientId, product: 'abo', units: 500, source: 'letter' };
  expect((await service.neurologist.post('/external-doses', { ...dose, givenOn: '2025-01-07' })).status).toBe(
    201,
  );
  expect((await packetOf(courseId)).body.triedBefore).toEqual([
    '500 U Dysport on 7 Jan 2025, given elsewhere.',
  ]);
  const { body } = await packetOf(courseId, '?from=2024-01-01&to=2025-01-06');
  expect(body.triedBefore).toEqual([]);
});

it('tells what was tried before the course as it was written, and asks for it no longer', async () => {
  const { neurologist, scheduler } = service;
  const MISSING = 'what was tried before, with days and outcome';
  const patientId = await registered(neurologist);
  const courseId = await started(neurologist, {
    patientId,
    triedBefore: '  Baclofen 2024, no effect\nExercises ',
  });
  const course = async () => (await neurologist.get(`/courses/${courseId}`)).body;
  expect((await course()).triedBefore).toBe('Baclofen 2024, no effect\nExercises');
  const { body } = await packetOf(courseId);
  expect(body.triedBefore).toEqual(['Baclofen 2024, no effect', 'Exercises']);
  expect(body.missing).not.toContain(MISSING);
  expect(body.text).toContain('Tried before\nBaclofen 2024, no effect\nExercises\n');
  const change = async (triedBefore: unknown) =>
    neurologist.patch(`/courses/${courseId}`, (await course()).version, { triedBefore });
  expect(await change('x'.repeat(1000))).toMatchObject({
    status: 200,
    body: { triedBefore: 'x'.repeat(1000) },
  });
  for (const wrong of ['x'.repeat(1001), '  ', 7])
    expect(await change(wrong)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/triedBefore' }] },
    });
  expect(await change(null)).toMatchObject({ status: 200, body: { triedBefore: null } });
  expect((await packetOf(courseId)).body.missing).toContain(MISSING);
  expect((await scheduler.get(`/courses/${courseId}`)).status).toBe(403);
});

it('says what is asked for next, as at the last session, and why it is guided once that is written', async () => {
  const { neurologist } = service;
  const REASON = 'reason for injecting under EMG';
  const { courseId } = await aCourse();
  const { body } = await packetOf(courseId);
  expect(body.requested).toEqual({
    product: 'ona',
    units: 130,
    vialUnits: [200],
    lines: [
      { code: 'J0585', modifiers: [], billingUnits: 130 },
      { code: 'J0585', modifiers: ['JW'], billingUnits: 70 },
      { code: '64616', modifiers: ['RT'], billingUnits: 1 },
      { code: '95874', modifiers: [], billingUnits: 1 },
    ],
    earliestOn: '2026-10-26',
    dueOn: '2026-10-26',
    lastOnTimeOn: '2026-11-22',
  });
  expect(body.text).toContain(
    'Requested next\nBotox (onabotulinumtoxinA), 130 U Botox as at the last session.',
  );
  expect(body.missing).toContain(REASON);
  const change = async (more: object) => {
    const { version } = (await neurologist.get(`/courses/${courseId}`)).body;
    const answer = await neurologist.patch(`/courses/${courseId}`, version, more);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  expect(await change({ guidanceReason: ' Deep muscles. ' })).toMatchObject({
    guidanceReason: 'Deep muscles.',
  });
  const told = (await packetOf(courseId)).body;
  expect(told.missing).not.toContain(REASON);
  expect(told).toMatchObject({ guidanceReason: 'Deep muscles.' });
  expect(told.text).toContain('Why guidance is needed\nDeep muscles.');
  await change({ plannedProduct: 'rima', reason: 'no effect any more' });
  const switched = (await packetOf(courseId)).body;
  expect(switched.requested).toMatchObject({ product: 'rima', units: null, lines: [] });
  expect(switched.missing).toContain('dose of the next session');
  expect((await packetOf(courseId, '?to=2026-11-22')).body.requested).toBeNull();
  const end = { on: '2026-11-23', reason: 'moved away' };
  expect((await neurologist.post(`/courses/${courseId}/end`, end)).status).toBe(200);
  expect((await packetOf(courseId)).body.requested).toBeNull();
});

it('of a course with nothing yet says what is missing; backwards days and no course are refused', async () => {
  const courseId = await started(service.neurologist);
  const { status, body } = await packetOf(courseId);
  expect(status).toBe(200);
  expect(body).toMatchObject({ sessions: [], effects: [], draft: false });
  expect(body.missing).toContain('insurer');
  expect(await packetOf(courseId, '?from=2026-06-01&to=2026-05-01')).toMatchObject({ status: 400 });
  expect(await packetOf(courseId, '?from=June')).toMatchObject({ status: 400 });
  expect(await packetOf('019ac000-0000-7000-8000-000000000000')).toMatchObject({ status: 404 });
  expect(await service.scheduler.get(`/courses/${courseId}/appeal-packet`)).toMatchObject({ status: 403 });
});
