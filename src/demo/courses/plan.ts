import type { AnswerChannel } from '../../clinical/asking/patient-answer';
import type { Duration } from '../../clinical/calendar';
import type { FindingCode } from '../../clinical/finding';
import type { CourseSide, Etiology, IndicationSlug } from '../../clinical/catalogue/indications';
import type { PriorTolerance, ReviewDecision } from '../../clinical/review/review-path';
import type { ScaleSlug } from '../../clinical/catalogue/scales';
import type { ToxinProduct } from '../../clinical/units';
import type { EventSeverity } from '../../clinical/safety/side-effect-kinds';
import type { AppointmentStatus } from '../../records/scheduling/appointment.entity';
import type { ContactChannel, ContactOutcome } from '../../records/scheduling/contact.entity';
import type { PatternName } from './patterns';
import type { WallTime } from '../wall-clock';

/** A course of the demo clinic as the `*-courses.ts` files write it down. Days count from the day it is made. */
export interface CoursePlan {
  /** A key of `people.ts`. */
  readonly who: string;
  readonly indication: IndicationSlug;
  readonly side?: CourseSide;
  readonly etiology?: Etiology;
  readonly diagnosisCode: string;
  readonly pattern: PatternName;
  /** Its sessions, as `session-line.ts` reads them; "" for a course that has not begun. */
  readonly line: string;
  /** Days since the latest session. */
  readonly last: number;
  /** Weeks from session to session. */
  readonly every: number;
  /** All that is recorded of a session: these scales. Nobody asks for a rating or for the day that the effect wore off. */
  readonly scalesOnly?: readonly ScaleSlug[];
  /** The product of the latest session when left out. */
  readonly plannedProduct?: ToxinProduct;
  readonly interval?: Duration;
  readonly minInterval?: Duration;
  readonly override?: { readonly inDays: number; readonly reason: string };
  readonly hold?: { readonly untilInDays: number; readonly reason: string; readonly lifted?: string };
  readonly ended?: { readonly daysAgo: number; readonly reason: string };
  /** The latest session still waits for a signature. */
  readonly unsigned?: true;
  /** Number of a session, counted from 1, that was signed with left and right exchanged, and amended. */
  readonly amended?: number;
  /** Number of a session that was entered twice; the second entry is void. */
  readonly voided?: number;
  /** Why the neurologist went on, by finding. */
  readonly reasons?: Readonly<Partial<Record<FindingCode, string>>>;
  readonly review?: ReviewPlan;
  readonly events?: readonly EventPlan[];
  readonly appointments?: readonly AppointmentPlan[];
  readonly contacts?: readonly ContactPlan[];
  readonly cover?: readonly CoverPlan[];
  readonly answers?: readonly AnswerPlan[];
}

/** What a neurologist decided on the flag that a session raised. */
export interface ReviewPlan {
  /** Number of the session, counted from 1. */
  readonly afterSession: number;
  readonly daysAfter: number;
  readonly decision: ReviewDecision;
  readonly reason: string;
  readonly plannedProduct?: ToxinProduct;
  readonly priorTolerance?: PriorTolerance;
}

export interface EventPlan {
  /** Number of the session, counted from 1. */
  readonly session: number;
  readonly kind: string;
  readonly afterDays: number;
  readonly severity: EventSeverity;
  /** Days that it lasted; left out, it still lasts. */
  readonly forDays?: number;
  readonly note?: string;
}

export interface AppointmentPlan {
  /** Negative for days that have passed. One of today or later moves on to the next day that the clinic is open. */
  readonly inDays: number;
  readonly at: WallTime;
  readonly status?: AppointmentStatus;
  readonly note?: string;
}

export interface ContactPlan {
  /** 1 is yesterday. */
  readonly daysAgo: number;
  readonly channel: ContactChannel;
  readonly outcome: ContactOutcome;
  readonly snoozeDays?: number;
  readonly note?: string;
}

/** What the patient said of the latest session. */
export interface AnswerPlan {
  /** 1 is yesterday. */
  readonly daysAgo: number;
  readonly channel: AnswerChannel;
  /** `wore off` on the day that stands in the response. */
  readonly says: 'still working' | 'wore off';
  readonly helpedPct?: number;
  readonly trouble?: string;
  /** The neurologist took it over as it was given. */
  readonly confirmed?: true;
}

/** An authorization by the patient's payer for the planned product. */
export interface CoverPlan {
  readonly fromInDays: number;
  readonly toInDays: number;
  /** In HCPCS billing units. */
  readonly billingUnits?: number;
  readonly sessions?: number;
}
