import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Problem } from '../problem';

/** What every answer carries that no handler gives: nothing in it is to be shown, framed or kept. */
export const BARE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** So long an answered line stays open for what is still on its way; closed at once, the client would lose the answer. */
const LINGER_MS = 2000;

const UNREADABLE = new Problem('malformed', 'This is not a readable HTTP request.');
const BROKEN: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: new Problem(
    'headers-too-large',
    'The headers are too large: send fewer or shorter ones.',
  ),
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(
    'too-slow',
    'The request did not arrive in time and was given up. Nothing was written: send it again.',
  ),
};

const answered = new WeakSet<Duplex>();

/** For what is no request, or did not become one in time: an answer, and the line is freed whatever the client does. */
export function answerBrokenRequest({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
  if (answered.has(socket)) return;
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  answerLine(socket, BROKEN[code] ?? UNREADABLE);
}

/** What Node would answer by itself, and not as a problem. */
export function answerOddRequests(server: Server): void {
  server.on('connect', (_: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    answerLine(socket, new Problem('method-not-allowed', 'CONNECT is for proxies, and this is none.'));
  });
  server.on('checkExpectation', (_: IncomingMessage, response: ServerResponse) => {
    const problem = new Problem(
      'not-expected',
      'The header Expect names what this service does not do: leave it out.',
    );
    const body = bodyOf(problem);
    response.writeHead(problem.status, headersFor(body)).end(body);
  });
}

function answerLine(socket: Duplex, problem: Problem): void {
  answered.add(socket);
  const body = bodyOf(problem);
  const lines = Object.entries(headersFor(body)).map(([name, value]) => `${name}: ${value}`);
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`,
  );
  socket.resume();
  const cut = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(cut));
}

function headersFor(body: string): Record<string, string | number> {
  return { ...BARE_HEADERS, 'content-length': Buffer.byteLength(body), connection: 'close' };
}

function bodyOf(problem: Problem): string {
  return JSON.stringify(problem.toBody('/'));
}
