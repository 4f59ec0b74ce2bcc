import type { TestResult } from './resistance-tests';
import { readTest, RESISTANCE_TEST_FACTS, RESISTANCE_TESTS, resultsOf } from './resistance-tests';

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

it.each`
  test           | result         | source         | says                                                          | notSays
  ${'frontalis'} | ${'paralysis'} | ${'V:BNN-SA'}  | ${'Frontalis test, one side: '}                               | ${'equivocal'}
  ${'scm'}       | ${'partial'}   | ${'V:BNN-SA'}  | ${'compare the photographs'}                                  | ${'resistance is not the cause'}
  ${'frontalis'} | ${'none'}      | ${'V:BNN-SA'}  | ${'no paralysis in the test muscle'}                          | ${'ambiguous'}
  ${'edb'}       | ${'none'}      | ${'V:EDB'}     | ${'have a neurophysiologist confirm'}                         | ${'not the cause'}
  ${'f_tat'}     | ${'none'}      | ${'M'}         | ${'Frontalis type A test (F-TAT): '}                          | ${'ambiguous'}
  ${'elisa'}     | ${'positive'}  | ${'V:HEF18'}   | ${'ELISA: binding antibodies found; screening only'}          | ${'look at a test muscle'}
  ${'mhda'}      | ${'positive'}  | ${'V:NAB-NAU'} | ${'Mouse hemidiaphragm assay: neutralising antibodies found'} | ${'screening'}
  ${'mpa'}       | ${'positive'}  | ${'V:NAB-NAU'} | ${'Mouse protection assay: neutralising antibodies found'}    | ${'screening'}
  ${'elisa'}     | ${'negative'}  | ${'V:FAB'}     | ${'ELISA: no antibodies found'}                               | ${'neutralising'}
`('$test $result reads “$says”, by $source', ({ test, result, source, says, notSays }) => {
  const read = readTest({ test, result });
  expect(read.source).toBe(source);
  expect(read.text).toContain(says);
  expect(read.text).not.toContain(notSays);
});

it.each`
  test           | kind            | source
  ${'frontalis'} | ${'clinical'}   | ${'V:BNN-SA'}
  ${'edb'}       | ${'clinical'}   | ${'V:EDB'}
  ${'ubi'}       | ${'clinical'}   | ${'V:MS-RES'}
  ${'f_tat'}     | ${'clinical'}   | ${'M'}
  ${'scm'}       | ${'clinical'}   | ${'V:SCM'}
  ${'mhda'}      | ${'functional'} | ${'V:DRE03,DRE05'}
  ${'mpa'}       | ${'functional'} | ${'V:SCM'}
  ${'elisa'}     | ${'screening'}  | ${'V:HEF18'}
`(
  '$test is a $kind test, by $source',
  ({ test, kind, source }: TestResult & { kind: string; source: string }) => {
    expect(RESISTANCE_TEST_FACTS[test]).toMatchObject({ kind, source });
  },
);
