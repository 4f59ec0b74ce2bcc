import { once } from 'node:events';
import { connect } from 'node:net';
import { Readiness } from '../../src/platform/database/readiness';
import { closeInTime } from '../../src/platform/http/door/close-in-time';
import { startApp } from '../support/app';
import { until } from '../support/until';

const ask = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: clinic\r\n\r\n`;

it('a service that stops finishes what is under way, and answers what still comes with a 503 that says so', async () => {
  const own = await startApp();
  let goOn = (): void => undefined;
  const underWay = new Promise<undefined>((resolve) => (goOn = () => resolve(undefined)));
  own.app.get(Readiness).whyNot = () => underWay;
  const server = own.app.getHttpServer();
  const line = connect(Number(new URL(own.url).port), '127.0.0.1');
  const received: Buffer[] = [];
  line.on('data', (chunk: Buffer) => received.push(chunk));
  const first = once(server, 'request');
  line.write(ask('/health/ready'));
  await first;

  const stopped = closeInTime(own.app);
  await until(async () => !server.listening);
  const second = once(server, 'request');
  line.write(ask('/health/live'));
  await second;
  goOn();
  await Promise.all([once(line, 'end'), stopped]);

  const answers = Buffer.concat(received)
    .toString()
    .split(/(?=HTTP\/1\.1 \d{3})/);
  expect(answers.map((answer) => answer.slice(9, 12))).toEqual(['200', '503']);
  expect(answers[1]).toMatch(/^content-type: application\/problem\+json/im);
  expect(answers[1]).toMatch(/^retry-after: 5\r$/im);
  expect(answers[1]).toMatch(/^connection: close\r$/im);
  expect(answers[1]).toContain('The service is stopping. Nothing was written: send it again in a moment.');
  await own.close();
});
