import { rule } from '../../rule-row';

/** Every number of the wear-off forecast; all proposals, so all of them a clinic's to change. */
export const EFFECT_WINDOW_ROWS = [
  rule(
    'effect-window.length-sd',
    [0.17, 'log days'],
    'P',
    'SD of the log of the length of effect between sessions of one patient',
  ),
  rule(
    'effect-window.norm-weight',
    [1, 'sessions'],
    'P',
    'how many sessions the norm of the indication is worth',
  ),
  rule(
    'effect-window.older-weight',
    [0.85, 'ratio'],
    'P',
    'weight of each older session against the one after it',
  ),
  rule('effect-window.lengths-read', [8, 'sessions'], 'P', 'how many of the latest usable lengths are read'),
  rule('effect-window.outlier', [4, 'SD'], 'P', 'a single length counts as at most so far from the usual'),
  rule('effect-window.still-effective', [1.5, 'SD'], 'P', '“still effective” adds at most so much'),
  rule(
    'effect-window.shortening-slack',
    [0.02, 'log days'],
    'P',
    'the two latest lengths must both be shorter by more',
  ),
  rule(
    'effect-window.shortening-share',
    [1, 'ratio'],
    'P',
    'share of the smaller shortening that is taken over at once',
  ),
  rule('effect-window.due', [0.25, 'SD'], 'P', 'the due day lies so far before the median wear-off'),
  rule('effect-window.range', [1.28, 'SD'], 'P', 'half the width of the range of wear-offs that is shown'),
  rule(
    'effect-window.usable-from',
    [2, 'sessions'],
    'P',
    'the window decides from so many usable lengths on',
  ),
  rule(
    'effect-window.still-effective-slack',
    [14, 'days'],
    'P',
    '“still effective” must reach the next session to within',
  ),
  rule(
    'effect-window.booster',
    [56, 'days'],
    'P',
    'a next session sooner than this hides how long the effect lasts',
  ),
  rule(
    'effect-window.early',
    [14, 'days'],
    'P',
    'a wear-off earlier than the earliest day by more than this is named',
  ),
] as const;
