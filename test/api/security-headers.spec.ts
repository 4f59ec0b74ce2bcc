import { startApp, type TestApp } from '../support/app';
import { registered } from '../support/builders';
import { rawRequest } from '../support/clients/raw-request';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const ask = (path: string): Promise<Response> =>
  fetch(`${service.url}${path}`, {
    headers: { authorization: `Bearer ${service.neurologist.token}` },
    redirect: 'manual',
  });

it.each`
  path                  | type
  ${'/login'}           | ${'text/html; charset=utf-8'}
  ${'/patients'}        | ${'text/html; charset=utf-8'}
  ${'/api/v1/patients'} | ${'application/json; charset=utf-8'}
  ${'/api/v1/nowhere'}  | ${'application/problem+json; charset=utf-8'}
  ${'/health/live'}     | ${'application/json; charset=utf-8'}
`(
  '$path says what it is, is kept by nobody, told to nobody and shown in no frame',
  async ({ path, type }) => {
    const { headers } = await ask(path as string);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('access-control-allow-origin')).toBeNull();
  },
);

it.each(['/assets/', '/assets', '/.git/config', '/package.json', '/assets/../package.json'])(
  'there is no listing and nothing beside the built files: %s',
  async (path) => {
    expect((await ask(path)).status).toBe(404);
  },
);

it('TRACE is none of its methods', async () => {
  const { status, text } = await rawRequest(service.url, ['TRACE / HTTP/1.1', 'X-Secret: told']);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).not.toContain('told');
});

it('what somebody typed is text on a screen, whatever it looks like', async () => {
  const name = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
  const id = await registered(service.neurologist, { familyName: name, mrn: '<b>1</b>' });
  const search = `/patients?q=${encodeURIComponent('<script>')}`;
  for (const path of ['/patients', search, `/patients/${id}`]) {
    const html = await (await ask(path)).text();
    expect(html).toContain('&lt;script');
    for (const markup of ['<script>alert', '<img src=x', '<b>1</b>', `"'>`])
      expect(html).not.toContain(markup);
  }
});
