import { startApp, type TestApp } from '../support/app';
import { aSession, logged, registered, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const EARLY = [{ code: 'S02', reason: 'Came early, in much pain' }];
const sign = (id: string) => service.neurologist.post(`/sessions/${id}/sign`, {}, { 'if-match': '"1"' });
const amend = (id: string, session: object) =>
  service.neurologist.post(`/sessions/${id}/amend`, { ...session, reason: 'note forgotten' });
const change = (id: string, body: object) => service.neurologist.patch(`/sessions/${id}`, 1, body);
const findingsOf = (body: { findings?: { code: string; severity: string; reason?: string }[] }) =>
  (body.findings ?? []).map(({ code, severity, reason }) => [code, severity, reason ?? null].join(' '));

/** Two sessions 63 days apart, the second one confirmed: 3 August and 5 October. */
async function twoSessions(patientId?: string) {
  const courseId = await started(service.neurologist, {
    patientId: patientId ?? (await registered(service.neurologist)),
  });
  const first = await logged(service.neurologist, courseId, { performedOn: '2026-08-03' });
  const second = await logged(service.neurologist, courseId, {
    performedOn: '2026-10-05',
    confirmed: EARLY,
  });
  return { courseId, first, second };
}

describe('what stood before', () => {
  it('a later session asks nothing of a note on an older one, unsigned or signed', async () => {
    const { courseId, first } = await twoSessions();
    expect((await change(first, { note: 'Calm.' })).status).toBe(200);
    await service.neurologist.post(`/sessions/${first}/sign`, {}, { 'if-match': '"2"' });
    expect((await amend(first, aSession(courseId, { note: 'Calm, no pain.' }))).status).toBe(201);
  });

  it('a confirmed finding keeps its reason and is not asked again', async () => {
    const { courseId, second } = await twoSessions();
    const changed = await change(second, { note: 'Calm.' });
    expect([changed.status, findingsOf(changed.body)]).toEqual([200, [`S02 confirm ${EARLY[0]!.reason}`]]);
    await service.neurologist.post(`/sessions/${second}/sign`, {}, { 'if-match': '"2"' });
    const amended = await amend(second, aSession(courseId, { performedOn: '2026-10-05', note: 'Calm.' }));
    expect([amended.status, findingsOf(amended.body)]).toEqual([201, [`S02 confirm ${EARLY[0]!.reason}`]]);
  });

  it('an allergy recorded later does not stop the correction of a Dysport session', async () => {
    const { neurologist } = service;
    const patientId = await registered(neurologist);
    const courseId = await started(neurologist, { patientId, plannedProduct: 'abo' });
    const dysport = {
      product: 'abo',
      injections: [{ muscle: 'trapezius', side: 'right', units: 120 }],
      performedOn: '2026-08-03',
    };
    const id = await logged(neurologist, courseId, dysport);
    await sign(id);
    const { version } = (await neurologist.get(`/patients/${patientId}`)).body;
    await neurologist.patch(`/patients/${patientId}`, version, { precautions: ['milk_protein_allergy'] });
    const fewer = { ...dysport, injections: [{ muscle: 'trapezius', side: 'right', units: 110 }] };
    expect((await amend(id, aSession(courseId, fewer))).status).toBe(201);
    const anew = await neurologist.post(
      '/sessions',
      aSession(courseId, { ...fewer, performedOn: '2026-11-16' }),
    );
    expect(anew.status).toBe(422);
  });

  it.each`
    recorded    | severity  | why
    ${'after'}  | ${'note'} | ${'found after the session was recorded'}
    ${'before'} | ${'stop'} | ${'on record when the session was recorded'}
  `(
    'an allergy recorded $recorded a session that was Dysport: $severity, $why',
    async ({ recorded, severity }: { recorded: string; severity: string }) => {
      const { neurologist } = service;
      const patientId = await registered(neurologist);
      const courseId = await started(neurologist, { patientId });
      const allergic = () =>
        neurologist.post(`/patients/${patientId}/precautions`, { code: 'milk_protein_allergy' });
      if (recorded === 'before') await allergic();
      const id = await logged(neurologist, courseId, { performedOn: '2026-08-03' });
      if (recorded === 'after') await allergic();
      await sign(id);
      const dysport = { product: 'abo', injections: [{ muscle: 'trapezius', side: 'right', units: 120 }] };
      const check = { ...aSession(courseId, dysport), replacesId: id };
      const { findings } = (await neurologist.post('/sessions/check', check)).body;
      expect(
        findings
          .filter(({ code }: { code: string }) => code === 'S16')
          .map((finding: { severity: string }) => finding.severity),
      ).toEqual([severity]);
    },
  );

  it('a day nearer to a later session is shown and not stopped', async () => {
    const { first } = await twoSessions();
    const moved = await change(first, { performedOn: '2026-08-10' });
    expect([moved.status, findingsOf(moved.body)]).toEqual([200, ['S02 note ']]);
  });
});

describe('what the change brings about', () => {
  it.each`
    body                                                                    | code            | why
    ${{ performedOn: '2026-09-28' }}                                        | ${'S02'}        | ${'a day nearer to the session before'}
    ${{ performedOn: '2026-12-24' }}                                        | ${'future-day'} | ${'a day that has not come'}
    ${{ injections: [{ muscle: 'trapezius', side: 'right', units: 700 }] }} | ${'S03'}        | ${'more than the limit'}
  `('asks or stops: $why', async ({ body, code }) => {
    const { second } = await twoSessions();
    const answer = await change(second, body);
    expect(answer.status).toBe(422);
    expect(
      answer.body.findings
        .filter(
          ({ severity, reason }: { severity: string; reason?: string }) => severity !== 'note' && !reason,
        )
        .map((finding: { code: string }) => finding.code),
    ).toContain(code);
  });

  it('is confirmed with a reason of its own', async () => {
    const { second } = await twoSessions();
    const confirmed = [{ code: 'S02', reason: 'The day was entered wrongly' }];
    const answer = await change(second, { performedOn: '2026-09-28', confirmed });
    expect([answer.status, findingsOf(answer.body)]).toEqual([200, [`S02 confirm ${confirmed[0]!.reason}`]]);
  });
});

it('the check of a correction says what its save does', async () => {
  const { courseId, second } = await twoSessions();
  const check = async (performedOn: string) =>
    findingsOf(
      (
        await service.neurologist.post('/sessions/check', {
          ...aSession(courseId, { performedOn }),
          replacesId: second,
        })
      ).body,
    );
  expect(await check('2026-10-05')).toEqual([`S02 confirm ${EARLY[0]!.reason}`]);
  expect(await check('2026-09-28')).toEqual(['S02 confirm ']);
});
