import type { TestResult } from './resistance-tests';
import { readTest, RESISTANCE_TESTS, resultsOf } from './resistance-tests';

it.each`
  test           | result         | reading                  | says
  ${'frontalis'} | ${'paralysis'} | ${'against-resistance'}  | ${'resistance is not the cause'}
  ${'frontalis'} | ${'partial'}   | ${'against-resistance'}  | ${'some paralysis speaks against resistance'}
  ${'frontalis'} | ${'none'}      | ${'supports-resistance'} | ${'supports resistance'}
  ${'ubi'}       | ${'paralysis'} | ${'against-resistance'}  | ${'resistance is not the cause'}
  ${'f_tat'}     | ${'none'}      | ${'supports-resistance'} | ${'supports resistance'}
  ${'scm'}       | ${'none'}      | ${'supports-resistance'} | ${'supports resistance'}
  ${'edb'}       | ${'paralysis'} | ${'against-resistance'}  | ${'resistance is not the cause'}
  ${'edb'}       | ${'none'}      | ${'supports-resistance'} | ${'threshold is ambiguous'}
  ${'mhda'}      | ${'positive'}  | ${'inconclusive'}        | ${'alone does not predict failure'}
  ${'mpa'}       | ${'positive'}  | ${'inconclusive'}        | ${'alone does not predict failure'}
  ${'elisa'}     | ${'positive'}  | ${'inconclusive'}        | ${'ask for a functional test'}
  ${'mhda'}      | ${'negative'}  | ${'inconclusive'}        | ${'about half'}
`(
  '$test $result → $reading',
  ({ test, result, reading, says }: TestResult & { reading: string; says: string }) => {
    const read = readTest({ test, result });
    expect(read.reading).toBe(reading);
    expect(read.text).toContain(says);
  },
);

it('refuses a result that the test cannot have', () => {
  expect(() => readTest({ test: 'elisa', result: 'paralysis' })).toThrow(RangeError);
  expect(() => readTest({ test: 'frontalis', result: 'positive' })).toThrow(RangeError);
});

it.each(RESISTANCE_TESTS)('every result of %s is read, with its source', (test) => {
  for (const result of resultsOf(test)) expect(readTest({ test, result }).source).toMatch(/^(V:|M)/);
});
