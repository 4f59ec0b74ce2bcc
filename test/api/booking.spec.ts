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
const check = (courseId: string, body: object) =>
  service.scheduler.post(`/courses/${courseId}/appointments/check`, body);
const listed = async (courseId: string) =>
  (await service.scheduler.get(`/appointments?courseId=${courseId}`)).body.items;

const codesOf = ({ body }: { body: { warnings: { code: string }[] } }) =>
  body.warnings.map(({ code }) => code);

describe('a booking that may be a slip is taken, and told', () => {
  it.each`
    startsAt                  | codes                                 | why
    ${'1999-12-07T15:00:00Z'} | ${['past', 'early']}                  | ${'the last century'}
    ${'2026-11-22T15:00:00Z'} | ${['past', 'early', 'outside-hours']} | ${'yesterday, a Sunday'}
    ${'2026-12-04T15:00:00Z'} | ${['early']}                          | ${'before the earliest day'}
    ${'2026-12-07T23:00:00Z'} | ${['outside-hours']}                  | ${'in the evening'}
    ${'2026-12-07T15:00:00Z'} | ${[]}                                 | ${'an ordinary booking'}
  `('$why: $codes', async ({ startsAt, codes }: { startsAt: string; codes: string[] }) => {
    const courseId = await treated();
    const checked = await check(courseId, { startsAt });
    expect(checked.status).toBe(200);
    expect(codesOf(checked)).toEqual(codes);
    expect(await listed(courseId)).toEqual([]);
    const booked = await book(courseId, { startsAt });
    expect(booked).toMatchObject({
      status: 201,
      body: { status: 'booked', startsAt: new Date(startsAt).toISOString() },
    });
    expect(booked.body.warnings).toEqual(checked.body.warnings);
    await service.scheduler.patch(`/appointments/${booked.body.id}`, 1, { status: 'cancelled' });
  });

  it('in words that say what to do', async () => {
    const { body } = await check(await treated(), { startsAt: '2026-12-04T15:00:00Z' });
    expect(body).toEqual({
      warnings: [
        {
          code: 'early',
          text: '2026-12-04 is 3 days before 2026-12-07, the earliest day for the next session. Book from 2026-12-07 on, or ask the neurologist.',
        },
      ],
    });
  });

  it('says again what it said when it is sent again', async () => {
    const [courseId, id] = [await treated(), randomUUID()];
    const body = { id, startsAt: '2026-12-03T15:00:00Z' };
    expect((await book(courseId, body)).status).toBe(201);
    const again = await book(courseId, body);
    expect([again.status, codesOf(again)]).toEqual([200, ['early']]);
  });

  it('the same patient twice at one time, of whichever course', async () => {
    const patientId = await registered(service.neurologist);
    const [neck, head] = [
      await started(service.neurologist, { patientId }),
      await started(service.neurologist, { patientId, indication: 'chronic_migraine' }),
    ];
    const first = await book(neck, { startsAt: '2026-12-08T15:00:00Z' });
    expect(codesOf(first)).toEqual([]);
    expect(codesOf(await book(head, { startsAt: '2026-12-08T15:29:00Z' }))).toEqual(['double-booking']);
    expect(codesOf(await book(head, { startsAt: '2026-12-08T15:59:00Z' }))).toEqual([]);
    const moved = { startsAt: '2026-12-08T14:45:00Z', appointmentId: first.body.id };
    expect(codesOf(await check(neck, moved))).toEqual([]);
  });

  it('another patient of the injector, named or usual', async () => {
    const startsAt = '2026-12-09T15:00:00Z';
    const first = await book(await started(service.neurologist), { startsAt, injectorId: colleagueId });
    expect(first).toMatchObject({ status: 201, body: { injectorId: colleagueId, warnings: [] } });
    const other = await started(service.neurologist);
    const clash = { startsAt: '2026-12-09T15:15:00Z', injectorId: colleagueId };
    expect(codesOf(await check(other, clash))).toEqual(['clash']);
    expect(codesOf(await check(other, { startsAt: clash.startsAt }))).toEqual([]);
    const unnamed = { startsAt: '2026-12-10T15:00:00Z' };
    const [one, two] = [await treated(), await treated()];
    expect(codesOf(await book(one, unnamed))).toEqual([]);
    expect(codesOf(await book(two, unnamed))).toEqual(['clash']);
  });

  it('of several who book one time at once, all but one are told', async () => {
    const courses = await Promise.all(Array.from({ length: 4 }, () => started(service.neurologist)));
    const body = { startsAt: '2026-12-11T15:00:00Z', injectorId: colleagueId };
    const told = await Promise.all(courses.map(async (id) => codesOf(await book(id, body)).join()));
    expect(told.toSorted()).toEqual(['', 'clash', 'clash', 'clash']);
  });

  it.each`
    injectorId      | why
    ${randomUUID()} | ${'nobody knows them'}
    ${'scheduler'}  | ${'gives no injections'}
  `('is refused with an injector who $why', async ({ injectorId }: { injectorId: string }) => {
    const id = injectorId === 'scheduler' ? service.scheduler.userId : injectorId;
    for (const ask of [book, check]) {
      expect(await ask(await treated(), { startsAt: '2026-12-07T15:00:00Z', injectorId: id })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/injectorId' }] },
      });
    }
  });

  it('is refused for a course that ended, and for one that nobody knows', async () => {
    const courseId = await treated();
    await service.neurologist.post(`/courses/${courseId}/end`, { on: '2026-11-23', reason: 'remission' });
    const startsAt = '2026-12-07T15:00:00Z';
    for (const ask of [book, check]) {
      expect((await ask(courseId, { startsAt })).status).toBe(409);
      expect((await ask(randomUUID(), { startsAt })).status).toBe(404);
    }
    expect((await check(await treated(), { startsAt, appointmentId: randomUUID() })).status).toBe(404);
  });
});

