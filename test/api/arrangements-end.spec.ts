import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { aSession, logged, registered, signs, started, voids } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const TODAY = '2026-11-23';

/** A course whose last session was on 3 August: due on 26 October. */
async function due(patientId?: string): Promise<string> {
  const courseId = await started(service.neurologist, {
    patientId: patientId ?? (await registered(service.neurologist)),
  });
  await logged(service.neurologist, courseId, { performedOn: '2026-08-03' });
  return courseId;
}

const call = (courseId: string, body: object) =>
  service.scheduler.post(`/courses/${courseId}/contacts`, {
    channel: 'phone',
    outcome: 'call-later',
    ...body,
  });
const book = async (courseId: string, startsAt: string): Promise<string> =>
  (await service.scheduler.post(`/courses/${courseId}/appointments`, { startsAt })).body.id;
const visit = (courseId: string, performedOn: string) =>
  service.neurologist.post('/sessions', aSession(courseId, { performedOn }));
const voided = (id: string) =>
  service.neurologist.post(`/sessions/${id}/void`, { reason: 'another patient' }, { 'if-match': '"1"' });

async function appointmentsOf(courseId: string): Promise<string[]> {
  const { body } = await service.scheduler.get(`/appointments?courseId=${courseId}`);
  return body.items.map(
    (item: { startsAt: string; status: string }) => `${item.startsAt.slice(0, 10)} ${item.status}`,
  );
}

async function rowOf(courseId: string, asOf = TODAY) {
  const { body } = await service.scheduler.get(
    `/due-list?limit=500&status=not-due,upcoming,due,overdue,lapsed&asOf=${asOf}`,
  );
  return body.items.find((item: { courseId: string }) => item.courseId === courseId);
}

