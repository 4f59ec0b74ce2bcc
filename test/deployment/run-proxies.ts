import { once } from 'node:events';
import { request as plainly } from 'node:http';
import { request as overTls, type RequestOptions } from 'node:https';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Client } from 'pg';
import { findFreePort } from '../../src/embedded-postgres/free-port';
import { runningDatabase } from '../../src/embedded-postgres/running-database';
import { comesBack, PASSWORD, signIn } from '../faults/kill-cycles';
import { superviseService } from '../faults/supervised-service';
import { startCaddy, startNginx, type Proxy } from './proxies';

/** Where the client is, as the service is to know it. */
const CLIENT = '127.0.0.2';
const NAME = 'clinic.example';

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** `npm run test:proxy`: the two proxies of `docs/deployment.md` before the service, over TLS; ends with 1 when one falls short. */
async function main(): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'clinic-proxy-'));
  chmodSync(parent, 0o755);
  const dataDir = join(parent, 'data');
  const port = await findFreePort();
  const env = { PORT: String(port), DEMO_PASSWORD: PASSWORD, NIGHTLY: 'false' };
  const service = superviseService(dataDir, { ...env, TRUSTED_PROXY: '127.0.0.1', ALLOWED_HOSTS: NAME });
  try {
    await signIn(service);
    for (const start of [startNginx, startCaddy]) {
      const ports = { https: await findFreePort(), http: await findFreePort(), service: port };
      const proxy = await start(mkdtempSync(join(parent, 'proxy-')), ports);
      try {
        for (const [what, holds] of Object.entries(await findings(proxy, dataDir))) {
          console.log(`${holds ? 'ok    ' : 'FAILED'} ${proxy.name}: ${what}`);
          if (!holds) process.exitCode = 1;
        }
      } finally {
        const ended = once(proxy.process, 'exit');
        proxy.process.kill('SIGTERM');
        await ended;
      }
    }
  } finally {
    await service.stop();
    rmSync(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

async function findings(proxy: Proxy, dataDir: string): Promise<Record<string, boolean>> {
  const body = JSON.stringify({ username: 'neurologist', password: PASSWORD });
  const login = (headers: Record<string, string>): Promise<Reply> =>
    ask(
      proxy,
      {
        method: 'POST',
        path: '/api/v1/auth/login',
        headers: { 'content-type': 'application/json', ...headers },
      },
      body,
    );
  const spoofed = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'http',
    'x-forwarded-host': 'evil.example',
  };
  await comesBack(() => ask(proxy, { path: '/health/live' }).then(({ status }) => status === 200, notYet));
  const signedIn = await login({ origin: `https://${NAME}`, ...spoofed });
  const cookie = signedIn.headers['set-cookie']?.[0] ?? '';
  const address = await lastAddressIn(dataDir);
  const me = await ask(proxy, { path: '/api/v1/me', headers: { cookie: cookie.split(';', 1)[0]! } });
  const other = await ask(proxy, { headers: { host: 'evil.example' } });
  return {
    'signs in from its own page': signedIn.status === 200,
    'the cookie is __Host- and Secure': /^__Host-clinic_session=.*; Secure/.test(cookie),
    'the cookie opens what it should': me.status === 200,
    'browsers are told to come back over TLS':
      signedIn.headers['strict-transport-security'] === 'max-age=31536000',
    [`the trail has the client's address, whatever it claims (${address})`]: address === CLIENT,
    [`another name does not reach the record (${other.status})`]:
      other.status === 421 || other.headers['content-security-policy'] === undefined,
    'another page may not write': (await login({ origin: 'https://evil.example' })).status === 403,
    'plain HTTP is sent to TLS': [301, 308].includes((await redirected(proxy)).status),
  };
}

/** Its port is open before its certificate is made. */
const notYet = (): boolean => false;

function ask(proxy: Proxy, options: RequestOptions, body?: string): Promise<Reply> {
  const headers = { host: NAME, ...(options.headers as Record<string, string>) };
  return replyOf(
    overTls({
      ...options,
      headers,
      host: '127.0.0.1',
      port: proxy.https,
      localAddress: CLIENT,
      servername: NAME,
      rejectUnauthorized: false,
    }),
    body,
  );
}

function redirected(proxy: Proxy): Promise<Reply> {
  return replyOf(plainly({ host: '127.0.0.1', port: proxy.http, headers: { host: NAME } }));
}

async function replyOf(sent: ReturnType<typeof plainly>, body?: string): Promise<Reply> {
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  return { status: answer.statusCode!, headers: answer.headers };
}

async function lastAddressIn(dataDir: string): Promise<string | undefined> {
  const client = new Client({ connectionString: runningDatabase(dataDir)!.url });
  await client.connect();
  const { rows } = await client.query<{ address: string }>(
    `select detail ->> 'address' as address from audit_entry where action = 'sign-in' order by id desc limit 1`,
  );
  await client.end();
  return rows[0]?.address;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
