import type {
  EarlierDose,
  EarlierDoseOf,
  Injected,
  ProposedInjection,
  ProposedSession,
  ProposedSessionOf,
  ProposedVial,
} from './proposed-session';
import type { ToxinProduct, ToxinUnits } from '../units';
import { doseOf, toxinUnits } from '../units';

type AnyUnits = ToxinUnits<ToxinProduct> | undefined;
type Plain<T> = { [K in keyof T]: T[K] extends AnyUnits ? number | Extract<T[K], undefined> : T[K] };

/** A session as a request or a form gives it: numbers of units beside one product. */
export interface PlainSession extends Omit<ProposedSessionOf<ToxinProduct>, 'injections' | 'vials'> {
  readonly injections: readonly Plain<ProposedInjection<ToxinProduct>>[];
  readonly vials?: readonly Plain<ProposedVial<ToxinProduct>>[];
}

/** Another session as the database gives it. */
export interface PlainDose extends Omit<EarlierDoseOf<ToxinProduct>, 'dose' | 'muscles'> {
  readonly product: ToxinProduct;
  readonly units: number;
  /** Left out when only the total is known. */
  readonly muscles?: readonly Plain<Injected<ToxinProduct>>[];
}

/** The session with its numbers as units of its product. @throws RangeError when a number of units cannot be one. */
export function proposeSession(plain: PlainSession): ProposedSession {
  return sessionOf(plain.product, plain);
}

/** The dose with its numbers as units of its product. @throws RangeError when a number of units cannot be one. */
export function earlierDose(plain: PlainDose): EarlierDose {
  return earlierOf(plain.product, plain);
}

function sessionOf<P extends ToxinProduct>(product: P, plain: PlainSession): ProposedSession<P> {
  const { performedOn, injections, vials } = plain;
  return {
    performedOn,
    product,
    injections: injections.map((injection) => ({
      ...injection,
      units: toxinUnits(product, injection.units),
    })),
    vials: vials?.map(({ unitsDiscarded, ...vial }) => ({
      ...vial,
      vialUnits: toxinUnits(product, vial.vialUnits),
      ...(unitsDiscarded !== undefined && { unitsDiscarded: toxinUnits(product, unitsDiscarded) }),
    })),
  };
}

function earlierOf<P extends ToxinProduct>(product: P, plain: PlainDose): EarlierDose<P> {
  const {
    sessionId,
    courseId,
    sameCourse,
    indication,
    performedOn,
    units,
    muscles = [],
    elsewhere,
    treatmentId,
    continuation,
  } = plain;
  return {
    sessionId,
    courseId,
    sameCourse,
    indication,
    performedOn,
    dose: doseOf(product, units),
    muscles: muscles.map((muscle) => ({ ...muscle, units: toxinUnits(product, muscle.units) })),
    ...(elsewhere && { elsewhere }),
    ...(treatmentId && { treatmentId }),
    ...(continuation && { continuation }),
  };
}
