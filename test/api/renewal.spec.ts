import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, PREEMPT, registered, started, voids } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const RULE = { mustImprovePct: 50, benefitWeeks: 8, minDaysApart: 84, leadDays: 10, renewalMonths: 6 };

/** A course of migraine, twice treated, of a payer with this rule. */
async function aCourse(rule: object = RULE): Promise<{ courseId: string; last: string; name: string }> {
  const name = `Plan ${randomUUID().slice(0, 8)}`;
  await service.admin.post('/payers', {
    name,
    otherNames: [`${name} Card`],
    source: 'letter of 2 November',
    ...rule,
  });
  const patientId = await registered(service.neurologist, { payer: `${name} card` });
  const courseId = await started(service.neurologist, {
    patientId,
    indication: 'chronic_migraine',
    diagnosisCode: 'G43.709',
  });
  await logged(service.neurologist, courseId, { performedOn: '2026-06-08', injections: PREEMPT });
  const last = await logged(service.neurologist, courseId, {
    performedOn: '2026-08-31',
    injections: PREEMPT,
  });
  return { courseId, last, name };
}

const renewalOf = (courseId: string) => service.neurologist.get(`/courses/${courseId}/renewal`);
const metOf = async (courseId: string): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    (await renewalOf(courseId)).body.demands.map(({ code, met }: { code: string; met: unknown }) => [
      code,
      met,
    ]),
  );

it('says what the payer asks for by another of its names, by when to ask, and fills it from the record', async () => {
  const { courseId, last, name } = await aCourse();
  const { status, body } = await renewalOf(courseId);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    courseId,
    payer: name,
    payerId: expect.any(String),
    source: 'letter of 2 November',
    needed: true,
    dueOn: '2026-11-23',
    askByOn: '2026-11-13',
    leadDays: 10,
    months: null,
  });
  expect(await metOf(courseId)).toMatchObject({
    diagnosis: true,
    effect: null,
    improvement: null,
    benefit: null,
    interval: true,
  });
  expect(body.missing).toContain('effect of the session of 31 Aug 2026');
  await service.neurologist.put(`/sessions/${last}/response`, {
    assessedOn: '2026-10-05',
    improvementPct: 49,
    woreOffOn: '2026-10-26',
  });
  expect(await metOf(courseId)).toMatchObject({ effect: false, improvement: false, benefit: true });
});

it('tells the months of a first authorization until there is one, then those of a renewal', async () => {
  const { courseId, name } = await aCourse({ ...RULE, initialMonths: 3, triedFirst: 2 });
  const { body } = await renewalOf(courseId);
  expect(body.months).toBe(3);
  expect(body.demands.map(({ code }: { code: string }) => code)).toContain('tried-first');
  const { body: course } = await service.neurologist.get(`/courses/${courseId}`);
  await service.scheduler.post('/authorizations', {
    patientId: course.patientId,
    payer: name,
    product: 'ona',
    number: randomUUID(),
    startsOn: '2026-10-01',
    endsOn: '2027-03-31',
  });
  const renewed = await renewalOf(courseId);
  expect(renewed.body).toMatchObject({ months: 6, askByOn: '2027-03-22' });
  expect(renewed.body.demands.map(({ code }: { code: string }) => code)).not.toContain('tried-first');
});

it('of an insurer that is not on the list asks what everybody asks, and says so', async () => {
  const patientId = await registered(service.neurologist, { payer: 'Nobody Knows' });
  const courseId = await started(service.neurologist, { patientId, indication: 'chronic_migraine' });
  expect((await renewalOf(courseId)).body).toMatchObject({
    payer: 'Nobody Knows',
    payerId: null,
    source: null,
    dueOn: null,
    askByOn: null,
    leadDays: 30,
    demands: [
      { code: 'diagnosis', met: null },
      { code: 'prescriber', met: null },
    ],
    missing: ['what Nobody Knows asks for: it is not on the list of payers', 'diagnosis code', 'prescriber'],
  });
});

it('counts no void session, and needs nothing once the course has ended', async () => {
  const { courseId, last } = await aCourse({
    ...RULE,
    unitsPer84Days: [{ product: 'ona', billingUnits: 155 }],
  });
  expect(await metOf(courseId)).toMatchObject({ units: true });
  await voids(service.neurologist, last, 'entered for the wrong patient');
  const { body } = await renewalOf(courseId);
  expect(JSON.stringify(body.demands)).not.toContain('session of 31 Aug 2026');
  const ended = await service.neurologist.post(`/courses/${courseId}/end`, {
    on: '2026-11-20',
    reason: 'moved away',
  });
  expect(ended.status).toBe(200);
  expect((await renewalOf(courseId)).body).toMatchObject({ needed: false, dueOn: null, askByOn: null });
});

it('is nothing for a course that is none', async () => {
  expect(await renewalOf(randomUUID())).toMatchObject({ status: 404 });
});

it('the appeal packet holds it, with what the rule asks for in words', async () => {
  const { courseId, last, name } = await aCourse();
  await service.neurologist.put(`/sessions/${last}/response`, {
    assessedOn: '2026-10-05',
    improvementPct: 60,
  });
  const { body } = await service.neurologist.get(`/courses/${courseId}/appeal-packet`);
  expect(body.demands).toContainEqual(expect.objectContaining({ code: 'improvement', met: true }));
  expect(body.text).toContain(
    `What ${name} card asks for\nAt least 50 % improvement. Session of 31 Aug 2026: rated 60 % better.\n`,
  );
  expect(body.missing).toContain('how long the session of 31 Aug 2026 worked');
});
