import type { TestApp } from '../app';
import { rawRequest, type RawAnswer } from './raw-request';

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
