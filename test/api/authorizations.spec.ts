import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started, voids, PREEMPT } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const NECK = [
  { muscle: 'splenius_capitis', side: 'right', units: 80 },
  { muscle: 'trapezius', side: 'right', units: 75 },
];
const doseIn = (indication: string) => ({
  performedOn: '2026-09-14',
  injections: indication === 'cervical_dystonia' ? NECK : PREEMPT,
});

/** A patient insured with Acme, given 155 U of Botox on 14 September: due on 7 December. */
async function treated(indication = 'chronic_migraine'): Promise<{ patientId: string; courseId: string }> {
  const patientId = await registered(service.neurologist, { payer: 'Acme Health' });
  const courseId = await started(service.neurologist, { patientId, indication });
  await logged(service.neurologist, courseId, doseIn(indication));
  return { patientId, courseId };
}

/** Two years of cover, unless the test says otherwise. */
function anAuthorization(patientId: string, given: object = {}): object {
  return {
    patientId,
    payer: 'Acme Health',
    product: 'ona',
    number: randomUUID(),
    startsOn: '2026-10-01',
    endsOn: '2028-09-30',
    ...given,
  };
}

async function record(patientId: string, given?: object) {
  const answer = await service.scheduler.post('/authorizations', anAuthorization(patientId, given));
  expect(answer.status).toBe(201);
  return answer.body;
}

/** What the course and its row on the due list say; always the same. */
async function stateOf(courseId: string): Promise<string> {
  const { body } = await service.neurologist.get(`/courses/${courseId}`);
  const list = await service.scheduler.get('/due-list?limit=500');
  const row = list.body.items.find((item: { courseId: string }) => item.courseId === courseId);
  expect(row.authorization).toBe(body.authorization);
  return body.authorization as string;
}

