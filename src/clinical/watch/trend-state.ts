import type { PlainDate } from '../calendar';
import type { ExpectedResponse } from './change-point/expected-response';
import type { BenefitShare, UsualBenefit } from './change-point/percent-card';
import type { ResponseEvidence } from './evidence/response-evidence';
import type { Comparability } from './evidence/session-comparability';

/** `watch` a quiet marker, `review` a task for a neurologist, `primary` never had benefit. */
export const TREND_TIERS = ['watch', 'review', 'primary'] as const;
export type TrendTier = (typeof TREND_TIERS)[number];

/** What a tier rests on: size and length weighed together, a length that became shorter, or the sign of type B (R6). */
export const RESTS_ON = ['benefit', 'length', 'dry-mouth'] as const;
export type RestsOn = (typeof RESTS_ON)[number];

/** One session as the trend reads it. */
export interface SessionEvidence extends ResponseEvidence, Comparability {
  /** Counted from 1 in the order of the days. */
  readonly session: number;
  readonly sessionId?: string;
  readonly performedOn: PlainDate;
  /** Beside the patient's usual; absent when neither size nor length is known. */
  readonly share?: BenefitShare;
}

/** A session as it was judged, with what it was expected to give. */
export interface JudgedSession extends SessionEvidence {
  readonly expected: ExpectedResponse;
}

/** What is shown after a session. */
export interface TrendState {
  readonly afterSession: number;
  readonly tier: TrendTier | null;
  /** Null when no tier is shown. */
  readonly restsOn: RestsOn | null;
  /** Weight of the lasting-loss story, 0 to 1: a trigger, not a diagnosis. */
  readonly p: number;
  /** Of simulated courses with this pattern, the share with a lasting loss that may be told; null where no weight is what is shown, and where the clinic weighs otherwise (`isCalibrated`). */
  readonly trueLossShare: number | null;
  /** Where the likeliest loss begins; null when no tier is shown. */
  readonly sinceSession: number | null;
  /** The first session of the stretch that is judged together: another product family starts anew. */
  readonly epochSession: number;
  /** What this patient usually gets. */
  readonly usual: UsualBenefit;
  /** Sessions of the stretch whose size or length is known, and all of them. */
  readonly evaluable: number;
  readonly of: number;
  readonly publishedDefinitionMet: boolean;
  /** R6: on type B, dry mouth and benefit were lost together. */
  readonly dryMouthAndBenefitLost: boolean;
  readonly rulesVersion: string;
}
