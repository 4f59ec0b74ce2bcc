import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';

let service: TestApp;
let colleagueId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  colleagueId = (await service.signIn('neurologist')).userId;
});
afterAll(() => service.close());

/** A course whose earliest day is 7 December. */
async function treated(given?: Record<string, unknown>): Promise<string> {
  const courseId = await started(service.neurologist, given);
  await logged(service.neurologist, courseId, { performedOn: '2026-09-14' });
  return courseId;
}

const book = (courseId: string, body: object) =>
  service.scheduler.post(`/courses/${courseId}/appointments`, body);
const listed = async (courseId: string) =>
  (await service.scheduler.get(`/appointments?courseId=${courseId}`)).body.items;

describe('a booking that may be a slip is asked about', () => {
  it.each`
    startsAt                  | codes                | why
    ${'1999-12-07T15:00:00Z'} | ${['past', 'early']} | ${'the last century'}
    ${'2026-11-22T15:00:00Z'} | ${['past', 'early']} | ${'yesterday'}
    ${'2026-12-04T15:00:00Z'} | ${['early']}         | ${'before the earliest day'}
  `('$why: $codes', async ({ startsAt, codes }: { startsAt: string; codes: string[] }) => {
    const courseId = await treated();
    const refused = await book(courseId, { startsAt });
    expect(refused).toMatchObject({ status: 422, body: { type: 'urn:problem:rule-broken' } });
    const asked = refused.body.findings.filter(
      ({ severity }: { severity: string }) => severity === 'confirm',
    );
    expect(asked.map(({ code }: { code: string }) => code)).toEqual(codes);
    expect(await listed(courseId)).toEqual([]);
    const confirmed = codes.map((code) => ({ code, reason: 'written down afterwards' }));
    const booked = await book(courseId, { startsAt, confirmed });
    expect(booked).toMatchObject({ status: 201, body: { status: 'booked' } });
    expect(booked.body.findings).toContainEqual(
      expect.objectContaining({ code: codes[0], reason: 'written down afterwards' }),
    );
  });

  it('one answer does not answer the other question, and a letter is no reason', async () => {
    const courseId = await treated();
    const startsAt = '2026-11-20T15:00:00Z';
    const confirmed = [{ code: 'past', reason: 'walk-in' }];
    expect((await book(courseId, { startsAt, confirmed })).status).toBe(422);
    expect(await book(courseId, { startsAt, confirmed: [{ code: 'past', reason: 'x' }] })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/confirmed/0/reason' }] },
    });
  });

  it('the same patient twice at one time, of whichever course', async () => {
    const patientId = await registered(service.neurologist);
    const [neck, head] = [
      await started(service.neurologist, { patientId }),
      await started(service.neurologist, { patientId, indication: 'chronic_migraine' }),
    ];
    const startsAt = '2026-12-08T15:00:00Z';
    expect((await book(neck, { startsAt })).status).toBe(201);
    expect(await book(head, { startsAt: '2026-12-08T15:29:00Z' })).toMatchObject({
      status: 422,
      body: { findings: [{ code: 'double-booking', severity: 'confirm' }] },
    });
    expect((await book(head, { startsAt: '2026-12-08T15:30:00Z' })).status).toBe(201);
  });

  it('another patient of the injector who was named; where nobody was, it is only said', async () => {
    const startsAt = '2026-12-09T15:00:00Z';
    const first = await book(await started(service.neurologist), { startsAt, injectorId: colleagueId });
    expect(first).toMatchObject({ status: 201, body: { injectorId: colleagueId, findings: [] } });
    const other = await started(service.neurologist);
    const clash = { startsAt: '2026-12-09T15:15:00Z', injectorId: colleagueId };
    expect(await book(other, clash)).toMatchObject({
      status: 422,
      body: { findings: [{ code: 'clash', severity: 'confirm' }] },
    });
    expect((await book(other, { startsAt: clash.startsAt })).status).toBe(201);
    const unnamed = { startsAt: '2026-12-10T15:00:00Z' };
    const [one, two] = [await treated(), await treated()];
    expect((await book(one, unnamed)).body.findings).toEqual([]);
    expect(await book(two, unnamed)).toMatchObject({
      status: 201,
      body: { findings: [{ code: 'clash', severity: 'note' }] },
    });
  });

  it('of two who book one time at once, one is asked', async () => {
    const courses = await Promise.all(Array.from({ length: 4 }, () => started(service.neurologist)));
    const body = { startsAt: '2026-12-11T15:00:00Z', injectorId: colleagueId };
    const statuses = await Promise.all(courses.map(async (id) => (await book(id, body)).status));
    expect(statuses.toSorted()).toEqual([201, 422, 422, 422]);
  });

  it.each`
    injectorId      | why
    ${randomUUID()} | ${'nobody knows them'}
    ${'scheduler'}  | ${'gives no injections'}
  `('is refused with an injector who $why', async ({ injectorId }: { injectorId: string }) => {
    const id = injectorId === 'scheduler' ? service.scheduler.userId : injectorId;
    expect(await book(await treated(), { startsAt: '2026-12-07T15:00:00Z', injectorId: id })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/injectorId' }] },
    });
  });
});

