import { randomUUID } from 'node:crypto';
import { accountsOf } from '../support/accounts';
import { startApp, type TestApp } from '../support/app';
import { registered, started } from '../support/builders';
import { CLIENT, startProvider, type SignInProvider } from '../support/clients/sign-in-provider';
import { tableCounts } from '../support/server/table-counts';
import { WalkingBrowser } from '../support/browser/walking-browser';

let ehr: SignInProvider;
/** One that is in the settings, and not there any more. */
let gone: SignInProvider;
let app: TestApp;
const { db, send } = accountsOf(() => app);

beforeAll(async () => {
  ehr = await startProvider();
  gone = await startProvider();
  await gone.close();
  app = await startApp({
    today: '2026-11-23',
    env: {
      SMART_ISS: `${gone.fhir}, ${ehr.fhir}`,
      SMART_CLIENT_ID: CLIENT.id,
      SMART_CLIENT_SECRET: CLIENT.secret,
      OIDC_ROLES: 'ehr-doctor=neurologist,front-desk=scheduler,billing=reporting',
    },
  });
  await ehr.trust(app.url);
});
afterAll(async () => {
  await app?.close();
  await ehr?.close();
});
afterEach(() => {
  ehr.smart = {};
  ehr.forge = undefined;
});

const MR = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] };
const withNumber = (...numbers: string[]) => ({
  resourceType: 'Patient',
  identifier: numbers.map((value) => ({ type: MR, value })),
});

let met = 0;
function somebody(role = 'ehr-doctor'): string {
  const name = `doctor-${(met += 1)}`;
  ehr.people.set(name, { roles: [role], name: 'Ada Ode', preferred_username: name });
  return name;
}

const launchOf = (launch: string, iss = ehr.fhir): string =>
  `${app.url}/launch?${new URLSearchParams({ iss, launch }).toString()}`;

/** The EHR starts the service with a patient of its own, and somebody signs in there. */
async function launched(resource?: object, { name = somebody(), iss = ehr.fhir, stopAt = '' } = {}) {
  const launch = randomUUID();
  const patientId = resource && `e-${randomUUID()}`;
  ehr.launches.set(launch, patientId);
  if (patientId !== undefined) ehr.patients.set(patientId, resource!);
  const browser = new WalkingBrowser();
  await browser.walk(launchOf(launch, iss));
  const form = { prompt: 'login', login: name, password: 'any' };
  const response = await browser.walk(browser.trail.at(-1)!, form, stopAt || undefined);
  const to = response.headers.get('refresh')?.replace('0;url=', '');
  return { browser, status: response.status, to, token: browser.cookie('clinic_session') };
}

const refusals = () =>
  db().query<{ detail: Record<string, unknown> }[]>(
    `select detail from audit_entry where action = 'sign-in-failed' order by id`,
  );