describe('the next session, due on 7 December with 155 U,', () => {
  it.each`
    authorization                                            | state                   | why
    ${{}}                                                    | ${'covered'}            | ${'in force, no limit'}
    ${{ endsOn: '2026-12-07' }}                              | ${'covered'}            | ${'its last day is the due day'}
    ${{ endsOn: '2026-12-06' }}                              | ${'expires-before-due'} | ${'ends the day before'}
    ${{ startsOn: '2026-12-07' }}                            | ${'covered'}            | ${'its first day is the due day'}
    ${{ startsOn: '2026-12-08' }}                            | ${'missing'}            | ${'begins the day after'}
    ${{ billingUnitsApproved: 155 }}                         | ${'covered'}            | ${'just enough units'}
    ${{ billingUnitsApproved: 154 }}                         | ${'units-short'}        | ${'a unit short'}
    ${{ startsOn: '2026-09-14', billingUnitsApproved: 310 }} | ${'covered'}            | ${'155 used, 155 left'}
    ${{ startsOn: '2026-09-14', billingUnitsApproved: 309 }} | ${'units-short'}        | ${'155 used, 154 left'}
    ${{ startsOn: '2026-09-14', sessionsApproved: 2 }}       | ${'covered'}            | ${'one of two sessions used'}
    ${{ startsOn: '2026-09-14', sessionsApproved: 1 }}       | ${'units-short'}        | ${'the one session used'}
    ${{ indication: 'chronic_migraine' }}                    | ${'covered'}            | ${'for this indication'}
    ${{ indication: 'tremor' }}                              | ${'missing'}            | ${'for another indication'}
    ${{ product: 'abo' }}                                    | ${'missing'}            | ${'for another product'}
    ${{ payer: ' ACME health ' }}                            | ${'covered'}            | ${'the payer in other letters'}
    ${{ payer: 'Former Insurer' }}                           | ${'missing'}            | ${'another payer'}
  `('is $state: $why', async ({ authorization, state }: { authorization: object; state: string }) => {
    const { patientId, courseId } = await treated();
    expect(await stateOf(courseId)).toBe('missing');
    await record(patientId, authorization);
    expect(await stateOf(courseId)).toBe(state);
  });

  it('counts for an overdue patient only while it is in force: on course, due list, queue and page alike', async () => {
    const patientId = await registered(service.neurologist, { payer: 'Acme Health' });
    const courseId = await started(service.neurologist, { patientId, indication: 'chronic_migraine' });
    await logged(service.neurologist, courseId, { ...doseIn('chronic_migraine'), performedOn: '2026-08-24' });
    const { id } = await record(patientId, { endsOn: '2026-11-22' });
    expect((await service.neurologist.get(`/courses/${courseId}`)).body).toMatchObject({
      forecast: { dueOn: '2026-11-16' },
      authorization: 'expires-before-due',
      authorizationGap: { code: 'ended', on: '2026-11-22' },
    });
    expect(await stateOf(courseId)).toBe('expires-before-due');
    const asked = async (query: string) =>
      (await service.scheduler.get(`/worklists/to-call?patientId=${patientId}&${query}`)).body.items.length;
    expect(await asked('authorization=expires-before-due')).toBe(1);
    expect(await asked('authorization=covered')).toBe(0);
    expect(await asked('authorization=covered&asOf=2026-11-22')).toBe(1);
    await service.scheduler.patch(`/authorizations/${id}`, 1, { endsOn: '2026-11-23' });
    expect(await stateOf(courseId)).toBe('covered');
    expect(await asked('authorization=covered&asOf=2026-11-24')).toBe(0);
  });

  it.each`
    authorization                                      | gap
    ${{ payer: 'Former Insurer' }}                     | ${'other-insurer'}
    ${{ product: 'abo' }}                              | ${'other-product'}
    ${{ indication: 'tremor' }}                        | ${'other-treatment'}
    ${{ startsOn: '2026-09-14', sessionsApproved: 1 }} | ${'used-up'}
    ${{ billingUnitsApproved: 154 }}                   | ${'too-few-units'}
  `(
    'says what is in the way: $gap',
    async ({ authorization, gap }: { authorization: object; gap: string }) => {
      const { patientId, courseId } = await treated();
      await record(patientId, authorization);
      const { body } = await service.neurologist.get(`/courses/${courseId}`);
      expect(body.authorizationGap).toEqual({ code: gap, on: null });
    },
  );

  it('needs none where the indication usually needs none', async () => {
    expect(await stateOf((await treated('cervical_dystonia')).courseId)).toBe('not-needed');
  });

  it('is judged again when the due day, the product or the authorization changes', async () => {
    const { patientId, courseId } = await treated();
    const { id } = await record(patientId, { endsOn: '2026-12-07' });
    const change = async (body: object) =>
      service.neurologist.patch(
        `/courses/${courseId}`,
        (await service.neurologist.get(`/courses/${courseId}`)).body.version,
        body,
      );
    await change({ interval: 'P13W' });
    expect(await stateOf(courseId)).toBe('expires-before-due');
    expect(await service.scheduler.patch(`/authorizations/${id}`, 1, { endsOn: '2026-12-14' })).toMatchObject(
      { status: 200, body: { version: 2 } },
    );
    expect(await stateOf(courseId)).toBe('covered');
    await change({ plannedProduct: 'abo' });
    expect(await stateOf(courseId)).toBe('missing');
  });
});

