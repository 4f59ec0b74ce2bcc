import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';

let service: TestApp;
/** Sessions by the family name of their patient. */
const sessions: Record<string, { id: string; courseId: string }> = {};

/** Today is 23 November 2026. In cervical dystonia the call is due on days 7 to 14, the peak check on days 28 to 42. */
const GIVEN: Readonly<Record<string, { on: string; indication?: string }>> = {
  Lastday: { on: '2026-10-12' },
  Passed: { on: '2026-10-11' },
  Firstday: { on: '2026-10-26' },
  Tomorrow: { on: '2026-10-27' },
  Call: { on: '2026-11-12' },
  Eyelids: { on: '2026-11-02', indication: 'hemifacial_spasm' },
  Called: { on: '2026-11-11' },
  Asked: { on: '2026-10-20' },
  Judged: { on: '2026-10-21' },
  Ended: { on: '2026-10-22' },
};
const FACE = [
  { muscle: 'orbicularis_oculi', side: 'left', units: 15 },
  { muscle: 'zygomaticus_major', side: 'left', units: 3 },
];

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { neurologist } = service;
  for (const [familyName, { on, indication }] of Object.entries(GIVEN)) {
    const patientId = await registered(neurologist, { familyName });
    const face = indication && { indication, side: 'left' };
    const courseId = await started(neurologist, { patientId, ...face });
    const id = await logged(neurologist, courseId, { performedOn: on, ...(face && { injections: FACE }) });
    sessions[familyName] = { id, courseId };
  }
  await answers('Called', { answeredOn: '2026-11-20' });
  await answers('Asked', { answeredOn: '2026-11-16', helpedPct: 50 });
  await neurologist.put(`/sessions/${sessions.Judged!.id}/response`, {
    improvementPct: 60,
    assessedOn: '2026-11-20',
  });
  await neurologist.post(`/courses/${sessions.Ended!.courseId}/end`, { on: '2026-11-20', reason: 'moved' });
  await service.scheduler.post(`/courses/${sessions.Lastday!.courseId}/contacts`, {
    channel: 'phone',
    outcome: 'no-answer',
    at: '2026-11-20T15:00:00Z',
  });
});
afterAll(() => service.close());

const answers = (name: string, body: object) =>
  service.scheduler.post(`/courses/${sessions[name]!.courseId}/patient-answers`, {
    answeredOn: '2026-11-23',
    stillEffective: true,
    channel: 'telephone',
    ...body,
  });
const list = (query = '') => service.scheduler.get(`/worklists/peak-checks${query}`);
const names = async (query?: string): Promise<string[]> => {
  const { status, body } = await list(query);
  expect(status).toBe(200);
  return body.items.map(({ patient }: { patient: { familyName: string } }) => patient.familyName);
};

it('names who is to be asked today, those for whom today is the last day first', async () => {
  expect(await names()).toEqual(['Lastday', 'Call', 'Eyelids', 'Firstday']);
});

it('says of each whom to call, about which session, for what and until when, and never a dose', async () => {
  const { body } = await list('?q=lastday');
  const { id, courseId } = sessions.Lastday!;
  expect(body.asOf).toBe('2026-11-23');
  expect(body.items).toMatchObject([
    {
      courseId,
      patient: { phone: '+1 212 555 0142' },
      session: { id, performedOn: '2026-10-12' },
      check: 'peak',
      fromOn: '2026-11-09',
      toOn: '2026-11-23',
      attempts: 1,
      lastContact: { outcome: 'no-answer' },
      dueOn: '2027-01-04',
      dueStatus: 'not-due',
    },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/units|injections|"product"|improvement/i);
});

it.each`
  query                               | found                                                     | why
  ${'?check=call'}                    | ${['Call']}                                               | ${'the first calls'}
  ${'?check=peak'}                    | ${['Lastday', 'Eyelids', 'Firstday']}                     | ${'the peaks'}
  ${'?asOf=2026-11-22'}               | ${['Passed', 'Lastday', 'Call', 'Eyelids']}               | ${'as it stood yesterday'}
  ${'?to=2026-11-24'}                 | ${['Lastday', 'Call', 'Eyelids', 'Firstday', 'Tomorrow']} | ${'until tomorrow'}
  ${'?from=2026-11-24&to=2026-11-24'} | ${['Call', 'Eyelids', 'Firstday', 'Tomorrow']}            | ${'tomorrow'}
  ${'?indication=hemifacial_spasm'}   | ${['Eyelids']}                                            | ${'the indication'}
  ${'?booked=true'}                   | ${[]}                                                     | ${'nobody is booked'}
  ${'?status=overdue'}                | ${[]}                                                     | ${'the status of the course'}
  ${'?q=fir'}                         | ${['Firstday']}                                           | ${'the beginning of a name'}
`('$query: $why', async ({ query, found }: { query: string; found: string[] }) => {
  expect(await names(query)).toEqual(found);
  const { body } = await service.neurologist.get(`/worklists/peak-checks/summary${query}`);
  expect(body.total).toBe(found.length);
});

it('by whom it was given', async () => {
  expect(await names(`?injectorId=${service.neurologist.userId}`)).toHaveLength(4);
  expect(await names(`?injectorId=${service.admin.userId}`)).toEqual([]);
});

it('counts those whose last day it is', async () => {
  const { body } = await service.scheduler.get('/worklists/peak-checks/summary');
  expect(body).toEqual({ asOf: '2026-11-23', total: 4, lastDay: 1 });
});

it('comes a page at a time', async () => {
  const found: string[] = [];
  let cursor = '';
  do {
    const { body } = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
    found.push(...body.items.map(({ patient }: { patient: { familyName: string } }) => patient.familyName));
    cursor = body.nextCursor ?? '';
  } while (cursor);
  expect(found).toEqual(['Lastday', 'Call', 'Eyelids', 'Firstday']);
});

it.each`
  query                               | pointer
  ${'?check=visit'}                   | ${'/check'}
  ${'?from=2026-11-22&to=2026-11-21'} | ${'/to'}
  ${'?asOf=2026-02-30'}               | ${'/asOf'}
  ${'?cursor=nonsense'}               | ${'/cursor'}
  ${'?days=3'}                        | ${'/days'}
`('$query is refused', async ({ query, pointer }: { query: string; pointer: string }) => {
  expect(await list(query)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
});

it('closes a row with how much it helped, the response, or a side effect after the first days', async () => {
  const { neurologist } = service;
  await answers('Lastday', {});
  expect(await names()).toEqual(['Lastday', 'Call', 'Eyelids', 'Firstday']);
  await answers('Lastday', { helpedPct: 0 });
  expect(await names()).toEqual(['Call', 'Eyelids', 'Firstday']);
  await neurologist.put(`/sessions/${sessions.Firstday!.id}/response`, {
    measurements: [{ scale: 'tsui', phase: 'peak', value: 8, measuredOn: '2026-11-23' }],
  });
  expect(await names()).toEqual(['Call', 'Eyelids']);
  await neurologist.post('/adverse-events', {
    sessionId: sessions.Call!.id,
    kind: 'dry_mouth',
    onsetOn: '2026-11-15',
    severity: 'mild',
    serious: false,
  });
  expect(await names()).toEqual(['Eyelids']);
});
