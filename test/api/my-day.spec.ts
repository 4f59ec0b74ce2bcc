import { startApp, type TestApp } from '../support/app';
import { logged, registered, signs, started } from '../support/builders';

let service: TestApp;
/** By the family name of their patient. */
const courses: Record<string, { patientId: string; courseId: string; sessionId?: string }> = {};

/** Who comes when; a name says what is about them. Today is Monday, 23 November 2026, five hours behind. */
const COMING: Readonly<Record<string, { at: string; last?: string; more?: object; who?: object }>> = {
  Early: { at: '2026-11-23T13:00:00Z', last: '2026-08-24' },
  First: { at: '2026-11-23T14:00:00Z', who: { sex: 'female', birthDate: '1990-01-01' } },
  Evening: { at: '2026-11-24T03:30:00Z', last: '2026-08-24' },
  Cancelled: { at: '2026-11-23T15:00:00Z', last: '2026-08-24' },
  Stayedaway: { at: '2026-11-23T12:30:00Z', last: '2026-08-24' },
  Given: { at: '2026-11-23T16:00:00Z', last: '2026-08-24' },
  Morrow: { at: '2026-11-24T14:00:00Z', last: '2026-08-24' },
  Yesterday: { at: '2026-11-23T04:30:00Z', last: '2026-08-24' },
};
const TODAY = ['Stayedaway', 'Early', 'First', 'Given', 'Evening'];

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { neurologist, scheduler } = service;
  for (const [familyName, { at, last, who }] of Object.entries(COMING)) {
    const patientId = await registered(scheduler, { familyName, sex: 'male', ...who });
    const courseId = await started(neurologist, { patientId });
    const sessionId = last && (await logged(neurologist, courseId, { performedOn: last }));
    courses[familyName] = { patientId, courseId, sessionId };
    const { body } = await scheduler.post(`/courses/${courseId}/appointments`, { startsAt: at });
    const status = { Cancelled: 'cancelled', Stayedaway: 'no-show' }[familyName];
    if (status) await scheduler.patch(`/appointments/${body.id}`, 1, { status });
  }
});
afterAll(() => service.close());

const list = (query = '') => service.neurologist.get(`/worklists/my-day${query}`);
const names = async (query?: string): Promise<string[]> => {
  const { status, body } = await list(query);
  expect(status).toBe(200);
  return body.items.map(({ patient }: { patient: { familyName: string } }) => patient.familyName);
};
const row = async (name: string, query = '') => (await list(`?q=${name}${query}`)).body.items[0];
const codes = async (name: string, query?: string): Promise<string[]> =>
  (await row(name, query)).questions.map(({ code }: { code: string }) => code);

it('names who comes on the clinic’s day, by time, and nobody whose appointment is cancelled', async () => {
  expect(await names()).toEqual(TODAY);
  expect(await names('?asOf=2026-11-24')).toEqual(['Morrow']);
  expect(await names('?asOf=2026-11-25')).toEqual([]);
});

it('says of each how the course stands, what was given last, how it worked, and what to ask', async () => {
  const { patientId, courseId, sessionId } = courses.Early!;
  expect(await row('Early')).toMatchObject({
    courseId,
    patient: { id: patientId, phone: '+1 212 555 0142' },
    dueOn: '2026-11-16',
    dueStatus: 'due',
    attempts: 0,
    lastContact: null,
    appointment: { startsAt: '2026-11-23T13:00:00.000Z', durationMin: 30, status: 'booked', version: 1 },
    lastSession: { id: sessionId, performedOn: '2026-08-24', product: 'ona', totalUnits: 130 },
    lastResponse: null,
    sessionOfDay: null,
    precautions: [],
    alerts: [],
    flag: null,
    questions: [
      { code: 'size', text: 'How much better was it at its best?' },
      { code: 'length', text: 'On which day did it wear off, or is it still working?' },
    ],
  });
  expect(await row('Stayedaway')).toMatchObject({ appointment: { status: 'no-show' } });
});

it('a first session has no days and no session before it; of fertile age, pregnancy is asked about', async () => {
  expect(await row('First')).toMatchObject({
    anchorOn: null,
    dueOn: null,
    dueStatus: null,
    lastSession: null,
    lastResponse: null,
    questions: [{ code: 'pregnancy' }],
  });
});

it('what is recorded is asked no more, and the patient’s own words wait for a neurologist', async () => {
  const { neurologist, scheduler } = service;
  const { courseId, sessionId } = courses.Evening!;
  expect(await codes('Evening')).toEqual(['size', 'length']);
  await scheduler.post(`/courses/${courseId}/patient-answers`, {
    answeredOn: '2026-11-20',
    stillEffective: true,
    channel: 'telephone',
  });
  expect(await codes('Evening')).toEqual(['patient-answer', 'size', 'length']);
  await neurologist.put(`/sessions/${sessionId}/response`, {
    improvementPct: 60,
    assessedOn: '2026-10-01',
    woreOffOn: '2026-11-22',
  });
  expect(await codes('Evening')).toEqual(['patient-answer']);
  expect(await row('Evening')).toMatchObject({
    lastResponse: { improvementPct: 60, assessedOn: '2026-10-01', woreOffOn: '2026-11-22', pgic: null },
  });
});