describe('an authorization', () => {
  it('tells what has been used of it, in billing units of its product; a voided session gives them back', async () => {
    const patientId = await registered(service.neurologist);
    const courseId = await started(service.neurologist, { patientId });
    const sessionId = await logged(service.neurologist, courseId, {
      performedOn: '2026-10-05',
      product: 'abo',
      injections: [{ muscle: 'trapezius', side: 'left', units: 640 }],
    });
    const { id } = await record(patientId, { product: 'abo', billingUnitsApproved: 200 });
    const used = async () => (await service.scheduler.get(`/authorizations/${id}`)).body;
    expect(await used()).toMatchObject({ billingUnitsUsed: 128, sessionsUsed: 1, billingUnitsApproved: 200 });
    await voids(service.neurologist, sessionId, 'not given at all');
    expect(await used()).toMatchObject({ billingUnitsUsed: 0, sessionsUsed: 0 });
  });

  it('tells what booked visits reserve of it and what is left, in units, sessions and days', async () => {
    const { patientId, courseId } = await treated();
    const { id } = await record(patientId, {
      startsOn: '2026-09-14',
      endsOn: '2026-12-07',
      billingUnitsApproved: 400,
      sessionsApproved: 4,
    });
    const tells = async () => (await service.scheduler.get(`/authorizations/${id}`)).body;
    expect(await tells()).toMatchObject({
      billingUnitsUsed: 155,
      billingUnitsReserved: 0,
      billingUnitsLeft: 245,
      sessionsUsed: 1,
      sessionsReserved: 0,
      sessionsLeft: 3,
      daysLeft: 15,
    });
    const booked = await service.scheduler.post(`/courses/${courseId}/appointments`, {
      startsAt: '2026-12-08T02:00:00Z',
    });
    expect(await tells()).toMatchObject({
      billingUnitsReserved: 155,
      billingUnitsLeft: 90,
      sessionsReserved: 1,
      sessionsLeft: 2,
    });
    const { id: appointmentId, version } = booked.body;
    await service.scheduler.patch(`/appointments/${appointmentId}`, version, { status: 'cancelled' });
    expect(await tells()).toMatchObject({ billingUnitsReserved: 0, billingUnitsLeft: 245, sessionsLeft: 3 });
  });

  it('is reserved the units of a session with all its parts, and none by a visit that another insurer pays', async () => {
    const { patientId, courseId } = await treated();
    const [{ id: continuesId }] = (await service.neurologist.get(`/courses/${courseId}/sessions`)).body.items;
    await logged(service.neurologist, courseId, {
      performedOn: '2026-09-16',
      continuesId,
      confirmed: [{ code: 'S02', reason: 'completes what was begun on Monday' }],
      injections: [{ muscle: 'frontalis', side: 'left', units: 10 }],
    });
    await service.scheduler.post(`/courses/${courseId}/appointments`, { startsAt: '2026-12-07T15:00:00Z' });
    const limits = { billingUnitsApproved: 100, sessionsApproved: 4 };
    expect(await record(patientId, limits)).toMatchObject({
      billingUnitsReserved: 165,
      billingUnitsLeft: -65,
      sessionsLeft: 3,
    });
    expect(await record(patientId, { ...limits, payer: 'Former Insurer' })).toMatchObject({
      billingUnitsReserved: 0,
      billingUnitsLeft: 100,
      sessionsLeft: 4,
    });
    const headers = { authorization: `Bearer ${service.neurologist.token}` };
    const page = async (path: string) => (await fetch(`${service.url}${path}`, { headers })).text();
    const words = '65 billing units more than the 100 approved (165 booked), 3 of 4 sessions left (1 booked)';
    for (const path of [
      `/courses/${courseId}`,
      `/patients/${patientId}`,
      `/due?queue=booked&asOf=2026-12-07`,
    ])
      expect(`${path} ${await page(path)}`).toContain(words);
  });

  it('counts a session given in parts once, and the units of both', async () => {
    const patientId = await registered(service.neurologist);
    const courseId = await started(service.neurologist, { patientId });
    const continuesId = await logged(service.neurologist, courseId, {
      performedOn: '2026-10-05',
      injections: [{ muscle: 'splenius_capitis', side: 'right', units: 80 }],
    });
    await logged(service.neurologist, courseId, {
      performedOn: '2026-10-08',
      continuesId,
      injections: [{ muscle: 'trapezius', side: 'right', units: 50 }],
    });
    const { id } = await record(patientId, { startsOn: '2026-09-14', sessionsApproved: 2 });
    expect((await service.scheduler.get(`/authorizations/${id}`)).body).toMatchObject({
      billingUnitsUsed: 130,
      sessionsUsed: 1,
    });
  });

  it('is written once for one id; its number once for patient, payer and product', async () => {
    const patientId = await registered(service.neurologist);
    const body = anAuthorization(patientId, { id: randomUUID() });
    const send = (more: object) => service.scheduler.post('/authorizations', { ...body, ...more });
    expect([(await send({})).status, (await send({})).status, (await send({ note: 'x' })).status]).toEqual([
      201, 200, 409,
    ]);
    expect(await send({ id: randomUUID() })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('number') },
    });
  });

  it.each`
    given                            | pointer                    | why
    ${{ endsOn: '2026-09-30' }}      | ${'/endsOn'}               | ${'ends before it begins'}
    ${{ billingUnitsApproved: 0 }}   | ${'/billingUnitsApproved'} | ${'no units'}
    ${{ billingUnitsApproved: 1.5 }} | ${'/billingUnitsApproved'} | ${'half a billing unit'}
    ${{ number: ' ' }}               | ${'/number'}               | ${'no number'}
    ${{ product: 'Botox' }}          | ${'/product'}              | ${'a brand is no slug'}
    ${{ approved: true }}            | ${'/approved'}             | ${'no field of ours'}
  `('is refused: $why', async ({ given, pointer }: { given: object; pointer: string }) => {
    const patientId = await registered(service.neurologist);
    expect(await service.scheduler.post('/authorizations', anAuthorization(patientId, given))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer }] },
    });
  });

  it('is found by patient and by the day it is in force, both ends included', async () => {
    const patientId = await registered(service.neurologist);
    const { id } = await record(patientId, { startsOn: '2026-10-01', endsOn: '2026-12-31' });
    const found = async (day: string) =>
      (await service.scheduler.get(`/authorizations?patientId=${patientId}&onDay=${day}`)).body.items.map(
        (item: { id: string }) => item.id,
      );
    expect([
      await found('2026-09-30'),
      await found('2026-10-01'),
      await found('2026-12-31'),
      await found('2027-01-01'),
    ]).toEqual([[], [id], [id], []]);
  });
});