describe('a new session', () => {
  it.each`
    outcome         | at                        | performedOn     | snoozed         | last            | why
    ${'call-later'} | ${undefined}              | ${TODAY}        | ${null}         | ${null}         | ${'the snooze was about this visit'}
    ${'declined'}   | ${'2026-11-02T15:00:00Z'} | ${TODAY}        | ${null}         | ${null}         | ${'the refusal too'}
    ${'call-later'} | ${'2026-11-02T15:00:00Z'} | ${'2026-11-03'} | ${null}         | ${null}         | ${'a late entry of the day after the call'}
    ${'call-later'} | ${'2026-11-02T15:00:00Z'} | ${'2026-11-02'} | ${null}         | ${null}         | ${'a late entry of the day of the call'}
    ${'call-later'} | ${'2026-11-04T15:00:00Z'} | ${'2026-11-03'} | ${'2027-06-01'} | ${'call-later'} | ${'a late entry: the call was after it'}
  `('on $performedOn after "$outcome": $why', async ({ outcome, at, performedOn, snoozed, last }) => {
    const courseId = await due();
    await call(courseId, { outcome, at, snoozeUntilOn: '2027-06-01' });
    expect((await rowOf(courseId)).snoozedUntil).toBe('2027-06-01');
    const { body } = await visit(courseId, performedOn);
    const row = await rowOf(courseId);
    expect([row.snoozedUntil, row.lastContact?.outcome ?? null]).toEqual([snoozed, last]);
    expect((await service.neurologist.get(`/courses/${courseId}`)).body.snoozedUntil).toBe(snoozed);
    expect(JSON.stringify(body.alsoChanged ?? []).includes('2027-06-01')).toBe(snoozed === null);
  });

  it('leaves a snooze that is agreed on after it, and its void brings the one before back', async () => {
    const courseId = await due();
    await call(courseId, { snoozeUntilOn: '2027-06-01' });
    const { body } = await visit(courseId, TODAY);
    await call(courseId, { channel: 'in-person', snoozeUntilOn: '2027-03-01' });
    expect((await rowOf(courseId)).snoozedUntil).toBe('2027-03-01');
    await voided(body.id);
    expect((await rowOf(courseId)).snoozedUntil).toBe('2027-03-01');
    const other = await due();
    await call(other, { snoozeUntilOn: '2027-06-01' });
    await voided((await visit(other, TODAY)).body.id);
    expect((await rowOf(other)).snoozedUntil).toBe('2027-06-01');
  });

  it('makes the appointment of its day attended, by the clinic’s clock, and leaves the others', async () => {
    const courseId = await due();
    const other = await due();
    await book(courseId, '2026-11-22T15:00:00Z');
    await book(courseId, '2026-11-23T04:59:00Z');
    await book(courseId, '2026-11-23T05:00:00Z');
    await book(courseId, '2026-11-24T04:59:00Z');
    await book(courseId, '2026-12-07T15:00:00Z');
    await book(other, '2026-11-23T15:00:00Z');
    const { body } = await visit(courseId, TODAY);
    expect(body.alsoChanged).toEqual([
      expect.stringContaining('attended'),
      expect.stringMatching(/^The appointment of 2026-12-07 is still booked, before 2027-02-15, /),
    ]);
    expect(await appointmentsOf(courseId)).toEqual([
      '2026-11-22 booked',
      '2026-11-23 booked',
      '2026-11-23 attended',
      '2026-11-24 attended',
      '2026-12-07 booked',
    ]);
    expect(await appointmentsOf(other)).toEqual(['2026-11-23 booked']);
  });

  it('corrected to another day takes the appointment of that day', async () => {
    const courseId = await due();
    await book(courseId, '2026-11-20T15:00:00Z');
    const { body } = await visit(courseId, TODAY);
    expect(await appointmentsOf(courseId)).toEqual(['2026-11-20 booked']);
    const moved = await service.neurologist.patch(`/sessions/${body.id}`, 1, { performedOn: '2026-11-20' });
    expect(moved).toMatchObject({
      status: 200,
      body: { alsoChanged: [expect.stringContaining('attended')] },
    });
    expect(await appointmentsOf(courseId)).toEqual(['2026-11-20 attended']);
  });

  it('void, leaves its appointment open again: nobody else has told that they came', async () => {
    const courseId = await due();
    await book(courseId, '2026-11-23T15:00:00Z');
    const { body } = await visit(courseId, TODAY);
    expect(await appointmentsOf(courseId)).toEqual(['2026-11-23 attended']);
    expect(await voided(body.id)).toMatchObject({
      status: 200,
      body: { alsoChanged: [expect.stringContaining('2026-11-23 is open again')] },
    });
    expect(await appointmentsOf(courseId)).toEqual(['2026-11-23 booked']);
    await visit(courseId, TODAY);
    expect(await appointmentsOf(courseId)).toEqual(['2026-11-23 attended']);
  });

  it('amended, then void in its newest version, opens the appointment too', async () => {
    const { neurologist } = service;
    const courseId = await due();
    await book(courseId, '2026-11-23T15:00:00Z');
    const { body } = await visit(courseId, TODAY);
    await signs(neurologist, body.id);
    const { courseId: _course, ...content } = aSession(courseId, { performedOn: TODAY });
    const amended = await neurologist.post(`/sessions/${body.id}/amend`, {
      ...content,
      reason: 'The note was left out',
    });
    expect(amended.status).toBe(201);
    expect(await appointmentsOf(courseId)).toEqual(['2026-11-23 attended']);
    await voids(neurologist, amended.body.id);
    expect(await appointmentsOf(courseId)).toEqual(['2026-11-23 booked']);
  });

  it('moved to another day, takes the appointment of that day and opens the one it had', async () => {
    const courseId = await due();
    await book(courseId, '2026-11-20T15:00:00Z');
    await book(courseId, '2026-11-23T15:00:00Z');
    const { body } = await visit(courseId, TODAY);
    const moved = await service.neurologist.patch(`/sessions/${body.id}`, 1, { performedOn: '2026-11-20' });
    expect(moved.body.alsoChanged).toEqual([
      expect.stringContaining('2026-11-23 is open again'),
      expect.stringContaining('2026-11-20 counts as attended'),
    ]);
    expect(await appointmentsOf(courseId)).toEqual(['2026-11-20 attended', '2026-11-23 booked']);
  });

  it.each`
    status        | why
    ${'attended'} | ${'that they came'}
    ${'no-show'}  | ${'that they did not come'}
  `('void, leaves what the desk has told: $why', async ({ status }: { status: string }) => {
    const { scheduler } = service;
    const courseId = await due();
    const appointmentId = await book(courseId, '2026-11-23T15:00:00Z');
    const { body } = await visit(courseId, TODAY);
    expect((await scheduler.patch(`/appointments/${appointmentId}`, 2, { status })).status).toBe(200);
    expect((await voided(body.id)).body.alsoChanged).toBeUndefined();
    expect(await appointmentsOf(courseId)).toEqual([`2026-11-23 ${status}`]);
  });

  it('void, leaves an appointment attended while another session of that day stands', async () => {
    const courseId = await due();
    await book(courseId, '2026-11-23T15:00:00Z');
    const { body: first } = await visit(courseId, TODAY);
    const session = aSession(courseId, {
      performedOn: TODAY,
      injections: [{ muscle: 'levator_scapulae', side: 'right', units: 20 }],
    });
    const { body: check } = await service.neurologist.post('/sessions/check', session);
    const confirmed = check.findings.map(({ code }: { code: string }) => ({ code, reason: 'a second part' }));
    const second = await service.neurologist.post('/sessions', { ...session, confirmed });
    expect(second.status).toBe(201);
    await voided(first.id);
    expect(await appointmentsOf(courseId)).toEqual(['2026-11-23 attended']);
    await voided(second.body.id);
    expect(await appointmentsOf(courseId)).toEqual(['2026-11-23 booked']);
  });

  it('void after its course has ended, leaves the appointment: nothing is booked there', async () => {
    const courseId = await due();
    await book(courseId, '2026-11-23T15:00:00Z');
    const { body } = await visit(courseId, TODAY);
    await service.neurologist.post(`/courses/${courseId}/end`, { on: TODAY, reason: 'remission' });
    expect((await voided(body.id)).status).toBe(200);
    expect(await appointmentsOf(courseId)).toEqual(['2026-11-23 attended']);
  });

  it('says nothing where nothing was arranged, nor when it is sent again', async () => {
    const courseId = await due();
    const session = { ...aSession(courseId, { performedOn: TODAY }), id: randomUUID() };
    await service.neurologist.post('/sessions', session);
    expect(await service.neurologist.post('/sessions', session)).toMatchObject({ status: 200 });
    expect((await visit(await due(), TODAY)).body.alsoChanged).toBeUndefined();
  });
});

