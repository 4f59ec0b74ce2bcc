import type { RuleValues } from '../rules';

/** Share of the usual benefit, with what else is known of that session. */
interface Seen {
  readonly benefit: number;
  readonly adverseEvents?: readonly string[];
}

/**
 * R6: on type B, were dry mouth and benefit lost together? Dry mouth is the visible sign that type B acts at all; when
 * it is gone together with the benefit, type B may be failing. A session whose adverse events were not asked about says
 * nothing.
 * Benefit is lost at the share that the last two sessions are held against.
 */
export function lostDryMouthAndBenefit(sessions: readonly Seen[], rules: RuleValues): boolean {
  const last = sessions[sessions.length - 1];
  if (!last?.adverseEvents || last.adverseEvents.includes('dry_mouth')) return false;
  if (last.benefit > rules['R.review.last-two']) return false;
  return sessions.some(
    ({ benefit, adverseEvents }) => benefit >= rules['R.type-b.good'] && adverseEvents?.includes('dry_mouth'),
  );
}
