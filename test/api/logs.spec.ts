import { send, startApp, type TestApp } from '../support/app';
import { aPatient, logged, registered, started } from '../support/builders';

const SECRETS = {
  name: 'Zyxwvutovski',
  mrn: 'MRN-QQ-778812',
  phone: '+1 646 555 0199',
  birthDate: '1931-07-19',
  note: 'told in confidence',
  password: 'hunter2 hunter2 hunter2',
};

let service: TestApp;
let said: string[];
beforeAll(async () => {
  said = [];
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((chunk) => said.push(String(chunk)) > 0);
  service = await startApp({ today: '2026-11-23' });
});
afterAll(async () => {
  jest.restoreAllMocks();
  await service.close();
});

const person = () =>
  aPatient({
    familyName: SECRETS.name,
    givenName: SECRETS.name,
    mrn: SECRETS.mrn,
    phone: SECRETS.phone,
    birthDate: SECRETS.birthDate,
  });

/** What fails in the database, and must not be told by what failed. */
const BROKEN = {
  'a column is missing': [
    'alter table patient rename column phone to mislaid',
    'alter table patient rename column mislaid to phone',
  ],
  'a value does not fit': [
    'alter table patient alter column payer type integer using null',
    'alter table patient alter column payer type text',
  ],
  'a constraint nobody knows': [
    `alter table patient add constraint odd check (family_name <> '${SECRETS.name}') not valid`,
    'alter table patient drop constraint odd',
  ],
} as const;

describe('the log', () => {
  it('has no name, number, day of birth, note or password, whatever is asked, refused or fails', async () => {
    const { neurologist, scheduler, admin, url } = service;
    const id = await registered(neurologist, person());
    const courseId = await started(neurologist, { patientId: id });
    await logged(neurologist, courseId, { note: SECRETS.note });
    await neurologist.post('/patients', person());
    await neurologist.get(`/patients?q=${SECRETS.name}`);
    await neurologist.get(`/patients?q=${SECRETS.name}&limit=none`);
    await neurologist.get(`/patients/${SECRETS.name}`);
    await neurologist.get(`/${SECRETS.name}?phone=${SECRETS.phone}`);
    await neurologist.post('/patients', { ...person(), familyName: [SECRETS.name], note: SECRETS.note });
    await neurologist.post('/patients', person(), { 'x-note': SECRETS.note });
    await scheduler.post('/sessions', { note: SECRETS.note });
    await admin.get(`/audit?subject=${SECRETS.name}`);
    await send(url, 'POST', '/auth/login', { body: { username: SECRETS.name, password: SECRETS.password } });
    await fetch(`${url}/api/v1/patients`, {
      method: 'POST',
      headers: { authorization: `Bearer ${neurologist.token}`, 'content-type': 'application/json' },
      body: `{"familyName": "${SECRETS.name}"`,
    });
    for (const [breaks, mends] of Object.values(BROKEN)) {
      await service.asOwner(breaks);
      const { status } = await neurologist.post('/patients', { ...person(), mrn: 'X', payer: SECRETS.name });
      await service.asOwner(mends);
      expect(status).toBeGreaterThanOrEqual(400);
    }
    const log = said.join('');
    for (const secret of [...Object.values(SECRETS), neurologist.token])
      expect({ secret, isLogged: log.includes(secret) }).toEqual({ secret, isLogged: false });
  });

  it('tells a fault of ours in a line of JSON that names the request, which its answer names too', async () => {
    const { neurologist } = service;
    await service.asOwner(BROKEN['a column is missing'][0]);
    const failed = await neurologist.get('/patients');
    await service.asOwner(BROKEN['a column is missing'][1]);
    expect(failed.status).toBe(500);
    const lines = said
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('{'));
    const line = lines
      .map((text) => JSON.parse(text) as Record<string, unknown>)
      .findLast(({ level }) => level === 'error');
    expect(line).toMatchObject({
      requestId: failed.headers.get('x-request-id'),
      message: expect.stringContaining('GET /api/v1/patients: '),
    });
  });
});
