import type { PlainDate } from '../../calendar';
import { GUIDANCE, type Guidance } from '../../catalogue/guidance';
import type { ToxinProduct } from '../../units';
import type { PaperCourse, PaperEvent, PaperTreatment } from '../course-lines';
import type { PaperInjection, PaperVial } from '../dose-lines';
import type { Letterhead, PaperPatient } from '../paper';
import type { PlannedSession } from './requested-session';
import { scaleChanges } from './scale-change';

/** Whoever injected or signed; without credentials the name alone is known. */
export interface PacketPerson {
  readonly name: string;
  readonly hasCredentials: boolean;
}

export interface PacketSession {
  readonly performedOn: PlainDate;
  readonly product: ToxinProduct;
  readonly totalUnits: number;
  readonly injections: readonly PaperInjection[];
  readonly vials: readonly PaperVial[];
  /** The day of the session that this one completes or touches up. */
  readonly continuesOn: PlainDate | null;
  readonly injector: PacketPerson | null;
  /** With the moment: "26 Nov 2026, 14:30". */
  readonly signed: (PacketPerson & { readonly at: string }) | null;
  /** From another record: it is not signed here, and is no draft. */
  readonly takenOver: boolean;
}

export interface PacketDemand {
  readonly code: string;
  readonly text: string;
  readonly evidence: string | null;
}

export interface PacketFacts {
  readonly clinic: Letterhead;
  readonly patient: PaperPatient;
  readonly payer: string | null;
  readonly course: PaperCourse;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Given in these days, in their order. */
  readonly sessions: readonly PacketSession[];
  /** All of the course until the last of these days, in their order. */
  readonly treatments: readonly PaperTreatment[];
  /** The latest first. */
  readonly events: readonly PaperEvent[];
  /** Why muscles are looked for with EMG or a picture; null: not written. */
  readonly guidanceReason: string | null;
  /** The next session; null: none is to come, or one looks back. */
  readonly next: PlannedSession | null;
  /** What was tried before, a line each. */
  readonly tried: readonly string[];
  /** What the payer asks for, and what the record says of it. */
  readonly demands: readonly PacketDemand[];
  /** What the record does not tell of that. */
  readonly lacks: readonly string[];
}

/** By what the muscles of these sessions were looked for, other than by hand. */
export function guidedBy(sessions: readonly PacketSession[]): readonly Guidance[] {
  const used = sessions.flatMap(({ injections }) => injections.map(({ guidance }) => guidance));
  return GUIDANCE.filter((by) => by !== 'none' && by !== 'palpation' && used.includes(by));
}

/** Payers ask for the effect of the two treatments before (NGS, V:NGS). */
const TREATMENTS_TOLD = 2;

/** The last two treatments, each with those before it: a scale is compared with what it was untreated. */
export function toldTreatments(treatments: readonly PaperTreatment[]): (readonly PaperTreatment[])[] {
  return treatments.map((_, i) => treatments.slice(0, i + 1)).slice(-TREATMENTS_TOLD);
}

/** Does anything say how the last of these treatments worked: a rating, or a scale taken after it? */
export function isEffectKnown(until: readonly PaperTreatment[]): boolean {
  const { improvementPct, pgic, peakEffect } = until.at(-1)!.response ?? {};
  return (
    [improvementPct, pgic, peakEffect].some((given) => given !== undefined) ||
    scaleChanges(until).some(({ after }) => after !== null)
  );
}
