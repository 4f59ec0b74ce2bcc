import { startReferenceStories } from './reference-stories';
import { readAlone } from '../../test/support/walks/read-alone';
import { ruleValues } from '../../src/clinical/rules';
import { usualNoise } from '../../src/clinical/watch/clinic-noise';
import { responsePrior } from '../../src/clinical/watch/change-point/response-priors';

const prior = responsePrior('cervical_dystonia', 'ona');

/** Sizes in percent, one a session; the last weight. */
function weightOf(sizes: readonly (number | null)[], scattersMore = false, doseRatio = 1) {
  const stories = startReferenceStories(prior, usualNoise(ruleValues()));
  let weigh = () => ({ p: 0, since: -1 });
  for (const size of sizes) {
    const response = size === null ? undefined : { improvementPct: size };
    const evidence = readAlone(response, { kind: 'unknown', days: 0, usable: false });
    weigh = stories.add(evidence, doseRatio, scattersMore);
  }
  return weigh();
}

/** The same sum written out plainly: every story over every session, size by size. */
function plainWeight(sizes: readonly number[]): number {
  const { lossPerSession: h, oneOff, mildDip } = { lossPerSession: 0.004, oneOff: 0.04, mildDip: 0.006 };
  const k = sizes.length;
  const grid = Array.from({ length: 18 }, (_, i) => 15 + 5 * i);
  const sd = Math.sqrt(usualNoise(ruleValues()).sizeSd ** 2 + 20);
  const density = (size: number, usual: number, level: number) => {
    const z = (size - 12 - (usual - 12) * level) / sd;
    return 0.95 * Math.exp((-z * z) / 2) + 0.02 * Math.exp((-z * z) / 2 / 6.25);
  };
  const story = (levels: readonly number[]) =>
    grid.reduce((sum, usual) => {
      const before = Math.exp(-0.5 * ((usual - prior.meanSizePct) / 17) ** 2);
      return sum + sizes.reduce((product, size, t) => product * density(size, usual, levels[t]!), before);
    }, 0);
  const levels = (level: (t: number) => number) => story(sizes.map((_, t) => level(t)));

  let ordinary = Math.max(0.5, 1 - h * k - oneOff - mildDip * k) * levels(() => 1);
  for (const loss of [0.6, 0.35, 0.1]) {
    ordinary += (oneOff / 3) * levels((t) => (t === k - 1 ? loss : 1));
    ordinary += (oneOff / 3) * levels((t) => (t === k - 2 ? loss : 1));
  }
  let lasting = 0;
  for (let tau = 0; tau < k; tau++) {
    ordinary += mildDip * levels((t) => (t >= tau ? 0.8 : 1));
    if (tau < 2) continue;
    for (const loss of [0.6, 0.35, 0.1]) lasting += (h / 6) * levels((t) => (t >= tau ? loss : 1));
    const ramp = (steps: readonly number[]) =>
      levels((t) => (t < tau ? 1 : steps[Math.min(t - tau, steps.length - 1)]!));
    lasting += (h / 4) * (ramp([0.8, 0.6, 0.35]) + ramp([0.8, 0.6, 0.35, 0.1]));
  }
  return lasting / (ordinary + lasting);
}

it.each`
  sizes
  ${[60, 60]}
  ${[60, 70, 20]}
  ${[60, 50, 60, 30, 20]}
  ${[60, 50, 60, 30, 20, 60]}
  ${[90, 80, 70, 60, 50, 40, 30, 20]}
  ${[10, 10, 10, 90]}
`('$sizes weigh the same as when every story is written out', ({ sizes }: { sizes: number[] }) => {
  expect(weightOf(sizes).p).toBeCloseTo(plainWeight(sizes), 10);
});

it.each`
  sizes                       | since | why
  ${[60, 60, 60, 60, 10, 10]} | ${4}  | ${'where the fall is'}
  ${[60, 60, 10, 10, 10]}     | ${2}  | ${'two sessions must come before'}
  ${[60, 10, 10, 10]}         | ${2}  | ${'after one session it cannot be told earlier'}
  ${[60, 60]}                 | ${-1} | ${'before the third session nothing can be told'}
`(
  '$sizes → the loss begins at index $since: $why',
  ({ sizes, since }: { sizes: number[]; since: number }) => {
    expect(weightOf(sizes).since).toBe(since);
  },
);

it('a changed product, injector or muscles lets a fall weigh less', () => {
  expect(weightOf([60, 60, 60, 35, 30], true).p).toBeLessThan(weightOf([60, 60, 60, 35, 30]).p);
});

it('a session without a response changes nothing but the prior of the stories', () => {
  expect(weightOf([60, 60, null]).p).toBeLessThan(0.02);
});
