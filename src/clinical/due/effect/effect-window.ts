import { normalHazard } from '../../numbers';
import { weeksText } from '../due-text';
import type { EffectLength } from './effect-length';
import type { RuleValues } from '../../rules';

/** How long an injection usually helps this patient. All days count from the injection. */
export interface EffectWindow {
  /** When symptoms return, as a rule: the median. */
  readonly wearOffDays: number;
  /** Most wear-offs lie between these two: with the default of `effect-window.range`, four of five. */
  readonly earlyWearOffDays: number;
  readonly lateWearOffDays: number;
  /** When to treat again, before any minimum interval is looked at. */
  readonly dueDays: number;
  readonly usableLengths: number;
  /** Are there enough usable lengths for the window to decide the due day? */
  readonly known: boolean;
  /** `effect has lasted 14 to 16 weeks over 5 sessions` */
  readonly text: string;
}

/**
 * When does the effect wear off in this patient, and when should the next session be?
 *
 * A weighted mean of the logarithms of the latest usable lengths, the newest weighing most, that starts at the norm of
 * the indication. One odd length moves it little; when the two latest are both shorter than usual, the usual itself has
 * shortened and the window follows at once. "Still effective" counts as what it would have come to on average.
 *
 * @param lengths oldest first, of one epoch (`epochStart`); unusable ones are passed over.
 * @param normDays the usual length of the indication and product.
 */
export function personalWindow(
  lengths: readonly EffectLength[],
  normDays: number,
  rules: RuleValues,
): EffectWindow {
  const usable = lengths.filter((length) => length.usable);
  const latest = usable.slice(-rules['effect-window.lengths-read']).toReversed();
  const { mean, weight } = usualLogDays(latest, Math.log(normDays), rules);
  const median = mean + shorteningOf(latest, mean, rules);
  const sd = rules['effect-window.length-sd'] * Math.sqrt(1 + 1 / weight);
  return {
    wearOffDays: Math.round(Math.exp(median)),
    earlyWearOffDays: Math.round(Math.exp(median - rules['effect-window.range'] * sd)),
    lateWearOffDays: Math.round(Math.exp(median + rules['effect-window.range'] * sd)),
    dueDays: Math.round(Math.exp(median - rules['effect-window.due'] * sd)),
    usableLengths: usable.length,
    known: usable.length >= rules['effect-window.usable-from'],
    text: historyText(usable),
  };
}

/**
 * Does the effect usually end well before the earliest day that an injection may be given? Then no interval helps, and
 * the patient should be named: `wears off about week 9, earliest week 12`.
 */
export function wearsOffEarly(
  window: EffectWindow,
  minimumDays: number,
  rules: RuleValues,
): string | undefined {
  if (!window.known || minimumDays - window.wearOffDays <= rules['effect-window.early']) return undefined;
  return `wears off about week ${Math.round(window.wearOffDays / 7)}, earliest week ${Math.round(minimumDays / 7)}`;
}

const ROUNDS = 3;

function usualLogDays(latest: readonly EffectLength[], logNorm: number, rules: RuleValues) {
  let mean = logNorm;
  let weight = rules['effect-window.norm-weight'];
  for (let round = 0; round < ROUNDS; round += 1) {
    let sum = rules['effect-window.norm-weight'] * logNorm;
    let weightOfOne = 1;
    weight = rules['effect-window.norm-weight'];
    for (const length of latest) {
      sum += weightOfOne * (mean + distanceFrom(mean, length, rules));
      weight += weightOfOne;
      weightOfOne *= rules['effect-window.older-weight'];
    }
    mean = sum / weight;
  }
  return { mean, weight };
}

/** How far a length lies from the usual (log), an outlier cut short, "still effective" at its expected excess. */
function distanceFrom(mean: number, length: EffectLength, rules: RuleValues): number {
  const lengthSd = rules['effect-window.length-sd'];
  const outlier = rules['effect-window.outlier'] * lengthSd;
  const distance = logDays(length) - mean;
  if (length.kind === 'at-least')
    return lengthSd * Math.min(rules['effect-window.still-effective'], normalHazard(distance / lengthSd));
  return Math.max(-outlier, Math.min(outlier, distance));
}

/** How much shorter (log, at most 0) the usual has become when the two latest lengths agree on it. */
function shorteningOf([last, previous]: readonly EffectLength[], mean: number, rules: RuleValues): number {
  if (!last || !previous) return 0;
  const [one, other] = [last, previous].map((length) =>
    length.kind === 'at-least' ? Math.max(0, logDays(length) - mean) : logDays(length) - mean,
  ) as [number, number];
  return (
    rules['effect-window.shortening-share'] *
    Math.min(0, Math.max(one, other) + rules['effect-window.shortening-slack'])
  );
}

/** A length below a week is read as a week: it says "hardly any effect", not how small. */
function logDays({ days }: EffectLength): number {
  return Math.log(Math.max(7, days));
}

function historyText(usable: readonly EffectLength[]): string {
  if (usable.length === 0) return 'how long the effect lasts is not yet known';
  const days = usable.map((length) => length.days);
  const sessions = usable.length === 1 ? '1 session' : `${usable.length} sessions`;
  return `effect has lasted ${weeksText(Math.min(...days), Math.max(...days))} over ${sessions}`;
}
