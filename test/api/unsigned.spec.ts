import { startApp, type TestApp } from '../support/app';
import { logged, registered, seen, signs, started, voids } from '../support/builders';

let service: TestApp;
let colleagueId: string;
/** Sessions by the family name of their patient. */
const sessions: Record<string, { id: string; courseId: string }> = {};

/** A name says what is about the session. Today is 23 November 2026; a session may wait two days. */
const GIVEN: Readonly<Record<string, { on: string; more?: object; indication?: string }>> = {
  Month: { on: '2026-10-23' },
  Third: { on: '2026-11-20' },
  Second: { on: '2026-11-21', indication: 'hemifacial_spasm' },
  Today: { on: '2026-11-23' },
  Colleague: { on: '2026-11-22' },
  Signed: { on: '2026-11-10' },
  Voided: { on: '2026-11-11' },
  Ended: { on: '2026-11-12' },
};

const NECK = [
  { muscle: 'splenius_capitis', side: 'left', units: 12.5 },
  { muscle: 'trapezius', side: 'left', units: 10.25 },
];
const FACE = [
  { muscle: 'orbicularis_oculi', side: 'left', units: 15 },
  { muscle: 'zygomaticus_major', side: 'left', units: 3 },
];

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { neurologist } = service;
  colleagueId = (await service.signIn('neurologist')).userId;
  for (const [familyName, { on, indication }] of Object.entries(GIVEN)) {
    const patientId = await registered(neurologist, { familyName });
    const courseId = await started(neurologist, {
      patientId,
      ...(indication && { indication, side: 'left' }),
    });
    const id = await logged(neurologist, courseId, {
      performedOn: on,
      injections: indication ? FACE : NECK,
      note: 'secret',
      ...(familyName === 'Colleague' && { injectorId: colleagueId }),
    });
    sessions[familyName] = { id, courseId };
  }
  await signs(neurologist, sessions.Signed!.id);
  await voids(neurologist, sessions.Voided!.id);
  await neurologist.post(`/courses/${sessions.Ended!.courseId}/end`, {
    on: '2026-11-20',
    reason: 'remission',
  });
  await service.scheduler.post(`/courses/${sessions.Month!.courseId}/contacts`, {
    channel: 'phone',
    outcome: 'no-answer',
    at: '2026-11-20T15:00:00Z',
  });
});
afterAll(() => service.close());

const list = (query = '') => service.neurologist.get(`/worklists/unsigned${query}`);
const names = async (query?: string): Promise<string[]> => {
  const { status, body } = await list(query);
  expect(status).toBe(200);
  return body.items.map(({ patient }: { patient: { familyName: string } }) => patient.familyName);
};

it('names each session that waits, the oldest first, and nothing that is signed or void', async () => {
  expect(await names()).toEqual(['Month', 'Ended', 'Third', 'Second', 'Colleague', 'Today']);
});

it('says of each who, what, by whom, since when, and how its course stands', async () => {
  const { body } = await list('?q=month');
  expect(body.asOf).toBe('2026-11-23');
  expect(body.items).toMatchObject([
    {
      sessionId: sessions.Month!.id,
      courseId: sessions.Month!.courseId,
      version: 1,
      performedOn: '2026-10-23',
      product: 'ona',
      totalUnits: 22.75,
      injections: [
        { muscle: 'splenius_capitis', product: 'ona', units: 12.5 },
        { muscle: 'trapezius', product: 'ona', units: 10.25 },
      ],
      injector: { id: service.neurologist.userId, displayName: expect.any(String) },
      daysUnsigned: 31,
      overdue: true,
      anchorOn: '2026-10-23',
      dueOn: '2027-01-15',
      dueStatus: 'not-due',
      attempts: 1,
      lastContact: { outcome: 'no-answer' },
    },
  ]);
  expect(JSON.stringify(body)).not.toContain('secret');
});

it('of an ended course the session still waits, and nothing is due', async () => {
  expect((await list('?q=ended')).body.items).toMatchObject([
    { daysUnsigned: 11, overdue: true, anchorOn: null, dueOn: null, dueStatus: null, daysOverdue: 0 },
  ]);
});

