import { randomUUID } from 'node:crypto';
import { addDays, dayIn } from '../../src/clinical/calendar';
import { Clock } from '../../src/platform/clock';
import { openAlertCounts } from '../../src/records/adverse-events/alert.query';
import { startApp, type TestApp } from '../support/app';
import { aSession, logged, registered, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const DYSPHAGIA = { kind: 'dysphagia', onsetOn: '2026-08-10', severity: 'mild', serious: false };
const ANSWER = { decision: 'reassured', note: 'drinks safely' };

/** A session with a side effect after it. */
async function reported(given: object = {}, patientId?: string) {
  const courseId = await started(service.neurologist, patientId ? { patientId } : {});
  const sessionId = await logged(service.neurologist, courseId, { performedOn: '2026-08-03' });
  const { status, body } = await service.neurologist.post('/adverse-events', {
    sessionId,
    ...DYSPHAGIA,
    ...given,
  });
  expect(status).toBe(201);
  return { courseId, sessionId, event: body };
}

const answer = (id: string, given: object = {}) =>
  service.neurologist.post(`/adverse-events/${id}/answers`, { ...ANSWER, ...given });
const alerts = async (query: string) => (await service.neurologist.get(`/alerts?${query}`)).body.items;

it('stands on the side effect, the course, the patient and in the list until it is answered', async () => {
  const patientId = await registered(service.neurologist);
  const { courseId, sessionId, event } = await reported({}, patientId);
  expect(event).toMatchObject({ alert: 'swallowing', alertStatus: 'open' });
  const openOn = async (path: string) => (await service.neurologist.get(path)).body.openAlerts;
  const open = [{ adverseEventId: event.id, courseId, reason: 'swallowing', kind: 'dysphagia' }];
  expect(await openOn(`/courses/${courseId}`)).toMatchObject(open);
  expect(await openOn(`/patients/${patientId}`)).toMatchObject(open);
  expect(await alerts(`status=open&patientId=${patientId}`)).toMatchObject([
    {
      adverseEventId: event.id,
      patientId,
      courseId,
      sessionId,
      product: 'ona',
      totalUnits: 130,
      status: 'open',
      answers: [],
    },
  ]);

  expect(await answer(event.id)).toMatchObject({
    status: 201,
    body: { status: 'answered', answers: [ANSWER] },
  });
  expect(await openOn(`/courses/${courseId}`)).toEqual([]);
  expect(await openOn(`/patients/${patientId}`)).toEqual([]);
  expect(await alerts(`status=open&patientId=${patientId}`)).toEqual([]);
  expect(await alerts(`status=answered&courseId=${courseId}`)).toHaveLength(1);
});

it.each`
  kind                      | alert
  ${'breathing_difficulty'} | ${'breathing'}
  ${'weakness_elsewhere'}   | ${'distant-weakness'}
  ${'leg_weakness'}         | ${'distant-weakness'}
  ${'nasal_regurgitation'}  | ${'swallowing'}
  ${'pneumonia'}            | ${'swallowing'}
  ${'neck_weakness'}        | ${null}
  ${'dry_mouth'}            | ${null}
`('$kind after the neck raises $alert', async ({ kind, alert }: { kind: string; alert: string | null }) => {
  const { event } = await reported({ kind });
  expect(event).toMatchObject({ alert, alertStatus: alert && 'open' });
  if (alert === null) expect((await answer(event.id)).status).toBe(409);
});

it('keeps the next session asking, in every course of the patient, until it is answered', async () => {
  const patientId = await registered(service.neurologist);
  const { courseId, event } = await reported({}, patientId);
  const codes = async () =>
    (
      await service.neurologist.post('/sessions/check', aSession(courseId, { performedOn: '2026-11-23' }))
    ).body.findings.map(({ code }: { code: string }) => code);
  expect(await codes()).toContain('S21');
  await answer(event.id);
  expect(await codes()).not.toContain('S21');
});

it('is answered once, and once for one id', async () => {
  const { event } = await reported();
  const id = randomUUID();
  const statuses = [];
  for (const given of [{ id }, { id }, { id, decision: 'seen' }, {}])
    statuses.push((await answer(event.id, given)).status);
  expect(statuses).toEqual([201, 200, 409, 409]);
  expect((await answer(randomUUID())).status).toBe(404);
});

it.each`
  given                       | pointer
  ${{ decision: 'shrugged' }} | ${'/decision'}
  ${{ note: ' ' }}            | ${'/note'}
  ${{ note: undefined }}      | ${'/note'}
`('$given is refused', async ({ given, pointer }: { given: object; pointer: string }) => {
  const { event } = await reported();
  expect(await answer(event.id, given)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
});

it('opens again when what was answered becomes graver, and not when it is better', async () => {
  const { event } = await reported({ severity: 'moderate' });
  await answer(event.id);
  const change = (version: number, body: object) =>
    service.neurologist.patch(`/adverse-events/${event.id}`, version, body);
  expect((await change(1, { severity: 'mild' })).body.alertStatus).toBe('answered');
  expect((await change(2, { serious: true })).body.alertStatus).toBe('open');
  expect((await change(3, { severity: 'severe' })).body.alertStatus).toBe('open');
  expect((await answer(event.id)).body.answers).toHaveLength(2);
  expect((await alerts(`courseId=${event.courseId}`))[0]).toMatchObject({ status: 'answered' });
});

it('keeps when it was raised through changes, and is raised anew when it opens again', async () => {
  const own = await startApp({ today: '2026-11-23' });
  const courseId = await started(own.neurologist);
  const sessionId = await logged(own.neurologist, courseId, { performedOn: '2026-08-03' });
  const { body: event } = await own.neurologist.post('/adverse-events', { sessionId, ...DYSPHAGIA });
  const raised = async () =>
    (await own.neurologist.get(`/alerts?courseId=${courseId}`)).body.items[0].raisedAt;
  const change = (version: number, body: object) =>
    own.neurologist.patch(`/adverse-events/${event.id}`, version, body);
  const at = (moment: string) => {
    own.app.get(Clock).now = () => new Date(moment);
  };
  const first = await raised();
  at('2026-11-23T17:40:00.000Z');
  await change(1, { note: 'drinks slowly' });
  await change(2, { severity: 'moderate' });
  expect(await raised()).toBe(first);
  await own.neurologist.post(`/adverse-events/${event.id}/answers`, ANSWER);
  await change(3, { severity: 'severe' });
  const again = await raised();
  expect([first, again]).toEqual(['2026-11-23T17:00:00.000Z', '2026-11-23T17:40:00.000Z']);
  at('2026-11-23T18:20:00.000Z');
  await change(4, { severity: 'mild' });
  expect(await raised()).toBe(again);
  await own.close();
});

it('is found by what was treated', async () => {
  const { event } = await reported();
  const ids = async (indication: string) =>
    (await alerts(`limit=500&indication=${indication}`)).map(
      ({ adverseEventId }: { adverseEventId: string }) => adverseEventId,
    );
  expect(await ids('cervical_dystonia')).toContain(event.id);
  expect(await ids('chronic_migraine')).not.toContain(event.id);
});

it('of a void session is withdrawn', async () => {
  const { courseId, sessionId, event } = await reported();
  const wrong = { reason: 'entered in the wrong course' };
  await service.neurologist.post(`/sessions/${sessionId}/void`, wrong, { 'if-match': '"1"' });
  expect(await alerts(`courseId=${courseId}`)).toMatchObject([
    { adverseEventId: event.id, status: 'withdrawn' },
  ]);
  expect((await service.neurologist.get(`/courses/${courseId}`)).body.openAlerts).toEqual([]);
  expect((await answer(event.id)).status).toBe(409);
});

it('lists own sessions first, then the longest standing, page by page, each once', async () => {
  const other = await service.signIn('neurologist');
  const own = async (onsetOn: string, injectorId: string) => {
    const courseId = await started(service.neurologist);
    const sessionId = await logged(service.neurologist, courseId, { performedOn: '2026-08-03', injectorId });
    const { body } = await service.neurologist.post('/adverse-events', { sessionId, ...DYSPHAGIA, onsetOn });
    return body.id as string;
  };
  const late = await own('2026-09-20', other.userId);
  const early = await own('2026-09-10', other.userId);
  const ids: string[] = [];
  let cursor = '';
  do {
    const { body } = await other.get(`/alerts?limit=2${cursor}`);
    ids.push(...body.items.map(({ adverseEventId }: { adverseEventId: string }) => adverseEventId));
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
  } while (cursor);
  expect(ids.slice(0, 2)).toEqual([early, late]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength((await alerts('limit=500')).length);
});

it('is shown to no scheduler', async () => {
  const patientId = await registered(service.neurologist);
  const { event } = await reported({}, patientId);
  const { scheduler } = service;
  expect((await scheduler.get('/alerts')).status).toBe(403);
  expect((await scheduler.post(`/adverse-events/${event.id}/answers`, ANSWER)).status).toBe(403);
  expect((await scheduler.get(`/patients/${patientId}`)).body).not.toHaveProperty('openAlerts');
});

it('is counted until it is answered, and from the next day on as one that has waited too long', async () => {
  const zone = 'America/New_York';
  const counted = (today: ReturnType<typeof dayIn>) => openAlertCounts(service.work.db, { today, zone });
  const { event, courseId } = await reported();
  const [{ raisedAt }] = await alerts(`courseId=${courseId}`);
  const raisedOn = dayIn(zone, new Date(raisedAt));
  const { total, ofEarlierDays } = await counted(raisedOn);
  expect(ofEarlierDays).toBeLessThan(total);
  expect(await counted(addDays(raisedOn, 1))).toEqual({ total, ofEarlierDays: total });
  await answer(event.id);
  expect(await counted(addDays(raisedOn, 1))).toEqual({ total: total - 1, ofEarlierDays: total - 1 });
});
