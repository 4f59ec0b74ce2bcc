import { connect } from 'node:net';
import type { TestApp } from '../app';

export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Sends bytes as they are, which no HTTP library would let through, and reads the first answer. */
export function rawRequest(
  url: string,
  lines: readonly string[],
  body: string | Buffer = '',
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const bytes = Buffer.from(body as string);
  const length = bytes.length > 0 ? [`Content-Length: ${bytes.length}`] : [];
  const head = [...lines, 'Host: clinic', 'Connection: close', ...length].join('\r\n');
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const received: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    socket.once('error', reject);
    socket.once('close', () => {
      const text = Buffer.concat(received).toString('utf8');
      const [headers = '', ...rest] = text.split('\r\n\r\n');
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(headers)?.[1]),
        type: /content-type: ([^;\r]+)/i.exec(headers)?.[1] ?? '',
        text: rest.join('\r\n\r\n'),
      });
    });
    socket.write(`${head}\r\n\r\n`, 'latin1');
    socket.write(bytes);
  });
}

/** Sends exactly these bytes and then nothing: answers what came back until the service ended its side of the line. */
export function rawLine(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const received: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    socket.once('error', reject);
    socket.once('close', () => resolve(Buffer.concat(received).toString('utf8')));
    socket.write(bytes, 'latin1');
  });
}

/** Sends what no library would send, as a neurologist does; `{course}` and `{session}` in its line are ids. */
export function askerOf(
  { url, neurologist }: Pick<TestApp, 'url' | 'neurologist'>,
  { courseId, sessionId }: { readonly courseId: string; readonly sessionId: string },
) {
  return (line: string, body?: string | Buffer, ...headers: string[]): Promise<RawAnswer> =>
    rawRequest(
      url,
      [
        `${line.replace('{course}', courseId).replace('{session}', sessionId)} HTTP/1.1`,
        `Authorization: Bearer ${neurologist.token}`,
        ...(body === undefined ? [] : ['Content-Type: application/json']),
        ...headers,
      ],
      body,
    );
}

/** Refused with a problem that says what to do. */
export function expectProblem({ status, type, text }: RawAnswer, expected: number): void {
  expect({ status, type, text }).toMatchObject({ status: expected, type: 'application/problem+json' });
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({
    status: expected,
    title: expect.any(String),
    detail: expect.stringMatching(/\w+ \w+/),
  });
}