it.each`
  query                               | found                                    | why
  ${'?overdue=true'}                  | ${['Month', 'Ended', 'Third']}           | ${'longer than two days'}
  ${'?overdue=false'}                 | ${['Second', 'Colleague', 'Today']}      | ${'two days and less'}
  ${'?overdue=true&asOf=2026-11-24'}  | ${['Month', 'Ended', 'Third', 'Second']} | ${'a day later one more'}
  ${'?asOf=2026-11-21'}               | ${['Month', 'Ended', 'Third', 'Second']} | ${'what was given later waits for nothing yet'}
  ${'?from=2026-11-20&to=2026-11-22'} | ${['Third', 'Second', 'Colleague']}      | ${'both ends inclusive'}
  ${'?indication=hemifacial_spasm'}   | ${['Second']}                            | ${'the indication'}
  ${'?booked=true'}                   | ${[]}                                    | ${'nobody is booked'}
  ${'?status=not-due&overdue=false'}  | ${['Second', 'Colleague', 'Today']}      | ${'the status of the course'}
  ${'?status=overdue'}                | ${[]}                                    | ${'no course is overdue'}
  ${'?q=thi'}                         | ${['Third']}                             | ${'the beginning of a name'}
`('$query: $why', async ({ query, found }: { query: string; found: string[] }) => {
  expect(await names(query)).toEqual(found);
  const { body } = await service.neurologist.get(`/worklists/unsigned/summary${query}`);
  expect(body.total).toBe(found.length);
});

it('by whom it was given, and to whom', async () => {
  expect(await names(`?injectorId=${colleagueId}`)).toEqual(['Colleague']);
  const [{ patient }] = (await list('?q=third')).body.items;
  expect(await names(`?patientId=${patient.id}`)).toEqual(['Third']);
});

it('counts by the same filters, and how many have waited too long', async () => {
  const summary = async (query = '') =>
    (await service.neurologist.get(`/worklists/unsigned/summary${query}`)).body;
  expect(await summary()).toEqual({ asOf: '2026-11-23', total: 6, overdue: 3 });
  expect(await summary('?from=2026-11-20')).toEqual({ asOf: '2026-11-23', total: 4, overdue: 1 });
});

it('comes a page at a time', async () => {
  const found: string[] = [];
  let cursor = '';
  do {
    const { body } = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
    found.push(...body.items.map(({ sessionId }: { sessionId: string }) => sessionId));
    cursor = body.nextCursor ?? '';
  } while (cursor);
  expect(found).toEqual(
    ['Month', 'Ended', 'Third', 'Second', 'Colleague', 'Today'].map((name) => sessions[name]!.id),
  );
});

it.each`
  query                               | pointer
  ${'?overdue=perhaps'}               | ${'/overdue'}
  ${'?from=2026-11-22&to=2026-11-21'} | ${'/to'}
  ${'?asOf=2026-02-30'}               | ${'/asOf'}
  ${'?cursor=nonsense'}               | ${'/cursor'}
  ${'?days=3'}                        | ${'/days'}
`('$query is refused', async ({ query, pointer }: { query: string; pointer: string }) => {
  expect(await list(query)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
});

it('follows what the clinic lets pass, and what is signed from its row', async () => {
  const { body } = await service.admin.get('/clinic-settings');
  const set = (version: number, days: number | null) =>
    service.admin.patch('/clinic-settings', version, { ruleValues: { 'S30.unsigned.days': days } });
  const changed = await set(body.version, 14);
  expect(changed.status).toBe(200);
  expect(await names('?overdue=true')).toEqual(['Month']);
  await set(changed.body.version, null);
  const [{ sessionId, version }] = (await list('?q=today')).body.items;
  expect((await service.neurologist.post(`/sessions/${sessionId}/sign`, {}, seen(version))).status).toBe(200);
  expect(await names('?q=today')).toEqual([]);
});
