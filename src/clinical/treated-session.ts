import type { PlainDate } from './calendar';
import type { Dose } from './units';

/** When in the treatment cycle a scale was taken; a response is judged at the peak, never at the next injection. */
export const MEASUREMENT_PHASES = ['untreated', 'cycle-start', 'peak', 'cycle-end'] as const;
export type MeasurementPhase = (typeof MEASUREMENT_PHASES)[number];

export interface Measurement {
  /** A slug of `scales.ts`. */
  readonly scale: string;
  readonly phase: MeasurementPhase;
  /** A number; for `mas` the ordinal label (`"1+"`). */
  readonly value: number | string;
  /** The muscle group that it was taken of; absent: of the whole. */
  readonly of?: string;
  readonly measuredOn?: PlainDate;
}

/** What became of one session. What was not asked is absent. */
export interface SessionResponse {
  readonly assessedOn?: PlainDate;
  readonly onsetOn?: PlainDate;
  /** The day symptoms returned. */
  readonly woreOffOn?: PlainDate;
  /** A day on which the effect was still felt: the length is at least this long. */
  readonly stillEffectiveOn?: PlainDate;
  /** Patient-rated improvement at the peak, -100 to 100, higher is better. */
  readonly improvementPct?: number;
  /** Patient global impression of change, 1 very much improved to 7 very much worse. */
  readonly pgic?: number;
  /** 0 none to 4 marked improvement. */
  readonly peakEffect?: number;
  readonly measurements?: readonly Measurement[];
}

export const SESSION_STATES = ['completed', 'planned', 'voided'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** One given session of a course: neither planned nor voided nor replaced. */
export interface TreatedSession {
  readonly sessionId?: string;
  readonly performedOn: PlainDate;
  /** The product and its total units over all muscles. */
  readonly dose: Dose;
  /** Slugs of `muscles.ts`; absent when only the total is known. */
  readonly muscles?: readonly string[];
  readonly injectorId?: string;
  readonly response?: SessionResponse;
}

/** What is known of a session beside its dose and response. What was not asked is absent. */
export interface SessionCircumstances {
  /** Kinds of adverse events, snake_case; empty when asked and none came up. */
  readonly adverseEvents?: readonly string[];
  /** Were the deep muscles injected under EMG or ultrasound? */
  readonly deepMusclesGuided?: boolean;
  /** Was the toxin in date and used within its time after opening? */
  readonly vialInOrder?: boolean;
}
