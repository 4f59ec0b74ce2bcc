import { rule } from '../rule-row';

/** The numbers of the wear-off forecast; all proposals, so all of them a clinic's to change. */
const ROWS = {
  lengthSd: rule(
    'effect-window.length-sd',
    0.17,
    'log days',
    'P',
    'SD of the log of the length of effect between sessions of one patient',
  ),
  normWeight: rule(
    'effect-window.norm-weight',
    1,
    'sessions',
    'P',
    'how many sessions the norm of the indication is worth',
  ),
  olderWeight: rule(
    'effect-window.older-weight',
    0.85,
    'ratio',
    'P',
    'weight of each older session against the one after it',
  ),
  lengthsRead: rule(
    'effect-window.lengths-read',
    8,
    'sessions',
    'P',
    'how many of the latest usable lengths are read',
  ),
  outlierSds: rule(
    'effect-window.outlier',
    4,
    'SD',
    'P',
    'a single length counts as at most so far from the usual',
  ),
  stillEffectiveSds: rule(
    'effect-window.still-effective',
    1.5,
    'SD',
    'P',
    '“still effective” adds at most so much',
  ),
  shorteningSlack: rule(
    'effect-window.shortening-slack',
    0.05,
    'log days',
    'P',
    'the two latest lengths must both be shorter by more',
  ),
  shorteningShare: rule(
    'effect-window.shortening-share',
    0.8,
    'ratio',
    'P',
    'share of the smaller shortening that is taken over at once',
  ),
  dueSds: rule('effect-window.due', 0.25, 'SD', 'P', 'the due day lies so far before the median wear-off'),
  rangeSds: rule(
    'effect-window.range',
    1.28,
    'SD',
    'P',
    'half the width of the range in which four of five wear-offs lie',
  ),
  usableFrom: rule(
    'effect-window.usable-from',
    2,
    'sessions',
    'P',
    'the window decides from so many usable lengths on',
  ),
  stillEffectiveSlackDays: rule(
    'effect-window.still-effective-slack',
    14,
    'days',
    'P',
    '“still effective” must reach the next session to within',
  ),
  boosterBeforeDays: rule(
    'effect-window.booster',
    56,
    'days',
    'P',
    'a next session sooner than this hides how long the effect lasts',
  ),
  earlyByMoreThanDays: rule(
    'effect-window.early',
    14,
    'days',
    'P',
    'a wear-off earlier than the earliest day by more than this is named',
  ),
} as const;

/** Every number of the wear-off forecast, with what it means and where it comes from. */
export const EFFECT_WINDOW_ROWS = Object.values(ROWS);

type EffectWindowRuleId = (typeof EFFECT_WINDOW_ROWS)[number]['id'];

export type EffectWindowRules = { readonly [name in keyof typeof ROWS]: number };

/** The numbers by name, with what this clinic has set in place of the default. */
export function effectWindowRules(
  set: Readonly<Partial<Record<EffectWindowRuleId, number>>> = {},
): EffectWindowRules {
  return Object.fromEntries(
    Object.entries(ROWS).map(([name, { id, value }]) => [name, set[id] ?? value]),
  ) as EffectWindowRules;
}

export const EFFECT_WINDOW_RULES: EffectWindowRules = effectWindowRules();
