import { randomUUID } from 'node:crypto';
import { CALL_QUEUES } from '../../src/clinical/calling/call-queue';
import { ClinicNow } from '../../src/platform/clinic';
import { callRows } from '../../src/worklist/calling/calls.query';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';
import { fillDueList, type DueListClinic } from '../support/patients/due-list-clinic';

let service: TestApp;
let clinic: DueListClinic;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  clinic = await fillDueList(service);
});
afterAll(() => service.close());

interface Row {
  courseId: string;
  patient: { id: string; familyName: string };
  courses: { courseId: string; queue: string | null }[];
  contacts: { outcome: string; note: string | null }[];
  [field: string]: unknown;
}

async function list(path: string, query = ''): Promise<Row[]> {
  const { status, body } = await service.scheduler.get(`${path}?limit=500&${query}`);
  expect(status).toBe(200);
  return body.items as Row[];
}

const namesIn = async (path: string, query = '') =>
  (await list(path, query)).map(({ patient }) => patient.familyName).toSorted();

const contact = (courseId: string, body: object) =>
  service.scheduler.post(`/courses/${courseId}/contacts`, {
    channel: 'phone',
    outcome: 'no-answer',
    ...body,
  });
const snooze = (courseId: string, body: object) =>
  service.scheduler.post(`/courses/${courseId}/snoozes`, body);

/** A course due since 2 November of a patient with this name. */
async function due(familyName: string): Promise<{ courseId: string; patientId: string }> {
  const patientId = await registered(service.neurologist, { familyName });
  const courseId = await started(service.neurologist, { patientId });
  await logged(service.neurologist, courseId, { performedOn: '2026-08-10' });
  return { courseId, patientId };
}

it.each`
  queue             | found
  ${'to-call'}      | ${['Onhold', 'Ontime', 'Overdue', 'Today', 'Tomorrow', 'Upcoming', 'Yearlate']}
  ${'booked'}       | ${['Booked']}
  ${'snoozed'}      | ${['Snoozed']}
  ${'said-no'}      | ${[]}
  ${'lapsed'}       | ${['Lapsed']}
  ${'first-visits'} | ${[]}
`('of the due list $queue: $found', async ({ queue, found }: { queue: string; found: string[] }) => {
  expect(await namesIn('/due-list', `queue=${queue}`)).toEqual(found);
});

it('the queue of calls is that of the due list, who waits longest first; first visits are a list of their own', async () => {
  const rows = await list('/worklists/to-call');
  expect(rows.map(({ patient }) => patient.familyName)).toEqual([
    'Yearlate',
    'Overdue',
    'Ontime',
    'Today',
    'Tomorrow',
    'Onhold',
    'Upcoming',
  ]);
  expect(await namesIn('/worklists/first-visits')).toEqual(['Nosession', 'Voided']);
  const [first] = await list('/worklists/first-visits', 'q=nosession');
  expect(first).toMatchObject({
    courseId: clinic.courses.Nosession,
    anchorOn: null,
    dueOn: null,
    bookOn: null,
    waitsFromOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    dueStatus: 'no-session',
    queue: 'first-visits',
    attempts: 0,
    contacts: [],
  });
});

it('a first visit can be booked, and then stands among the booked', async () => {
  const courseId = await started(service.neurologist, {
    patientId: await registered(service.neurologist, { familyName: 'Newcomer' }),
  });
  expect(await namesIn('/worklists/first-visits', 'q=newcomer')).toEqual(['Newcomer']);
  await service.scheduler.post(`/courses/${courseId}/appointments`, { startsAt: '2026-12-07T15:00:00Z' });
  expect(await namesIn('/worklists/first-visits', 'q=newcomer')).toEqual([]);
  const { body } = await service.scheduler.get('/worklists/to-call/summary?q=newcomer');
  expect(body.counts).toMatchObject({ booked: 1, 'first-visits': 0 });
});