describe('death', () => {
  it('cancels what is booked from its day on, in every course, and says why', async () => {
    const { neurologist, scheduler } = service;
    const patientId = await registered(neurologist);
    const neck = await due(patientId);
    const head = await started(neurologist, { patientId, indication: 'chronic_migraine' });
    await book(neck, '2026-11-18T15:00:00Z');
    await book(neck, '2026-11-19T15:00:00Z');
    await book(head, '2026-12-07T15:00:00Z');
    const { version } = (await neurologist.get(`/patients/${patientId}`)).body;
    const died = await scheduler.patch(`/patients/${patientId}`, version, { deceasedOn: '2026-11-19' });
    expect(died.status).toBe(200);
    expect(await appointmentsOf(neck)).toEqual(['2026-11-18 booked', '2026-11-19 cancelled']);
    const { body } = await scheduler.get(`/appointments?courseId=${head}`);
    expect(body.items).toMatchObject([
      { status: 'cancelled', cancelReason: 'The patient died on 2026-11-19', version: 2 },
    ]);
  });

  it('told by a call cancels too', async () => {
    const courseId = await due();
    await book(courseId, '2026-12-07T15:00:00Z');
    await call(courseId, { outcome: 'deceased' });
    expect(await appointmentsOf(courseId)).toEqual(['2026-12-07 cancelled']);
  });
});

