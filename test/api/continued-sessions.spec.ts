import { startApp, type TestApp } from '../support/app';
import { aSession, logged, registered, started } from '../support/builders';

let service: TestApp;
let courseId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
beforeEach(async () => {
  courseId = await started(service.neurologist);
});
afterAll(() => service.close());

const FIRST = '2026-09-07';
const neck = (units: number) => ({ injections: [{ muscle: 'trapezius', side: 'left', units }] });
const confirmed = [{ code: 'S02', reason: 'aborted, the patient fainted' }];
const touchUp = (continuesId: string, given: object = {}) =>
  service.neurologist.post(
    '/sessions',
    aSession(courseId, { performedOn: '2026-09-12', ...neck(95), continuesId, confirmed, ...given }),
  );
const first = (given: object = {}) =>
  logged(service.neurologist, courseId, { performedOn: FIRST, ...neck(60), ...given });
const course = async (id = courseId) => (await service.neurologist.get(`/courses/${id}`)).body;

it('is asked about as a booster, and answers which session it continues', async () => {
  const firstId = await first();
  const asked = await touchUp(firstId, { confirmed: [] });
  expect(asked).toMatchObject({ status: 422, body: { findings: [{ code: 'S02', severity: 'confirm' }] } });
  expect(asked.body.findings[0].message).toBe(
    'It continues the session of 2026-09-07, 5 days before: one treatment, the units of both counted. Under 56 days it counts as a booster, which favours antibodies. Give the reason to go on.',
  );
  expect(await touchUp(firstId)).toMatchObject({ status: 201, body: { continuesId: firstId } });
});

it('given in two parts, a session is due, lasts and trends as given at once', async () => {
  await touchUp(await first());
  const inParts = await course();
  courseId = await started(service.neurologist);
  await first(neck(155));
  const atOnce = await course();
  for (const field of ['forecast', 'trend', 'effectWindow', 'dueStatus', 'daysOverdue'])
    expect({ [field]: inParts[field] }).toEqual({ [field]: atOnce[field] });
});

it('does not move the interval of the next session, and its units count in the sums', async () => {
  await touchUp(await first());
  const next = aSession(courseId, {
    performedOn: '2026-11-23',
    injections: [
      { muscle: 'trapezius', side: 'left', units: 100 },
      { muscle: 'splenius_capitis', side: 'bilateral', units: 206 },
    ],
  });
  const early = (await service.neurologist.post('/sessions/check', next)).body.findings;
  expect(early.map(({ code }: { code: string }) => code)).toEqual(['S03', 'S02']);
  expect(early[1].message).toContain('77 days before, on 2026-09-07');
});

it.each`
  given                            | code                  | why
  ${{ performedOn: '2026-10-06' }} | ${'too-late'}         | ${'29 days after'}
  ${{ performedOn: '2026-09-06' }} | ${'before-continued'} | ${'the day before'}
  ${{ product: 'inco' }}           | ${'other-product'}    | ${'another product'}
`('is refused $why', async ({ given, code }: { given: object; code: string }) => {
  expect(await touchUp(await first(), given)).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/continuesId', code }] },
  });
});

it('is taken 28 days after', async () => {
  expect((await touchUp(await first(), { performedOn: '2026-10-05' })).status).toBe(201);
});

it('continues no session of another course, no void one and no continuation', async () => {
  const firstId = await first();
  const partId = (await touchUp(firstId)).body.id as string;
  const again = { performedOn: '2026-09-20' };
  const codes = [(await touchUp(partId, again)).body.errors[0].code];
  courseId = await started(service.neurologist, { patientId: await registered(service.neurologist) });
  codes.push((await touchUp(firstId, again)).body.errors[0].code);
  expect(codes).toEqual(['continues-continuation', 'other-course']);
});

it('keeps its first session from being voided or moved away, and has no response of its own', async () => {
  const firstId = await first();
  const partId = (await touchUp(firstId)).body.id as string;
  const moved = await service.neurologist.patch(`/sessions/${firstId}`, 1, {
    performedOn: '2026-09-13',
    confirmed,
  });
  expect(moved).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('continues this one') },
  });
  const response = await service.neurologist.put(`/sessions/${partId}/response`, { improvementPct: 60 });
  expect(response.status).toBe(409);
  const own = await service.neurologist.patch(`/sessions/${partId}`, 1, { continuesId: null, confirmed });
  expect(own).toMatchObject({ status: 200, body: { continuesId: null } });
  expect((await course()).forecast.anchorOn).toBe('2026-09-12');
});
