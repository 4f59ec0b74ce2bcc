import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { closeInTime } from '../../src/platform/http/door/close-in-time';
import { startApp, type TestApp } from '../support/app';
import { aSession, started } from '../support/builders';
import { rawLine } from '../support/clients/raw-request';
import { until } from '../support/until';

let service: TestApp;
let courseId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  courseId = await started(service.neurologist);
});
afterAll(() => service.close());

const times = <T>(count: number, value: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => value(i));
const strangers = (count: number): object => Object.fromEntries(times(count, (i) => [`k${i}`, 0]));

describe('a body that is not read further', () => {
  it('signing in with 24,000 strange fields: 413 in few words', async () => {
    const answer = await service.neurologist.post('/auth/login', {
      username: 'x',
      password: 'y',
      ...strangers(24_000),
    });
    expect(answer).toMatchObject({
      status: 413,
      body: { detail: 'The body is larger than 4 KiB: send less at once.' },
    });
    expect(answer.body.errors).toBeUndefined();
  });

  it.each`
    body                                                | status | detail
    ${strangers(24_000)}                                | ${400} | ${/^An object of the body has 2400\d fields, none of ours more than 200/}
    ${{ injections: times(100, () => strangers(100)) }} | ${413} | ${/^The body holds more than 3000 values/}
    ${{ injections: times(3001, () => 0) }}             | ${413} | ${/^The body holds more than 3000 values/}
    ${{ note: 'x'.repeat(300_000) }}                    | ${413} | ${/^The body is larger than 256 KiB/}
  `('$status $detail', async ({ body, status, detail }: { body: object; status: number; detail: RegExp }) => {
    const answer = await service.neurologist.post('/sessions/check', { ...aSession(courseId), ...body });
    expect(answer).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
  });

  it('a history has room for a life', async () => {
    const sessions = times(201, () => ({ performedOn: '2026-01-05', product: 'ona', totalUnits: 100 }));
    const preview = (count: number) =>
      service.neurologist.post('/assessments/preview', {
        indication: 'cervical_dystonia',
        sessions: sessions.slice(0, count).map((session, i) => ({
          ...session,
          injections: times(10, () => ({ muscle: 'trapezius', side: 'left', units: 10 + (i % 2) })),
        })),
      });
    expect(await preview(200)).toMatchObject({ status: 200 });
    expect(await preview(201)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/sessions' }] } });
  });

  it('lists fifty errors and says how many there are', async () => {
    const { status, body } = await service.neurologist.post('/sessions/check', {
      ...aSession(courseId),
      ...strangers(150),
    });
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(50);
    expect(body.detail).toBe('150 fields are wrong: see errors, the first 50 of them.');
  });

  it.each(['gzip', 'br', 'deflate', 'zstd', 'x'])('in %s is not unpacked: 415', async (encoding) => {
    const answer = await fetch(`${service.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': encoding },
      body: new Uint8Array(gzipSync(JSON.stringify({ username: 'x', password: 'y' }))),
    });
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('content-encoding') });
  });
});

describe('what Node would answer by itself is a problem as any other', () => {
  it.each`
    lines                                                             | status | why
    ${['GET / HTTP/1.1', 'Host: clinic', 'Expect: a-wonder']}         | ${417} | ${'an expectation'}
    ${['GET /api/v1/me HTTP/1.1']}                                    | ${400} | ${'no host'}
    ${['GET /api/v1/me HTTP/1.1', 'Host: a', 'Host: b']}              | ${400} | ${'two hosts'}
    ${['CONNECT clinic:443 HTTP/1.1', 'Host: clinic:443']}            | ${405} | ${'a proxy’s work'}
    ${['complete nonsense']}                                          | ${400} | ${'no request'}
    ${['GET /api/v1/%ff HTTP/1.1', 'Host: clinic']}                   | ${400} | ${'an address in no writing'}
    ${['GET / HTTP/1.1', 'Host: clinic', `X: ${'x'.repeat(50_000)}`]} | ${431} | ${'headers of 50 kB'}
  `('$status for $why', async ({ lines, status }: { lines: string[]; status: number }) => {
    const answer = await rawLine(service.url, [...lines, 'Connection: close', '', ''].join('\r\n'));
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head).toMatch(/^content-type: application\/problem\+json/im);
    expect(head).toMatch(/^x-frame-options: DENY\r?$/im);
    expect(head).toMatch(/^content-security-policy: .*frame-ancestors 'none'/im);
    expect(head).toMatch(/^x-content-type-options: nosniff\r?$/im);
    expect(JSON.parse(body)).toMatchObject({ status, detail: expect.stringMatching(/\w+ \w+/) });
  });

  it.each(['/', '/login', '/api/docs', '/api/v1/me', '/nowhere'])('%s is shown in no frame', async (path) => {
    const { headers } = await fetch(service.url + path, { redirect: 'manual' });
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});

describe('whether it is ready', () => {
  it('is answered while every connection is taken, however many ask', async () => {
    const source = service.app.get(DataSource);
    const taken: QueryRunner[] = times(10, () => source.createQueryRunner());
    try {
      await Promise.all(taken.map((runner) => runner.connect()));
      const answers = await Promise.all(times(200, () => fetch(`${service.url}/health/ready`)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    } finally {
      await Promise.all(taken.map((runner) => runner.release()));
    }
  });

  it('is not the case while a migration is missing', async () => {
    const [last] = await service.asOwner<{ id: number; name: string; timestamp: number }>(
      'delete from migrations where id = (select max(id) from migrations) returning *',
    );
    const status = async () => (await fetch(`${service.url}/health/ready`)).status;
    try {
      await until(async () => (await status()) === 503);
      expect(await status()).toBe(503);
    } finally {
      await service.asOwner('insert into migrations (id, name, timestamp) values ($1, $2, $3)', [
        last!.id,
        last!.name,
        last!.timestamp,
      ]);
    }
    await until(async () => (await status()) === 200);
  });
});

describe('a client that goes away or waits', () => {
  const HALF_A_HEADER = 'GET /api/v1/me HTTP/1.1\r\nHost: clinic\r\nX-';
  const HALF_A_BODY =
    'POST /api/v1/auth/login HTTP/1.1\r\nHost: clinic\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"user';

  it('in the middle of a body is no error of ours', async () => {
    const own = await startApp();
    const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    try {
      const server = own.app.getHttpServer();
      const line = connect(Number(new URL(own.url).port), '127.0.0.1');
      const taken = new Promise((resolve) => server.once('request', resolve));
      line.write(HALF_A_BODY);
      await taken;
      line.destroy();
      await closeInTime(own.app);
      expect(errors.mock.calls).toEqual([]);
    } finally {
      errors.mockRestore();
      await own.close();
    }
  });

  describe.each`
    bytes            | why
    ${''}            | ${'nothing'}
    ${HALF_A_HEADER} | ${'half a header'}
    ${HALF_A_BODY}   | ${'half a body'}
  `('with $why', ({ bytes }: { bytes: string }) => {
    it('is answered 408 and freed, though it never closes', async () => {
      const own = await startApp();
      const server = own.app.getHttpServer();
      expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 30_000]);
      Object.assign(server, { headersTimeout: 100, requestTimeout: 100 });
      const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
      const line = connect({ port: Number(new URL(own.url).port), host: '127.0.0.1', allowHalfOpen: true });
      const held = await accepted;
      const received: Buffer[] = [];
      line.on('data', (chunk: Buffer) => received.push(chunk)).on('error', () => undefined);
      if (bytes) line.write(bytes);
      await new Promise((resolve) => line.once('end', resolve));
      expect(Buffer.concat(received).toString()).toMatch(/^HTTP\/1\.1 408 /);
      await until(async () => held.destroyed);
      line.destroy();
      await own.close();
    });

    it('does not keep the service from stopping', async () => {
      const own = await startApp();
      const line = connect(Number(new URL(own.url).port), '127.0.0.1');
      line.on('error', () => undefined).resume();
      const closed = new Promise((resolve) => line.once('close', resolve));
      await new Promise((resolve) => line.once('connect', resolve));
      if (bytes) await new Promise((resolve) => line.write(bytes, resolve));
      await closeInTime(own.app, 200);
      await closed;
      expect(own.app.getHttpServer().listening).toBe(false);
      await own.close();
    });
  });
});