describe('an appointment that is moved', () => {
  it('is judged as a new one is; what becomes of it is not', async () => {
    const courseId = await treated();
    const { id } = (await book(courseId, { startsAt: '2026-12-14T15:00:00Z' })).body;
    const patch = (version: number, body: object) =>
      service.scheduler.patch(`/appointments/${id}`, version, body);
    const early = await patch(1, { startsAt: '2026-12-03T16:00:00Z', callEarlier: true });
    expect(early).toMatchObject({
      status: 200,
      body: { startsAt: '2026-12-03T16:00:00.000Z', callEarlier: true },
    });
    expect(codesOf(early)).toEqual(['early']);
    expect(codesOf(await patch(2, { status: 'no-show' }))).toEqual(['early']);
    expect(codesOf(await patch(3, { status: 'booked', startsAt: '2026-12-15T16:00:00Z' }))).toEqual([]);
  });

  it('that was cancelled is told when somebody else has its time meanwhile', async () => {
    const body = { startsAt: '2026-12-14T17:00:00Z', injectorId: colleagueId };
    const { id } = (await book(await treated(), body)).body;
    await service.scheduler.patch(`/appointments/${id}`, 1, { status: 'cancelled' });
    expect(codesOf(await book(await treated(), body))).toEqual([]);
    const again = await service.scheduler.patch(`/appointments/${id}`, 2, { status: 'booked' });
    expect([again.status, codesOf(again)]).toEqual([200, ['clash']]);
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
    ).toMatchObject({ status: 200, body: { warnings: [] } });
    const [ofHead] = await listed(head);
    expect(ofHead).toMatchObject({ startsAt: '2026-12-15T15:30:00.000Z', version: 2 });
    await service.scheduler.patch(`/appointments/${ofHead.id}`, 2, { status: 'cancelled' });
    expect(await listed(neck)).toMatchObject([{ status: 'cancelled' }]);
  });

  it('is checked as it is moved: with all that is treated, as long as it is, and with whom it is', async () => {
    const patientId = await registered(service.neurologist);
    const later = await started(service.neurologist, { patientId, indication: 'chronic_migraine' });
    await logged(service.neurologist, later, { performedOn: '2026-09-28' });
    const [first, other] = [await started(service.neurologist, { patientId }), await treated()];
    const { body: visit } = await book(first, {
      alsoFor: [later],
      startsAt: '2026-12-22T15:00:00Z',
      durationMin: 60,
      injectorId: colleagueId,
    });
    await book(other, { startsAt: '2026-12-15T15:30:00Z', injectorId: colleagueId });
    const moved = { startsAt: '2026-12-15T15:00:00Z' };
    const checked = await check(first, { ...moved, appointmentId: visit.id });
    expect(codesOf(checked)).toEqual(['early', 'clash']);
    const { body } = await service.scheduler.patch(`/appointments/${visit.id}`, visit.version, moved);
    expect(body.warnings).toEqual(checked.body.warnings);
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

  it('for several courses in one visit begin on the latest of their days and are as long as all of them', async () => {
    const patientId = await registered(service.neurologist);
    const [neck, head] = [
      await started(service.neurologist, { patientId }),
      await started(service.neurologist, { patientId, indication: 'chronic_migraine' }),
    ];
    await logged(service.neurologist, head, { performedOn: '2026-10-05' });
    const [slot] = await slots(`courseId=${neck}&alsoFor=${head}&limit=1`);
    expect(slot).toMatchObject({ startsAt: '2026-12-28T14:00:00.000Z', durationMin: 60 });
    const foreign = await started(service.neurologist);
    for (const query of [
      `courseId=${neck}&alsoFor=${foreign}`,
      `alsoFor=${head}`,
      `courseId=${neck}&alsoFor=x`,
    ])
      expect(await service.scheduler.get(`/free-slots?${query}`)).toMatchObject({ status: 400 });
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

  it.each`
    hours                              | status | why
    ${[['monday', '12:00', '17:00']]}  | ${200} | ${'one after another'}
    ${[['monday', '11:59', '17:00']]}  | ${400} | ${'a minute at the same time'}
    ${[['tuesday', '08:00', '17:00']]} | ${200} | ${'another day'}
  `('of one day do not overlap: $why, $status', async ({ hours, status }) => {
    const { body: settings } = await service.admin.get('/clinic-settings');
    const openingHours = [['monday', '08:00', '12:00'], ...hours].map(([weekday, opensAt, closesAt]) => ({
      weekday,
      opensAt,
      closesAt,
    }));
    expect(await service.admin.patch('/clinic-settings', settings.version, { openingHours })).toMatchObject(
      status === 200 ? { status } : { status, body: { errors: [{ pointer: '/openingHours/1/opensAt' }] } },
    );
    expect((await service.admin.get('/clinic-settings')).body.version).toBe(
      settings.version + (status === 200 ? 1 : 0),
    );
  });
});
