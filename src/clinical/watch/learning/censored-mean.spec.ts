import { randomOf } from '../../../../bench/random';
import { censoredNormal, type Known } from './censored-mean';

const exact = (value: number, weight = 1): Known => ({ value, atLeast: false, weight });
const atLeast = (value: number, weight = 1): Known => ({ value, atLeast: true, weight });

it.each`
  known                                  | mean                        | sd                          | why
  ${[exact(4), exact(8)]}                | ${6}                        | ${2}                        | ${'nothing is censored: mean and SD'}
  ${[exact(4, 3), exact(8, 1)]}          | ${5}                        | ${expect.closeTo(1.732, 3)} | ${'a value counts by its weight'}
  ${[exact(4), exact(8), atLeast(-100)]} | ${expect.closeTo(6, 3)}     | ${expect.closeTo(2, 3)}     | ${'at least next to nothing says nothing'}
  ${[exact(4), exact(8), atLeast(6)]}    | ${expect.closeTo(6.613, 2)} | ${expect.closeTo(2, 2)}     | ${'at least the mean: drawn up'}
  ${[exact(5)]}                          | ${5}                        | ${0.001}                    | ${'one value'}
`('$why', ({ known, mean, sd }) => {
  expect(censoredNormal(known as Known[])).toEqual({ mean, sd });
});

it.each([[[]], [[atLeast(5), atLeast(7)]]])('says nothing where no value is known exactly: %j', (known) => {
  expect(censoredNormal(known)).toBeUndefined();
});

it.each`
  limit | why
  ${12} | ${'one value in six is cut'}
  ${10} | ${'half of the values are cut'}
  ${8}  | ${'five of six are cut'}
`('finds a mean of 10 and an SD of 2 where values are cut at $limit: $why', ({ limit }) => {
  const random = randomOf(1, limit as number);
  const known = Array.from({ length: 4000 }, () => {
    const value = random.normal(10, 2);
    return value > (limit as number) ? atLeast(limit as number) : exact(value);
  });
  const found = censoredNormal(known)!;
  expect(Math.abs(found.mean - 10)).toBeLessThan(0.25);
  expect(Math.abs(found.sd - 2)).toBeLessThan(0.2);
});
