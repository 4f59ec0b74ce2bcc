import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { aSession, logged, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const read = async (id: string) => (await service.neurologist.get(`/sessions/${id}`)).body;
const act = (id: string, verb: string, body?: object) =>
  service.neurologist.post(`/sessions/${id}/${verb}`, body ?? {});

async function signed(given?: Record<string, unknown>): Promise<{ id: string; courseId: string }> {
  const courseId = await started(service.neurologist);
  const id = await logged(service.neurologist, courseId, given);
  expect((await act(id, 'sign')).status).toBe(200);
  return { id, courseId };
}

describe('once signed', () => {
  it('does not change; signing again is the same', async () => {
    const { id } = await signed();
    const before = await read(id);
    expect(before).toMatchObject({ signedAt: expect.any(String), signedBy: service.neurologist.userId });
    expect(
      await service.neurologist.patch(`/sessions/${id}`, before.version, { note: 'more' }),
    ).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Amend') } });
    expect((await act(id, 'sign')).status).toBe(200);
    expect(await read(id)).toEqual(before);
  });

  it('is amended by a new signed row that replaces it and keeps response and side effects', async () => {
    const { id, courseId } = await signed({ performedOn: '2026-08-03' });
    await service.neurologist.put(`/sessions/${id}/response`, { improvementPct: 60 });
    await service.neurologist.post('/adverse-events', {
      sessionId: id,
      kind: 'dysphagia',
      onsetOn: '2026-08-10',
      severity: 'mild',
      serious: false,
    });
    const newId = randomUUID();
    const amendment = {
      ...aSession(courseId, { performedOn: '2026-08-10' }),
      id: newId,
      reason: 'wrong day',
    };
    const answers = [
      await act(id, 'amend', amendment),
      await act(id, 'amend', amendment),
      await act(id, 'amend', { ...amendment, reason: 'x' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 409]);
    expect(answers[0]!.body).toMatchObject({
      id: newId,
      replacesId: id,
      amendReason: 'wrong day',
      performedOn: '2026-08-10',
      nextDueOn: '2026-11-02',
      signedAt: expect.any(String),
    });
    expect(await read(id)).toMatchObject({
      state: 'replaced',
      replacedById: newId,
      performedOn: '2026-08-03',
    });
    expect((await service.neurologist.get(`/sessions/${newId}/response`)).body).toMatchObject({
      improvementPct: 60,
    });
    expect((await service.neurologist.get(`/adverse-events?courseId=${courseId}`)).body.items).toMatchObject([
      { sessionId: newId, kind: 'dysphagia' },
    ]);
    expect(
      (await service.neurologist.get(`/courses/${courseId}/sessions`)).body.items.map(
        (one: { id: string }) => one.id,
      ),
    ).toEqual([newId]);
    for (const verb of ['amend', 'sign', 'void']) {
      expect(
        (
          await act(
            id,
            verb,
            verb === 'sign' ? {} : verb === 'void' ? { reason: 'x' } : { ...amendment, id: undefined },
          )
        ).status,
      ).toBe(409);
    }
  });

  it('is amended within its course only, and again from the newest version', async () => {
    const { id, courseId } = await signed();
    const other = await started(service.neurologist);
    expect(await act(id, 'amend', { ...aSession(other), reason: 'wrong course' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/courseId' }] },
    });
    const second = (await act(id, 'amend', { ...aSession(courseId), reason: 'first' })).body;
    const third = await act(second.id, 'amend', { ...aSession(courseId), reason: 'second' });
    expect(third).toMatchObject({ status: 201, body: { replacesId: second.id } });
  });

  it('is voided with a reason: it stays in the record and counts no more', async () => {
    const { id, courseId } = await signed({ performedOn: '2026-09-14' });
    expect((await act(id, 'void')).status).toBe(400);
    expect(await act(id, 'void', { reason: 'another patient' })).toMatchObject({
      status: 200,
      body: { state: 'voided', voidReason: 'another patient', nextDueOn: null },
    });
    expect(await read(id)).toMatchObject({ state: 'voided', totalUnits: 130 });
    expect((await act(id, 'void', { reason: 'again' })).status).toBe(409);
    expect((await service.neurologist.get(`/courses/${courseId}/sessions`)).body.items).toEqual([]);
    const versions = await service.neurologist.get(
      `/courses/${courseId}/sessions?updatedSince=2026-01-01T00:00:00Z`,
    );
    expect(versions.body.items).toMatchObject([{ id, state: 'voided' }]);
    expect((await service.neurologist.get(`/courses/${courseId}`)).body).toMatchObject({
      dueStatus: 'no-session',
      forecast: null,
    });
  });
});
