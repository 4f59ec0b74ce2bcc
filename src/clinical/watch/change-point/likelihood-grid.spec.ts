import type { ResponseEvidence } from '../evidence/response-evidence';
import { GRID_LENGTHS, GRID_SIZES, gridPrior, likelihoodReader } from './likelihood-grid';

const PRIOR = { meanSizePct: 60, sizeSdPct: 17, medianDays: 95, normDays: 95 };
const LEVELS = [
  { size: 1, length: 1 },
  { size: 0.5, length: 0.675 },
  { size: 0.1, length: 0.1 },
];
/** Usual sizes go from 15 % in steps of 7, usual lengths from 2.25 SD below the median in steps of 0.75 SD. */
const [PCT_15, PCT_57, PCT_64, PCT_99] = [0, 6, 7, 12];
const [SHORTEST, SHORTER, MEDIAN, LONGER, LONGEST] = [0, 2, 3, 4, 6];

function readerOf() {
  return likelihoodReader(LEVELS, PRIOR, { sizeSd: 11, lengthSd: 0.17 });
}

/** Computed apart from this code: nine tenths of a normal density, one tenth with two and a half times its SD. */
it.each`
  pct   | usual     | level | ratio   | variance | more     | reading     | likely    | why
  ${64} | ${PCT_64} | ${0}  | ${1}    | ${0}     | ${false} | ${'rating'} | ${0.94}   | ${'as usual'}
  ${64} | ${PCT_57} | ${0}  | ${1}    | ${0}     | ${false} | ${'rating'} | ${0.7738} | ${'7 % more than usual'}
  ${64} | ${PCT_15} | ${0}  | ${1}    | ${0}     | ${false} | ${'rating'} | ${0.0082} | ${'far more'}
  ${64} | ${PCT_99} | ${0}  | ${1}    | ${0}     | ${false} | ${'rating'} | ${0.0235} | ${'far less'}
  ${64} | ${PCT_64} | ${1}  | ${1}    | ${0}     | ${false} | ${'rating'} | ${0.0807} | ${'the usual, where half is expected'}
  ${38} | ${PCT_64} | ${1}  | ${1}    | ${0}     | ${false} | ${'rating'} | ${0.94}   | ${'half of what is above expectation alone'}
  ${20} | ${PCT_64} | ${1}  | ${1}    | ${0}     | ${false} | ${'rating'} | ${0.2682} | ${'less than half'}
  ${50} | ${PCT_64} | ${0}  | ${0.64} | ${0}     | ${false} | ${'rating'} | ${0.8927} | ${'two thirds of the dose: less is expected'}
  ${50} | ${PCT_64} | ${0}  | ${0.25} | ${0}     | ${false} | ${'rating'} | ${0.7823} | ${'never less than six tenths of it'}
  ${50} | ${PCT_64} | ${0}  | ${2}    | ${0}     | ${false} | ${'rating'} | ${0.069}  | ${'never more than five quarters'}
  ${50} | ${PCT_64} | ${0}  | ${1}    | ${60}    | ${false} | ${'rating'} | ${0.5604} | ${'an uncertain reading'}
  ${50} | ${PCT_64} | ${0}  | ${1}    | ${0}     | ${true}  | ${'rating'} | ${0.5259} | ${'product, injector or muscles changed'}
  ${50} | ${PCT_64} | ${0}  | ${1}    | ${0}     | ${false} | ${'scale'}  | ${0.0879} | ${'a scale alone: its error stands in its own variance'}
`('an improvement of $pct %: $likely, $why', (given) => {
  const { pct, usual, level, ratio, variance, more, reading, likely } = given;
  const size = {
    improvementPct: pct,
    variance,
    readings: [reading],
    entered: [],
  } as ResponseEvidence['size'];
  const { sizes, lengths } = readerOf()({ size }, ratio as number, more as boolean);
  expect(sizes[level * GRID_SIZES + usual]).toBeCloseTo(likely as number, 4);
  expect(new Set(lengths)).toEqual(new Set([1]));
});

