import type { IndicationSlug } from '../../catalogue/indications';
import { INDICATION_SLUGS } from '../../catalogue/indications';
import type { ToxinProduct } from '../../units';
import type { RuleValues } from '../../rules';
import { responsePrior, type LearnedUsual, type LearnedUsuals } from '../change-point/response-priors';
import type { ResponseTrend } from '../response-trend';
import type { SessionEvidence } from '../trend-state';
import type { Known } from './censored-mean';
import { censoredNormal } from './censored-mean';

/** A course as it was read. */
export interface ReadCourse {
  readonly indication: IndicationSlug;
  /** By session. */
  readonly products: readonly ToxinProduct[];
  readonly trend: Pick<ResponseTrend, 'sessions' | 'states'>;
}

/** Type A, as the usual values are stated. */
const USUAL_PRODUCT: ToxinProduct = 'ona';
/** As the trend reads lengths: shorter says "hardly any effect", not how small. */
const SHORTEST_DAYS = 7;
/** A rating of 100 % is the end of the scale. */
const FULL_PCT = 100;
/*
 * What a session gives on average beside what a patient usually gets: first doses are low, single sessions go badly, and
 * losses that were not seen remain. Counted on simulated clinics whose usual values are known (P), not settable.
 */
const SIZE_SHARE = 0.95;
const LENGTH_SHARE = 0.98;

/**
 * What does each indication usually give at this clinic?
 *
 * Censored likelihood over sessions at a usual dose, each patient counting as one however long they came: "still
 * effective" is a length of at least so much, 100 % a size of at least that. Each length is held against the usual one of
 * its product, so that products are never mixed. What is usual elsewhere counts as `R.learning.courses` courses; an
 * indication with fewer keeps it.
 */
export function learnUsual(courses: readonly ReadCourse[], rules: RuleValues): LearnedUsuals {
  const learned: Partial<Record<IndicationSlug, LearnedUsual>> = {};
  for (const indication of INDICATION_SLUGS) {
    const own = courses.filter((course) => course.indication === indication);
    const usual = usualOf(indication, own, rules['R.learning.courses']);
    if (usual) learned[indication] = usual;
  }
  return learned;
}

function usualOf(
  indication: IndicationSlug,
  courses: readonly ReadCourse[],
  enough: number,
): LearnedUsual | undefined {
  const prior = responsePrior(indication, USUAL_PRODUCT);
  const size = learnedFrom(courses.map(sizesOf), {
    usual: prior.meanSizePct,
    enough,
    corrected: (mean) => mean / SIZE_SHARE,
  });
  const length = learnedFrom(courses.map(lengthsOf), {
    usual: 0,
    enough,
    corrected: (mean) => mean - Math.log(LENGTH_SHARE),
  });
  if (!size && !length) return undefined;
  return {
    meanSizePct: size?.mean ?? prior.meanSizePct,
    medianDays: prior.medianDays * Math.exp(length?.mean ?? 0),
    courses: Math.max(size?.courses ?? 0, length?.courses ?? 0),
  };
}

interface LearnBy {
  readonly usual: number;
  readonly enough: number;
  /** From what sessions give on average to what patients usually get. */
  readonly corrected: (mean: number) => number;
}

/** The clinic's own mean drawn towards the usual; undefined where too few courses say anything. */
function learnedFrom(
  courses: readonly (readonly Omit<Known, 'weight'>[])[],
  { usual, enough, corrected }: LearnBy,
): { readonly mean: number; readonly courses: number } | undefined {
  const telling = courses.filter((known) => known.length > 0);
  if (telling.length < enough) return undefined;
  const own = censoredNormal(
    telling.flatMap((known) => known.map((length) => ({ ...length, weight: 1 / known.length }))),
  );
  if (!own) return undefined;
  const mean = (telling.length * corrected(own.mean) + enough * usual) / (telling.length + enough);
  return { mean, courses: telling.length };
}

function sizesOf(course: ReadCourse): Omit<Known, 'weight'>[] {
  return usualSessions(course).flatMap(({ size }) =>
    size ? { value: Math.min(FULL_PCT, size.improvementPct), atLeast: size.improvementPct >= FULL_PCT } : [],
  );
}

/** Logarithms of the share of what is usual with the product. */
function lengthsOf(course: ReadCourse): Omit<Known, 'weight'>[] {
  const { indication, products } = course;
  return usualSessions(course).flatMap(({ session, length }) => {
    if (!length) return [];
    const usual = responsePrior(indication, products[session - 1]!).medianDays;
    const value = Math.log(Math.max(SHORTEST_DAYS, length.days) / usual);
    return { value, atLeast: length.kind === 'at-least' };
  });
}

/** Those before a loss that is shown now, at a dose that was not cut; none of a course that never had benefit. */
function usualSessions({ trend: { sessions, states } }: ReadCourse): readonly SessionEvidence[] {
  const { tier, sinceSession } = states.at(-1) ?? {};
  if (tier === 'primary') return [];
  const before = tier ? sessions.filter(({ session }) => session < sinceSession!) : sessions;
  return before.filter(({ changes }) => !changes.includes('dose-cut'));
}
