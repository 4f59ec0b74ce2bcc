import { startChangePoint } from './change-point';
import { likelihoodReader } from './likelihood-grid';
import { readAlone } from '../../../../test/support/walks/read-alone';
import { usualNoise } from '../clinic-noise';
import { responsePrior } from './response-priors';
import { ruleValues } from '../../rules';

const RULES = ruleValues();
const prior = responsePrior('cervical_dystonia', 'ona');

interface Reading {
  size?: number;
  days?: number;
  stillEffective?: boolean;
}

function evidenceOf({ size, days, stillEffective }: Reading) {
  const length = { kind: stillEffective ? 'at-least' : 'wore-off', days: days ?? 0, usable: true } as const;
  return readAlone({ improvementPct: size }, days === undefined ? { ...length, kind: 'unknown' } : length);
}

function weightOf(readings: readonly Reading[], scattersMore = false) {
  const changePoint = startChangePoint({
    prior,
    noise: usualNoise(RULES),
    rules: RULES,
    begins: (session) => (session < 2 ? 0 : RULES['R.prior.loss']),
  });
  let weight = { p: 0, since: -1 };
  for (const reading of readings) {
    const { p, since } = changePoint.add(evidenceOf(reading), 1, scattersMore);
    weight = { p, since: since() };
  }
  return weight;
}

const sizes = (...all: number[]) => all.map((size) => ({ size }));

/** The same course of thought as a table: a state, its effect, and where it goes with what chance. */
function plainWeight(readings: readonly Reading[]): number {
  const { 'R.prior.loss': h, 'R.prior.one-off': oneOff } = RULES;
  const { 'R.prior.mild-dip': mildDip, 'R.prior.progression': progression } = RULES;
  const level = (size: number) => ({ size, length: 0.35 + 0.65 * size });
  const levels = [1, 0.8, 0.6, 0.35, 0.1].map(level);
  for (let step = 1; step <= 8; step++) levels.push({ size: 1 - 0.045 * step, length: 1 - 0.012 * step });
  const states = [
    { name: 'usual', level: 0, to: { mild: mildDip, p0: progression } },
    { name: 'mild', level: 1, to: {} },
    { name: 'stepOne', level: 1, to: { stepTwo: 1 } },
    { name: 'stepTwo', level: 2, to: { at35: 0.5, stepThree: 0.5 } },
    { name: 'stepThree', level: 3, to: { at10: 1 } },
    { name: 'at60', level: 2, to: {} },
    { name: 'at35', level: 3, to: {} },
    { name: 'at10', level: 4, to: {} },
    ...Array.from({ length: 8 }, (_, i) => ({
      name: `p${i}`,
      level: 5 + i,
      to: i < 7 ? { [`p${i + 1}`]: 1 } : {},
    })),
  ] as { name: string; level: number; to: Record<string, number> }[];
  const lost = ['stepOne', 'stepTwo', 'stepThree', 'at60', 'at35', 'at10'];
  const begins: Record<string, number> = { at60: 0.1 * h, at35: 0.1 * h, at10: 0.2 * h, stepOne: 0.6 * h };

  const reads = readings.map((reading) =>
    likelihoodReader(levels, prior, usualNoise(RULES))(evidenceOf(reading), 1, false),
  );

  let [loss, all] = [0, 0];
  for (let i = 0; i < 13; i++) {
    for (let j = 0; j < 7; j++) {
      const before = Math.exp(
        -0.5 * (((15 + 7 * i - prior.meanSizePct) / prior.sizeSdPct) ** 2 + (0.75 * (j - 3)) ** 2),
      );
      let weights = new Map(states.map(({ name }) => [name, name === 'usual' ? before : 0]));
      reads.forEach((read, t) => {
        const chance = (at: number) => read.sizes[at * 13 + i]! * read.lengths[at * 7 + j]!;
        const bad = 0.4 * chance(2) + 0.39 * chance(3) + 0.21 * chance(4);
        const next = new Map(states.map(({ name }) => [name, 0]));
        for (const { name, to } of states) {
          const goes = name === 'usual' && t >= 2 ? { ...to, ...begins } : to;
          const stays = 1 - Object.values(goes).reduce((sum, share) => sum + share, 0);
          for (const [target, share] of [...Object.entries(goes), [name, stays] as const])
            next.set(target, next.get(target)! + weights.get(name)! * share);
        }
        for (const { name, level: at } of states) {
          const seen = lost.includes(name) ? chance(at) : (1 - oneOff) * chance(at) + oneOff * bad;
          next.set(name, next.get(name)! * seen);
        }
        weights = next;
      });
      for (const [name, weight] of weights) {
        all += weight;
        if (lost.includes(name)) loss += weight;
      }
    }
  }
  return loss / all;
}

it.each`
  readings                                                                | why
  ${sizes(60, 60)}                                                        | ${'too early for a loss'}
  ${sizes(60, 70, 20)}                                                    | ${'one bad session'}
  ${sizes(60, 50, 60, 30, 20)}                                            | ${'a loss'}
  ${sizes(60, 50, 60, 30, 20, 60)}                                        | ${'it came back'}
  ${sizes(90, 80, 70, 60, 50, 40, 30, 20)}                                | ${'a slow way down'}
  ${sizes(90, 85, 80, 77, 74, 71, 68, 65, 62, 59, 58, 57, 58)}            | ${'slow progression to where it stays'}
  ${[{ days: 84 }, { days: 90 }, {}, { days: 40 }]}                       | ${'lengths alone, one unknown'}
  ${[{ size: 60, days: 84, stillEffective: true }, ...sizes(60, 60, 10)]} | ${'still effective at first'}
`('$readings weigh as in the table of states: $why', ({ readings }: { readings: Reading[] }) => {
  expect(weightOf(readings).p).toBeCloseTo(plainWeight(readings), 10);
});

it.each`
  course                              | since | why
  ${[60, 60, 60, 60, 10, 10]}         | ${4}  | ${'where the fall is'}
  ${[60, 60, 10, 10, 10]}             | ${2}  | ${'two sessions must come before'}
  ${[60, 10, 10, 10]}                 | ${2}  | ${'after one session it cannot be told earlier'}
  ${[60, 60, 60, 60, 48, 36, 20, 10]} | ${4}  | ${'a way down begins with its first step'}
  ${[60, 60]}                         | ${-1} | ${'before the third session nothing can be told'}
`(
  '$course → the loss begins at index $since: $why',
  ({ course, since }: { course: number[]; since: number }) => {
    expect(weightOf(sizes(...course)).since).toBe(since);
  },
);

it('a changed product, injector or muscles lets a fall weigh less', () => {
  const fall = sizes(60, 60, 60, 35, 30);
  expect(weightOf(fall, true).p).toBeLessThan(weightOf(fall).p);
});

it('one bad session weighs little again once the next went well', () => {
  expect(weightOf(sizes(60, 60, 60, 60, 10, 60)).p).toBeLessThan(0.01);
});

it('a session of which nothing is known hardly changes the weight', () => {
  const known = weightOf(sizes(60, 60, 60, 30, 30)).p;
  expect(weightOf([...sizes(60, 60, 60, 30, 30), {}]).p).toBeCloseTo(known, 1);
});

it('stays a number over a hundred sessions without any effect', () => {
  const { p } = weightOf(Array.from({ length: 100 }, () => ({ size: -100, days: 0 })));
  expect(p).toBeGreaterThanOrEqual(0);
  expect(p).toBeLessThanOrEqual(1);
});
