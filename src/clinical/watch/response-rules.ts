import { rule } from '../rule-row';

/** Changes whenever a number below, or what is made of a course with them, changes; stored with every flag. */
export const TREND_RULES_VERSION = 'response-trend 11';

/**
 * The numbers that decide whether a response is called diminishing, and what is said of it. All are proposals, fitted on
 * simulated courses, so all of them are a clinic's to set.
 */
export const RESPONSE_RULES = [
  rule(
    'R.watch.weight',
    [0.0275, 'ratio'],
    'P',
    'Weight of the lasting-loss story from which a course is watched',
  ),
  rule(
    'R.review.weight',
    [0.063, 'ratio'],
    'P',
    'Weight of the lasting-loss story from which it may be reviewed',
  ),
  rule(
    'R.review.last-two',
    [0.75, 'ratio'],
    'P',
    'The last two sessions together gave at most this share of the usual',
  ),
  rule('R.review.last-three', [0.8, 'ratio'], 'P', 'Or the last three together at most this share'),
  rule(
    'R.review.less',
    [0.9, 'ratio'],
    'P',
    'And two of the last three each at most this share: one bad session is no review',
  ),
  rule(
    'R.review.last-two.of',
    [4, 'sessions'],
    'P',
    'Sessions of known benefit needed to look at the last two',
  ),
  rule(
    'R.review.last-three.of',
    [5, 'sessions'],
    'P',
    'Sessions of known benefit needed to look at the last three',
  ),
  rule(
    'R.review.weight.scale-only',
    [0.053, 'ratio'],
    'P',
    'The same weight where a scale is all that is recorded: it finds less, so it asks sooner; not on type B, which has a prior of its own',
  ),
  rule(
    'R.review.last-two.of.early',
    [3, 'sessions'],
    'P',
    'Sessions needed to look at the last two where a scale is all that is recorded, and on type B',
  ),
  rule(
    'R.review.last-three.of.early',
    [4, 'sessions'],
    'P',
    'There, sessions needed to look at the last three',
  ),
  rule(
    'R.watch.length.last-two',
    [0.72, 'ratio'],
    'P',
    'The last two lengths each at most this share of the usual: watched',
  ),
  rule('R.watch.length.last-three', [0.82, 'ratio'], 'P', 'Or the last three each at most this share'),
  rule('R.watch.length.last-two.of', [4, 'sessions'], 'P', 'Known lengths needed to look at the last two'),
  rule(
    'R.watch.length.last-three.of',
    [5, 'sessions'],
    'P',
    'Known lengths needed to look at the last three',
  ),
  rule(
    'R.peak.looking-back',
    [98, 'days'],
    'P',
    'A scale that looks back over weeks counts as the peak: not later',
  ),
  rule(
    'R.noise.differences',
    [1000, 'sessions'],
    'P',
    'A clinic’s own scatter counts as learned from so many differences on',
  ),
  rule('R.dose.reduced', [0.85, 'ratio'], 'P', 'A dose below this share of the usual counts as reduced'),
  rule('R.dose.raised', [1.05, 'ratio'], 'P', 'A dose above this share of the usual counts as raised'),
  rule(
    'R.dose.unchanged',
    [0.95, 'ratio'],
    'P',
    'A dose from this share of the usual on counts as unchanged, below it as slightly lower',
  ),
  rule(
    'R.length.early',
    [0.75, 'ratio'],
    'P',
    '“Still effective” in the middle of the cycle says something of the length from this share of the usual length on',
  ),
  rule('R.primary.within', [6, 'sessions'], 'P', 'Never had benefit is asked within so many sessions'),
  rule('R.primary.sizes', [3, 'sessions'], 'P', 'Never had benefit needs so many sessions of known size'),
  rule('R.primary.mean', [36, '%'], 'P', 'Never had benefit: mean improvement at most'),
  rule(
    'R.primary.mean.no-length',
    [26, '%'],
    'P',
    'Never had benefit, where no length of effect is known: mean improvement at most',
  ),
  rule('R.primary.none', [50, '%'], 'P', 'Never had benefit: no session reached'),
  rule(
    'R.primary.length',
    [0.6, 'ratio'],
    'P',
    'Never had benefit: mean length at most this share of the usual length',
  ),
  rule('R.prior.loss', [0.004, 'per session'], 'P', 'A lasting loss begins'),
  rule(
    'R.type-b.prior.loss',
    [0.006, 'per session'],
    'P',
    'A lasting loss begins at the second or third session on type B',
  ),
  rule('R.prior.one-off', [0.1, 'per session'], 'P', 'A session just goes badly'),
  rule('R.prior.mild-dip', [0.006, 'per session'], 'P', 'A mild dip that stays begins'),
  rule(
    'R.type-b.good',
    [0.8, 'ratio'],
    'P',
    'On type B benefit was good before it was lost: at least this share of the usual',
  ),
  rule(
    'R.checklist.failed',
    [0.8, 'ratio'],
    'P',
    'Checklist: a raised dose failed when it gave at most this share of the usual',
  ),
  rule(
    'R.checklist.known',
    [0.75, 'ratio'],
    'P',
    'Checklist: a record without gaps knows the benefit in at least this share of the sessions',
  ),
  rule('R.checklist.interval.shortest', [84, 'days'], 'P', 'Checklist: an interval below this is short'),
  rule('R.checklist.interval.longest', [140, 'days'], 'P', 'Checklist: an interval beyond this is long'),
  rule(
    'R.checklist.interval.lengthened',
    [1.25, 'ratio'],
    'P',
    'Checklist: and it is lengthened beyond this share of the patient’s own usual one',
  ),
  rule(
    'R.progression.rising',
    [1.15, 'ratio'],
    'P',
    'Progression: the score before injection rises to this share of what it was',
  ),
  rule(
    'R.progression.holds',
    [0.8, 'ratio'],
    'P',
    'Progression: the improvement holds from this share of what it was on',
  ),
  rule(
    'R.progression.more-units',
    [1.2, 'ratio'],
    'P',
    'Progression: more units are needed from this share of the usual dose on',
  ),
  rule('R.prior.progression', [0.04, 'per session'], 'P', 'The illness begins to progress slowly'),
] as const;
