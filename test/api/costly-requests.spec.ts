import { startApp, type Client, type TestApp } from '../support/app';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({
    today: '2026-11-23',
    env: { REQUEST_LIMITS: 'preview=3, check=3, export=3, search=3' },
  });
});
afterAll(() => service.close());

const HISTORY = { indication: 'cervical_dystonia', sessions: [], asOf: '2026-11-23' };

it.each`
  what         | path                                       | body
  ${'preview'} | ${'/assessments/preview'}                  | ${HISTORY}
  ${'check'}   | ${'/sessions/check'}                       | ${{ nonsense: true }}
  ${'export'}  | ${'/reports/sessions.csv?from=2026-11-01'} | ${undefined}
  ${'search'}  | ${'/patients?q=li'}                        | ${undefined}
  ${'search'}  | ${'/due-list?q=li'}                        | ${undefined}
`(
  'the fourth $what within a minute ($path) is told to wait, of this user alone, and that is in the trail',
  async ({ what, path, body }: { what: string; path: string; body?: object }) => {
    const [asking, other] = [await service.signIn('neurologist'), await service.signIn('neurologist')];
    const ask = (client: Client) => (body ? client.post(path, body) : client.get(path));
    for (let i = 0; i < 3; i += 1) expect((await ask(asking)).status).not.toBe(429);
    const { status, headers, body: problem } = await ask(asking);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(problem.detail).toMatch(
      new RegExp(`^More than 3 of these requests \\(${what}\\) .* Go on in \\d+ s, more slowly\\.$`),
    );
    expect((await ask(other)).status).not.toBe(429);
    expect(await asking.get('/me')).toMatchObject({ status: 200 });
    const recorded = await service.work.db.query<{ detail: { status: number } }[]>(
      `select detail from audit_entry where action = 'refused' and actor_id = $1`,
      [asking.userId],
    );
    expect(recorded).toEqual([{ detail: expect.objectContaining({ status: 429 }) }]);
  },
);

it('counts what is asked for on a screen with what is asked for at the API', async () => {
  const { token } = await service.signIn('scheduler');
  const ask = (path: string) =>
    fetch(`${service.url}${path}`, { headers: { cookie: `clinic_session=${token}` } });
  expect((await ask('/patients?q=li')).status).toBe(200);
  expect((await ask('/due')).status).toBe(200);
  expect((await ask('/api/v1/patients?q=lin')).status).toBe(200);
  const refused = await ask('/patients?q=lind');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
});
