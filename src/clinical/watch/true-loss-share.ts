import type { IndicationSlug } from '../catalogue/indications';
import { ruleRow, type RuleValues } from '../rules';
import type { ClinicNoise } from './clinic-noise';
import { LOSS_BY_INDICATION } from './indication-loss';
import type { LearnedShare } from './learning/learned-clinic';
import { learnedShareAt } from './learning/learned-clinic';

/** A share that is told, and the least weight from which it is. */
type Told = readonly (readonly [number, number])[];

/*
 * Of simulated courses with a weight, the share with a lasting loss: counts of the simulation (P), not settable, session 4
 * on, about one loss in 100 patient-years. Of several simulated clinics the lowest is told, so that no clinic is told more
 * than came true in it; the bench counts them again.
 */
const LEARNED: Told = [
  [0.9, 0.83],
  [0.75, 0.67],
  [0.5, 0.5],
  [0.3, 0.4],
  [0.15, 0.25],
  [0.08, 0.17],
  [0.05, 0.1],
  [0, 0.05],
];
/** Where it is not known how much readings scatter at the clinic: never above half. */
const NOT_LEARNED: Told = [
  [0.75, 0.5],
  [0.3, 0.33],
  [0.2, 0.25],
  [0.1, 0.17],
  [0.05, 0.1],
  [0, 0.05],
];
/** Where a scale is all that is recorded: never above 1 in 6. */
const SCALE_ONLY: Told = [
  [0.15, 0.17],
  [0.05, 0.1],
  [0, 0.05],
];

/** Where another share begins to be told of a response that was rated, from the greatest weight down. */
export const TOLD_FROM: readonly number[] = [...new Set([...LEARNED, ...NOT_LEARNED].map(([from]) => from))]
  .filter((from) => from > 0)
  .toSorted((a, b) => b - a);

/** What a share is told of. */
export interface TellingOf {
  readonly p: number;
  readonly indication: IndicationSlug;
  /** A scale is all that the last sessions rest on. */
  readonly scaleOnly: boolean;
  readonly noise: Pick<ClinicNoise, 'differences' | 'sizeSd' | 'lengthSd'>;
  /** What the clinic’s own reviews say; it only lowers what is told. */
  readonly calibration?: readonly LearnedShare[];
  readonly rules: RuleValues;
}

/** Rarer than 1 in 20 is told as "fewer than 1 in 20". */
const RARE = 0.02;

/**
 * Of simulated courses with this pattern, the share with a lasting loss. The weight is a trigger with one prior for all;
 * the sentence takes the indication's own, so that a pattern in migraine is not told as one in dystonia.
 */
export function trueLossShare({
  p,
  indication,
  scaleOnly,
  noise,
  calibration = [],
  rules,
}: TellingOf): number {
  const known = noise.differences >= rules['R.noise.differences'] && !beyondSimulated(noise);
  const table = scaleOnly ? SCALE_ONLY : known ? LEARNED : NOT_LEARNED;
  const { asOften, toldAtMost } = LOSS_BY_INDICATION[indication];
  const odds = (p / Math.max(1 - p, 1e-9)) * asOften;
  const weighed = odds / (1 + odds);
  if (weighed < LEAST_TOLD) return RARE;
  const told = table.find(([from]) => weighed >= from)![1];
  return Math.min(told, toldAtMost, learnedShareAt(calibration, p));
}

/** The noisiest simulated clinic had 14 and 0.21: of one that scatters clearly more nothing was counted. */
const SIMULATED_UP_TO = { sizeSd: 15, lengthSd: 0.25 };

function beyondSimulated({ sizeSd, lengthSd }: TellingOf['noise']): boolean {
  return sizeSd > SIMULATED_UP_TO.sizeSd || lengthSd > SIMULATED_UP_TO.lengthSd;
}

/** Where the lowest cell of the tables begins. */
const LEAST_TOLD = 0.025;

/** What the weight itself is made with. */
const WEIGHED_WITH = [
  'R.prior.loss',
  'R.type-b.prior.loss',
  'R.prior.one-off',
  'R.prior.mild-dip',
  'R.prior.progression',
  'effect-window.length-sd',
] as const;

/**
 * Does a weight mean what was counted? Only where it was made as there: a clinic that sets a prior, or how much lengths
 * scatter, gives every weight another meaning, and no share is told until it has been counted anew.
 */
export function isCalibrated(rules: RuleValues): boolean {
  return WEIGHED_WITH.every((id) => rules[id] === ruleRow(id).value);
}

/** How often such a pattern was a lasting loss, in words. */
export function shareText(share: number): string {
  if (share < 0.05) return 'fewer than 1 in 20';
  if (share < 0.1) return 'about 1 in 20';
  if (share < 0.17) return 'about 1 in 10';
  if (share < 0.25) return 'about 1 in 6';
  if (share < 0.33) return 'about 1 in 4';
  if (share < 0.4) return 'about 1 in 3';
  if (share < 0.5) return 'about 4 in 10';
  if (share < 0.67) return 'about half';
  return share < 0.83 ? 'about 2 in 3' : 'more than 8 in 10';
}
