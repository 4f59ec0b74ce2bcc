import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import openapi from '../../openapi.json';
import { startApp, type TestApp } from '../support/app';
import { oneOfEach, type ExistingThings } from '../support/patients/existing';

const RUNS = Number(process.env.RANDOM_RUNS ?? 15);
const SEED = Number(process.env.RANDOM_SEED ?? 20_261_123);

let service: TestApp;
let made: ExistingThings;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  made = await oneOfEach(service);
});
afterAll(() => service.close());

interface Described {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
}

const READS = Object.entries(openapi.paths as Record<string, { get?: Described }>)
  .filter(([path, { get }]) => path.startsWith('/api/v1/') && get)
  .map(([path, { get }]): [string, string[]] => [
    path.replace('/api/v1', ''),
    (get!.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name),
  ]);

const VALUES = [
  '',
  ' ',
  '0',
  '-1',
  '1',
  '500',
  '1e3',
  '0x10',
  'true',
  'null',
  'due',
  'due,overdue',
  ',',
  '*',
  '%',
  '_',
  "'",
  '"',
  '\\',
  ';--',
  '2026-02-30',
  '2026-11-23',
  '1900-01-01',
  '2199-12-31',
  '9999-12-31',
  '2026-11-23T10:00:00Z',
  '2199-12-31T23:59:59.999999999+14:00',
  '1900-01-01T00:00:00-14:00',
  '2026-11-23T10:00:00+23:59',
  '00000000-0000-0000-0000-000000000000',
  'tremor',
  'ona',
  'open',
  'W10',
  'WyJjb3Vyc2VzIiwiMSJd',
  'csv',
  '../..',
  '💉',
  'ß',
  '\u202e',
  'x'.repeat(300),
];

it.each(READS)(
  'GET %s: whatever is asked, it is answered or refused with a reason',
  async (path, names) => {
    const admin = /^\/(users|api-tokens|audit|imports)/.test(path);
    const { token } = admin ? service.admin : service.neurologist;
    const value = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...VALUES) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    );
    const pair = fc.tuple(fc.constantFrom('stranger', '__proto__', ...names, ...names, ...names), value);
    const property = fc.asyncProperty(fc.array(pair, { maxLength: 3 }), async (pairs) => {
      const address = made.address(path).replace('{catalog}', 'muscles').replace('{file}', 'sessions.csv');
      const query = new URLSearchParams(pairs);
      const answer = await fetch(`${service.url}/api/v1${address}?${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const text = await answer.text();
      expect(answer.status).toBeLessThan(500);
      if (answer.ok) return;
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect((JSON.parse(text) as { detail: string }).detail).toMatch(/\w+ \w+/);
    });
    await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
  },
  300_000,
);

it('an id of nobody is not found, whatever it is asked about', async () => {
  for (const [path] of READS.filter(([one]) => one.includes('{id}'))) {
    const { token } = /^\/(users|api-tokens|smart-clients|imports|hl7-messages)/.test(path)
      ? service.admin
      : service.neurologist;
    const answer = await fetch(`${service.url}/api/v1${path.replace('{id}', randomUUID())}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect({ path, status: answer.status }).toEqual({ path, status: 404 });
  }
});