it('the counts are those of the queues, in patients, under the same filters', async () => {
  for (const filter of ['', 'indication=cervical_dystonia', 'q=o', 'status=overdue', 'from=2026-11-01']) {
    const { body } = await service.scheduler.get(`/worklists/to-call/summary?${filter}`);
    for (const queue of ['to-call', 'first-visits'] as const) {
      expect({ filter, queue, patients: body.counts[queue] }).toEqual({
        filter,
        queue,
        patients: (await list(`/worklists/${queue}`, filter)).length,
      });
    }
    const found = await Promise.all(
      CALL_QUEUES.filter((queue) => queue !== 'first-visits').map(async (queue) => {
        const rows = await list('/due-list', `queue=${queue}&${filter}`);
        return { queue, patients: new Set(rows.map(({ patient }) => patient.id)).size };
      }),
    );
    for (const { queue, patients } of found) {
      // The due list has no row for a first visit that is booked.
      expect(body.counts[queue]).toBeGreaterThanOrEqual(patients);
      if (queue !== 'booked') expect({ queue, patients: body.counts[queue] }).toEqual({ queue, patients });
    }
  }
});

it('one patient is one row with all their courses; a call about several counts once', async () => {
  const { courseId, patientId } = await due('Several');
  const second = await started(service.neurologist, { patientId, indication: 'blepharospasm' });
  const [row, ...others] = await list('/worklists/to-call', 'q=several');
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    courseId,
    patient: { id: patientId },
    courses: [
      { courseId, queue: 'to-call' },
      { courseId: second, queue: 'first-visits' },
    ],
  });
  await contact(courseId, { alsoFor: [second], note: 'mailbox full' });
  const [called] = await list('/worklists/to-call', 'q=several');
  expect(called).toMatchObject({
    attempts: 1,
    contacts: [{ outcome: 'no-answer', note: 'mailbox full' }],
    courses: [{ attempts: 1 }, { attempts: 1 }],
  });
  await contact(courseId, { alsoFor: [second], outcome: 'declined' });
  expect(await namesIn('/worklists/to-call', 'q=several')).toEqual([]);
  expect(await namesIn('/worklists/first-visits', 'q=several')).toEqual([]);
});

it('says how often somebody was called and what was said each time, of this cycle alone; and when nobody came', async () => {
  const { courseId } = await due('Often');
  await contact(courseId, { at: '2026-08-01T15:00:00Z', outcome: 'agreed', note: 'of the cycle before' });
  await contact(courseId, { at: '2026-11-18T15:00:00Z' });
  await contact(courseId, { at: '2026-11-20T15:00:00Z', outcome: 'call-later', note: 'after the holidays' });
  const { body } = await service.scheduler.post(`/courses/${courseId}/appointments`, {
    startsAt: '2026-11-16T15:00:00Z',
  });
  await service.scheduler.patch(`/appointments/${body.id}`, 1, { status: 'no-show' });
  const [row] = await list('/worklists/to-call', 'q=often');
  expect(row).toMatchObject({
    attempts: 2,
    lastContact: { outcome: 'call-later' },
    contacts: [
      { at: '2026-11-20T15:00:00.000Z', channel: 'phone', outcome: 'call-later', note: 'after the holidays' },
      { outcome: 'no-answer', note: null },
    ],
    noShows: ['2026-11-16T15:00:00.000Z'],
  });
});

it('a snooze hides until its day, writes no call, and can be taken back', async () => {
  const { courseId } = await due('Sleeper');
  const id = randomUUID();
  const body = { id, untilOn: '2026-12-01' };
  expect([
    (await snooze(courseId, body)).status,
    (await snooze(courseId, body)).status,
    (await snooze(courseId, { ...body, untilOn: '2026-12-02' })).status,
  ]).toEqual([201, 200, 409]);
  const hidden = async (query = '') =>
    (await namesIn('/worklists/to-call', `q=sleeper&${query}`)).length === 0;
  expect(await hidden()).toBe(true);
  expect(await hidden('asOf=2026-11-30')).toBe(true);
  expect(await hidden('asOf=2026-12-01')).toBe(false);
  expect((await service.scheduler.get(`/courses/${courseId}/contacts`)).body.items).toEqual([]);
  expect(await list('/due-list', 'q=sleeper')).toMatchObject([
    { snoozedUntil: '2026-12-01', lastContact: null },
  ]);
  await contact(courseId, {});
  expect(await hidden()).toBe(true);
  await snooze(courseId, { untilOn: null });
  expect(await hidden()).toBe(false);
});

