import fc from 'fast-check';

type Path = readonly (string | number)[];

/** What people and programs send by mistake or on purpose. */
const HOSTILE: readonly unknown[] = [
  null,
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x'.repeat(20_001),
  '💉',
  "'; drop table patient; --",
  '%',
  '1',
  'NaN',
  'null',
  '2026-02-30',
  '2026-1-5',
  '20261122',
  '0000-00-00',
  '9999-12-31',
  '2199-12-31',
  '1900-01-01',
  '2026-11-23',
  '2026-11-23T25:00:00Z',
  '2026-11-23T10:00:00+23:59',
  '2199-12-31T23:59:59.999999999Z',
  '1900-01-01T00:00:00-14:00',
  '2026-11-23T10:00:00Z',
  'P0D',
  'P-1D',
  'P9999Y',
  'P3M-4D',
  'P3660D',
  '00000000-0000-0000-0000-000000000000',
  0,
  -0,
  -1,
  1,
  0.001,
  0.01,
  1e308,
  2 ** 53,
  -(2 ** 31) - 1,
  99999999,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  [''],
  [{}],
  ['__proto__'],
  { length: 1 },
  { toString: 1 },
];

/**
 * Bodies near a right one: some of its fields, at whatever depth, hold what they should not, are missing, or have
 * strangers beside them. Now and then it is something else altogether.
 */
export function hostileBody(right: object, fields: readonly string[]): fc.Arbitrary<unknown> {
  const paths = [...pathsOf(right), ...fields.map((field): Path => [field])];
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.double() },
  );
  const change = fc.record({ path: fc.constantFrom(...paths), value: fc.option(value, { nil: undefined }) });
  const near = fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce<unknown>((body, { path, value: put }) => withAt(body, path, put), right),
    );
  return fc.oneof({ weight: 9, arbitrary: near }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) });
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys: Path = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const below = keys.flatMap((key) => pathsOf((value as Record<string, unknown>)[key], [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

/** A copy with another value at a path; undefined leaves the field out. */
function withAt(body: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  if (typeof body !== 'object' || body === null) return body;
  const copy = (Array.isArray(body) ? [...(body as unknown[])] : { ...body }) as Record<
    string | number,
    unknown
  >;
  copy[key] = withAt(copy[key], rest, put);
  return copy;
}
