import type { Duration, PlainDate } from '../calendar';
import type { Handedness } from '../catalogue/anatomy/handedness';
import type { CourseSide, Etiology, IndicationSlug } from '../catalogue/indications';
import type { InjectionSide } from '../catalogue/muscles';
import type { DatedPrecaution } from '../precautions/dated-precaution';
import type { PregnancyAnswer } from '../precautions/pregnancy';
import type { Elsewhere, UncountedDose } from '../elsewhere/told-dose';
import { totalUnits } from '../units';
import type { ToxinProduct, ToxinUnits } from '../units';
import type { Ends } from '../safety/end-check';
import type { StandingHold } from '../safety/hold-check';
import type { SideEffectOnRecord } from '../safety/side-effect-kinds';

/** Units of one product in one muscle. `bilateral`: the total over both sides. */
export interface Injected<P extends ToxinProduct> {
  /** A slug of `muscles.ts`. */
  readonly muscle: string;
  readonly side: InjectionSide;
  readonly units: ToxinUnits<P>;
}

export interface ProposedInjection<P extends ToxinProduct> extends Injected<P> {
  /** Over both sides when bilateral. */
  readonly sites?: number;
  readonly volumeMl?: number;
  readonly guidance?: string;
}

export interface ProposedVial<P extends ToxinProduct> {
  readonly lotNumber: string;
  /** The last day of use printed on the vial. */
  readonly expiresOn: PlainDate;
  readonly vialUnits: ToxinUnits<P>;
  /** Moments, RFC 3339. */
  readonly openedAt?: string;
  readonly reconstitutedAt?: string;
  readonly diluentMl?: number;
  readonly unitsDiscarded?: ToxinUnits<P>;
}

export interface ProposedSessionOf<P extends ToxinProduct> {
  readonly performedOn: PlainDate;
  readonly product: P;
  readonly injections: readonly ProposedInjection<P>[];
  readonly vials?: readonly ProposedVial<P>[];
}

/** A session as it is about to be saved. It has one product. */
export type ProposedSession<Q extends ToxinProduct = ToxinProduct> = {
  [P in Q]: ProposedSessionOf<P>;
}[Q];

/** Another valid session of the same patient, in whichever course, or a dose that somebody else gave; before or after the proposed one. */
export interface EarlierDoseOf<P extends ToxinProduct> {
  readonly sessionId: string;
  /** Null: given elsewhere. */
  readonly courseId: string | null;
  readonly sameCourse: boolean;
  /** The same for a session and what continues it. */
  readonly treatmentId?: string;
  /** It continues another session, whose day counts for intervals. */
  readonly continuation?: boolean;
  /** Null: given elsewhere, for what we do not treat or do not know. */
  readonly indication: IndicationSlug | null;
  readonly performedOn: PlainDate;
  readonly dose: { readonly product: P; readonly units: ToxinUnits<P> };
  readonly muscles: readonly Injected<P>[];
  /** Somebody else gave it. */
  readonly elsewhere?: Elsewhere;
}
export type EarlierDose<Q extends ToxinProduct = ToxinProduct> = { [P in Q]: EarlierDoseOf<P> }[Q];

/** What the check must know besides the session itself. */
export interface SessionContext extends Ends {
  readonly indication: IndicationSlug;
  readonly courseSide?: CourseSide | null;
  readonly etiology?: Etiology | null;
  /** What the course goes on with. */
  readonly plannedProduct?: ToxinProduct | null;
  /** The hand that the patient writes with. */
  readonly handedness?: Handedness | null;
  /** ICD-10-CM code of the course. */
  readonly diagnosisCode?: string | null;
  /** Null: nobody knows it. */
  readonly birthDate: PlainDate | null;
  /** Has somebody said of an earlier day that the patient was an adult, where the birth date is not known? */
  readonly saidAdult?: boolean;
  readonly sex?: string | null;
  readonly weight?: { readonly kg: number; readonly measuredOn: PlainDate } | null;
  /** All on record; those of the session's day are judged. */
  readonly precautions: readonly DatedPrecaution[];
  readonly pregnancyAnswers?: readonly PregnancyAnswer[];
  /** Is it on record that this patient tolerated botulinum toxin before? */
  readonly priorToxinTolerance: boolean;
  readonly today: PlainDate;
  /** The clinic's IANA zone, in which a vial's hours end; UTC when absent. */
  readonly zone?: string;
  /** The clinic's or payer's own shortest interval, where it is longer than the product's. */
  readonly clinicMinimum?: Duration | null;
  /** Holds in force, of this course and of the patient's others. */
  readonly holds?: readonly StandingHold[];
  /** Side effects of the other sessions. */
  readonly sideEffects?: readonly SideEffectOnRecord[];
  /** All other valid sessions of the patient, later ones too when this one is entered with a past day. */
  readonly earlierDoses: readonly EarlierDose[];
  /** What was given elsewhere and no sum can hold. */
  readonly uncountedDoses?: readonly UncountedDose[];
  /** The treatment that the proposed session belongs to, where others may belong to it too. */
  readonly treatmentId?: string;
  /** The day of the session that the proposed one completes or touches up. */
  readonly continuesOn?: PlainDate | null;
}

export function sessionUnits<P extends ToxinProduct>(session: ProposedSessionOf<P>): ToxinUnits<P> {
  return totalUnits(session.injections.map(({ units }) => units));
}

/** Asks one question of a session of whichever product, so that its units stay those of one product throughout. */
export function ofSession<R>(
  session: ProposedSession,
  ask: <P extends ToxinProduct>(session: ProposedSession<P>) => R,
): R {
  return ask<ToxinProduct>(session);
}

/** The other sessions with this product; those with another never enter a sum. */
export function dosesOf<P extends ToxinProduct>(
  product: P,
  context: SessionContext,
): readonly EarlierDoseOf<P>[] {
  return context.earlierDoses.filter(
    (earlierDose): earlierDose is EarlierDose & EarlierDoseOf<P> => earlierDose.dose.product === product,
  );
}

/** Other sessions of the same day or treatment and product: for a limit "per session" they are one session. */
export function sameDayDoses<P extends ToxinProduct>(
  session: ProposedSessionOf<P>,
  context: SessionContext,
): readonly EarlierDoseOf<P>[] {
  const { treatmentId } = context;
  return dosesOf(session.product, context).filter(
    (dose) =>
      dose.performedOn === session.performedOn ||
      (treatmentId !== undefined && dose.treatmentId === treatmentId),
  );
}

/** Everything of this product given on the session's day. */
export function dayUnits<P extends ToxinProduct>(
  session: ProposedSessionOf<P>,
  context: SessionContext,
): ToxinUnits<P> {
  return totalUnits([sessionUnits(session), ...sameDayDoses(session, context).map(({ dose }) => dose.units)]);
}
