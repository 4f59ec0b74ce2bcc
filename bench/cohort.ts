import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { IndicationSlug } from '../src/clinical/catalogue/indications';
import type { PlainDate } from '../src/clinical/calendar';
import { addDays } from '../src/clinical/calendar';
import type { SessionResponse, TreatedSession } from '../src/clinical/treated-session';
import type { ToxinProduct } from '../src/clinical/units';
import { doseOf } from '../src/clinical/units';

export const TRUTH_KINDS = [
  'none',
  'primary',
  'secondary-abrupt',
  'secondary-gradual',
  'one-off',
  'progression',
] as const;
export type TruthKind = (typeof TRUTH_KINDS)[number];

/** What really became of a simulated course. */
export interface Truth {
  readonly kind: TruthKind;
  /** Counted from 1: the first session with any loss (secondary), the first failed one (one-off), and so on. */
  readonly onsetSession: number | null;
  /** First session whose noise-free effect is at most half. */
  readonly halfLossSession: number | null;
  readonly rampSessions: number | null;
  readonly finalR: number | null;
  /** Last session with type A before a switch to type B. */
  readonly evalStop: number | null;
  readonly nSessions: number;
  readonly years: number;
  readonly durDays: readonly number[];
}

/** One line of a cohort file. */
export interface CohortCourse {
  readonly courseId: string;
  readonly indication: IndicationSlug;
  readonly side?: string;
  readonly truth: Truth;
  readonly sessions: readonly CohortSession[];
}

export interface CohortSession {
  readonly n: number;
  readonly date: PlainDate;
  readonly product: ToxinProduct;
  readonly units: number;
  readonly minIntervalDays: number;
  readonly muscles: readonly string[];
  readonly injector: string;
  readonly adverseEvents: readonly string[];
  readonly response: {
    readonly peakImprovementPct: number | null;
    readonly pgic: number | null;
    readonly scale: {
      readonly name: string;
      readonly baseline: number | string;
      readonly peak: number | string;
    } | null;
    readonly onsetDays: number | null;
    readonly wearOffDate: PlainDate | null;
    readonly wearOffStatus: 'recorded' | 'still-effective' | 'unknown';
    /** Days after the session on which it was judged, where that was not at the peak. */
    readonly judgedDays?: number;
  };
}

/** Reads a cohort file, gzipped or not, one course a line. */
export function readCohort(path: string): CohortCourse[] {
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as CohortCourse);
}

/** The course as a clinic would have recorded it; the truth stays behind. */
export function treatedSessions(course: CohortCourse): TreatedSession[] {
  return course.sessions.map((session, index) => ({
    sessionId: String(session.n),
    performedOn: session.date,
    dose: doseOf(session.product, session.units),
    muscles: session.muscles,
    injectorId: session.injector,
    response: recordedResponse(session, course.sessions[index + 1]?.date),
  }));
}

const PEAK_CHECK_DAYS = 35;

function recordedResponse({ date, response }: CohortSession, nextOn: PlainDate | undefined): SessionResponse {
  const { scale, judgedDays = PEAK_CHECK_DAYS } = response;
  return {
    assessedOn: addDays(date, judgedDays),
    improvementPct: response.peakImprovementPct ?? undefined,
    pgic: response.pgic ?? undefined,
    onsetOn: response.onsetDays === null ? undefined : addDays(date, response.onsetDays),
    woreOffOn: response.wearOffDate ?? undefined,
    stillEffectiveOn: response.wearOffStatus === 'still-effective' ? nextOn : undefined,
    measurements: scale
      ? [
          { scale: scale.name, phase: 'cycle-start', value: scale.baseline, measuredOn: date },
          { scale: scale.name, phase: 'peak', value: scale.peak, measuredOn: addDays(date, judgedDays) },
        ]
      : undefined,
  };
}
