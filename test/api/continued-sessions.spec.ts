import { startApp, type TestApp } from '../support/app';
import { aSession, logged, registered, seen, signs, started, voids } from '../support/builders';

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

it('completes an aborted session without a question: none of its muscles is injected again', async () => {
  const rest = { injections: [{ muscle: 'splenius_capitis', side: 'left', units: 95 }], confirmed: [] };
  expect(await touchUp(await first(), rest)).toMatchObject({ status: 201, body: { findings: [] } });
});

describe('while it is continued, a session', () => {
  const amendment = (given: object = {}) => ({
    ...aSession(courseId, { performedOn: FIRST, ...neck(60), ...given }),
    reason: 'the day was wrong',
  });
  const inTwoParts = async () => {
    const firstId = await first();
    return { firstId, partId: (await touchUp(firstId)).body.id as string };
  };
  const told =
    'The session of 2026-09-12 continues this one. Void it first, or make it a session of its own (continuesId: null).';

  it('is not voided, signed or not; once the part is void or its own, it is', async () => {
    const { firstId, partId } = await inTwoParts();
    expect(await voids(service.neurologist, firstId)).toMatchObject({ status: 409, body: { detail: told } });
    await signs(service.neurologist, firstId);
    expect(await voids(service.neurologist, firstId)).toMatchObject({ status: 409, body: { detail: told } });
    expect((await voids(service.neurologist, partId)).status).toBe(200);
    expect((await voids(service.neurologist, firstId)).status).toBe(200);

    const again = await inTwoParts();
    await service.neurologist.patch(`/sessions/${again.partId}`, 1, { continuesId: null, confirmed });
    expect((await voids(service.neurologist, again.firstId)).status).toBe(200);
    expect((await course()).forecast.anchorOn).toBe('2026-09-12');
  });

  it.each`
    given                            | why
    ${{ performedOn: '2026-09-13' }} | ${'past its part'}
    ${{ performedOn: '2026-08-14' }} | ${'29 days before its part'}
    ${{ product: 'inco' }}           | ${'to another product'}
  `('is not amended $why', async ({ given }: { given: object }) => {
    const { firstId } = await inTwoParts();
    await signs(service.neurologist, firstId);
    const codes = ['S02', 'S09', 'S23'].map((code) => ({ code, reason: 'as it was given then' }));
    const body = amendment({ ...given, confirmed: codes });
    expect(await service.neurologist.post(`/sessions/${firstId}/amend`, body)).toMatchObject({
      status: 409,
      body: {
        detail:
          'The session of 2026-09-12 continues this one, with the same product within 28 days. Make it a session of its own first (continuesId: null), or void it.',
      },
    });
  });

  it.each(['2026-08-15', '2026-09-12'])(
    'is amended to %s, and its part stays with it',
    async (performedOn) => {
      const { firstId, partId } = await inTwoParts();
      await signs(service.neurologist, firstId);
      const body = amendment({ performedOn, confirmed });
      const amended = await service.neurologist.post(`/sessions/${firstId}/amend`, body);
      expect(amended.status).toBe(201);
      expect((await service.neurologist.get(`/sessions/${partId}`)).body.continuesId).toBe(amended.body.id);
      expect((await course()).forecast.anchorOn).toBe(performedOn);
    },
  );

  it('continues none itself', async () => {
    const { firstId } = await inTwoParts();
    const before = await logged(service.neurologist, courseId, {
      performedOn: '2026-08-31',
      ...neck(10),
      confirmed,
    });
    expect(
      await service.neurologist.patch(`/sessions/${firstId}`, 1, { continuesId: before, confirmed }),
    ).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/continuesId', code: 'is-continued' }] },
    });
  });
});

describe('a part', () => {
  it.each`
    given                            | code                  | detail
    ${{ performedOn: '2026-09-06' }} | ${'before-continued'} | ${'That session is later, on 2026-09-07: this one comes before it'}
    ${{ performedOn: '2026-10-06' }} | ${'too-late'}         | ${'That session was 29 days before, on 2026-09-07, and is continued within 28 days: log this one on its own'}
  `('is not moved away: $code', async ({ given, code, detail }) => {
    const partId = (await touchUp(await first())).body.id as string;
    const moved = await service.neurologist.patch(`/sessions/${partId}`, 1, { ...given, confirmed });
    expect(moved).toMatchObject({ status: 400, body: { detail, errors: [{ code }] } });
  });

  it('continues no void session and not itself', async () => {
    const firstId = await first();
    await voids(service.neurologist, firstId);
    expect((await touchUp(firstId)).body.errors[0].code).toBe('void-session');
    const own = await logged(service.neurologist, courseId, { performedOn: FIRST, ...neck(60) });
    const itself = await service.neurologist.patch(`/sessions/${own}`, 1, { continuesId: own });
    expect(itself.body.errors[0].code).toBe('continues-itself');
  });

  it('is no part any more of a session with a response of its own', async () => {
    const firstId = await first();
    const later = await logged(service.neurologist, courseId, {
      performedOn: '2026-09-12',
      ...neck(95),
      confirmed,
    });
    await service.neurologist.put(`/sessions/${later}/response`, { improvementPct: 60 });
    const joined = await service.neurologist.patch(`/sessions/${later}`, 1, {
      continuesId: firstId,
      confirmed,
    });
    expect(joined).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('response of its own') },
    });
  });

  it('is named where it waits for its signature', async () => {
    const firstId = await first();
    await touchUp(firstId);
    await signs(service.neurologist, firstId);
    const { patientId } = await course();
    const { items } = (await service.neurologist.get(`/worklists/unsigned?patientId=${patientId}`)).body;
    expect(items).toMatchObject([{ performedOn: '2026-09-12', continuesOn: FIRST, totalUnits: 95 }]);
  });

  it('is voided alone, and the first session stays', async () => {
    const partId = (await touchUp(await first())).body.id as string;
    const voided = await service.neurologist.post(
      `/sessions/${partId}/void`,
      { reason: 'entered in the wrong course' },
      seen(1),
    );
    expect(voided).toMatchObject({ status: 200, body: { state: 'voided', nextDueOn: '2026-11-30' } });
  });
});
