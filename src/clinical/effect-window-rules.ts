import type { RuleRow } from './rule-row';

const SOURCE = 'P decline-rules v1';

/** The numbers of the wear-off forecast; all proposals, so all of them a clinic's to change. */
const ROWS = {
  lengthSd: row(
    'length-sd',
    0.17,
    'log days',
    'SD of the log of the length of effect between sessions of one patient',
  ),
  normWeight: row('norm-weight', 1, 'sessions', 'how many sessions the norm of the indication is worth'),
  olderWeight: row('older-weight', 0.85, 'ratio', 'weight of each older session against the one after it'),
  lengthsRead: row('lengths-read', 8, 'sessions', 'how many of the latest usable lengths are read'),
  outlierSds: row('outlier', 4, 'SD', 'a single length counts as at most so far from the usual'),
  stillEffectiveSds: row('still-effective', 1.5, 'SD', '“still effective” adds at most so much'),
  shorteningSlack: row(
    'shortening-slack',
    0.05,
    'log days',
    'the two latest lengths must both be shorter by more',
  ),
  shorteningShare: row(
    'shortening-share',
    0.8,
    'ratio',
    'share of the smaller shortening that is taken over at once',
  ),
  dueSds: row('due', 0.25, 'SD', 'the due day lies so far before the median wear-off'),
  rangeSds: row('range', 1.28, 'SD', 'half the width of the range in which four of five wear-offs lie'),
  usableFrom: row('usable-from', 2, 'sessions', 'the window decides from so many usable lengths on'),
  stillEffectiveSlackDays: row(
    'still-effective-slack',
    14,
    'days',
    '“still effective” must reach the next session to within',
  ),
  boosterBeforeDays: row(
    'booster',
    56,
    'days',
    'a next session sooner than this hides how long the effect lasts',
  ),
  earlyByMoreThanDays: row(
    'early',
    14,
    'days',
    'a wear-off earlier than the earliest day by more than this is named',
  ),
} as const;

/** Every number of the wear-off forecast, with what it means and where it comes from. */
export const EFFECT_WINDOW_ROWS: readonly RuleRow[] = Object.values(ROWS);

export type EffectWindowRules = { readonly [name in keyof typeof ROWS]: number };

export const EFFECT_WINDOW_RULES: EffectWindowRules = Object.fromEntries(
  Object.entries(ROWS).map(([name, { value }]) => [name, value]),
) as EffectWindowRules;

function row(id: string, value: number, unit: string, text: string): RuleRow {
  return { id: `effect-window.${id}`, value, unit, tag: 'P', source: SOURCE, text };
}
