import { reopens, type ShownFlag } from './flag-reopening';
import type { FlagOnPath } from './review-path';
import type { TrendTier } from '../watch/trend-state';

export type FlagChange = 'opens' | 'goes-on' | 'no-longer-shown' | 'none';

/**
 * What becomes of the latest flag of a course, given what the trend shows now?
 *
 * An open flag goes on while it is shown, a watch that turns into a suspicion included. A suspicion that weakens to a
 * watch is no longer shown: a watch is a quieter thing and does not speak for it.
 *
 * @param before the latest flag of the course
 * @param now what the trend shows; null when nothing
 */
export function flagChange(before: FlagOnPath | undefined, now: ShownFlag | null): FlagChange {
  const open = before?.status === 'open';
  if (!now) return open ? 'no-longer-shown' : 'none';
  if (!open) return reopens(before, now) ? 'opens' : 'none';
  const weaker = now.tier === 'watch' && before.tier !== 'watch';
  return weaker ? 'no-longer-shown' : 'goes-on';
}

/** A flag as stored; `shown`: what was known at its last assessment still showed it. */
export interface StoredFlag extends FlagOnPath {
  readonly shown: boolean;
}

/** What is told of a flag to those who work with the course. */
export interface FlagNews {
  readonly change: 'opens' | 'rises' | 'no-longer-shown';
  readonly tier: TrendTier;
}

/** What is told when the trend is judged anew: that a flag opens, changes its tier, or is shown no longer. */
export function flagNews(before: StoredFlag | undefined, now: ShownFlag | null): FlagNews | undefined {
  const change = flagChange(before, now);
  if (now && change === 'opens') return { change, tier: now.tier };
  if (now && change === 'goes-on' && now.tier !== before?.tier) return { change: 'rises', tier: now.tier };
  if (before?.shown && change === 'no-longer-shown') return { change, tier: before.tier };
  return undefined;
}
