import fc from 'fast-check';
import openapi from '../../openapi.json';
import { startApp, type TestApp } from '../support/app';
import { oneOfEach, type ExistingThings } from '../support/patients/existing';
import { hostileBody } from '../support/walks/hostile-body';
import { RIGHT } from '../support/right-bodies';

/** Of each operation; more of them and other ones with RANDOM_RUNS and RANDOM_SEED. */
const RUNS = Number(process.env.RANDOM_RUNS ?? 30);
const SEED = Number(process.env.RANDOM_SEED ?? 20_261_123);

let service: TestApp;
let made: ExistingThings;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  made = await oneOfEach(service);
});
afterAll(() => service.close());

/** Signing in and out, and what asks for the password again: a wrong one is in the trail. */
const BESIDE = [
  'POST /auth/login',
  'POST /auth/logout',
  'POST /me/password',
  'POST /me/second-factor',
  'POST /me/second-factor/recovery-codes',
  'POST /me/second-factor/remove',
];

it('there is a right body for every operation that takes one', () => {
  const operations = Object.entries(openapi.paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => ['post', 'put', 'patch'].includes(method))
      .map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  );
  expect(Object.keys(RIGHT).toSorted()).toEqual(
    operations.filter((operation) => !BESIDE.includes(operation)).toSorted(),
  );
});

/** What was read or refused is in the trail as well; here it is about what was written. */
const WRITTEN = `select count(*) from audit_entry where action not in ('read', 'refused')`;

const fieldsOf = (right: object): string[] => [
  'id',
  'note',
  'version',
  '__proto__',
  'constructor',
  ...Object.keys(right),
];

it.each(Object.keys(RIGHT))(
  '%s: whatever is sent, it is taken or refused with a reason, and what is refused writes nothing',
  async (operation) => {
    const [method, path] = operation.split(' ') as ['POST' | 'PUT' | 'PATCH', string];
    const admin = /^\/(users|api-tokens|imports|clinic-settings|sign-in-settings|clinic-learning)/.test(path);
    const { token } = admin ? service.admin : service.neurologist;
    const written = async () => (await service.work.db.query(WRITTEN))[0].count as number;
    let version = 1;
    const property = fc.asyncProperty(
      hostileBody(RIGHT[operation]!(made), fieldsOf(RIGHT[operation]!(made))),
      async (body) => {
        const before = await written();
        const answer = await fetch(`${service.url}/api/v1${made.address(path)}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'if-match': `"${version}"`,
          },
          body: JSON.stringify(body),
        });
        const text = await answer.text();
        if (answer.ok) {
          const changed = text === '' ? {} : (JSON.parse(text) as { version?: number });
          version = changed.version ?? version;
          return;
        }
        expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
        expect(answer.status).toBeLessThan(500);
        expect(JSON.parse(text).detail).toMatch(/\w+ \w+/);
        expect(await written()).toBe(before);
      },
    );
    await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
  },
  600_000,
);