describe('an appointment that is moved', () => {
  it('is asked about as a new one is; what becomes of it is not', async () => {
    const courseId = await treated();
    const { id } = (await book(courseId, { startsAt: '2026-12-07T15:00:00Z' })).body;
    const patch = (version: number, body: object) =>
      service.scheduler.patch(`/appointments/${id}`, version, body);
    expect((await patch(1, { startsAt: '2026-11-20T15:00:00Z' })).status).toBe(422);
    expect(await patch(1, { startsAt: '2026-12-07T16:00:00Z', callEarlier: true })).toMatchObject({
      status: 200,
      body: { startsAt: '2026-12-07T16:00:00.000Z', callEarlier: true, version: 2 },
    });
    expect((await patch(2, { status: 'no-show' })).status).toBe(200);
    expect((await patch(3, { status: 'booked' })).status).toBe(200);
  });

  it('that was cancelled is not booked again unasked once somebody else has its time', async () => {
    const body = { startsAt: '2026-12-14T15:00:00Z', injectorId: colleagueId };
    const { id } = (await book(await treated(), body)).body;
    await service.scheduler.patch(`/appointments/${id}`, 1, { status: 'cancelled' });
    expect((await book(await treated(), body)).status).toBe(201);
    expect(await service.scheduler.patch(`/appointments/${id}`, 2, { status: 'booked' })).toMatchObject({
      status: 422,
      body: { findings: [{ code: 'clash' }] },
    });
  });
});

describe('several courses in one visit', () => {
  it('are booked, moved and cancelled together, and count once', async () => {
    const patientId = await registered(service.neurologist);
    const neck = await started(service.neurologist, { patientId });
    const head = await started(service.neurologist, { patientId, indication: 'chronic_migraine' });
    const first = await book(neck, { startsAt: '2026-12-15T15:00:00Z', alsoFor: [head] });
    expect(first).toMatchObject({ status: 201, body: { durationMin: 60, visitId: first.body.id } });
    expect(await listed(head)).toMatchObject([{ visitId: first.body.id, startsAt: first.body.startsAt }]);
    expect(
      await service.scheduler.patch(`/appointments/${first.body.id}`, 1, {
        startsAt: '2026-12-15T15:30:00Z',
      }),
    ).toMatchObject({ status: 200, body: { findings: [] } });
    const [ofHead] = await listed(head);
    expect(ofHead).toMatchObject({ startsAt: '2026-12-15T15:30:00.000Z', version: 2 });
    await service.scheduler.patch(`/appointments/${ofHead.id}`, 2, { status: 'cancelled' });
    expect(await listed(neck)).toMatchObject([{ status: 'cancelled' }]);
  });

  it('goes on for the other when one course ends', async () => {
    const patientId = await registered(service.neurologist);
    const neck = await started(service.neurologist, { patientId });
    const head = await started(service.neurologist, { patientId, indication: 'chronic_migraine' });
    const { body } = await book(neck, { startsAt: '2026-12-16T15:00:00Z', alsoFor: [head] });
    await service.neurologist.post(`/courses/${head}/end`, { on: '2026-11-23', reason: 'remission' });
    expect([(await listed(neck))[0].status, (await listed(head))[0].status]).toEqual(['booked', 'cancelled']);
    await service.scheduler.patch(`/appointments/${body.id}`, 1, { startsAt: '2026-12-16T16:00:00Z' });
    expect((await listed(head))[0].startsAt).toBe('2026-12-16T15:00:00.000Z');
  });
});

describe('free slots', () => {
  const slots = async (query: string) => (await service.scheduler.get(`/free-slots?${query}`)).body.items;

  it('of a course begin on its day to book, with whoever treated last, where nobody is booked', async () => {
    const courseId = await treated();
    const other = await treated();
    await book(other, { startsAt: '2026-12-07T14:00:00Z' });
    const [first] = await slots(`courseId=${courseId}&from=2026-12-07&limit=1`);
    expect(first).toEqual({
      startsAt: '2026-12-07T14:30:00.000Z',
      durationMin: 30,
      injectorId: service.neurologist.userId,
      injectorName: expect.any(String),
    });
    expect((await slots(`courseId=${courseId}&limit=1`))[0].startsAt >= '2026-12-07').toBe(true);
  });

  it('follow the hours and lengths that the clinic has set', async () => {
    const { body: settings } = await service.admin.get('/clinic-settings');
    const openingHours = [
      { injectorId: colleagueId, weekday: 'thursday', opensAt: '13:00', closesAt: '14:00' },
    ];
    const visitLengths = [{ indication: 'cervical_dystonia', minutes: 45 }];
    const change = { openingHours, visitLengths };
    expect(await service.admin.patch('/clinic-settings', settings.version, change)).toMatchObject({
      status: 200,
      body: change,
    });
    const found = await slots(`injectorId=${colleagueId}&from=2026-11-23&to=2026-11-29&durationMin=45`);
    expect(found.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual([
      '2026-11-26T18:00:00.000Z',
      '2026-11-26T18:15:00.000Z',
    ]);
    const booked = await book(await started(service.neurologist), { startsAt: '2026-12-21T15:00:00Z' });
    expect(booked.body.durationMin).toBe(45);
  });

  it.each`
    query                              | status | why
    ${`courseId=${randomUUID()}`}      | ${404} | ${'a course that nobody knows'}
    ${'from=2026-12-02&to=2026-12-01'} | ${400} | ${'the other way round'}
    ${'from=2026-12-01&to=2027-03-04'} | ${400} | ${'more than 92 days'}
    ${'durationMin=4'}                 | ${400} | ${'too short'}
  `('$why: $status', async ({ query, status }) => {
    expect((await service.scheduler.get(`/free-slots?${query}`)).status).toBe(status);
  });

  it('opens before it closes', async () => {
    const { body: settings } = await service.admin.get('/clinic-settings');
    const openingHours = [{ weekday: 'monday', opensAt: '12:00', closesAt: '12:00' }];
    expect(await service.admin.patch('/clinic-settings', settings.version, { openingHours })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/openingHours/0/closesAt' }] },
    });
  });
});