it.each`
  body                                     | status | pointer         | why
  ${{}}                                    | ${400} | ${'/untilOn'}   | ${'no day'}
  ${{ untilOn: '2026-11-23' }}             | ${400} | ${'/untilOn'}   | ${'until today'}
  ${{ untilOn: '2027-11-25' }}             | ${400} | ${'/untilOn'}   | ${'for more than a year'}
  ${{ untilOn: 'tomorrow' }}               | ${400} | ${'/untilOn'}   | ${'no calendar day'}
  ${{ untilOn: null, alsoFor: ['x'] }}     | ${400} | ${'/alsoFor'}   | ${'no id'}
  ${{ untilOn: null, alsoFor: ['OTHER'] }} | ${400} | ${'/alsoFor/0'} | ${'a course of somebody else'}
`('a snooze is refused: $why', async ({ body, status, pointer }) => {
  const { courseId } = await due('Refused');
  const sent = JSON.parse(JSON.stringify(body).replace('OTHER', clinic.courses.Today!));
  expect(await snooze(courseId, sent)).toMatchObject({ status, body: { errors: [{ pointer }] } });
});

it('a call about the course of somebody else is refused, and nothing is written', async () => {
  const { courseId } = await due('Alone');
  expect(await contact(courseId, { alsoFor: [clinic.courses.Today] })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/alsoFor/0' }] },
  });
  expect((await service.scheduler.get(`/courses/${courseId}/contacts`)).body.items).toEqual([]);
});

it.each`
  filter                                       | found
  ${'authorization=missing'}                   | ${['Overdue', 'Today']}
  ${'authorization=missing,units-short'}       | ${['Overdue', 'Today']}
  ${'authorization=expires-before-due'}        | ${[]}
  ${'product=ona&indication=chronic_migraine'} | ${['Today']}
  ${'product=rima'}                            | ${[]}
`('$filter: $found', async ({ filter, found }: { filter: string; found: string[] }) => {
  const own = Object.values(clinic.courses);
  const rows = (await list('/worklists/to-call', filter)).filter(({ courseId }) => own.includes(courseId));
  expect(rows.map(({ patient }) => patient.familyName).toSorted()).toEqual(found);
  const listed = (await list('/due-list', `queue=to-call&${filter}`)).filter(({ courseId }) =>
    own.includes(courseId),
  );
  expect(listed.map(({ patient }) => patient.familyName).toSorted()).toEqual(found);
});

it.each(['/worklists/to-call', '/worklists/first-visits'])(
  '%s goes on where the page ended',
  async (path) => {
    const all = (await list(path)).map(({ patient }) => patient.id);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await service.scheduler.get(`${path}?limit=2${cursor}`);
      seen.push(...body.items.map((row: Row) => row.patient.id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(all.length).toBeGreaterThan(1);
    expect(seen).toEqual(all);
  },
);

it('of all courses, each patient stands once, where they have waited longest, whatever the page', async () => {
  for (const [familyName, startedOn] of [
    ['Newlonger', '2026-09-01'],
    ['Newshorter', '2026-11-20'],
  ] as const) {
    const { patientId } = await due(familyName);
    await started(service.neurologist, { patientId, indication: 'chronic_migraine', startedOn });
  }
  const { db } = service.work;
  const day = { asOf: '2026-11-23' as const, clinic: await service.app.get(ClinicNow).read(db) };
  const page = (limit: number, after?: readonly string[]) => callRows(db, {}, day, { limit, after });
  const all = await page(500);
  const standing = all.map(({ waitsFromOn, patient }) => [waitsFromOn, patient.id] as const);
  expect(standing).toEqual(
    all
      .map(({ courses, patient }) => [courses.map((course) => course.waitsFromOn).toSorted()[0]!, patient.id])
      .toSorted(([a], [b]) => (a! < b! ? -1 : a! > b! ? 1 : 0)),
  );
  expect(new Set(standing.map(([, id]) => id)).size).toBe(all.length);
  const longest = (familyName: string) =>
    all.find(({ patient }) => patient.familyName === familyName)!.waitsFromOn;
  expect([longest('Newlonger'), longest('Newshorter')]).toEqual(['2026-09-01', '2026-11-02']);

  const seen: unknown[] = [];
  for (let rows = await page(2); rows.length > 0; rows = await page(2, standing[seen.length - 1])) {
    seen.push(...rows.map(({ waitsFromOn, patient }) => [waitsFromOn, patient.id]));
  }
  expect(seen).toEqual(standing);
});
