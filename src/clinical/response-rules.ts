/**
 * The numbers of the rule that asks whether a response is diminishing. All are clinic settings: they were fitted on
 * simulated courses, not on patients. `p` is a trigger, not a diagnosis.
 */
export interface TrendRules {
  /** Weight of the lasting-loss story from which a course is watched, and from which it is reviewed. */
  readonly watchAt: number;
  readonly reviewAt: number;
  /** Share of the usual benefit that each of the last two, or of the last three, sessions may reach at most. */
  readonly lastTwoAtMost: number;
  readonly lastThreeAtMost: number;
  /** Evaluable sessions needed for the two rows above. */
  readonly lastTwoOf: number;
  readonly lastThreeOf: number;
  /** Share of the usual units below which a dose counts as reduced. */
  readonly reducedDose: number;
  /** Never had benefit: judged within this many sessions, from this many sizes on. */
  readonly primaryWithin: number;
  readonly primarySizes: number;
  /** … their mean at most, none as high as, and the mean length at most this share of the norm. */
  readonly primaryMeanPct: number;
  readonly primaryNonePct: number;
  readonly primaryLengthShare: number;
  /** Risk of a lasting loss per session; of one bad session; of a mild dip that stays, per session. */
  readonly lossPerSession: number;
  readonly oneOff: number;
  readonly mildDip: number;
}

export const TREND_RULES_VERSION = 'response-trend 1';

export const TREND_RULES: TrendRules = {
  watchAt: 0.05,
  reviewAt: 0.12,
  lastTwoAtMost: 0.75,
  lastThreeAtMost: 0.8,
  lastTwoOf: 4,
  lastThreeOf: 5,
  reducedDose: 0.85,
  primaryWithin: 6,
  primarySizes: 3,
  primaryMeanPct: 30,
  primaryNonePct: 40,
  primaryLengthShare: 0.7,
  lossPerSession: 0.004,
  oneOff: 0.04,
  mildDip: 0.006,
};
