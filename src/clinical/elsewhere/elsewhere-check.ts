import { addDays, daysBetween, type PlainDate } from '../calendar';
import type { Finding } from '../finding';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import type { ToxinProduct } from '../units';
import type { UncountedDose } from './told-dose';
import { elsewhereText } from './elsewhere-text';
import { indicationIn, namesPlaceOf } from './place-text';

/** A dose that a session may be too close to. */
export interface NearDose {
  readonly performedOn: PlainDate;
  /** Of one given elsewhere, what it was. */
  readonly told?: string;
  /** The session that the proposed one continues. */
  readonly continued?: true;
}

type Told = Required<Pick<NearDose, 'performedOn' | 'told'>>;

/**
 * Which doses given elsewhere may lie in the region of this session?
 *
 * Those for the same indication, and those whose words name a muscle or a part of the body that this session injects. A
 * dose of which neither is recorded may be anywhere, so it counts.
 */
export function elsewhereInRegion(session: ProposedSession, context: SessionContext): readonly Told[] {
  return dosesElsewhere(context)
    .filter(({ region, indication }) => {
      if (region === null && indication === null) return true;
      if (indication !== null && indicationIn(indication) === context.indication) return true;
      return namesPlaceOf(`${region ?? ''} ${indication ?? ''}`, session.injections);
    })
    .map((dose) => {
      const { told, ...near } = toldOf(dose);
      const unplaced = dose.region === null && dose.indication === null;
      return { ...near, told: unplaced ? `${told}, nobody recorded in which region,` : told };
    });
}

export function elsewhereOf(product: ToxinProduct, context: SessionContext): readonly Told[] {
  return dosesElsewhere(context)
    .filter((dose) => dose.product === product)
    .map(toldOf);
}

/** Those with another product, ours or not. */
export function elsewhereNotOf(product: ToxinProduct, context: SessionContext): readonly Told[] {
  return dosesElsewhere(context)
    .filter((dose) => dose.product !== product)
    .map(toldOf);
}

/** Was this product given elsewhere, and nobody knows how much (S03)? No sum holds it, so a person asks. */
export function unknownUnitsFindings(
  session: ProposedSession,
  { uncountedDoses = [] }: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const windowDays = rules['S03.window'];
  const near = uncountedDoses
    .filter(({ product }) => product === session.product)
    .filter(({ performedOn }) => Math.abs(daysBetween(performedOn, session.performedOn)) < windowDays)
    .map(toldOf);
  if (near.length === 0) return [];
  const told = near.map((dose) => dose.told).toSorted();
  const outFrom = near
    .map(({ performedOn }) => addDays(performedOn, windowDays))
    .toSorted()
    .at(-1)!;
  return [
    {
      code: 'S03',
      severity: 'confirm',
      message: `${told.join(', ')}: its units are not known, so the sum within ${windowDays} days leaves it out; from ${outFrom} on it no longer counts. Ask for the units and record them, or give the reason for going on.`,
      pointer: '/product',
      sourceText: sourceText('S03.window'),
    },
  ];
}

function toldOf(dose: UncountedDose): Told {
  return { performedOn: dose.performedOn, told: elsewhereText(dose, dose.product, dose.performedOn) };
}

/** Those that a sum holds and those that none can hold. */
function dosesElsewhere({ earlierDoses, uncountedDoses = [] }: SessionContext): readonly UncountedDose[] {
  const counted = earlierDoses.flatMap(({ elsewhere, dose: { product, units }, performedOn }) =>
    elsewhere ? [{ ...elsewhere, performedOn, product, units }] : [],
  );
  return [...counted, ...uncountedDoses];
}
