/** Tests that ask whether toxin still paralyses this patient's muscles, then tests of blood. */
export const RESISTANCE_TESTS = ['frontalis', 'edb', 'ubi', 'f_tat', 'scm', 'mhda', 'mpa', 'elisa'] as const;
export type ResistanceTest = (typeof RESISTANCE_TESTS)[number];

export const PARALYSIS_RESULTS = ['paralysis', 'partial', 'none'] as const;
export const LABORATORY_RESULTS = ['positive', 'negative'] as const;

/** A clinical test says whether the muscle was weakened, a laboratory test whether antibodies were found. */
export interface TestResult {
  readonly test: ResistanceTest;
  readonly result: (typeof PARALYSIS_RESULTS)[number] | (typeof LABORATORY_RESULTS)[number];
}

export const TEST_READINGS = ['against-resistance', 'supports-resistance', 'inconclusive'] as const;

export interface TestReading {
  readonly reading: (typeof TEST_READINGS)[number];
  readonly text: string;
  /** A key of the clinical reference with its tag. */
  readonly source: string;
}

interface KnownTest {
  readonly name: string;
  readonly kind: 'clinical' | 'functional' | 'screening';
  /** How it is done and read, as its source tells it. */
  readonly method: string;
  readonly source: string;
}

export const RESISTANCE_TEST_FACTS: Readonly<Record<ResistanceTest, KnownTest>> = {
  frontalis: {
    name: 'Frontalis test, one side',
    kind: 'clinical',
    method: 'photograph or video before and at 2-4 weeks; an asymmetric brow means that the toxin works',
    source: 'V:BNN-SA',
  },
  edb: {
    name: 'EDB test',
    kind: 'clinical',
    method:
      'compound muscle action potential at 21-28 days against before and the other side; the threshold is worded ambiguously in the stored abstract (amplitude remaining at 65 % or more of before suggests antibodies): have a neurophysiologist confirm it',
    source: 'V:EDB',
  },
  ubi: {
    name: 'Unilateral brow injection',
    kind: 'clinical',
    method: 'examine at 2-3 weeks; an asymmetric brow means that the toxin works',
    source: 'V:MS-RES',
  },
  f_tat: {
    name: 'Frontalis type A test (F-TAT)',
    kind: 'clinical',
    method: 'an asymmetric brow means that the toxin works',
    source: 'M',
  },
  scm: {
    name: 'Sternocleidomastoid test (EMG)',
    kind: 'clinical',
    method: 'fall of the EMG amplitude against controls, abnormal beyond 2 SD',
    source: 'V:SCM',
  },
  mhda: {
    name: 'Mouse hemidiaphragm assay',
    kind: 'functional',
    method: 'functional titre, the reference assay',
    source: 'V:DRE03,DRE05',
  },
  mpa: {
    name: 'Mouse protection assay',
    kind: 'functional',
    method: 'functional, less sensitive',
    source: 'V:SCM',
  },
  elisa: {
    name: 'ELISA',
    kind: 'screening',
    method: 'binding antibodies; screening only, a positive result must go on to a functional test',
    source: 'V:HEF18',
  },
};

/**
 * What does a test say about resistance to the toxin?
 *
 * Any paralysis in the test muscle speaks against resistance as the cause. Antibodies in the blood alone do not predict
 * that the treatment fails, so a laboratory test never decides by itself.
 *
 * @throws RangeError when the result does not belong to the test: paralysis to an assay, a titre to a muscle.
 */
export function readTest({ test, result }: TestResult): TestReading {
  const { name, kind } = RESISTANCE_TEST_FACTS[test];
  if (!resultsOf(test).some((known) => known === result))
    throw new RangeError(`${name} has no result "${result}"`);
  const text = (words: string) => `${name}: ${words}`;
  switch (result) {
    case 'paralysis':
      return {
        reading: 'against-resistance',
        text: text('the test muscle was paralysed, so resistance is not the cause'),
        source: 'V:BNN-SA',
      };
    case 'partial':
      return {
        reading: 'against-resistance',
        text: text(
          'some paralysis speaks against resistance as the cause; partial results can be equivocal, compare the photographs',
        ),
        source: 'V:BNN-SA',
      };
    case 'none':
      return {
        reading: 'supports-resistance',
        text: text(noneText(test)),
        source: RESISTANCE_TEST_FACTS[test].source,
      };
    case 'positive':
      return {
        reading: 'inconclusive',
        text: text(
          kind === 'screening'
            ? 'binding antibodies found; screening only, ask for a functional test'
            : 'neutralising antibodies found; a positive laboratory result alone does not predict failure, look at a test muscle',
        ),
        source: kind === 'screening' ? 'V:HEF18' : 'V:NAB-NAU',
      };
    case 'negative':
      return {
        reading: 'inconclusive',
        text: text(
          'no antibodies found; about half of those who lose the response have none, so look for other causes',
        ),
        source: 'V:FAB',
      };
  }
}

/** The results that a test can have. */
export function resultsOf(test: ResistanceTest): readonly TestResult['result'][] {
  return RESISTANCE_TEST_FACTS[test].kind === 'clinical' ? PARALYSIS_RESULTS : LABORATORY_RESULTS;
}

function noneText(test: ResistanceTest): string {
  const words = 'no paralysis in the test muscle supports resistance';
  return test === 'edb'
    ? `${words}; the threshold is ambiguous, have a neurophysiologist confirm the reading`
    : words;
}
