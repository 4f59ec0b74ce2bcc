import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { aSession, registered, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const FERTILE = { birthDate: '1990-05-02', sex: 'female' };

async function aPatientWithCourse(given: Record<string, unknown> = {}) {
  const patientId = await registered(service.neurologist, { sex: 'male', ...given });
  return { patientId, courseId: await started(service.neurologist, { patientId }) };
}

async function precaution(patientId: string, body: Record<string, unknown>) {
  const answer = await service.neurologist.post(`/patients/${patientId}/precautions`, body);
  expect(answer.status).toBe(201);
  return answer.body;
}

async function said(courseId: string, performedOn: string, product = 'ona'): Promise<string[]> {
  const { status, body } = await service.neurologist.post(
    '/sessions/check',
    aSession(courseId, {
      performedOn,
      product,
      injections: [{ muscle: 'trapezius', side: 'left', units: product === 'rima' ? 500 : 25 }],
    }),
  );
  expect(status).toBe(200);
  return body.findings
    .filter(({ code }: { code: string }) => /^S1[3-7]$/.test(code))
    .map(({ code, severity }: { code: string; severity: string }) => `${code} ${severity}`);
}

describe('a precaution', () => {
  it('is recorded with its days, its source and a note, and is in force today', async () => {
    const { patientId } = await aPatientWithCourse();
    const sent = { code: 'anticoagulant', startedOn: '2026-10-02', source: 'letter', note: 'apixaban 5 mg' };
    const recorded = await precaution(patientId, sent);
    expect(recorded).toEqual({
      ...sent,
      id: expect.any(String),
      patientId,
      endedOn: null,
      askedOn: '2026-10-02',
      value: null,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    const list = await service.neurologist.get(`/patients/${patientId}/precautions`);
    expect(list.body).toEqual({ items: [recorded], nextCursor: null, nextUpdatedSince: expect.any(String) });
    expect((await service.neurologist.get(`/patients/${patientId}`)).body.precautions).toEqual([
      'anticoagulant',
    ]);
  });

  it('is known by a word of the clinic too', async () => {
    const { patientId } = await aPatientWithCourse();
    expect((await precaution(patientId, { code: 'Haemophilia' })).code).toBe('bleeding_disorder');
  });

  it('writes once for one id; another body is 409', async () => {
    const { patientId } = await aPatientWithCourse();
    const body = { id: randomUUID(), code: 'dysphagia' };
    const path = `/patients/${patientId}/precautions`;
    const first = await service.neurologist.post(path, body);
    const again = await service.neurologist.post(path, body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect((await service.neurologist.post(path, { ...body, note: 'x' })).status).toBe(409);
    const { patientId: other } = await aPatientWithCourse();
    expect((await service.neurologist.post(`/patients/${other}/precautions`, body)).status).toBe(409);
  });

  it('is judged by the day of the session: a course of May does not ask in November, nor before it began', async () => {
    const { patientId, courseId } = await aPatientWithCourse();
    await precaution(patientId, { code: 'aminoglycoside', startedOn: '2026-05-04', endedOn: '2026-05-18' });
    expect(await said(courseId, '2026-05-03')).toEqual([]);
    expect(await said(courseId, '2026-05-04')).toEqual(['S14 confirm']);
    expect(await said(courseId, '2026-05-17')).toEqual(['S14 confirm']);
    expect(await said(courseId, '2026-05-18')).toEqual([]);
    expect(await said(courseId, '2026-11-23')).toEqual([]);
    expect((await service.neurologist.get(`/patients/${patientId}`)).body.precautions).toEqual([]);
  });

  it('is ended with the version that was seen, and is asked about again after a year', async () => {
    const { patientId, courseId } = await aPatientWithCourse();
    const { id } = await precaution(patientId, { code: 'anticoagulant', startedOn: '2025-11-01' });
    expect(await said(courseId, '2026-11-23')).toEqual(['S17 note', 'S17 note']);
    const change = (version: number, body: object) =>
      service.neurologist.patch(`/precautions/${id}`, version, body);
    expect((await change(2, { askedOn: '2026-11-23' })).status).toBe(412);
    expect((await change(1, { askedOn: '2026-11-23' })).body).toMatchObject({
      askedOn: '2026-11-23',
      version: 2,
    });
    expect(await said(courseId, '2026-11-23')).toEqual(['S17 note']);
    expect((await change(2, { endedOn: '2026-11-23' })).status).toBe(200);
    expect(await said(courseId, '2026-11-23')).toEqual([]);
    expect(await said(courseId, '2026-11-22')).toEqual(['S17 note']);
  });

  it.each`
    code                   | startedOn       | product   | says
    ${'anticholinergic'}   | ${undefined}    | ${'rima'} | ${['S14 confirm']}
    ${'anticholinergic'}   | ${undefined}    | ${'ona'}  | ${[]}
    ${'muscle_relaxant'}   | ${undefined}    | ${'rima'} | ${['S14 confirm']}
    ${'albumin_refusal'}   | ${undefined}    | ${'inco'} | ${['S16 confirm']}
    ${'albumin_refusal'}   | ${undefined}    | ${'daxi'} | ${[]}
    ${'bleeding_disorder'} | ${undefined}    | ${'ona'}  | ${['S17 confirm']}
    ${'aspiration'}        | ${undefined}    | ${'ona'}  | ${['S15 confirm']}
    ${'myasthenia_gravis'} | ${'2015-02-01'} | ${'ona'}  | ${['S15 confirm']}
  `('$code with $product says $says', async ({ product, says, ...body }) => {
    const { patientId, courseId } = await aPatientWithCourse();
    await precaution(patientId, body);
    expect(await said(courseId, '2026-11-23', product)).toEqual(says);
  });

  it('an INR has a value and a day, and the latest before the session is judged', async () => {
    const { patientId, courseId } = await aPatientWithCourse();
    await precaution(patientId, { code: 'inr', value: 3.4, startedOn: '2026-11-02', source: 'laboratory' });
    expect(await said(courseId, '2026-11-10')).toEqual(['S17 confirm']);
    await precaution(patientId, { code: 'inr', value: 2.6, startedOn: '2026-11-20' });
    expect(await said(courseId, '2026-11-23')).toEqual([]);
    expect(await said(courseId, '2026-11-10')).toEqual(['S17 confirm']);
  });

  it.each`
    body                                                                     | pointer         | why
    ${{ code: 'tall' }}                                                      | ${'/code'}      | ${'no precaution'}
    ${{ code: 'inr', startedOn: '2026-11-20' }}                              | ${'/value'}     | ${'an INR without its value'}
    ${{ code: 'inr', value: 2.4 }}                                           | ${'/startedOn'} | ${'an INR without its day'}
    ${{ code: 'inr', value: 24, startedOn: '2026-11-20' }}                   | ${'/value'}     | ${'no INR'}
    ${{ code: 'dysphagia', value: 2 }}                                       | ${'/value'}     | ${'not measured'}
    ${{ code: 'dysphagia', startedOn: '2026-11-24' }}                        | ${'/startedOn'} | ${'tomorrow'}
    ${{ code: 'dysphagia', startedOn: '1968-04-11' }}                        | ${'/startedOn'} | ${'before birth'}
    ${{ code: 'dysphagia', startedOn: '2026-11-20', endedOn: '2026-11-19' }} | ${'/endedOn'}   | ${'ends before it begins'}
    ${{ code: 'dysphagia', askedOn: '2026-11-24' }}                          | ${'/askedOn'}   | ${'asked tomorrow'}
    ${{ code: 'dysphagia', patientId: 'x' }}                                 | ${'/patientId'} | ${'no field of ours'}
  `('is refused: $why', async ({ body, pointer }: { body: object; pointer: string }) => {
    const { patientId } = await aPatientWithCourse();
    const answer = await service.neurologist.post(`/patients/${patientId}/precautions`, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });

  it('is on record once for the same days', async () => {
    const { patientId } = await aPatientWithCourse();
    await precaution(patientId, { code: 'dysphagia', startedOn: '2026-03-01', endedOn: '2026-06-01' });
    await precaution(patientId, { code: 'dysphagia', startedOn: '2026-06-01' });
    const again = await service.neurologist.post(`/patients/${patientId}/precautions`, {
      code: 'dysphagia',
      startedOn: '2026-11-01',
    });
    expect(again).toMatchObject({ status: 409, body: { detail: expect.stringContaining('2026-06-01') } });
  });

  it('is nothing for a scheduler to see or to write', async () => {
    const { patientId } = await aPatientWithCourse();
    const { id } = await precaution(patientId, { code: 'dysphagia' });
    const { scheduler } = service;
    const answers = await Promise.all([
      scheduler.get(`/patients/${patientId}/precautions`),
      scheduler.get(`/patients/${patientId}/pregnancy-answers`),
      scheduler.post(`/patients/${patientId}/precautions`, { code: 'als' }),
      scheduler.patch(`/precautions/${id}`, 1, { note: 'x' }),
      scheduler.post(`/patients/${patientId}/pregnancy-answers`, {
        askedOn: '2026-11-23',
        answer: 'declined',
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });

  it('of nobody is 404', async () => {
    const path = `/patients/${randomUUID()}/precautions`;
    expect((await service.neurologist.get(path)).status).toBe(404);
    expect((await service.neurologist.post(path, { code: 'als' })).status).toBe(404);
    expect((await service.neurologist.patch(`/precautions/${randomUUID()}`, 1, {})).status).toBe(404);
  });
});

describe('the list of a patient', () => {
  it('begins what is new and ends what is missing, and leaves the rest as it was', async () => {
    const { patientId, courseId } = await aPatientWithCourse({ precautions: ['dysphagia', 'anticoagulant'] });
    const rows = async () => (await service.neurologist.get(`/patients/${patientId}/precautions`)).body.items;
    const kept = (await rows()).find(({ code }: { code: string }) => code === 'anticoagulant');
    const changed = await service.neurologist.patch(`/patients/${patientId}`, 1, {
      precautions: ['anticoagulant', 'myasthenia_gravis'],
    });
    expect(changed.body.precautions).toEqual(['anticoagulant', 'myasthenia_gravis']);
    expect(await rows()).toEqual(
      expect.arrayContaining([
        kept,
        expect.objectContaining({ code: 'dysphagia', endedOn: '2026-11-23' }),
        expect.objectContaining({ code: 'myasthenia_gravis', startedOn: null }),
      ]),
    );
    expect(await said(courseId, '2026-11-22')).toEqual(['S15 confirm', 'S15 confirm', 'S17 note']);
    expect(await said(courseId, '2026-11-23')).toEqual(['S15 confirm', 'S17 note']);
    const back = await service.neurologist.patch(`/patients/${patientId}`, 2, { precautions: ['dysphagia'] });
    expect(back.body.precautions).toEqual(['dysphagia']);
  });

  it('cannot take an INR without its value', async () => {
    const patientId = await registered(service.neurologist);
    const answer = await service.neurologist.patch(`/patients/${patientId}`, 1, { precautions: ['inr'] });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/precautions/0' }] } });
  });

  it('read before another precaution came cannot end it unseen', async () => {
    const { patientId } = await aPatientWithCourse();
    await precaution(patientId, { code: 'toxin_hypersensitivity' });
    const late = await service.neurologist.patch(`/patients/${patientId}`, 1, { precautions: ['dysphagia'] });
    expect(late.status).toBe(412);
  });
});

describe('an answer about pregnancy', () => {
  const answered = (patientId: string, askedOn: string, answer: string) =>
    service.neurologist.post(`/patients/${patientId}/pregnancy-answers`, { askedOn, answer });

  it('“not pregnant” spares the question for that cycle', async () => {
    const { patientId, courseId } = await aPatientWithCourse(FERTILE);
    expect(await said(courseId, '2026-11-23')).toEqual(['S13 note']);
    const { status, body } = await answered(patientId, '2026-11-20', 'not-pregnant');
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        id: expect.any(String),
        patientId,
        askedOn: '2026-11-20',
        answer: 'not-pregnant',
        createdAt: expect.any(String),
      },
    });
    expect(await said(courseId, '2026-11-23')).toEqual([]);
    expect(await said(courseId, '2026-11-19')).toEqual(['S13 note']);
    const list = await service.neurologist.get(`/patients/${patientId}/pregnancy-answers`);
    expect(list.body).toEqual({ items: [body], nextCursor: null, nextUpdatedSince: expect.any(String) });
  });

  it('“pregnant” is a precaution from that day, until the answer is another', async () => {
    const { patientId, courseId } = await aPatientWithCourse(FERTILE);
    const inForce = async () => (await service.neurologist.get(`/patients/${patientId}`)).body.precautions;
    await answered(patientId, '2026-09-01', 'pregnant');
    expect(await inForce()).toEqual(['pregnant']);
    expect(await said(courseId, '2026-09-01')).toEqual(['S13 confirm']);
    await answered(patientId, '2026-11-01', 'breast-feeding');
    expect(await inForce()).toEqual(['breast_feeding']);
    await answered(patientId, '2026-11-22', 'not-applicable');
    expect(await inForce()).toEqual([]);
    expect(await said(courseId, '2026-11-23')).toEqual([]);
    expect(await said(courseId, '2026-10-15')).toEqual(['S13 confirm']);
  });

  it('entered late begins and ends with what was said after it', async () => {
    const { patientId, courseId } = await aPatientWithCourse(FERTILE);
    await answered(patientId, '2026-11-20', 'not-pregnant');
    await answered(patientId, '2026-06-01', 'pregnant');
    expect(await said(courseId, '2026-06-02')).toEqual(['S13 confirm']);
    expect(await said(courseId, '2026-11-23')).toEqual([]);
  });

  it('“not pregnant” ends a pregnancy that was on the list', async () => {
    const { patientId, courseId } = await aPatientWithCourse({ ...FERTILE, precautions: ['pregnant'] });
    await answered(patientId, '2026-11-23', 'not-pregnant');
    expect(await said(courseId, '2026-11-23')).toEqual([]);
  });

  it.each`
    body                                                 | pointer
    ${{ askedOn: '2026-11-24', answer: 'not-pregnant' }} | ${'/askedOn'}
    ${{ askedOn: '1968-01-01', answer: 'not-pregnant' }} | ${'/askedOn'}
    ${{ askedOn: '2026-11-23', answer: 'maybe' }}        | ${'/answer'}
    ${{ answer: 'declined' }}                            | ${'/askedOn'}
  `('$body is refused', async ({ body, pointer }: { body: object; pointer: string }) => {
    const patientId = await registered(service.neurologist, FERTILE);
    const answer = await service.neurologist.post(`/patients/${patientId}/pregnancy-answers`, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });
});

it('tolerance is told by the record where nobody said otherwise', async () => {
  const { patientId, courseId } = await aPatientWithCourse();
  const tolerance = async () =>
    (await service.neurologist.get(`/patients/${patientId}`)).body.priorToxinTolerance;
  expect(await tolerance()).toBeNull();
  await service.neurologist.post('/sessions', aSession(courseId));
  expect(await tolerance()).toBe(true);
  await service.neurologist.patch(`/patients/${patientId}`, 1, { priorToxinTolerance: false });
  expect(await tolerance()).toBe(false);
});
