import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UnsecuredJWT } from 'jose';
import { Clock } from '../../src/platform/clock';
import { startApp, type TestApp } from '../support/app';
import { exported } from '../support/fhir/bulk';
import { askFhir } from '../support/fhir/fhir';
import { aReadPatient, type ReadPatient } from '../support/walks/read-clinic';
import { aClient, aKey, askToken, assertionOf, type Claims, type SmartKey } from '../support/fhir/smart';

let service: TestApp;
let one: ReadPatient;
let key: SmartKey;
let clientId: string;

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  one = await aReadPatient(service, 'Muster');
  key = await aKey('ES384');
  clientId = await aClient(service, [key]);
}, 60_000);
afterAll(() => service.close());

const audience = () => `${service.url}/auth/smart/token`;
const now = () => service.app.get(Clock).now();

function assertion(given: Claims = {}, by = key, client = clientId): Promise<string> {
  return assertionOf(client, by, { at: now(), audience: audience(), given });
}

async function token(scope = 'system/*.rs', client = clientId, by = key): Promise<string> {
  const { status, body } = await askToken(service.url, await assertion({}, by, client), { scope });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.access_token as string;
}

it('says where tokens are, and for what', async () => {
  const { status, body } = await askFhir(service.url, undefined, '.well-known/smart-configuration');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    token_endpoint: audience(),
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
    capabilities: ['client-confidential-asymmetric', 'permission-v2'],
  });
  expect(body.scopes_supported).toEqual(expect.arrayContaining(['system/*.rs', 'system/Procedure.rs']));
  expect(body.scopes_supported).not.toContain('system/AuditEvent.rs');
});

it.each(['RS384', 'ES384'] as const)(
  'a client with a key for %s gets a token and reads, exports too',
  async (alg) => {
    const own = await aKey(alg);
    const client = await aClient(service, [await aKey(alg), own]);
    const answer = await askToken(service.url, await assertion({}, own, client));
    expect(answer).toMatchObject({
      status: 200,
      body: { token_type: 'bearer', expires_in: 300, scope: 'system/*.rs' },
    });
    const access = answer.body.access_token as string;
    expect((await askFhir(service.url, access, `Procedure/${one.sessionId}`)).status).toBe(200);
    const { resources } = await exported(service.url, access, 'Patient/$export?_type=Patient');
    expect(resources.map(({ id }) => id)).toContain(one.patientId);
  },
);

it.each`
  given                                   | why
  ${{ aud: 'https://elsewhere.example' }} | ${'meant for somebody else'}
  ${{ iss: randomUUID() }}                | ${'of a client that there is not'}
  ${{ sub: 'somebody' }}                  | ${'of one for another'}
  ${{ expires: 0 }}                       | ${'over'}
  ${{ expires: -60 }}                     | ${'long over'}
  ${{ expires: 301 }}                     | ${'too long'}
  ${{ jti: '' }}                          | ${'without an id of its own'}
  ${{ jti: 'x'.repeat(201) }}             | ${'with an id beyond measure'}
  ${{ iss: 'x' }}                         | ${'with no id of ours'}
`('an assertion that is $why is refused', async ({ given }: { given: Claims }) => {
  const { status, body } = await askToken(service.url, await assertion(given));
  expect({ status, error: body.error }).toEqual({ status: 401, error: 'invalid_client' });
  expect(body.error_description).not.toBe('');
});

it('an assertion is taken once, and up to five minutes ahead', async () => {
  const shown = await assertion({ expires: 300 });
  expect((await askToken(service.url, shown)).status).toBe(200);
  expect(await askToken(service.url, shown)).toMatchObject({
    status: 401,
    body: { error: 'invalid_client', error_description: expect.stringContaining('before') },
  });
});

it('a key that it does not have, under its name or another, and none at all', async () => {
  const stranger = await aKey('ES384');
  const weak = await aKey('RS256', key.kid);
  for (const by of [stranger, { ...stranger, kid: key.kid }, weak])
    expect(await askToken(service.url, await assertion({}, by))).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
  const unsigned = new UnsecuredJWT({ jti: randomUUID() })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience())
    .setExpirationTime(Math.floor(now().getTime() / 1000) + 60)
    .encode();
  for (const shown of [unsigned, 'x', 'a.b.c', `${await assertion()}x`])
    expect(await askToken(service.url, shown)).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
});

it.each`
  more                              | error
  ${{ grant_type: 'password' }}     | ${'unsupported_grant_type'}
  ${{ client_assertion_type: 'x' }} | ${'invalid_request'}
  ${{ scope: 'system/*.cruds' }}    | ${'invalid_scope'}
  ${{ scope: 'user/*.rs launch' }}  | ${'invalid_scope'}
  ${{ scope: '' }}                  | ${'invalid_scope'}
`('$more is $error', async ({ more, error }) => {
  expect(await askToken(service.url, await assertion(), more)).toMatchObject({
    status: 400,
    body: { error },
  });
});

