import { rule } from '../rule-row';

/** Changes whenever a number below or the way it is used changes; stored with every flag. */
export const TREND_RULES_VERSION = 'response-trend 1';

/**
 * The numbers that decide whether a response is called diminishing. All are proposals, fitted on simulated courses, so
 * all of them are a clinic's to set.
 */
export const RESPONSE_RULES = [
  rule(
    'R.watch.weight',
    0.038,
    'ratio',
    'P',
    'Weight of the lasting-loss story from which a course is watched',
  ),
  rule(
    'R.review.weight',
    0.105,
    'ratio',
    'P',
    'Weight of the lasting-loss story from which it may be reviewed',
  ),
  rule(
    'R.review.last-two',
    0.75,
    'ratio',
    'P',
    'The last two sessions together gave at most this share of the usual',
  ),
  rule('R.review.last-three', 0.8, 'ratio', 'P', 'Or the last three together at most this share'),
  rule(
    'R.review.less',
    0.9,
    'ratio',
    'P',
    'And two of the last three each at most this share: one bad session is no review',
  ),
  rule(
    'R.review.last-two.of',
    4,
    'sessions',
    'P',
    'Sessions of known benefit needed to look at the last two',
  ),
  rule(
    'R.review.last-three.of',
    5,
    'sessions',
    'P',
    'Sessions of known benefit needed to look at the last three',
  ),
  rule('R.dose.reduced', 0.85, 'ratio', 'P', 'A dose below this share of the usual counts as reduced'),
  rule('R.primary.within', 6, 'sessions', 'P', 'Never had benefit is asked within so many sessions'),
  rule('R.primary.sizes', 3, 'sessions', 'P', 'Never had benefit needs so many sessions of known size'),
  rule('R.primary.mean', 30, '%', 'P', 'Never had benefit: mean improvement at most'),
  rule('R.primary.none', 40, '%', 'P', 'Never had benefit: no session reached'),
  rule(
    'R.primary.length',
    0.7,
    'ratio',
    'P',
    'Never had benefit: mean length at most this share of the usual length',
  ),
  rule('R.prior.loss', 0.004, 'per session', 'P', 'A lasting loss begins: about 1 % a year'),
  rule('R.prior.one-off', 0.05, 'per session', 'P', 'A session just goes badly'),
  rule('R.prior.mild-dip', 0.006, 'per session', 'P', 'A mild dip that stays begins'),
  rule('R.prior.progression', 0.012, 'per session', 'P', 'The illness begins to progress slowly'),
] as const;

type ResponseRuleId = (typeof RESPONSE_RULES)[number]['id'];

const NAMES = {
  watchWeight: 'R.watch.weight',
  reviewWeight: 'R.review.weight',
  lastTwoAtMost: 'R.review.last-two',
  lastThreeAtMost: 'R.review.last-three',
  lastTwoOf: 'R.review.last-two.of',
  lastThreeOf: 'R.review.last-three.of',
  reducedDose: 'R.dose.reduced',
  primaryWithin: 'R.primary.within',
  primarySizes: 'R.primary.sizes',
  primaryMeanPct: 'R.primary.mean',
  primaryNonePct: 'R.primary.none',
  primaryLengthShare: 'R.primary.length',
  lossPerSession: 'R.prior.loss',
  oneOff: 'R.prior.one-off',
  mildDip: 'R.prior.mild-dip',
  progression: 'R.prior.progression',
  clearlyLess: 'R.review.less',
} as const satisfies Record<string, ResponseRuleId>;

export type TrendRules = { readonly [name in keyof typeof NAMES]: number };

/** The numbers by name, with what this clinic has set in place of the default. */
export function trendRules(set: Readonly<Partial<Record<ResponseRuleId, number>>> = {}): TrendRules {
  const defaults = Object.fromEntries(RESPONSE_RULES.map((row) => [row.id, row.value]));
  const values = Object.entries(NAMES).map(([name, id]) => [name, set[id] ?? defaults[id]]);
  return Object.fromEntries(values) as TrendRules;
}

export const TREND_RULES: TrendRules = trendRules();
