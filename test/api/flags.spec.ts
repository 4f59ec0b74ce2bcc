import { addDays } from '../../src/clinical/calendar';
import { startApp, type TestApp } from '../support/app';
import { logged, started } from '../support/builders';
import { FADING, GOOD, POOR, respond, treated } from '../support/patients/histories';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const FROM = '2024-09-02';

async function fading(): Promise<{ courseId: string; sessions: string[]; flagId: string }> {
  const courseId = await started(service.neurologist);
  const sessions = await treated(service.neurologist, courseId, FROM, FADING);
  const { body } = await service.neurologist.get(`/flags?courseId=${courseId}`);
  return { courseId, sessions, flagId: body.items[0].id };
}

it('a fading response opens one flag that says why in two sentences', async () => {
  const { neurologist } = service;
  const { courseId, sessions, flagId } = await fading();
  const { body } = await neurologist.get(`/flags/${flagId}`);
  expect(body).toMatchObject({
    courseId,
    tier: 'review',
    status: 'open',
    sinceSession: 6,
    sessionIds: sessions.slice(5),
    publishedDefinitionMet: true,
    comparable: [{ session: 6, improvementPct: 20, lengthDays: 42 }, { session: 7 }],
  });
  expect(body.text).toMatch(
    /^Since session 6 \(2025-12-01\) benefit is 20 % \(patient's rating\) for 6 weeks; this patient's usual is 65 % for 13 weeks \(sessions 1-5\)/,
  );
  expect(body.text.match(/\. |\.$/g)).toHaveLength(2);
  expect(body.ruleOut.map((item: { code: string }) => item.code)).toContain('expectation');
  expect(body.text).toMatch(/Of simulated courses with this pattern .+ had a lasting loss;/);
  expect(body.publishedText).toMatch(/ is met: sessions 6 and 7 failed by patient's rating/);
  expect((await neurologist.get(`/courses/${courseId}`)).body).toMatchObject({
    trend: { tier: 'review' },
    flag: { id: flagId },
  });
});

it('stays through recalculation, and when the trend no longer shows it says so without closing', async () => {
  const { neurologist } = service;
  const { courseId, sessions, flagId } = await fading();
  await neurologist.put(`/sessions/${sessions[6]}/response`, { improvementPct: 21 });
  expect((await neurologist.get(`/flags?courseId=${courseId}`)).body.items).toHaveLength(1);
  await respond(neurologist, sessions[6]!, addDays(FROM, 91 * 6), GOOD);
  await respond(neurologist, sessions[5]!, addDays(FROM, 91 * 5), GOOD);
  expect((await neurologist.get(`/flags/${flagId}`)).body).toMatchObject({ status: 'open', shown: false });
});

it('a review closes it; it opens again only on new evidence', async () => {
  const { neurologist } = service;
  const { courseId, sessions, flagId } = await fading();
  const reviewed = await neurologist.post(`/flags/${flagId}/reviews`, {
    decision: 'keep-watching',
    reason: 'moved house, one more session',
  });
  expect(reviewed).toMatchObject({
    status: 201,
    body: { status: 'reviewed', reviews: [{ decision: 'keep-watching' }] },
  });
  const again = await neurologist.post(`/flags/${flagId}/reviews`, { decision: 'dismiss', reason: 'again' });
  expect(again.status).toBe(409);
  await neurologist.put(`/sessions/${sessions[6]}/response`, { pgic: 4 });
  expect((await neurologist.get(`/flags?courseId=${courseId}&status=open`)).body.items).toEqual([]);

  const next = await logged(neurologist, courseId, { performedOn: addDays(FROM, 91 * 7) });
  await respond(neurologist, next, addDays(FROM, 91 * 7), POOR);
  const open = (await neurologist.get(`/flags?courseId=${courseId}&status=open`)).body.items;
  expect(open).toHaveLength(1);
  expect(open[0].sessionIds).toContain(next);
});

it('the walk from flag to Myobloc: test, switch with prior tolerance, label text, follow-up, new baseline', async () => {
  const { neurologist } = service;
  const { courseId, flagId } = await fading();
  const reviews = `/flags/${flagId}/reviews`;

  const asked = await neurologist.post(reviews, { decision: 'test', reason: 'frontalis first' });
  expect(asked.status).toBe(201);
  expect(asked.body.nextSteps.length).toBeGreaterThan(0);
  const unreadable = await neurologist.post(reviews, {
    decision: 'test',
    reason: 'result',
    testResult: { test: 'frontalis', result: 'positive' },
  });
  expect(unreadable).toMatchObject({ status: 400, body: { errors: [{ pointer: '/testResult/result' }] } });

  const withoutTolerance = await neurologist.post(reviews, {
    decision: 'switch',
    reason: 'no paralysis of the frontalis',
    plannedProduct: 'rima',
    testResult: { test: 'frontalis', result: 'none' },
  });
  expect(withoutTolerance).toMatchObject({ status: 400, body: { errors: [{ pointer: '/priorTolerance' }] } });

  const switched = await neurologist.post(reviews, {
    decision: 'switch',
    reason: 'no paralysis of the frontalis',
    plannedProduct: 'rima',
    priorTolerance: 'tolerated',
    testResult: { test: 'frontalis', result: 'none' },
  });
  expect(switched).toMatchObject({
    status: 201,
    body: {
      status: 'reviewed',
      reviews: [{ decision: 'test' }, { decision: 'switch', testResult: { reading: 'supports-resistance' } }],
      plan: { product: 'rima', labelStart: { source: 'V:MYO-RG,MYO-HCP' } },
    },
  });
  expect((await neurologist.get(`/courses/${courseId}`)).body.plannedProduct).toBe('rima');

  const first = await neurologist.post('/sessions', {
    courseId,
    performedOn: '2026-11-23',
    product: 'rima',
    injections: [{ muscle: 'splenius_capitis', side: 'right', units: 2500 }],
    confirmed: [{ code: 'S09', reason: 'switch after review' }],
  });
  expect(first.status).toBe(201);
  const flag = (await neurologist.get(`/flags/${flagId}`)).body;
  expect(flag.plan.steps).toMatchObject([
    { code: 'call', on: '2026-12-07' },
    { code: 'peak-check', on: '2026-12-21' },
    { code: 're-evaluate' },
  ]);
  const course = (await neurologist.get(`/courses/${courseId}`)).body;
  expect(course.trend).toMatchObject({ tier: null, epochSession: 8 });
  expect((await neurologist.get(`/courses/${courseId}/sessions`)).body.items).toHaveLength(8);
});

it('asks in each indication for its own causes, and in migraine for everything before a switch', async () => {
  const { neurologist } = service;
  const proposedIn = async (course: Record<string, unknown>) => {
    const courseId = await started(neurologist, course);
    await treated(neurologist, courseId, FROM, FADING);
    const { body } = await neurologist.get(`/flags?courseId=${courseId}`);
    const { nextSteps, checklist, text } = body.items[0];
    return { steps: nextSteps.map((step: { decision: string }) => step.decision), checklist, text };
  };
  const dystonia = await proposedIn({});
  expect(dystonia.steps).toEqual(['keep-watching', 'adjust', 'test', 'switch', 'stop', 'dismiss']);
  expect(dystonia.checklist[0]).toMatchObject({ code: 'pattern-change', source: expect.any(String) });
  const migraine = await proposedIn({ indication: 'chronic_migraine', diagnosisCode: 'G43.709' });
  expect(migraine.steps).toEqual(['adjust', 'keep-watching', 'dismiss', 'stop', 'test', 'switch']);
  expect(migraine.checklist.slice(0, 3)).toMatchObject([
    { code: 'medication-overuse' },
    { code: 'new-preventive' },
    { code: 'diary-gaps', detail: 'no headache days recorded after sessions 6 and 7' },
  ]);
  expect(migraine.text).toContain('other causes are commoner: first medication overuse');
});

it('stop ends the course', async () => {
  const { neurologist } = service;
  const { courseId, flagId } = await fading();
  await neurologist.post(`/flags/${flagId}/reviews`, { decision: 'stop', reason: 'surgery planned' });
  expect((await neurologist.get(`/courses/${courseId}`)).body).toMatchObject({
    status: 'ended',
    endReason: 'surgery planned',
  });
});

it('nobody but a neurologist sees a flag', async () => {
  const { scheduler, reporting, admin } = service;
  const { flagId } = await fading();
  for (const client of [scheduler, reporting, admin])
    expect((await client.get(`/flags/${flagId}`)).status).toBe(403);
});