it('an empty form, and one that is JSON, are refused in the same words', async () => {
  for (const init of [{}, { body: '{}', headers: { 'content-type': 'application/json' } }]) {
    const answer = await fetch(audience(), { method: 'POST', ...init });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'unsupported_grant_type' });
  }
  const form = await fetch(`${service.url}/api/v1/patients`, {
    method: 'POST',
    body: new URLSearchParams({ a: 'b' }),
  });
  expect(form.status).toBe(415);
});

it('opens the types of its scopes, for reading, and nothing outside of FHIR', async () => {
  const { url } = service;
  const client = await aClient(service, [key], ['system/Patient.rs', 'system/Procedure.rs']);
  const all = await askToken(url, await assertion({}, key, client));
  expect(all.body.scope).toBe('system/Patient.rs system/Procedure.rs');
  const patients = await token('system/Patient.rs', client);
  expect((await askFhir(url, patients, 'Patient')).status).toBe(200);
  for (const path of [
    'Procedure',
    `Procedure/${one.sessionId}`,
    `Procedure/${one.sessionId}/_history`,
    'AuditEvent',
    'Patient?_revinclude=Procedure:patient',
    '$export?_type=Procedure',
  ])
    expect(await askFhir(url, patients, path)).toMatchObject({
      status: 403,
      body: { resourceType: 'OperationOutcome', issue: [{ code: 'forbidden' }] },
    });
  const { resources } = await exported(url, patients, '$export');
  expect(new Set(resources.map(({ resourceType }) => resourceType))).toEqual(new Set(['Patient']));
  const both = await exported(url, all.body.access_token as string, '$export');
  for (const address of [both.at, ...both.manifest.output.map((file) => file.url)])
    expect((await fetch(address, { headers: { authorization: `Bearer ${patients}` } })).status).toBe(403);
  const full = await token();
  for (const path of ['/api/v1/patients', '/api/v1/me', '/api/v1/flags', '/api/v1/reports', '/my-day'])
    expect((await fetch(url + path, { headers: { authorization: `Bearer ${full}` } })).status).toBe(403);
  const signed = await fetch(`${url}/api/v1/sessions/${one.sessionId}/sign`, {
    method: 'POST',
    headers: { authorization: `Bearer ${full}`, 'if-match': '"1"' },
  });
  expect(signed.status).toBe(403);
});

it('a token is over after five minutes', async () => {
  const access = await token();
  const clock = service.app.get(Clock);
  const before = clock.now.bind(clock);
  const at = before().getTime();
  const asked = async (seconds: number) => {
    clock.now = () => new Date(at + seconds * 1000);
    return (await askFhir(service.url, access, 'Patient?_count=0')).status;
  };
  try {
    expect(await asked(299)).toBe(200);
    expect(await asked(300)).toBe(401);
  } finally {
    clock.now = before;
  }
});

it('waits for a neurologist, and ends with them and when it is deleted', async () => {
  const { url, admin, scheduler } = service;
  const { body } = await admin.post('/smart-clients', {
    name: 'new one',
    jwks: { keys: [key.publicKey] },
    scopes: ['system/*.rs'],
  });
  expect(body).toMatchObject({ awaitsApproval: true, approvedBy: null, createdBy: admin.userId });
  const refused = async () => (await askToken(url, await assertion({}, key, body.id))).status;
  expect(await refused()).toBe(401);
  expect((await scheduler.post(`/smart-clients/${body.id}/approve`)).status).toBe(403);
  expect((await admin.post(`/smart-clients/${body.id}/approve`)).status).toBe(403);
  const lender = await service.signIn('neurologist');
  expect((await lender.post(`/smart-clients/${body.id}/approve`)).status).toBe(204);
  const access = await token('system/*.rs', body.id);
  const user = await admin.get(`/users/${lender.userId}`);
  await admin.patch(`/users/${lender.userId}`, user.body.version, { disabled: true });
  expect((await askFhir(url, access, 'Patient')).status).toBe(403);
  expect(await refused()).toBe(401);

  const other = await aClient(service, [key]);
  const open = await token('system/*.rs', other);
  expect((await admin.delete(`/smart-clients/${other}`)).status).toBe(204);
  expect((await askFhir(url, open, 'Patient')).status).toBe(401);
  expect((await askToken(url, await assertion({}, key, other))).status).toBe(401);
  expect((await admin.get(`/smart-clients/${other}`)).status).toBe(404);
  expect((await admin.delete(`/smart-clients/${other}`)).status).toBe(404);
});

it('the trail names the client: that it came, that it was refused, what it read', async () => {
  const client = await aClient(service, [key]);
  const access = await token('system/Patient.rs', client);
  await askFhir(service.url, access, `Patient/${one.patientId}`);
  await askToken(service.url, await assertion({ aud: 'x' }, key, client));
  const { body } = await service.admin.get(`/audit?actorId=${client}`);
  expect(body.items).toMatchObject([
    { action: 'read', subject: 'patient', subjectId: one.patientId, actor: { name: 'warehouse' } },
    { action: 'sign-in', subject: 'smart_client', actor: { name: 'warehouse' } },
  ]);
  const failed = await service.admin.get('/audit?action=sign-in-failed&subject=smart_client');
  expect(failed.body.items[0]).toMatchObject({ subjectId: client, detail: { why: 'invalid_client' } });
});

