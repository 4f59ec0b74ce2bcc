import type { RuleValues } from '../rules';

/** What a clinic recorded of the sessions of its last year whose effect is over. */
export interface RecordedYear {
  readonly sessions: number;
  /** A scale was taken. */
  readonly withScale: number;
  /** The day it wore off, or a day on which it still worked, is known. */
  readonly withLength: number;
}

/**
 * Should a clinic be told what asking for the wear-off day would bring?
 *
 * One that takes scales, in enough sessions to be called its habit, and hardly ever asks how long it lasted. Both limits
 * belong to it. Of simulated losses 84 in 100 are found with a scale and the wear-off day, 38 with the scale alone.
 */
export function shouldAskWearOff(year: RecordedYear, rules: RuleValues): boolean {
  const { sessions, withScale, withLength } = year;
  return withScale >= rules['S22.note.scales'] && withLength * 100 <= sessions * rules['S22.note.lengths'];
}

/** Counted on 3,000 simulated courses, the same readings kept (P: decline-rules 9.1); not settable. */
export const SIMULATED_LOSSES_FOUND = { scaleAlonePct: 38, withWearOffPct: 84 } as const;