it('a reading by another measure than those before it scatters by some 15 more', () => {
  const size = { improvementPct: 50, variance: 0, readings: ['rating'], entered: [] } as const;
  const likely = (more: object, variance = 0) =>
    readerOf()({ size: { ...size, variance, ...more } }, 1, false).sizes[PCT_64]!;
  expect(likely({ byOtherMeasure: true })).toBeCloseTo(likely({}, 225), 12);
  expect(likely({ byOtherMeasure: true })).toBeGreaterThan(likely({}));
});

it.each`
  days   | kind          | usual       | level | ratio   | likely     | why
  ${95}  | ${'wore-off'} | ${MEDIAN}   | ${0}  | ${1}    | ${0.94}    | ${'as usual'}
  ${95}  | ${'wore-off'} | ${SHORTEST} | ${0}  | ${1}    | ${0.09828} | ${'in somebody in whom it lasts shortest'}
  ${95}  | ${'wore-off'} | ${LONGEST}  | ${0}  | ${1}    | ${0.09828} | ${'in somebody in whom it lasts longest'}
  ${95}  | ${'wore-off'} | ${MEDIAN}   | ${1}  | ${1}    | ${0.08824} | ${'where two thirds are expected'}
  ${64}  | ${'wore-off'} | ${MEDIAN}   | ${1}  | ${1}    | ${0.93994} | ${'two thirds'}
  ${64}  | ${'wore-off'} | ${LONGER}   | ${1}  | ${1}    | ${0.71168} | ${'two thirds, a little longer expected'}
  ${64}  | ${'wore-off'} | ${SHORTER}  | ${1}  | ${1}    | ${0.72348} | ${'two thirds, a little less expected'}
  ${85}  | ${'wore-off'} | ${MEDIAN}   | ${0}  | ${0.64} | ${0.94}    | ${'two thirds of the dose: a shorter effect'}
  ${85}  | ${'wore-off'} | ${MEDIAN}   | ${0}  | ${2}    | ${0.41617} | ${'twice the dose: a longer one'}
  ${3}   | ${'wore-off'} | ${MEDIAN}   | ${2}  | ${1}    | ${0.21018} | ${'days are read as a week at least'}
  ${95}  | ${'at-least'} | ${MEDIAN}   | ${0}  | ${1}    | ${0.5}     | ${'still effective at the median'}
  ${120} | ${'at-least'} | ${MEDIAN}   | ${0}  | ${1}    | ${0.08469} | ${'still effective long after it'}
  ${70}  | ${'at-least'} | ${MEDIAN}   | ${0}  | ${1}    | ${0.96378} | ${'still effective before it says little'}
  ${300} | ${'at-least'} | ${MEDIAN}   | ${0}  | ${1}    | ${0.0001}  | ${'never quite impossible'}
`('$days days, $kind: $likely, $why', ({ days, kind, usual, level, ratio, likely }) => {
  const length = { kind, days, usable: true } as ResponseEvidence['length'];
  const { sizes, lengths } = readerOf()({ length }, ratio as number, false);
  expect(lengths[level * GRID_LENGTHS + usual]).toBeCloseTo(likely as number, 5);
  expect(new Set(sizes)).toEqual(new Set([1]));
});

it('a session of which nothing is known is as likely at every level, whatever was read before it', () => {
  const read = readerOf();
  read({ size: { improvementPct: 10, variance: 20, readings: ['rating'], entered: [] } }, 1, false);
  read({ length: { kind: 'wore-off', days: 40, usable: true } }, 1, false);
  const { sizes, lengths } = read({}, 1, false);
  expect([new Set(sizes), new Set(lengths)]).toEqual([new Set([1]), new Set([1])]);
});

it.each`
  usual     | length     | weight    | why
  ${PCT_57} | ${MEDIAN}  | ${0.9845} | ${'nearly the mean of the indication, its median'}
  ${PCT_57} | ${LONGEST} | ${0.0783} | ${'much longer'}
  ${PCT_15} | ${MEDIAN}  | ${0.0301} | ${'much less'}
  ${PCT_99} | ${SHORTER} | ${0.0543} | ${'much more, a little shorter'}
`('before anything is known: $weight, $why', ({ usual, length, weight }) => {
  expect(gridPrior(PRIOR)[usual * GRID_LENGTHS + length]).toBeCloseTo(weight as number, 4);
});
