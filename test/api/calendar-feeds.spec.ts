import ICAL from 'ical.js';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const fetched = async (path: string): Promise<{ status: number; type: string | null; text: string }> => {
  const response = await fetch(service.url + path);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  };
};

const startsIn = (text: string): string[] =>
  new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event).startDate.toString());

const book = (courseId: string, body: object) =>
  service.scheduler.post(`/courses/${courseId}/appointments`, body);

async function treated(given: Record<string, unknown> = {}): Promise<string> {
  const courseId = await started(service.neurologist, given);
  await logged(service.neurologist, courseId, { performedOn: '2026-09-14' });
  return courseId;
}

it('gives an injector’s appointments, their own and those of patients whom they treated last', async () => {
  const colleague = await service.signIn('neurologist');
  const patientId = await registered(service.neurologist, { familyName: 'Lindqvist', givenName: 'Marta' });
  const courseId = await treated({ patientId });
  const other = await started(service.neurologist, { patientId, indication: 'chronic_migraine' });
  await book(courseId, {
    startsAt: '2026-12-07T15:00:00Z',
    alsoFor: [other],
    note: 'Marta asks for mornings',
  });
  await book(await treated(), { startsAt: '2026-12-08T15:00:00Z', injectorId: colleague.userId });
  const gone = (await book(await treated(), { startsAt: '2026-12-09T15:00:00Z' })).body;
  await service.scheduler.patch(`/appointments/${gone.id}`, 1, { status: 'cancelled' });

  const made = await service.neurologist.post('/me/calendar-feed');
  expect(made).toMatchObject({
    status: 201,
    body: { path: expect.stringMatching(/^\/api\/v1\/calendar-feeds\/btf_[\w-]{43}\.ics$/) },
  });
  const mine = await fetched(made.body.path);
  expect(mine).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
  expect(startsIn(mine.text)).toEqual(['2026-12-07T15:00:00Z']);
  expect(mine.text).toContain('Injections\\, 2 courses');
  expect(mine.text).not.toMatch(/Lindqvist|Marta|dystonia|migraine/i);
  const theirs = await colleague.post('/me/calendar-feed');
  expect(startsIn((await fetched(theirs.body.path)).text)).toEqual(['2026-12-08T15:00:00Z']);
});

it('opens nothing once it is revoked or another was made, nor to a secret that nobody has', async () => {
  const injector = await service.signIn('neurologist');
  expect((await injector.get('/me/calendar-feed')).body).toEqual({ since: null });
  const [first, second] = [
    (await injector.post('/me/calendar-feed')).body,
    (await injector.post('/me/calendar-feed')).body,
  ];
  expect((await injector.get('/me/calendar-feed')).body).toEqual({ since: second.since });
  expect((await fetched(first.path)).status).toBe(404);
  expect((await fetched(second.path)).status).toBe(200);
  expect((await injector.delete('/me/calendar-feed')).status).toBe(204);
  const revoked = await fetched(second.path);
  expect(revoked).toMatchObject({ status: 404, type: 'application/problem+json; charset=utf-8' });
  expect(revoked.text).not.toContain('btf_');
  expect((await fetched(`/api/v1/calendar-feeds/${'x'.repeat(47)}.ics`)).status).toBe(404);
  expect((await injector.delete('/me/calendar-feed')).status).toBe(204);
});

it('opens nothing once its owner may not sign in any more', async () => {
  const injector = await service.signIn('neurologist');
  const { path } = (await injector.post('/me/calendar-feed')).body;
  const { version } = (await service.admin.get(`/users/${injector.userId}`)).body;
  expect((await service.admin.patch(`/users/${injector.userId}`, version, { disabled: true })).status).toBe(
    200,
  );
  expect((await fetched(path)).status).toBe(404);
});

it('of many guesses at one address the later ones wait; another calendar goes on', async () => {
  const { path } = (await service.neurologist.post('/me/calendar-feed')).body;
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++) statuses.push((await fetched('/api/v1/calendar-feeds/btf_gone.ics')).status);
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429]);
  expect((await fetched(path)).status).toBe(200);
});

it('making and revoking stand in the trail, the secret nowhere', async () => {
  const injector = await service.signIn('neurologist');
  const { path } = (await injector.post('/me/calendar-feed')).body;
  await injector.delete('/me/calendar-feed');
  const entries = await service.work.db.query<{ action: string; detail: object }[]>(
    `select action, detail from audit_entry where subject = 'calendar_feed' and actor_id = $1 order by id`,
    [injector.userId],
  );
  expect(entries.map(({ action }) => action)).toEqual(['insert', 'update']);
  const secret = /btf_[\w-]+/.exec(path)![0];
  expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${secret}|token_hash`));
  const kept = await service.work.db.query('select * from calendar_feed where user_id = $1', [
    injector.userId,
  ]);
  expect(JSON.stringify(kept)).not.toContain(secret);
});