async function htmlAt(path: string, token: string | undefined): Promise<string> {
  const response = await fetch(`${app.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  return response.text();
}

it('leads a neurologist to the only course of the patient who is open there, signed in', async () => {
  const patientId = await registered(app.neurologist, { mrn: 'L-1001' });
  const courseId = await started(app.neurologist, { patientId });
  const name = somebody();
  const { status, to, token } = await launched(withNumber('l-1001'), { name });
  expect({ status, to }).toEqual({ status: 200, to: `/courses/${courseId}` });
  const { body } = await send('GET', '/me', { token });
  expect(body).toMatchObject({ username: name, role: 'neurologist' });
  await htmlAt(to!, token);
  const entries = await db().query<object[]>(
    `select action, subject, patient_id as "patientId", detail from audit_entry where actor_id = $1 order by id`,
    [body.id],
  );
  expect(entries[0]).toEqual({
    action: 'sign-in',
    subject: 'app_user',
    patientId: null,
    detail: {
      address: '127.0.0.1',
      issuer: ehr.issuer,
      launchedBy: ehr.fhir,
      sessionId: expect.any(String),
    },
  });
  expect(entries).toContainEqual(expect.objectContaining({ action: 'read', patientId }));
});

it.each`
  role            | courses                                  | ended    | page          | why
  ${'ehr-doctor'} | ${[{}]}                                  | ${true}  | ${'patients'} | ${'its course has ended'}
  ${'ehr-doctor'} | ${[]}                                    | ${false} | ${'patients'} | ${'there is no course'}
  ${'ehr-doctor'} | ${[{}, { indication: 'blepharospasm' }]} | ${false} | ${'patients'} | ${'there are two'}
  ${'front-desk'} | ${[{}]}                                  | ${false} | ${'patients'} | ${'a scheduler sees no course'}
  ${'billing'}    | ${[{}]}                                  | ${false} | ${''}         | ${'reporting sees no patient'}
`('leads to /$page where $why', async ({ role, courses, ended, page }: Led) => {
  const mrn = randomUUID().slice(0, 12);
  const patientId = await registered(app.neurologist, { mrn });
  for (const course of courses) {
    const id = await started(app.neurologist, { patientId, ...course });
    if (ended)
      expect(
        await app.neurologist.post(`/courses/${id}/end`, { on: '2026-11-23', reason: 'remission' }),
      ).toMatchObject({ status: 200 });
  }
  const { to } = await launched(withNumber(mrn), { name: somebody(role) });
  expect(to).toBe(page === '' ? '/' : `/${page}/${patientId}`);
});

interface Led {
  readonly role: string;
  readonly courses: readonly object[];
  readonly ended: boolean;
  readonly page: string;
}

it('leads to the record that goes on where the number is of one that was merged', async () => {
  const [goesOn, merged] = [
    await registered(app.neurologist, { mrn: 'L-2001' }),
    await registered(app.neurologist, { mrn: 'L-2002' }),
  ];
  const answer = await app.scheduler.post(`/patients/${merged}/merge`, {
    intoId: goesOn,
    reason: 'registered twice',
  });
  expect(answer.status).toBe(201);
  expect((await launched(withNumber('L-2002'))).to).toBe(`/patients/${goesOn}`);
  // Two numbers of one person are one person.
  expect((await launched(withNumber('L-2001', 'L-2002'))).to).toBe(`/patients/${goesOn}`);
});

it('says on the search that nobody has the number, with the number to look for', async () => {
  const { to, token } = await launched(withNumber('nobody 7/8'));
  expect(to).toBe('/patients?q=nobody+7%2F8&launched=unknown');
  const html = await htmlAt(to!, token);
  expect(html).toContain('whose record number nobody has here');
  expect(html).toContain('value="nobody 7/8"');
});

it('shows neither of two people whose numbers the EHR has as one', async () => {
  await registered(app.neurologist, { mrn: 'L-3001' });
  await registered(app.neurologist, { mrn: 'L-3002' });
  expect((await launched(withNumber('L-3001', 'L-3002'))).to).toBe('/patients?q=L-3001&launched=unknown');
});

it.each`
  resource                                           | why
  ${undefined}                                       | ${'no patient is open there'}
  ${{ resourceType: 'Patient' }}                     | ${'it has no number'}
  ${{ resourceType: 'OperationOutcome', issue: [] }} | ${'it tells something else'}
`('says on the search that the EHR tells no number: $why', async ({ resource }: { resource?: object }) => {
  const { to, token } = await launched(resource);
  expect(to).toBe('/patients?launched=unnamed');
  expect(await htmlAt(to!, token)).toContain('did not tell the record number');
});

it('signs in whoever came although the EHR keeps its patient to itself', async () => {
  const launch = randomUUID();
  ehr.launches.set(launch, 'gone');
  const name = somebody();
  const browser = new WalkingBrowser();
  await browser.walk(launchOf(launch));
  const form = { prompt: 'login', login: name, password: 'any' };
  const response = await browser.walk(browser.trail.at(-1)!, form);
  expect(response.headers.get('refresh')).toBe('0;url=/patients?launched=unnamed');
});

it('a word on the search that is none of these says nothing', async () => {
  for (const word of ['toString', '__proto__', 'x'])
    expect(await htmlAt(`/patients?launched=${word}`, app.neurologist.token)).not.toContain('Your EHR');
});

it('asks for the launch, the person and the patient’s numbers, with PKCE, of that EHR', async () => {
  const response = await new WalkingBrowser().step(launchOf('launch-1', `${ehr.fhir}/`));
  expect(response.status).toBe(303);
  const { searchParams, origin } = new URL(response.headers.get('location')!);
  expect(origin).toBe(ehr.issuer);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    client_id: CLIENT.id,
    redirect_uri: `${app.url}/launch/callback`,
    scope: 'launch openid fhirUser patient/Patient.r profile roles',
    launch: 'launch-1',
    aud: `${ehr.fhir}/`,
    code_challenge_method: 'S256',
    nonce: expect.any(String),
    state: expect.any(String),
  });
});

it('keeps nothing of the EHR’s tokens', async () => {
  await launched(withNumber('L-4001'));
  expect(ehr.accessTokens.length).toBeGreaterThan(0);
  for (const table of Object.keys(await tableCounts(db())))
    for (const token of ehr.accessTokens)
      expect({
        table,
        rows: await db().query(`select 1 from "${table}" t where strpos(t::text, $1) > 0`, [token]),
      }).toEqual({ table, rows: [] });
});

it.each`
  query                                 | status | why
  ${''}                                 | ${400} | ${'nothing is said'}
  ${'iss=x'}                            | ${400} | ${'no launch'}
  ${'launch=x'}                         | ${400} | ${'no EHR'}
  ${'iss=&launch='}                     | ${400} | ${'empty ones'}
  ${'iss=a&iss=b&launch=x'}             | ${400} | ${'two EHRs'}
  ${`iss=${'x'.repeat(2001)}&launch=x`} | ${400} | ${'too long to be one'}
`('/launch is answered $status where $why', async ({ query, status }: { query: string; status: number }) => {
  const response = await new WalkingBrowser().step(`${app.url}/launch?${query}`);
  expect(response.status).toBe(status);
  expect(await response.text()).toContain('An EHR starts this service, with iss and launch');
});

it('an EHR that is not in the settings starts nothing, and the trail says that somebody came from one', async () => {
  const browser = new WalkingBrowser();
  const response = await browser.step(launchOf('x', `${ehr.issuer}/other`));
  expect({ status: response.status, to: response.headers.get('location') }).toEqual({
    status: 403,
    to: null,
  });
  expect(await response.text()).toContain('an EHR that it does not know');
  expect((await refusals()).at(-1)!.detail).toEqual({ address: '127.0.0.1', reason: 'unknown-ehr' });
});

it('an EHR that is not there is said to be so', async () => {
  const response = await new WalkingBrowser().step(launchOf('x', gone.fhir));
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('cannot be reached');
});

it('whoever has no role here opens nothing, and the trail says which EHR sent them', async () => {
  await registered(app.neurologist, { mrn: 'L-5001' });
  const name = somebody('gardener');
  expect(await launched(withNumber('L-5001'), { name })).toMatchObject({
    status: 403,
    to: undefined,
    token: undefined,
  });
  expect((await refusals()).at(-1)!.detail).toEqual({
    address: '127.0.0.1',
    launchedBy: ehr.fhir,
    reason: 'no-role',
    subject: name,
  });
});

it('a forged token opens nothing', async () => {
  ehr.forge = (token) => ({ ...token, by: 'another' });
  expect(await launched(withNumber('L-1001'))).toMatchObject({ status: 403, token: undefined });
  expect((await refusals()).at(-1)!.detail).toMatchObject({ reason: 'token', launchedBy: ehr.fhir });
});

it.each`
  change                                                                                      | why
  ${(back: URL) => back.searchParams.set('state', 'made up')}                                 | ${'a wrong state'}
  ${(_: URL, browser: WalkingBrowser) => browser.forget('clinic_launch')}                     | ${'begun in another browser'}
  ${(_: URL, browser: WalkingBrowser) => browser.keep('clinic_launch', otherServer(browser))} | ${'of an EHR that is not in the settings'}
`('a way back that was changed opens nothing: $why', async ({ change }: Changed) => {
  const { browser } = await launched(withNumber('L-1001'), { stopAt: '/launch/callback' });
  const back = new URL(browser.trail.at(-1)!);
  change(back, browser);
  const response = await browser.step(back.href);
  expect({ status: response.status, token: browser.cookie('clinic_session') }).toEqual({
    status: 400,
    token: undefined,
  });
});

interface Changed {
  readonly change: (back: URL, browser: WalkingBrowser) => void;
}

function otherServer(browser: WalkingBrowser): string {
  const kept = JSON.parse(Buffer.from(browser.cookie('clinic_launch')!, 'base64url').toString()) as object;
  return Buffer.from(JSON.stringify({ ...kept, server: 'https://evil.example' })).toString('base64url');
}

it('what began as a launch does not end as signing in by a provider', async () => {
  const { browser } = await launched(withNumber('L-1001'), { stopAt: '/launch/callback' });
  const back = browser.trail.at(-1)!.replace('/launch/callback', '/auth/oidc/callback');
  expect((await browser.step(back)).status).toBe(404);
});

it('an EHR that cannot say who somebody is, or is not set up, starts nothing', async () => {
  const other = await startProvider();
  const clinic = await startApp({
    env: { SMART_ISS: other.fhir, SMART_CLIENT_ID: 'x', OIDC_ROLES: 'a=scheduler' },
  });
  const start = () =>
    fetch(`${clinic.url}/launch?${new URLSearchParams({ iss: other.fhir, launch: 'x' }).toString()}`, {
      redirect: 'manual',
    });
  try {
    expect((await start()).status).toBe(503);
    await other.trust(clinic.url);
    other.smart = { issuer: undefined };
    const response = await start();
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('does not say who you are');
    other.smart = {};
    expect((await start()).headers.get('location')).toContain(`${other.issuer}/auth?`);
  } finally {
    await clinic.close();
    await other.close();
  }
});

it('without an EHR in the settings there is no such address', async () => {
  const clinic = await startApp();
  try {
    for (const path of [
      `/launch?${new URLSearchParams({ iss: ehr.fhir, launch: 'x' }).toString()}`,
      '/launch/callback',
    ])
      expect((await fetch(`${clinic.url}${path}`)).status).toBe(404);
  } finally {
    await clinic.close();
  }
});
