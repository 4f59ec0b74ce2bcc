import { startApp, type Answer, type TestApp } from '../support/app';
import { aPatient, aSession, logged, registered, signs, started, voids } from '../support/builders';
import { askFhir } from '../support/fhir/fhir';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const SAID = [{ code: 'age-unknown', reason: 'about sixty, says their daughter' }];

const unknown = () => registered(service.neurologist, { birthDate: null, sex: 'male' });
const logs = (courseId: string, given: object): Promise<Answer> =>
  service.neurologist.post('/sessions', aSession(courseId, given as Record<string, unknown>));
const codesOf = ({ body }: Answer): string[] =>
  (body.findings as { code: string; severity: string }[])
    .filter(({ severity }) => severity !== 'note')
    .map(({ code }) => code);

describe('a birth date', () => {
  it.each`
    given                          | status | why
    ${{ birthDate: null }}         | ${201} | ${'nobody knows it'}
    ${{}}                          | ${400} | ${'it was forgotten'}
    ${{ birthDate: '' }}           | ${400} | ${'it was left empty'}
    ${{ birthDate: 'unknown' }}    | ${400} | ${'a word is no day'}
    ${{ birthDate: '2026-02-30' }} | ${400} | ${'no such day'}
  `('$given is answered $status: $why', async ({ given, status }) => {
    const { birthDate: _known, ...rest } = aPatient();
    const { status: answered, body } = await service.scheduler.post('/patients', { ...rest, ...given });
    expect(answered).toBe(status);
    if (status === 201) return expect(body.birthDate).toBeNull();
    const message = expect.stringContaining('or null where nobody knows it');
    expect(body.errors).toEqual([{ pointer: '/birthDate', code: 'is-day-or-unknown', message }]);
  });

  it('is found out later, and not after what is on record; what was wrong becomes unknown', async () => {
    const id = await unknown();
    const courseId = await started(service.neurologist, { patientId: id });
    await logs(courseId, { performedOn: '2026-08-03', confirmed: SAID });
    const late = await service.scheduler.patch(`/patients/${id}`, 1, { birthDate: '2026-08-04' });
    expect(late).toMatchObject({ status: 409, body: { errors: [{ pointer: '/birthDate' }] } });
    const known = await service.scheduler.patch(`/patients/${id}`, 1, { birthDate: '1966-08-03' });
    expect(known).toMatchObject({ status: 200, body: { birthDate: '1966-08-03' } });
    const taken = await service.scheduler.patch(`/patients/${id}`, 2, { birthDate: null });
    expect(taken).toMatchObject({ status: 200, body: { birthDate: null } });
    const other = await service.scheduler.patch(`/patients/${id}`, 3, { phone: null });
    expect(other).toMatchObject({ status: 200, body: { birthDate: null } });
  });
});

describe('a session of somebody whose birth date is not known', () => {
  it('asks once whether they are an adult', async () => {
    const courseId = await started(service.neurologist, { patientId: await unknown() });
    const asked = await logs(courseId, { performedOn: '2026-05-04' });
    expect([asked.status, codesOf(asked)]).toEqual([422, ['age-unknown']]);
    const first = await logs(courseId, { performedOn: '2026-05-04', confirmed: SAID });
    expect(first.status).toBe(201);
    expect((await logs(courseId, { performedOn: '2026-08-03' })).status).toBe(201);
    const earlier = await logs(courseId, { performedOn: '2026-01-05' });
    expect([earlier.status, codesOf(earlier)]).toEqual([422, ['age-unknown']]);
    await voids(service.neurologist, first.body.id);
    const again = await logs(courseId, { performedOn: '2026-11-02' });
    expect([again.status, codesOf(again)]).toEqual([422, ['age-unknown']]);
  });

  it('keeps what was said through a correction', async () => {
    const { neurologist } = service;
    const courseId = await started(neurologist, { patientId: await unknown() });
    const { body } = await logs(courseId, { performedOn: '2026-08-03', confirmed: SAID });
    await signs(neurologist, body.id);
    const { body: signed } = await neurologist.get(`/sessions/${body.id}`);
    const amended = await neurologist.post(
      `/sessions/${body.id}/amend`,
      { ...aSession(courseId, { performedOn: '2026-08-10' }), reason: 'typed the wrong day' },
      { 'if-match': `"${signed.version}"` },
    );
    expect(amended.status).toBe(201);
    expect(amended.body.findings).toContainEqual(expect.objectContaining(SAID[0]!));
    expect((await logs(courseId, { performedOn: '2026-11-09' })).status).toBe(201);
  });
});

