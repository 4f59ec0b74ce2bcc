import { liesDeep } from '../catalogue/muscles';
import type { SessionCircumstances } from '../treated-session';

/** What the record holds of a session beside its dose and response. */
export interface RecordedCircumstances {
  /** Anything at all was answered after the session. */
  readonly answered: boolean;
  /** Kinds of adverse events. */
  readonly adverseEvents: readonly string[];
  /** How muscles were found, where that was recorded. */
  readonly guidance: readonly string[];
  readonly muscles: readonly string[];
}

/**
 * What is known of a session beside its dose and response.
 *
 * Side effects were asked about once anything was answered after the session. Guidance is known when it was recorded and
 * a deep muscle was injected: one that was found by EMG, ultrasound, stimulation or CT is guided.
 */
export function circumstancesOf({
  answered,
  adverseEvents,
  guidance,
  muscles,
}: RecordedCircumstances): SessionCircumstances {
  const asked = answered || adverseEvents.length > 0;
  return {
    ...(asked && { adverseEvents }),
    ...(guidance.length > 0 &&
      muscles.some(liesDeep) && { deepMusclesGuided: guidance.some((way) => GUIDED.includes(way)) }),
  };
}

const GUIDED = ['emg', 'ultrasound', 'stimulation', 'ct'];
