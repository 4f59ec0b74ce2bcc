import type { PlainDate } from '../../calendar';
import { daysBetween } from '../../calendar';
import type { RuleValues } from '../../rules';

/** When in the cycle a response was judged. `as-recorded`: the day is not known, so it counts as entered. */
export type Judged = 'peak' | 'as-recorded' | 'early' | 'late';

export interface SessionSpan {
  readonly performedOn: PlainDate;
  readonly nextSessionOn?: PlainDate;
}

/**
 * Was it judged at the peak? Between `S22.peak.scored.from` and `.to` days after the session, both ends included.
 * Earlier the effect has not set in, later it is wearing off: such a reading says nothing of how much the injection
 * helped. A scale that looks back over weeks (`until: 'next-session'`) may be taken until the next session.
 */
export function judgedAt(
  { performedOn, nextSessionOn }: SessionSpan,
  day: PlainDate | undefined | null,
  rules: RuleValues,
  until?: 'next-session',
): Judged {
  if (day === undefined || day === null) return 'as-recorded';
  const days = daysBetween(performedOn, day);
  if (days < rules['S22.peak.scored.from']) return 'early';
  if (days <= rules['S22.peak.scored.to']) return 'peak';
  if (until === undefined || days > rules['R.peak.looking-back']) return 'late';
  return nextSessionOn === undefined || day <= nextSessionOn ? 'peak' : 'late';
}

export function countsAsPeak(judged: Judged): boolean {
  return judged === 'peak' || judged === 'as-recorded';
}