it('names precautions of that day and what was asked too long ago', async () => {
  const { neurologist } = service;
  const { patientId } = courses.Early!;
  const precaution = { code: 'anticoagulant', startedOn: '2025-11-23' };
  expect((await neurologist.post(`/patients/${patientId}/precautions`, precaution)).status).toBe(201);
  expect(await row('Early')).toMatchObject({ precautions: ['anticoagulant'] });
  expect(await codes('Early')).not.toContain('precaution');
  await service.scheduler.post(`/courses/${courses.Early!.courseId}/appointments`, {
    startsAt: '2026-11-24T18:00:00Z',
  });
  expect(await codes('Early', '&asOf=2026-11-24')).toContain('precaution');
});

it('a session of the day is its own, the one before stays the last, and nothing is left to ask', async () => {
  const { neurologist } = service;
  const { courseId, sessionId } = courses.Given!;
  const id = await logged(neurologist, courseId, { performedOn: '2026-11-23' });
  expect(await row('Given')).toMatchObject({
    lastSession: { id: sessionId, performedOn: '2026-08-24' },
    sessionOfDay: { id, signed: false },
    appointment: { status: 'attended' },
    questions: [],
  });
  await signs(neurologist, id);
  expect(await row('Given')).toMatchObject({ sessionOfDay: { id, signed: true } });
});

it('a touch-up counts into the session before', async () => {
  const { neurologist } = service;
  const { courseId, sessionId } = courses.Morrow!;
  const injections = [{ muscle: 'splenius_capitis', side: 'left', units: 20 }];
  await logged(neurologist, courseId, { performedOn: '2026-09-07', injections, continuesId: sessionId });
  expect(await row('Morrow', '&asOf=2026-11-24')).toMatchObject({
    lastSession: { id: sessionId, performedOn: '2026-08-24', totalUnits: 150 },
  });
});

it.each`
  query                              | found        | why
  ${'?q=fir'}                        | ${['First']} | ${'the beginning of a name'}
  ${'?indication=cervical_dystonia'} | ${TODAY}     | ${'the indication'}
  ${'?indication=blepharospasm'}     | ${[]}        | ${'another'}
  ${'?product=ona'}                  | ${TODAY}     | ${'the planned product'}
  ${'?product=rima'}                 | ${[]}        | ${'another'}
  ${'?authorization=not-needed'}     | ${TODAY}     | ${'nobody has a payer that asks for one'}
  ${'?authorization=missing'}        | ${[]}        | ${'nor is one missing'}
  ${'?status=lapsed'}                | ${[]}        | ${'the status of the course'}
`('$query: $why', async ({ query, found }: { query: string; found: string[] }) => {
  expect(await names(query)).toEqual(found);
  const { body } = await service.neurologist.get(`/worklists/my-day/summary${query}`);
  expect(body.total).toBe(found.length);
});

it('by who gave the latest session', async () => {
  const treated = TODAY.filter((name) => name !== 'First');
  expect(await names(`?injectorId=${service.neurologist.userId}`)).toEqual(treated);
  expect(await names(`?injectorId=${service.admin.userId}`)).toEqual([]);
});

it('counts who is still to come', async () => {
  const { body } = await service.neurologist.get('/worklists/my-day/summary');
  expect(body).toEqual({ asOf: '2026-11-23', total: 5, toCome: 3 });
});

it('comes a page at a time', async () => {
  const found: string[] = [];
  let cursor = '';
  do {
    const { body } = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
    found.push(...body.items.map(({ patient }: { patient: { familyName: string } }) => patient.familyName));
    cursor = body.nextCursor ?? '';
  } while (cursor);
  expect(found).toEqual(TODAY);
});

it.each`
  query                 | pointer
  ${'?asOf=tomorrow'}   | ${'/asOf'}
  ${'?cursor=nonsense'} | ${'/cursor'}
  ${'?limit=0'}         | ${'/limit'}
  ${'?injectorId=me'}   | ${'/injectorId'}
`('$query is refused at $pointer', async ({ query, pointer }) => {
  const { status, body } = await list(query);
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([{ pointer }]);
});

it('is a neurologist’s: a scheduler is refused', async () => {
  expect((await service.scheduler.get('/worklists/my-day')).status).toBe(403);
  expect((await service.scheduler.get('/worklists/my-day/summary')).status).toBe(403);
});

it('the count in the navigation is that of the list of checks', async () => {
  const { neurologist } = service;
  const courseId = await started(neurologist, {});
  await logged(neurologist, courseId, { performedOn: '2026-10-12' });
  const other = await started(neurologist, {});
  await logged(neurologist, other, { performedOn: '2026-10-13' });
  const { body } = await neurologist.get('/worklists/peak-checks/summary');
  expect(body).toMatchObject({ total: 2, lastDay: 1 });
  const { token } = neurologist;
  const page = await fetch(new URL('/my-day', service.url), {
    headers: { cookie: `clinic_session=${token}` },
  });
  expect(await page.text()).toContain('(1 end today)');
});
