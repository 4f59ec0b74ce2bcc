import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { aSession, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const POINTS = [
  { x: 0.25, y: 0.333, units: 30.25 },
  { x: 0.5, y: 1, units: 50 },
];
const MUSCLE = { muscle: 'splenius_capitis', side: 'right', units: 80.25 };

async function aBody(injection: object): Promise<object> {
  const courseId = await started(service.neurologist);
  const injections = [{ ...MUSCLE, ...injection }];
  return { ...aSession(courseId, { performedOn: '2026-11-20' }), injections };
}

const given = async (injection: object) =>
  service.neurologist.post('/sessions', { id: randomUUID(), ...(await aBody(injection)) });

it('keeps the points of an injection, and counts its sites where they are not told', async () => {
  const body = { id: randomUUID(), ...(await aBody({ points: POINTS })) };
  const first = await service.neurologist.post('/sessions', body);
  expect(first).toMatchObject({ status: 201, body: { injections: [{ points: POINTS, sites: 2 }] } });
  expect(await service.neurologist.post('/sessions', body)).toMatchObject({ status: 200 });
  const stored = await service.neurologist.get(`/sessions/${body.id}`);
  expect(stored.body.injections[0]).toMatchObject({ points: POINTS, sites: 2 });
});

it.each`
  points       | why
  ${undefined} | ${'left out'}
  ${null}      | ${'null'}
  ${[]}        | ${'an empty list'}
`('keeps an empty list where no points are told: $why', async ({ points }: { points?: unknown }) => {
  const answer = await given({ points });
  expect(answer).toMatchObject({ status: 201, body: { injections: [{ points: [], sites: null }] } });
});

it('asks about the point that got more than a site may have, whatever the mean of all', async () => {
  const points = [
    { x: 0.25, y: 0.333, units: 20.25 },
    { x: 0.5, y: 1, units: 60 },
  ];
  expect(await given({ points })).toMatchObject({
    status: 422,
    body: { findings: [{ code: 'S24', message: expect.stringContaining('60 U Botox in one site') }] },
  });
});

it('has the points of both sides on each of them', async () => {
  const injection = { side: 'bilateral', units: 60, points: [{ x: 0.5, y: 0.5, units: 30 }] };
  expect(await given(injection)).toMatchObject({ status: 201, body: { injections: [{ sites: 2 }] } });
});

it.each`
  injection                                           | pointer                           | why
  ${{ points: [{ x: 0.5, y: 0.5, units: 80 }] }}      | ${'/injections/0/points'}         | ${'together other units'}
  ${{ points: POINTS, sites: 3 }}                     | ${'/injections/0/points'}         | ${'other sites'}
  ${{ side: 'bilateral', points: POINTS }}            | ${'/injections/0/points'}         | ${'of both sides twice the units'}
  ${{ points: [{ x: 1.01, y: 0.5, units: 80.25 }] }}  | ${'/injections/0/points/0/x'}     | ${'beside the muscle'}
  ${{ points: [{ x: 0.5, y: -0.01, units: 80.25 }] }} | ${'/injections/0/points/0/y'}     | ${'above the muscle'}
  ${{ points: [{ x: '0.5', y: 0.5, units: 80.25 }] }} | ${'/injections/0/points/0/x'}     | ${'a number as text'}
  ${{ points: [{ x: 0.5, units: 80.25 }] }}           | ${'/injections/0/points/0/y'}     | ${'half a place'}
  ${{ points: [{ x: 0.5, y: 0.5, units: 0 }] }}       | ${'/injections/0/points/0/units'} | ${'no units'}
  ${{ points: [{ x: 0, y: 0, units: 80.25, z: 1 }] }} | ${'/injections/0/points/0/z'}     | ${'no field of ours'}
  ${{ points: 'middle' }}                             | ${'/injections/0/points'}         | ${'a word'}
  ${{ points: [null] }}                               | ${'/injections/0/points'}         | ${'nothing in the list'}
`('refuses $pointer: $why', async ({ injection, pointer }: { injection: object; pointer: string }) => {
  const answer = await given(injection);
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
});

it('says of points that disagree what each of them says', async () => {
  const answer = await given({ points: [{ x: 0.5, y: 0.5, units: 80 }] });
  expect(answer.body.errors[0].message).toBe(
    'The points hold 80 U Botox, the injection says 80.25 U Botox: change one of them so that they agree.',
  );
});

it('changes, signs and amends them, and says them in the note', async () => {
  const { body: session } = await given({ points: POINTS });
  const halves = [
    { x: 0.1, y: 0.1, units: 40 },
    { x: 0.9, y: 0.9, units: 40.25 },
  ];
  const changed = await service.neurologist.patch(`/sessions/${session.id}`, session.version, {
    injections: [{ ...MUSCLE, points: halves }],
  });
  expect(changed).toMatchObject({ status: 200, body: { injections: [{ points: halves, sites: 2 }] } });
  const noted = await service.neurologist.patch(`/sessions/${session.id}`, changed.body.version, {
    note: 'Calm.',
  });
  expect(noted).toMatchObject({ status: 200, body: { injections: [{ points: halves }] } });
  const seen = { 'if-match': `"${noted.body.version}"` };
  expect(await service.neurologist.post(`/sessions/${session.id}/sign`, {}, seen)).toMatchObject({
    status: 200,
  });
  const {
    id: _id,
    courseId: _course,
    ...content
  } = (await aBody({ points: POINTS })) as Record<string, unknown>;
  const amended = await service.neurologist.post(`/sessions/${session.id}/amend`, {
    ...content,
    reason: 'the points of the other muscle were entered',
  });
  expect(amended).toMatchObject({ status: 201, body: { injections: [{ points: POINTS }] } });
  expect((await service.neurologist.get(`/sessions/${session.id}`)).body.injections[0].points).toEqual(
    halves,
  );
  const note = await service.neurologist.get(`/sessions/${amended.body.id}/note`);
  expect(JSON.stringify(note.body)).toContain('2 sites of 30.25 and 50 U Botox');
});
