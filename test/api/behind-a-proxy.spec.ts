import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountsOf } from '../support/accounts';
import { PASSWORD, startApp, type TestApp } from '../support/app';

let app: TestApp;
let proxy: Server;
let proxyUrl: string;
const { aUser, db } = accountsOf(() => app);

beforeAll(async () => {
  app = await startApp({ env: { TRUSTED_PROXY: '127.0.0.1', ALLOWED_HOSTS: 'clinic.example' } });
  proxy = aProxyWithTls(app.url);
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await app.close();
});

/** What nginx and Caddy of docs/deployment.md do for a client at 192.0.2.7; TLS itself is left to them. */
function aProxyWithTls(target: string): Server {
  return createServer((incoming, outgoing) => {
    const forwarded = [incoming.headers['x-forwarded-for'], '192.0.2.7'].filter(Boolean).join(', ');
    const headers = {
      ...incoming.headers,
      host: String(incoming.headers['x-asked-for'] ?? 'clinic.example'),
      'x-forwarded-for': forwarded,
      'x-forwarded-proto': 'https',
    };
    const { method, url } = incoming;
    const onward = request(target + url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
}

const signIn = (url: string, username: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ username, password: PASSWORD }),
  });

const cookieOf = ({ headers }: Response): string => headers.getSetCookie()[0]!.split(';', 1)[0]!;
const me = (headers: Record<string, string>, url = proxyUrl): Promise<Response> =>
  fetch(`${url}/api/v1/me`, { headers });

it('the cookie is one that only this host sets and only TLS carries', async () => {
  const answer = await signIn(proxyUrl, await aUser());
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^__Host-clinic_session=bts_[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; Secure; SameSite=Strict$/,
    ),
  ]);
  const cookie = cookieOf(answer);
  expect((await me({ cookie })).status).toBe(200);
  expect((await me({ cookie: cookie.replace('__Host-', '') })).status).toBe(401);
});

it('signing out takes that cookie back', async () => {
  const cookie = cookieOf(await signIn(proxyUrl, await aUser()));
  const answer = await fetch(`${proxyUrl}/api/v1/auth/logout`, { method: 'POST', headers: { cookie } });
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-clinic_session=; Path=\/; Max-Age=0; /);
  expect((await me({ cookie })).status).toBe(401);
});

it('browsers are told to come back over TLS only', async () => {
  const { headers } = await fetch(`${proxyUrl}/health/live`);
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
});

it.each`
  sent                                       | address        | why
  ${{}}                                      | ${'192.0.2.7'} | ${'the client’s'}
  ${{ 'x-forwarded-for': '203.0.113.9' }}    | ${'192.0.2.7'} | ${'the client’s, whatever it claims'}
  ${{ 'x-forwarded-for': '127.0.0.1, ::1' }} | ${'192.0.2.7'} | ${'also when it claims to be the proxy'}
`(
  'the address in the trail is $why',
  async ({ sent, address }: { sent: Record<string, string>; address: string }) => {
    const username = await aUser();
    await signIn(proxyUrl, username, sent);
    const [entry] = await db().query<{ detail: { address?: string } }[]>(
      `select detail from audit_entry where action = 'sign-in' and actor_name = 'The scheduler' order by id desc limit 1`,
    );
    expect(entry?.detail.address).toBe(address);
  },
);

it.each`
  host                | status | why
  ${'clinic.example'} | ${200} | ${'the name of the clinic'}
  ${'localhost:3000'} | ${200} | ${'the machine itself, for probes'}
  ${'evil.example'}   | ${421} | ${'a name that points here by itself'}
`('$host: $status, $why', async ({ host, status }: { host: string; status: number }) => {
  const answer = await fetch(`${proxyUrl}/health/live`, { headers: { 'x-asked-for': host } });
  expect(answer.status).toBe(status);
});

it('nobody is believed where no proxy is trusted', async () => {
  const plain = await startApp();
  try {
    const { username } = (await plain.scheduler.get('/me')).body as { username: string };
    const spoofed = {
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'evil.example',
    };
    const answer = await signIn(plain.url, username, spoofed);
    expect(cookieOf(answer)).toMatch(/^clinic_session=/);
    expect(answer.headers.get('strict-transport-security')).toBeNull();
  } finally {
    await plain.close();
  }
});
