import { startApp, type Client, type TestApp } from '../support/app';
import { aSession, logged, started } from '../support/builders';

let service: TestApp;
let left: Client;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
beforeEach(async () => {
  left = await service.signIn('neurologist');
});
afterAll(() => service.close());

async function leaves(): Promise<void> {
  const { version } = (await service.admin.get(`/users/${left.userId}`)).body;
  expect((await service.admin.patch(`/users/${left.userId}`, version, { disabled: true })).status).toBe(200);
}

const act = (id: string, verb: string, body: object = {}) =>
  service.neurologist.post(`/sessions/${id}/${verb}`, body, { 'if-match': '"1"' });

describe('of an injector who has left', () => {
  it('an unsigned session is changed, signed and voided, and stays theirs', async () => {
    const id = await logged(left, await started(service.neurologist));
    await leaves();
    const changed = await service.neurologist.patch(`/sessions/${id}`, 1, { note: 'He was calm.' });
    expect(changed).toMatchObject({ status: 200, body: { injectorId: left.userId, note: 'He was calm.' } });
    const signed = await service.neurologist.post(`/sessions/${id}/sign`, {}, { 'if-match': '"2"' });
    expect(signed).toMatchObject({ status: 200, body: { injectorId: left.userId } });
    const voided = await service.neurologist.post(`/sessions/${id}/void`, { reason: 'entered twice' });
    expect(voided).toMatchObject({ status: 200, body: { injectorId: left.userId } });
  });

  it.each`
    injector     | why
    ${'unnamed'} | ${'who is not named'}
    ${'named'}   | ${'who is named again'}
  `('a signed session is amended and stays theirs: $why', async ({ injector }) => {
    const courseId = await started(service.neurologist);
    const id = await logged(left, courseId);
    await act(id, 'sign');
    await leaves();
    const named = injector === 'named' ? { injectorId: left.userId } : {};
    const amended = await act(id, 'amend', { ...aSession(courseId), ...named, reason: 'note forgotten' });
    expect(amended).toMatchObject({
      status: 201,
      body: { injectorId: left.userId, signedBy: service.neurologist.userId },
    });
  });

  it.each`
    performedOn     | status | why
    ${'2026-11-22'} | ${201} | ${'the day before they left'}
    ${'2026-11-23'} | ${201} | ${'the day on which they left'}
  `('a late entry of $performedOn names them: $status ($why)', async ({ performedOn, status }) => {
    await leaves();
    const session = aSession(await started(service.neurologist), { performedOn, injectorId: left.userId });
    const answer = await service.neurologist.post('/sessions', session);
    expect(answer).toMatchObject({ status, body: { injectorId: left.userId } });
  });
});

it('a scheduler who has left did not inject', async () => {
  left = await service.signIn('scheduler');
  await leaves();
  const session = aSession(await started(service.neurologist), { injectorId: left.userId });
  expect(await service.neurologist.post('/sessions', session)).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/injectorId' }] },
  });
});
