import type { ScaleSlug } from '../catalogue/scales';
import { SCALE_SLUGS } from '../catalogue/scales';
import type { RuleValues } from '../rules';
import type { ResponseNoise } from './change-point/response-priors';
import { isScaleOnly, type ResponseSize } from './evidence/response-evidence';
import type { SessionEvidence } from './trend-state';

/** How much readings scatter at one clinic, and what that was learned from. */
export interface ClinicNoise extends ResponseNoise {
  /** By scale: how many times as much its readings vary as the measurement error says; absent is 1. */
  readonly scaleRatio: Readonly<Partial<Record<ScaleSlug, number>>>;
  /** Consecutive differences of size that it was learned from; 0 where nothing was learned. */
  readonly differences: number;
  /** Names what was learned, so that whatever was judged with it can be told apart; `default` where nothing was. */
  readonly version: string;
}

/** What readings scatter by where the clinic has not enough of its own; the SD of a size is a proposal (P), not settable. */
export function usualNoise(rules: RuleValues): ClinicNoise {
  return {
    sizeSd: SIZE.usual,
    lengthSd: rules['effect-window.length-sd'],
    scaleRatio: {},
    differences: 0,
    version: 'default',
  };
}

/*
 * The estimators of decline-rules 8 and 9.4, fitted on simulated clinics (P). Never below the usual: a clinic whose
 * sizes or lengths scatter less gains nothing from it, and a lucky year would make it cry wolf.
 */
const SIZE = { usual: 11, most: 20, share: 0.82 } as const;
const LENGTH = { most: 0.35, share: 0.84 } as const;
const WORTH = 200;
const SCALE_ONLY_SD = 6;
const SCALE = { least: 0.6, most: 3, outlier: 9 } as const;

/**
 * How much do readings scatter at this clinic?
 *
 * From the differences between one session and the next, whatever became of the patients: a loss is one step among many.
 * The usual noise counts as 200 such differences. Lengths are taken over only with `alsoLengths`: they cost losses found,
 * so only where the false alarms ask for it. Scales are learned each by itself, and may scatter less than assumed.
 *
 * @param courses as the trend reads them with the usual noise
 */
export function learnNoise(
  courses: readonly (readonly SessionEvidence[])[],
  rules: RuleValues,
  { alsoLengths, version }: { readonly alsoLengths: boolean; readonly version: string },
): ClinicNoise {
  const usual = usualNoise(rules);
  const differences = courses.map(differencesOf);
  const sizes = differences.flatMap(({ size }) => size);
  const lengths = differences.flatMap(({ length }) => length);
  const scaleRatio: Partial<Record<ScaleSlug, number>> = {};
  for (const scale of SCALE_SLUGS) {
    const squares = differences.flatMap(({ scales }) => scales.filter((reading) => reading.scale === scale));
    if (squares.length) scaleRatio[scale] = scaleRatioOf(squares.map(({ squared }) => squared));
  }
  return {
    sizeSd: sdOf(sizes, SIZE),
    lengthSd: alsoLengths ? sdOf(lengths, { ...LENGTH, usual: usual.lengthSd }) : usual.lengthSd,
    scaleRatio,
    differences: sizes.length,
    version,
  };
}

/** The SD of one reading, from differences of two; `share` takes out what losses and one-offs add. */
function sdOf(
  differences: readonly number[],
  { usual, most, share }: { readonly usual: number; readonly most: number; readonly share: number },
): number {
  const usualSquare = 2 * (usual / share) ** 2;
  const squares = differences.reduce((sum, difference) => sum + difference ** 2, WORTH * usualSquare);
  const sd = (share / Math.SQRT2) * Math.sqrt(squares / (differences.length + WORTH));
  return Math.min(most, Math.max(usual, sd));
}

/** How many times as much a scale varies as assumed, from squared standardised differences. */
function scaleRatioOf(squared: readonly number[]): number {
  const sum = squared.reduce((total, square) => total + Math.min(SCALE.outlier, square), WORTH);
  return Math.min(SCALE.most, Math.max(SCALE.least, sum / (squared.length + WORTH)));
}

interface Differences {
  readonly size: readonly number[];
  readonly length: readonly number[];
  readonly scales: readonly { readonly scale: ScaleSlug; readonly squared: number }[];
}

/** Each session of known size or length beside the one before it that is known as well. */
function differencesOf(course: readonly SessionEvidence[]): Differences {
  const pairs = <T>(known: readonly T[]): [T, T][] =>
    known.slice(1).map((now, index) => [known[index]!, now]);
  const rated = course.flatMap(({ size }) => (size && !isScaleOnly(size) ? [size.improvementPct] : []));
  const lasted = course.flatMap(({ length }) =>
    length?.kind === 'wore-off' && length.days > 0 ? [Math.log(length.days)] : [],
  );
  const measured = course.flatMap(({ size }) => (size && isScaleOnly(size) ? [size] : []));
  return {
    size: pairs(rated).map(([before, now]) => now - before),
    length: pairs(lasted).map(([before, now]) => now - before),
    scales: pairs(measured).flatMap(([before, now]) => standardised(before, now)),
  };
}

function standardised(before: ResponseSize, now: ResponseSize): Differences['scales'] {
  const scale = now.entered[0]?.scale;
  if (!scale || before.entered[0]?.scale !== scale) return [];
  const variance = before.variance + now.variance + 2 * SCALE_ONLY_SD ** 2;
  return [{ scale, squared: (now.improvementPct - before.improvementPct) ** 2 / variance }];
}
