import type { PlainDate } from '../calendar';

/** A due day that somebody has set, with the last session before it was set. */
export interface DueOverride {
  readonly overrideDueOn: PlainDate | null;
  /** Null: no session had been given then. */
  readonly overrideAnchorOn: PlainDate | null;
}

/**
 * The due day set by hand, as long as it holds.
 *
 * It holds until a session later than the one it was made after; made before any session, until one on that day or
 * later. Voiding that session revives it.
 *
 * @param lastSessionOn the last session that counts now
 */
export function overrideInForce(
  { overrideDueOn, overrideAnchorOn }: DueOverride,
  lastSessionOn: PlainDate | undefined,
): PlainDate | undefined {
  if (!overrideDueOn) return undefined;
  const spent =
    lastSessionOn !== undefined &&
    (overrideAnchorOn === null ? lastSessionOn >= overrideDueOn : lastSessionOn > overrideAnchorOn);
  return spent ? undefined : overrideDueOn;
}