describe('what a payer covers otherwise', () => {
  const override = (body: object) =>
    service.scheduler.post('/coverage-overrides', { coverage: 'usual', reason: 'contract of 2026', ...body });

  it('holds for the patient or for all of a payer; the patient’s own goes first; removing it takes it back', async () => {
    const migraine = await treated();
    const neck = await treated('cervical_dystonia');
    const payers = await override({
      payer: 'acme health',
      coverage: 'pa_usual',
      indication: 'cervical_dystonia',
    });
    expect(payers.status).toBe(201);
    expect([await stateOf(neck.courseId), await stateOf(migraine.courseId)]).toEqual(['missing', 'missing']);
    await override({ patientId: neck.patientId });
    const own = await override({ patientId: migraine.patientId, product: 'ona' });
    expect([await stateOf(neck.courseId), await stateOf(migraine.courseId)]).toEqual([
      'not-needed',
      'not-needed',
    ]);
    for (const { body } of [payers, own]) {
      expect((await service.scheduler.delete(`/coverage-overrides/${body.id}`)).status).toBe(204);
      expect((await service.scheduler.delete(`/coverage-overrides/${body.id}`)).status).toBe(404);
    }
    expect([await stateOf(neck.courseId), await stateOf(migraine.courseId)]).toEqual([
      'not-needed',
      'missing',
    ]);
  });

  it('names a patient or a payer, and each such case once', async () => {
    const patientId = await registered(service.neurologist);
    expect(await override({})).toMatchObject({ status: 400, body: { errors: [{ pointer: '/patientId' }] } });
    const body = { id: randomUUID(), patientId, indication: 'tremor' };
    expect([
      (await override(body)).status,
      (await override(body)).status,
      (await override({ ...body, reason: 'another' })).status,
    ]).toEqual([201, 200, 409]);
    expect((await override({ patientId, indication: 'tremor' })).status).toBe(409);
    expect((await override({ patientId: randomUUID() })).status).toBe(404);
  });
});
