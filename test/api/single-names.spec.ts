import { startApp, type TestApp } from '../support/app';
import { aPatient, logged, registered, started } from '../support/builders';
import { askFhir } from '../support/fhir/fhir';

let service: TestApp;
let patientId: string;
let courseId: string;
let sessionId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { neurologist } = service;
  patientId = await registered(neurologist, { familyName: 'Suharto', givenName: null, mrn: 'ONE-1' });
  courseId = await started(neurologist, { patientId });
  sessionId = await logged(neurologist, courseId, { performedOn: '2026-08-10' });
});
afterAll(() => service.close());

const patients = async (query: string) => (await service.scheduler.get(`/patients?${query}`)).body;

describe('a patient known by one name', () => {
  it.each`
    given                   | status | why
    ${{ givenName: null }}  | ${201} | ${'said so'}
    ${{}}                   | ${201} | ${'left out'}
    ${{ givenName: '  ' }}  | ${400} | ${'blanks are no name'}
    ${{ familyName: null }} | ${400} | ${'nobody is without a name'}
    ${{ familyName: '' }}   | ${400} | ${'nor with an empty one'}
  `('is registered with $status: $why', async ({ given, status }) => {
    const { givenName: _given, ...rest } = aPatient();
    const answer = await service.scheduler.post('/patients', { ...rest, ...given });
    expect(answer.status).toBe(status);
    if (status === 201) expect(answer.body.givenName).toBeNull();
  });

  it('gets a given name, and loses it again', async () => {
    const id = await registered(service.scheduler, { familyName: 'Sukarno', givenName: null });
    const named = await service.scheduler.patch(`/patients/${id}`, 1, { givenName: 'Kusno' });
    expect(named).toMatchObject({ status: 200, body: { givenName: 'Kusno' } });
    expect((await patients('q=kusno')).items).toHaveLength(1);
    const one = await service.scheduler.patch(`/patients/${id}`, 2, { givenName: null });
    expect(one).toMatchObject({ status: 200, body: { familyName: 'Sukarno', givenName: null } });
    expect((await patients('q=kusno')).items).toEqual([]);
    expect((await patients('q=sukarno')).items).toMatchObject([{ id }]);
  });

  it('is listed before those who have a given name beside it, on pages of any length', async () => {
    const made = [patientId];
    made.push(await registered(service.scheduler, { familyName: 'Suharto', givenName: null }));
    made.sort();
    for (const givenName of ['Adi', 'Budi', 'Citra'])
      made.push(await registered(service.scheduler, { familyName: 'Suharto', givenName }));
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await patients(`q=suharto&limit=1${next && `&cursor=${next}`}`);
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      next = page.nextCursor;
    }
    expect(seen).toEqual(made);
  });

  it('may be on record already', async () => {
    const asked = 'familyName=suharto&birthDate=1968-04-12';
    const { body } = await service.scheduler.get(`/patients/possible-duplicates?${asked}`);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        patient: expect.objectContaining({ id: patientId }),
        why: ['name', 'birth-date'],
      }),
    );
  });

  it('stands on the due list, on papers, in FHIR and on the tablet by this name', async () => {
    const { neurologist, scheduler } = service;
    const due = await scheduler.get('/due-list?q=ONE-1&asOf=2026-11-23');
    expect(due.body.items).toMatchObject([{ patient: { familyName: 'Suharto', givenName: null } }]);
    const note = await neurologist.get(`/sessions/${sessionId}/note`);
    expect(note.body.text).toContain('\nSuharto, born 12 Apr 1968, record ONE-1\n');
    const { body } = await askFhir(service.url, neurologist.token, `Patient/${patientId}`);
    expect(body.name).toEqual([{ use: 'official', family: 'Suharto' }]);
    const { body: begun } = await scheduler.post(`/courses/${courseId}/check-ins`);
    const opened = await scheduler.post('/check-ins/open', { code: begun.code });
    expect(opened.body).toMatchObject({ givenName: 'Suharto' });
  });

  it.each`
    path                   | shown
    ${`/patients?q=ONE-1`} | ${'<span class="strong">Suharto</span>'}
    ${'/patients/{id}'}    | ${'<h1>Suharto</h1>'}
    ${'/courses/{course}'} | ${'>Suharto</a>'}
  `('is shown on $path by this name', async ({ path, shown }: Record<string, string>) => {
    const address = path!.replace('{id}', patientId).replace('{course}', courseId);
    const html = await screen(address);
    expect(html.includes(shown!)).toBe(true);
    expect(/null,? Suharto|Suharto,? null/.exec(html)).toBeNull();
  });
});

it('a row of a file without a given name is a patient known by one name', async () => {
  const response = await fetch(`${service.url}/api/v1/imports?kind=patients&dryRun=false`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.admin.token}`, 'content-type': 'text/csv' },
    body: 'mrn,familyName,givenName,birthDate,sex\nONE-2,Madonna,,1958-08-16,female\n',
  });
  expect(await response.json()).toMatchObject({ rows: { new: 1, refused: 0 } });
  expect((await patients('q=ONE-2')).items).toMatchObject([{ familyName: 'Madonna', givenName: null }]);
});

async function screen(path: string): Promise<string> {
  const answer = await fetch(service.url + path, {
    headers: { accept: 'text/html', authorization: `Bearer ${service.neurologist.token}` },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

it('says of an empty name that it must not be empty', async () => {
  const { status, body } = await service.neurologist.post('/patients', {
    mrn: 'EMPTY-1',
    familyName: ' ',
    birthDate: '1961-02-03',
    sex: 'female',
  });
  expect([status, body.errors]).toEqual([
    400,
    [expect.objectContaining({ pointer: '/familyName', message: 'familyName must not be empty' })],
  ]);
});