describe('a course', () => {
  const end = (courseId: string, on = TODAY) =>
    service.neurologist.post(`/courses/${courseId}/end`, { on, reason: 'remission' });
  const reopen = (courseId: string, reason = 'ended by mistake') =>
    service.neurologist.post(`/courses/${courseId}/reopen`, { reason });

  it('that ends cancels what is booked from that day on, with the reason', async () => {
    const courseId = await due();
    await book(courseId, '2026-11-20T15:00:00Z');
    await book(courseId, '2026-12-07T15:00:00Z');
    await end(courseId);
    const { body } = await service.scheduler.get(`/appointments?courseId=${courseId}`);
    expect(body.items).toMatchObject([
      { status: 'booked', cancelReason: null },
      { status: 'cancelled', cancelReason: 'The course ended on 2026-11-23: remission' },
    ]);
  });

  it('that was ended by mistake is reopened: due again, with its history, and the reason kept', async () => {
    const courseId = await due();
    const before = await rowOf(courseId);
    await end(courseId);
    expect(await rowOf(courseId)).toBeUndefined();
    expect(await reopen(courseId)).toMatchObject({
      status: 200,
      body: { status: 'active', endedOn: null, endReason: null, reopenReason: 'ended by mistake' },
    });
    expect(await rowOf(courseId)).toEqual(before);
    expect((await visit(courseId, TODAY)).status).toBe(201);
    expect((await end(courseId)).status).toBe(200);
  });

  it('is reopened once: sent again it is the same, with another reason a conflict', async () => {
    const courseId = await due();
    expect((await reopen(courseId)).status).toBe(409);
    await end(courseId);
    expect([(await reopen(courseId)).status, (await reopen(courseId)).status]).toEqual([200, 200]);
    expect((await reopen(courseId, 'another reason')).status).toBe(409);
    expect((await service.neurologist.post(`/courses/${courseId}/reopen`, {})).status).toBe(400);
  });

  it('is not reopened beside another one that goes on, nor of a patient who has died', async () => {
    const { neurologist } = service;
    const patientId = await registered(neurologist);
    const first = await due(patientId);
    await end(first);
    const second = await started(neurologist, { patientId });
    expect(await reopen(first)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('Another course') },
    });
    await end(second);
    const { version } = (await neurologist.get(`/patients/${patientId}`)).body;
    await neurologist.patch(`/patients/${patientId}`, version, { deceasedOn: TODAY });
    expect(await reopen(first)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('died') },
    });
  });

  it('leaves both the end and the reopening in the trail', async () => {
    const patientId = await registered(service.neurologist);
    const courseId = await due(patientId);
    await end(courseId);
    await reopen(courseId);
    const { body } = await service.admin.get(`/audit?subject=course&patientId=${patientId}`);
    expect(body.items.map(({ changed }: { changed: string[] }) => changed)).toEqual([
      ['ended_on', 'end_reason', 'reopen_reason'],
      ['ended_on', 'end_reason'],
      [],
    ]);
  });
});

describe('an appointment', () => {
  it('booked again after it was cancelled keeps no reason of that', async () => {
    const { neurologist, scheduler } = service;
    const courseId = await due();
    const id = await book(courseId, '2026-12-07T15:00:00Z');
    await neurologist.post(`/courses/${courseId}/end`, { on: TODAY, reason: 'remission' });
    await neurologist.post(`/courses/${courseId}/reopen`, { reason: 'ended by mistake' });
    expect(await scheduler.patch(`/appointments/${id}`, 2, { status: 'booked' })).toMatchObject({
      status: 200,
      body: { status: 'booked', cancelReason: null },
    });
  });
});
