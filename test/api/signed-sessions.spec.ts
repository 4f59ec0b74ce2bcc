import { randomUUID } from 'node:crypto';
import { send, startApp, type TestApp } from '../support/app';
import { aSession, logged, seen, signs, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const read = async (id: string) => (await service.neurologist.get(`/sessions/${id}`)).body;
const act = (id: string, verb: string, body?: object, headers?: Record<string, string>) =>
  service.neurologist.post(`/sessions/${id}/${verb}`, body ?? {}, headers);
const sign = (id: string) => signs(service.neurologist, id);

async function signed(given?: Record<string, unknown>): Promise<{ id: string; courseId: string }> {
  const courseId = await started(service.neurologist);
  const id = await logged(service.neurologist, courseId, given);
  expect((await sign(id)).status).toBe(200);
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
    for (const version of [before.signedVersion, before.version]) {
      expect((await act(id, 'sign', {}, seen(version))).status).toBe(200);
    }
    expect((await act(id, 'sign', {}, seen(before.version + 1))).status).toBe(412);
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
      reason: 'the day was wrong',
    };
    const answers = [
      await act(id, 'amend', amendment),
      await act(id, 'amend', amendment),
      await act(id, 'amend', { ...amendment, reason: 'another reason' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 409]);
    expect(answers[0]!.body).toMatchObject({
      id: newId,
      replacesId: id,
      amendReason: 'the day was wrong',
      performedOn: '2026-08-10',
      nextDueOn: '2026-11-02',
      signedAt: expect.any(String),
      signedVersion: 1,
      version: 2,
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
        (item: { id: string }) => item.id,
      ),
    ).toEqual([newId]);
    for (const verb of ['amend', 'sign', 'void']) {
      expect(
        (
          await act(
            id,
            verb,
            verb === 'sign'
              ? {}
              : verb === 'void'
                ? { reason: 'wrong patient' }
                : { ...amendment, id: undefined },
            seen(2),
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
    const second = (await act(id, 'amend', { ...aSession(courseId), reason: 'typing error' })).body;
    const third = await act(second.id, 'amend', { ...aSession(courseId), reason: 'another typing error' });
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
    expect((await act(id, 'void', { reason: 'once more in error' }, seen(3))).status).toBe(409);
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

describe('a signature names what it signs', () => {
  it('the version that was seen: 428 without it, 412 once somebody else changed the session', async () => {
    const courseId = await started(service.neurologist);
    const id = await logged(service.neurologist, courseId);
    expect(await act(id, 'sign')).toMatchObject({
      status: 428,
      body: { type: 'urn:problem:version-required', detail: expect.stringContaining('If-Match') },
    });
    const injections = [{ muscle: 'trapezius', side: 'right', units: 95 }];
    expect(await service.neurologist.patch(`/sessions/${id}`, 1, { injections })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect(await act(id, 'sign', {}, seen(1))).toMatchObject({
      status: 412,
      body: { type: 'urn:problem:outdated' },
    });
    expect(await read(id)).toMatchObject({ signedAt: null, signedVersion: null, version: 2 });
    expect(await act(id, 'sign', {}, seen(2))).toMatchObject({
      status: 200,
      body: { signedVersion: 2, totalUnits: 95, signedBy: service.neurologist.userId },
    });
  });

  it('after being amended or voided the signature still names it', async () => {
    const { id, courseId } = await signed();
    await act(id, 'amend', { ...aSession(courseId), reason: 'typing error' });
    expect(await read(id)).toMatchObject({ state: 'replaced', signedVersion: 1, version: 3 });
    const other = await signed();
    await act(other.id, 'void', { reason: 'another patient' });
    expect(await read(other.id)).toMatchObject({ state: 'voided', signedVersion: 1, version: 3 });
  });

  it.each`
    ifMatch      | status | why
    ${undefined} | ${428} | ${'none is named'}
    ${'"1"'}     | ${412} | ${'it was changed since'}
    ${'"2"'}     | ${200} | ${'as it stands'}
  `(
    'an unsigned session is voided in the version that was seen: $status, $why',
    async ({ ifMatch, status }: { ifMatch?: string; status: number }) => {
      const id = await logged(service.neurologist, await started(service.neurologist));
      await service.neurologist.patch(`/sessions/${id}`, 1, { note: 'changed' });
      const headers = ifMatch === undefined ? undefined : { 'if-match': ifMatch };
      expect((await act(id, 'void', { reason: 'wrong patient' }, headers)).status).toBe(status);
    },
  );

  it('of a signed session a version that is named must be the right one', async () => {
    const { id } = await signed();
    expect((await act(id, 'void', { reason: 'wrong patient' }, seen(1))).status).toBe(412);
    expect((await act(id, 'void', { reason: 'wrong patient' }, seen(2))).status).toBe(200);
  });

  it('two who sign at once sign the same: one signature stands', async () => {
    const colleague = await service.signIn('neurologist');
    const id = await logged(service.neurologist, await started(service.neurologist));
    const both = await Promise.all(
      [service.neurologist, colleague].map((client) => client.post(`/sessions/${id}/sign`, {}, seen(1))),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]!.body.signedBy).toBe(both[1]!.body.signedBy);
  });
});

it('a person signs: a script with a neurologist’s token logs and voids, but signs and amends nothing', async () => {
  const { body } = await service.admin.post('/api-tokens', {
    name: 'import',
    role: 'neurologist',
    expiresAt: '2027-01-01T00:00:00Z',
  });
  expect((await service.neurologist.post(`/api-tokens/${body.id}/approve`)).status).toBe(204);
  const byScript = (path: string, sent: object, headers: object = {}) =>
    send(service.url, 'POST', path, {
      body: sent,
      headers: { authorization: `Bearer ${body.token}`, ...headers },
    });
  const courseId = await started(service.neurologist);
  const injectorId = service.neurologist.userId;
  const { id } = (await byScript('/sessions', aSession(courseId, { injectorId }))).body;
  const refused = {
    status: 403,
    body: { type: 'urn:problem:forbidden', detail: expect.stringContaining('script') },
  };
  expect(await byScript(`/sessions/${id}/sign`, {}, seen(1))).toMatchObject(refused);
  expect(await read(id)).toMatchObject({ signedAt: null, version: 1 });
  const inPerson = await signed();
  const amendment = { ...aSession(inPerson.courseId), reason: 'typing error' };
  expect(await byScript(`/sessions/${inPerson.id}/amend`, amendment)).toMatchObject(refused);
  expect((await byScript(`/sessions/${id}/void`, { reason: 'wrong patient' }, seen(1))).status).toBe(200);
});
