import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started, voids } from '../support/builders';

let service: TestApp;
let sessionId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  sessionId = await logged(service.neurologist, await started(service.neurologist), {
    performedOn: '2026-08-03',
  });
});
afterAll(() => service.close());

const PTOSIS = { kind: 'ptosis', onsetOn: '2026-08-10', severity: 'moderate', serious: false };
const report = (given: object = {}) =>
  service.neurologist.post('/adverse-events', { sessionId, ...PTOSIS, ...given });

it('is reported once for one id, and answers what stands', async () => {
  const id = randomUUID();
  const answers = [await report({ id }), await report({ id }), await report({ id, severity: 'severe' })];
  expect(answers.map(({ status }) => status)).toEqual([201, 200, 409]);
  expect(answers[0]!.body).toEqual({
    ...PTOSIS,
    id,
    sessionId,
    courseId: expect.any(String),
    resolvedOn: null,
    note: null,
    alert: 'distant-weakness',
    alertStatus: 'open',
    version: 1,
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
  expect(answers[1]!.body).toEqual(answers[0]!.body);
});

it.each`
  given                           | pointer          | why
  ${{ onsetOn: '2026-08-02' }}    | ${'/onsetOn'}    | ${'before the session'}
  ${{ onsetOn: '2026-11-24' }}    | ${'/onsetOn'}    | ${'tomorrow'}
  ${{ resolvedOn: '2026-08-09' }} | ${'/resolvedOn'} | ${'over before it began'}
  ${{ resolvedOn: '2026-11-24' }} | ${'/resolvedOn'} | ${'tomorrow'}
  ${{ kind: 'Droopy lid' }}       | ${'/kind'}       | ${'not a word in snake_case'}
  ${{ severity: 'bad' }}          | ${'/severity'}   | ${'not in the list'}
  ${{ serious: 'no' }}            | ${'/serious'}    | ${'neither true nor false'}
  ${{ sessionId: 'last' }}        | ${'/sessionId'}  | ${'no UUID'}
  ${{ outcome: 'fine' }}          | ${'/outcome'}    | ${'no field of ours'}
`('$pointer is refused: $why', async ({ given, pointer }: { given: object; pointer: string }) => {
  expect(await report(given)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
});

it.each`
  given                                                  | why
  ${{ onsetOn: '2026-08-03' }}                           | ${'on the day of the session'}
  ${{ onsetOn: '2026-11-23', resolvedOn: '2026-11-23' }} | ${'today and over'}
`('is taken $why', async ({ given }: { given: object }) => {
  expect((await report(given)).status).toBe(201);
});

it('changes with its version: its end, its severity, null takes back', async () => {
  const { id } = (await report()).body;
  const patch = (version: number, body: object) =>
    service.neurologist.patch(`/adverse-events/${id}`, version, body);
  expect(await patch(1, { resolvedOn: '2026-09-01', severity: 'mild' })).toMatchObject({
    status: 200,
    body: { resolvedOn: '2026-09-01', severity: 'mild', version: 2 },
  });
  expect((await patch(1, { severity: 'severe' })).status).toBe(412);
  expect(await patch(2, { onsetOn: '2026-09-02' })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/resolvedOn' }] },
  });
  expect(await patch(2, { resolvedOn: null, onsetOn: '2026-09-02' })).toMatchObject({
    status: 200,
    body: { resolvedOn: null, onsetOn: '2026-09-02' },
  });
});

it('does not follow from a void session, nor from none', async () => {
  const void_ = await logged(service.neurologist, await started(service.neurologist));
  await voids(service.neurologist, void_);
  expect((await report({ sessionId: void_ })).status).toBe(409);
  expect((await report({ sessionId: randomUUID() })).status).toBe(404);
});

it('is found by patient, course and session', async () => {
  const patientId = await registered(service.neurologist);
  const courseId = await started(service.neurologist, { patientId });
  const sessions = [
    await logged(service.neurologist, courseId, { performedOn: '2026-03-02' }),
    await logged(service.neurologist, courseId, { performedOn: '2026-08-03' }),
  ];
  const events = await Promise.all(
    sessions.map(async (session) => (await report({ sessionId: session })).body.id as string),
  );
  const found = async (query: string) =>
    (await service.neurologist.get(`/adverse-events?${query}`)).body.items.map(
      ({ id }: { id: string }) => id,
    );
  expect(await found(`patientId=${patientId}`)).toEqual(events.toSorted());
  expect(await found(`courseId=${courseId}`)).toEqual(events.toSorted());
  expect(await found(`sessionId=${sessions[1]}`)).toEqual([events[1]]);
  expect(await found(`patientId=${randomUUID()}`)).toEqual([]);
});