it('nothing that is dated needs the day of birth', async () => {
  const { neurologist, scheduler } = service;
  const patientId = await unknown();
  const courseId = await started(neurologist, { patientId });
  const answers = [
    await neurologist.patch(`/courses/${courseId}`, 1, { startedOn: '1950-01-01' }),
    await neurologist.post(`/patients/${patientId}/precautions`, {
      code: 'anticoagulant',
      endedOn: '1950-01-01',
      askedOn: '1950-01-01',
    }),
    await neurologist.post('/external-doses', {
      patientId,
      product: 'ona',
      units: 100,
      givenOn: '1990-01-01',
      source: 'patient',
    }),
    await scheduler.post(`/courses/${courseId}/contacts`, {
      at: '2000-01-01T10:00:00Z',
      channel: 'phone',
      outcome: 'no-answer',
    }),
    await neurologist.patch(`/patients/${patientId}`, 2, { deceasedOn: '2026-11-20' }),
  ];
  expect(answers.map(({ status, body }) => [status, body.errors])).toEqual(
    [200, 201, 201, 201, 200].map((status) => [status, undefined]),
  );
});

it('papers, FHIR, reports and screens say that it is not known', async () => {
  const { neurologist, reporting } = service;
  const patientId = await registered(neurologist, { birthDate: null, sex: 'male', mrn: 'BORN-1' });
  const courseId = await started(neurologist, {
    patientId,
    indication: 'hemifacial_spasm',
    side: 'left',
    plannedProduct: 'inco',
  });
  const injections = [{ muscle: 'zygomaticus_major', side: 'left', units: 5 }];
  const given = { performedOn: '2026-08-03', product: 'inco', injections };
  const checked = await neurologist.post('/sessions/check', aSession(courseId, given));
  const confirmed = codesOf(checked).map((code) => ({ code, reason: `considered ${code}` }));
  const sessionId = await logged(neurologist, courseId, { ...given, confirmed });

  const note = await neurologist.get(`/sessions/${sessionId}/note`);
  expect(note.body.text).toContain(', birth date unknown, record BORN-1\n');
  const { body } = await askFhir(service.url, neurologist.token, `Patient/${patientId}`);
  expect(body).not.toHaveProperty('birthDate');
  const bundle = await askFhir(service.url, neurologist.token, 'Patient?birthdate=ge1900-01-01');
  expect(bundle.status).toBe(200);
  expect(JSON.stringify(bundle.body)).not.toContain(patientId);

  const asked = 'indication=hemifacial_spasm&product=inco';
  const { body: sessions } = await reporting.get(`/reports/sessions.json?${asked}`);
  expect(rowsOf(sessions)).toMatchObject([{ ageYears: null }]);
  const { body: outcomes } = await reporting.get(`/reports/outcomes.json?${asked}`);
  const groups = rowsOf(outcomes).filter(({ breakdown }) => breakdown === 'age-group');
  expect(groups).toMatchObject([{ ageGroup: 'unknown', sessions: 1 }]);

  for (const path of [`/patients/${patientId}`, `/courses/${courseId}`, '/patients?q=BORN-1']) {
    const html = await screen(path);
    expect([path, html.includes('birth date unknown')]).toEqual([path, true]);
  }
});

it('a file says so with the word; a blank cell was forgotten', async () => {
  const response = await fetch(`${service.url}/api/v1/imports?kind=patients&dryRun=false`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.admin.token}`, 'content-type': 'text/csv' },
    body: 'mrn,familyName,givenName,birthDate,sex\nBORN-2,Aspen,Ada,Unknown,female\nBORN-3,Birch,Ben,,male\n',
  });
  expect(await response.json()).toMatchObject({
    rows: { new: 1, refused: 1 },
    problems: [{ row: 3, column: 'birthDate', message: expect.stringContaining('in a file: unknown') }],
  });
  const { body } = await service.scheduler.get('/patients?q=BORN-2');
  expect(body.items).toMatchObject([{ birthDate: null }]);
});

type Row = Readonly<Record<string, unknown>>;

function rowsOf(body: readonly Row[] | { readonly rows: readonly Row[] }): readonly Row[] {
  return 'rows' in body ? body.rows : body;
}

async function screen(path: string): Promise<string> {
  const answer = await fetch(service.url + path, {
    headers: { accept: 'text/html', authorization: `Bearer ${service.neurologist.token}` },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}
