import type { IndicationSlug } from '../../src/clinical/catalogue/indications';
import { effectLengths, epochStart } from '../../src/clinical/due/effect/effect-length';
import { mean } from '../../src/clinical/numbers';
import type { RuleValues } from '../../src/clinical/rules';
import type { Measurement, SessionResponse, TreatedSession } from '../../src/clinical/treated-session';
import type { ResponsePrior } from '../../src/clinical/watch/change-point/response-priors';
import { responsePrior } from '../../src/clinical/watch/change-point/response-priors';
import type { ResponseSize } from '../../src/clinical/watch/evidence/response-evidence';
import { compareSession } from '../../src/clinical/watch/evidence/session-comparability';
import type { SessionEvidence } from '../../src/clinical/watch/trend-state';
import type { YesterdayCard } from './yesterday-card';
import { startYesterdayCard } from './yesterday-card';

/** A session as the reference rule reads it, and whether "never had benefit" is shown after it. */
export interface YesterdaySession {
  readonly evidence: SessionEvidence;
  readonly startsAnew: boolean;
  readonly prior: ResponsePrior;
  readonly primary: boolean;
}

/**
 * What the reference rule and yesterday's rule make of the sessions: fixed variances whatever the clinic records, a scale
 * against the start of its own cycle, any day a peak. Frozen, so that what they are compared with does not move.
 */
export function readAsYesterday(
  sessions: readonly TreatedSession[],
  indication: IndicationSlug,
  rules: RuleValues,
): YesterdaySession[] {
  const lengths = effectLengths(sessions, undefined, rules);
  let stretch:
    { card: YesterdayCard; prior: ResponsePrior; from: number; evidence: SessionEvidence[] } | undefined;
  let primary = false;
  return sessions.map((session, index) => {
    const { product } = session.dose;
    const goesOn = stretch && epochStart(sessions.slice(index - 1, index), product) === 0;
    if (!stretch || !goesOn) {
      const prior = { ...responsePrior(indication, product), sizeSdPct: 17 };
      stretch = { card: startYesterdayCard(prior, rules), prior, from: index, evidence: [] };
      primary = false;
    }
    const { card, prior, from, evidence } = stretch;
    const { doseRatio, changes } = compareSession(session, sessions.slice(from, index), rules);
    const length = lengths[index]!;
    const size = session.response && sizeOf(session.response);
    const read = { size, length: length.kind === 'unknown' ? undefined : { ...length, kind: length.kind } };
    const share = card.add(read, doseRatio, changes.includes('dose-cut'));
    const at = { session: index + 1, performedOn: session.performedOn, ...read, doseRatio, changes, share };
    evidence.push(at);
    if (share) primary = neverHadBenefit(evidence, prior.normDays);
    return { evidence: at, startsAnew: !goesOn, prior, primary };
  });
}

function neverHadBenefit(evidence: readonly SessionEvidence[], normDays: number): boolean {
  const sizes = evidence.flatMap(({ size }) => (size ? [size.improvementPct] : []));
  if (evidence.length > 6 || sizes.length < 3) return false;
  if (mean(sizes)! > 30 || Math.max(...sizes) >= 40) return false;
  const days = evidence.flatMap(({ length }) =>
    length && (length.usable || length.days >= normDays) ? [length.days] : [],
  );
  return days.length === 0 || mean(days)! <= 0.7 * normDays;
}

const RATING_VARIANCE = 20;
const PGIC = [
  [86, 90],
  [60, 80],
  [35, 80],
  [12, 80],
  [-4, 60],
  [-10, 60],
  [-10, 60],
] as const;
/** The share that a full improvement takes away, and the variance of what is read. */
const SCALES: Readonly<Record<string, readonly [number, number]>> = {
  twstrs_total: [0.75, 370],
  midas: [0.9, 800],
  mas: [0.7, 540],
  jrs: [0.8, 490],
  hfs7: [0.8, 740],
  mhd: [0.9, 800],
};

function sizeOf(response: SessionResponse): ResponseSize | undefined {
  const readings: ResponseSize['readings'][number][] = [];
  let [weight, sum] = [0, 0];
  const add = (reading: (typeof readings)[number], value: number, variance: number) => {
    readings.push(reading);
    weight += 1 / variance;
    sum += value / variance;
  };
  if (response.improvementPct !== undefined) add('rating', response.improvementPct, RATING_VARIANCE);
  const pgic = PGIC[Math.round(response.pgic ?? 0) - 1];
  if (pgic) add('pgic', pgic[0], pgic[1]);
  const scale = improvementInCycle(response.measurements ?? []);
  if (scale) add('scale', scale[0], scale[1]);
  return readings.length
    ? { improvementPct: sum / weight, variance: 1 / weight, readings, entered: [] }
    : undefined;
}

function improvementInCycle(measurements: readonly Measurement[]): [number, number] | undefined {
  const at = (phase: Measurement['phase']) => measurements.find((measured) => measured.phase === phase);
  const [start, peak] = [at('cycle-start'), at('peak')];
  const reading = start && SCALES[start.scale];
  if (!reading || !peak || numberOf(start.value) <= 0) return undefined;
  const [fullDrop, variance] = reading;
  const from = numberOf(start.value);
  const pct = (100 * (from - numberOf(peak.value))) / from / fullDrop;
  return [Math.min(110, Math.max(-20, pct)), variance];
}

const numberOf = (value: number | string) => (value === '1+' ? 1.5 : Number(value));
