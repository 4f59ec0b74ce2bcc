/** What is known of a session beside its dose and response. What was not asked is absent. */
export interface SessionCircumstances {
  /** Kinds of adverse events, snake_case; empty when asked and none came up. */
  readonly adverseEvents?: readonly string[];
  /** Were the deep muscles injected under EMG or ultrasound? */
  readonly deepMusclesGuided?: boolean;
  /** Was the toxin in date and used within its time after opening? */
  readonly vialInOrder?: boolean;
}

/** Share of the usual benefit, with what else is known of that session. */
interface Seen {
  readonly benefit: number;
  readonly adverseEvents?: readonly string[];
}

const GOOD = 0.8;

/**
 * R6: on type B, were dry mouth and benefit lost together? Dry mouth is the visible sign that type B acts at all; when
 * it is gone together with the benefit, type B may be failing. A session whose adverse events were not asked about says
 * nothing.
 *
 * @param lostAt at most this share of the usual benefit counts as lost
 */
export function lostDryMouthAndBenefit(sessions: readonly Seen[], lostAt: number): boolean {
  const last = sessions[sessions.length - 1];
  if (!last?.adverseEvents || last.adverseEvents.includes('dry_mouth') || last.benefit > lostAt) return false;
  return sessions.some(
    ({ benefit, adverseEvents }) => benefit >= GOOD && adverseEvents?.includes('dry_mouth'),
  );
}
