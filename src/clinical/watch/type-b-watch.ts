import type { RuleValues } from '../rules';
import type { Change } from './evidence/session-comparability';
import type { SessionOutcome } from './evidence/session-outcome';

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

interface Judged {
  readonly benefit: number;
  readonly outcome?: SessionOutcome;
  readonly changes: readonly Change[];
}

/** Of the usual benefit at most this much was left: the failure of a scale that errs much may be chance (P, not settable). */
const HALF = 0.5;

/**
 * Did type B fail twice right after it had worked? At its second or third session six in ten lost it. Two failures by the
 * indication's own measure, at a full dose, that each left at most half of the usual, are enough there, whatever the weight:
 * a scale that errs much reaches it one session later. Later on the weight decides.
 */
export function failedTwiceEarly(sessions: readonly Judged[], rules: RuleValues): boolean {
  if (sessions.length > rules['R.review.last-two.of']) return false;
  return (
    sessions.some(({ benefit }) => benefit >= rules['R.type-b.good']) &&
    sessions
      .slice(-2)
      .every(
        ({ benefit, outcome, changes }) =>
          outcome?.outcome === 'failed' && benefit <= HALF && !changes.includes('dose-cut'),
      )
  );
}

/** So many sessions are looked back upon, as where the last three together gave less. */
const LOOKED_BACK = 3;

/**
 * Did each of the last sessions count as a response by the indication's own measure? Type B is asked about sooner, because so
 * many lose it early; on a scale alone that would call patients a failure who still respond, only less than at first. They
 * are watched.
 */
export function stillResponds(sessions: readonly Pick<Judged, 'outcome'>[]): boolean {
  return sessions.slice(-LOOKED_BACK).every(({ outcome }) => outcome?.outcome === 'responded');
}