describe('registering', () => {
  const register = (body: object) => service.admin.post('/smart-clients', body);
  const right = () => ({ name: 'one', jwks: { keys: [key.publicKey] }, scopes: ['system/*.rs'] });

  it('is 201, sent again 200, and another body under the same id is 409', async () => {
    const body = { id: randomUUID(), ...right() };
    expect(await register(body)).toMatchObject({ status: 201, body: { id: body.id, name: 'one' } });
    expect(await register(body)).toMatchObject({ status: 200, body: { id: body.id } });
    expect((await register({ ...body, name: 'two' })).status).toBe(409);
    const page = await service.admin.get('/smart-clients?limit=1');
    expect(page.body.items).toHaveLength(1);
    const next = await service.admin.get(`/smart-clients?limit=500&cursor=${page.body.nextCursor}`);
    expect(next.body.items.map(({ id }: { id: string }) => id)).not.toContain(page.body.items[0].id);
  });

  it.each`
    change                                                                         | pointer           | why
    ${{ jwks: undefined }}                                                         | ${'/jwks'}        | ${'without keys'}
    ${{ jwksUrl: 'https://a.example/jwks' }}                                       | ${'/jwks'}        | ${'with both'}
    ${{ jwks: undefined, jwksUrl: 'http://a.example/jwks' }}                       | ${'/jwksUrl'}     | ${'in clear'}
    ${{ jwks: undefined, jwksUrl: 'x' }}                                           | ${'/jwksUrl'}     | ${'no address'}
    ${{ jwks: {} }}                                                                | ${'/jwks/keys'}   | ${'no list'}
    ${{ jwks: { keys: [] } }}                                                      | ${'/jwks/keys'}   | ${'an empty one'}
    ${{ jwks: { keys: [null] } }}                                                  | ${'/jwks/keys/0'} | ${'no key'}
    ${{ jwks: { keys: [{ kty: 'RSA', n: 'AQAB', e: 'AQAB' }] } }}                  | ${'/jwks/keys/0'} | ${'without a name'}
    ${{ jwks: { keys: [{ kid: 'a', kty: 'RSA', n: 'AQAB', e: 'AQAB' }] } }}        | ${'/jwks/keys/0'} | ${'too short'}
    ${{ jwks: { keys: [{ kid: 'a', kty: 'oct', k: 'AQAB' }] } }}                   | ${'/jwks/keys/0'} | ${'a shared secret'}
    ${{ jwks: { keys: [{ kid: 'a', kty: 'EC', crv: 'P-256' }] } }}                 | ${'/jwks/keys/0'} | ${'another curve'}
    ${{ jwks: { keys: [{ kid: 'a', kty: 'EC', crv: 'P-384', x: 'a', y: 'b' }] } }} | ${'/jwks/keys/0'} | ${'no point of it'}
    ${{ scopes: ['system/*.cruds'] }}                                              | ${'/scopes'}      | ${'to write'}
    ${{ scopes: [] }}                                                              | ${'/scopes'}      | ${'for nothing'}
    ${{ name: '' }}                                                                | ${'/name'}        | ${'without a name'}
  `('$why is refused at $pointer', async ({ change, pointer }: { change: object; pointer: string }) => {
    const { status, body } = await register({ ...right(), ...change });
    expect(status).toBe(400);
    expect(body.errors[0].pointer).toBe(pointer);
  });

  it('a private key is refused, and said to be one', async () => {
    const { status, body } = await register({
      ...right(),
      jwks: { keys: [{ ...key.publicKey, d: 'secret' }] },
    });
    expect(status).toBe(400);
    expect(body.detail).toContain('private');
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});

describe('keys at an address', () => {
  let holder: Server;
  let served: object;
  beforeAll(async () => {
    holder = createServer((_, answer) => answer.end(JSON.stringify(served)));
    await new Promise<void>((ready) => holder.listen(0, '127.0.0.1', ready));
  });
  afterAll(() => new Promise((closed) => holder.close(closed)));

  it('are fetched, and a client whose keys are not there gets no token', async () => {
    served = { keys: [key.publicKey] };
    const { port } = holder.address() as AddressInfo;
    const registered = async (path: string) => {
      const { body } = await service.admin.post('/smart-clients', {
        name: 'with an address',
        jwksUrl: `http://127.0.0.1:${port}/${path}`,
        scopes: ['system/*.rs'],
      });
      await service.neurologist.post(`/smart-clients/${body.id}/approve`);
      return body.id as string;
    };
    expect(await token('system/*.rs', await registered('jwks.json'))).toMatch(/^btm_/);
    served = { keys: 'none' };
    const without = await registered('wrong.json');
    expect((await askToken(service.url, await assertion({}, key, without))).status).toBe(401);
  });
});
