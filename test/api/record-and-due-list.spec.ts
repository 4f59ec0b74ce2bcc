import { startApp, type TestApp } from '../support/app';
import { aSession, logged, registered, started, voids } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

it('a neurologist logs a session, and on her due day the scheduler finds the patient with no dose in sight', async () => {
  const { neurologist, scheduler } = service;
  const patientId = await registered(neurologist, { familyName: 'Walkthrough', givenName: 'Ada' });
  const courseId = await started(neurologist, { patientId });

  const session = await neurologist.post('/sessions', aSession(courseId, { performedOn: '2026-09-14' }));
  expect(session).toMatchObject({
    status: 201,
    body: { totalUnits: 130, product: 'ona', nextDueOn: '2026-12-07' },
  });

  const course = await neurologist.get(`/courses/${courseId}`);
  expect(course.body).toMatchObject({
    dueStatus: 'upcoming',
    forecast: {
      anchorOn: '2026-09-14',
      earliestOn: '2026-12-07',
      dueOn: '2026-12-07',
      basis: 'usual-interval',
    },
  });

  const list = await scheduler.get('/due-list?asOf=2026-12-07&q=walkthrough');
  expect(list.body.items).toEqual([
    expect.objectContaining({
      courseId,
      patient: expect.objectContaining({ familyName: 'Walkthrough', phone: '+1 212 555 0142' }),
      dueStatus: 'due',
      dueOn: '2026-12-07',
      authorization: 'not-needed',
      booked: null,
    }),
  ]);
  expect(JSON.stringify(list.body)).not.toMatch(/units|dose|muscle|note|product/i);
});

it('the same POST sent ten times at once makes one row', async () => {
  const { neurologist } = service;
  const courseId = await started(neurologist);
  const body = aSession(courseId, { id: '6f0c2a5e-7f5e-4b0e-9c1e-2f6f7a3b9d01' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => neurologist.post('/sessions', body)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([
    200, 200, 200, 200, 200, 200, 200, 200, 200, 201,
  ]);
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  const sessions = await neurologist.get(`/courses/${courseId}/sessions`);
  expect(sessions.body.items).toHaveLength(1);
  const other = await neurologist.post('/sessions', { ...body, note: 'another' });
  expect(other).toMatchObject({ status: 409, body: { type: 'urn:problem:conflict' } });
});

it('two people writing to one patient at once cannot together exceed 400 U of Botox in three months', async () => {
  const { neurologist } = service;
  const colleague = await service.signIn('neurologist');
  const patientId = await registered(neurologist);
  const neck = await started(neurologist, { patientId });
  const head = await started(neurologist, { patientId, indication: 'chronic_migraine' });
  const units = (amount: number) => [{ muscle: 'trapezius', side: 'bilateral', units: amount }];
  const answers = await Promise.all([
    neurologist.post(
      '/sessions',
      aSession(neck, {
        injections: [
          { muscle: 'splenius_capitis', side: 'left', units: 150 },
          { muscle: 'levator_scapulae', side: 'left', units: 100 },
        ],
      }),
    ),
    colleague.post('/sessions', aSession(head, { injections: units(200) })),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  const refused = answers.find(({ status }) => status === 422)!;
  expect(refused.body.findings).toContainEqual(expect.objectContaining({ code: 'S03' }));
});

it('a session logged earlier than the last one leaves the due day alone; voiding the last one brings it back', async () => {
  const { neurologist } = service;
  const courseId = await started(neurologist);
  const last = await logged(neurologist, courseId, { performedOn: '2026-09-14' });
  await logged(neurologist, courseId, { performedOn: '2026-06-01' });
  expect((await neurologist.get(`/courses/${courseId}`)).body.forecast.dueOn).toBe('2026-12-07');
  const voided = await voids(neurologist, last);
  expect(voided).toMatchObject({ status: 200, body: { state: 'voided', nextDueOn: '2026-08-24' } });
});
