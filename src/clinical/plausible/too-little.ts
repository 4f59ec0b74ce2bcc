import { ageIfKnown } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { INDICATIONS, isSpasticity } from '../catalogue/indications';
import { MUSCLES, type MuscleSlug } from '../catalogue/muscles';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { PRODUCTS } from '../catalogue/products';
import { unitsText } from '../doses/dose-cap';
import { isFirstOfProduct } from '../doses/dose-limits';
import type { Finding } from '../finding';
import { isChild } from '../session-rules/intervals';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';
import { ofSession, sessionUnits } from '../session-check/proposed-session';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import { sentences } from '../words';
import { doseOfLastCycle } from './dose-change';
import { asOther, isOfOtherOrder, likelyProducts, rangeText, type LikelyProduct } from './likely-meant';
import type { MuscleDose } from './usual-doses';
import { muscleDoses, placeText, usualInMuscle, usualInSession } from './usual-doses';

/**
 * Is this far less than what is usual (S23)?
 *
 * Noted, for a first, cautious dose is as small; not when the patient had as little last time, nor of a booster, of
 * what completes or touches up another session, or of a child, whose dose follows its weight. Asked about when it would be
 * an ordinary dose of another product; in a first session with the product also when it is an ordinary dose of one whose
 * numbers are others, and only low in every muscle, below what is usual in the session, or of a use that no label names.
 */
export function tooLittleFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  if (isChild(ageIfKnown(context.birthDate, session.performedOn), rules) || context.continuesOn) return [];
  const last = doseOfLastCycle(session, context, rules);
  if (last?.isRecent) return [];
  const { product } = session;
  const units = ofSession<number>(session, sessionUnits);
  const usual = usualInSession(context.indication, product);
  const least = rules['S23.low'] * usual.from;
  if (last && units < least && last.units < least) return [];
  if (units >= least) {
    const typed = last ? undefined : typedForOther(session, context, rules);
    return typed ? [typed] : tooLittleInMuscles(session, context, rules);
  }
  const others = fitsAsOther(session, context);
  return [
    {
      code: 'S23',
      severity: others.length > 0 ? 'confirm' : 'note',
      message: sentences(
        `${unitsText(product, units)} in this session: usual for ${INDICATIONS[context.indication].name.toLowerCase()} are ${rangeText(usual)} ${PRODUCTS[product].brand}.`,
        others.length > 0 ? asOther(units, others) : '',
        others.length > 0
          ? 'Correct the product or the units, or give the reason for so little.'
          : 'A first, cautious dose is as small; else check the units.',
      ),
      pointer: '/injections',
      sourceText: `${sourceText('S23.low')}; usual in the indication (${usual.source})`,
    },
  ];
}

/** In a first session with the product: is it low for it, if not too little, and ordinary of one whose numbers are others? */
function typedForOther(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): Finding | undefined {
  const { product } = session;
  const units = ofSession<number>(session, sessionUnits);
  const doses = muscleDoses(session.injections);
  const { usualDose, labelStatus, name } = INDICATIONS[context.indication];
  if (startsLow(session, context)) return undefined;
  // What is near the product of before is asked about there.
  const others = likelyProducts(session, { units, doses, context }).filter(
    (other) => !other.before && isOfOtherOrder(product, other.product, rules),
  );
  const own = usualDose[product];
  const fitting = others.filter((other) => fitsMuscles(other, doses));
  if (own && units < own.from && fitting.length > 0)
    return asked(
      `${unitsText(product, units)} in this session: usual for ${name.toLowerCase()} are ${rangeText(own)} ${PRODUCTS[product].brand}.`,
      { units, others: fitting },
      `Usual in the indication (${own.source})`,
    );
  if (others.length > 0 && isLowEverywhere(session, context.indication))
    return asked(
      `${unitsText(product, units)} in this session, and in each muscle less than is usual of ${PRODUCTS[product].brand}.`,
      { units, others },
      'Usual in the muscle, its size or its region (P)',
    );
  const labelled = fitting.filter((other) => labelStatus[other.product] === 'on-label');
  if (own || labelStatus[product] !== 'off-label' || labelled.length === 0) return undefined;
  return asked(
    `${unitsText(product, units)} in this session, and ${PRODUCTS[product].brand} is off-label for ${name.toLowerCase()}.`,
    { units, others: labelled },
    'Units of one product are not those of another (V:DYS-CD,XEO-DC,MYO-RG)',
  );
}

function asked(
  said: string,
  { units, others }: { readonly units: number; readonly others: readonly LikelyProduct[] },
  source: string,
): Finding {
  return {
    code: 'S23',
    severity: 'confirm',
    message: sentences(
      said,
      asOther(units, others),
      'Correct the product or the units, or give the reason for so little.',
    ),
    pointer: '/injections',
    sourceText: source,
  };
}

/** Below the usual of every muscle, of its size or region where it has none of its own. */
function isLowEverywhere({ product, injections }: ProposedSession, indication: IndicationSlug): boolean {
  return muscleDoses(injections).every(
    ({ muscle, units }) => units < usualInMuscle(muscle, product).from && !isFineLimb(muscle, indication),
  );
}

/** A limb that is not spastic: less than its ranges is ordinary. */
function isFineLimb(muscle: MuscleSlug, indication: IndicationSlug): boolean {
  const { region } = MUSCLES[muscle];
  return (region === 'upper_limb' || region === 'lower_limb') && !isSpasticity(indication);
}

/** In no muscle more of the other product than its own range there. */
function fitsMuscles({ product }: LikelyProduct, doses: readonly MuscleDose[]): boolean {
  return doses.every(({ muscle, units }) => units <= (MUSCLES[muscle].usualRange[product]?.to ?? 0));
}

/** Not when the muscles fit the product, nor when its label itself asks for less in a patient who had no toxin yet. */
function fitsAsOther(session: ProposedSession, context: SessionContext): readonly LikelyProduct[] {
  const { product } = session;
  const doses = muscleDoses(session.injections);
  if (doses.every(({ muscle, units }) => units >= usualInMuscle(muscle, product).from)) return [];
  if (startsLow(session, context)) return [];
  const units = ofSession<number>(session, sessionUnits);
  return likelyProducts(session, { units, doses, context });
}

/** The label itself asks for less in a patient who had no toxin yet: for smaller doses, not for less than a step in a muscle. */
function startsLow(session: ProposedSession, context: SessionContext): boolean {
  const { firstDose, doseStep } = PRODUCT_ROWS[session.product];
  if (firstDose === null || context.priorToxinTolerance) return false;
  const inSteps = muscleDoses(session.injections).every(({ units }) => units >= doseStep.least);
  return inSteps && isFirstOfProduct(session, context);
}

/** Told together. A limb's ranges are those of spasticity and a neck's those of dystonia: elsewhere less is ordinary. */
function tooLittleInMuscles(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { product } = session;
  const last = doseOfLastCycle(session, context, rules);
  const least = (dose: MuscleDose) =>
    rules['S23.low'] * (MUSCLES[dose.muscle].usualRange[product]?.from ?? 0);
  const low = muscleDoses(session.injections).filter((dose) => {
    const before = last?.inMuscle(dose.muscle, dose.side);
    if (before !== undefined && before < least(dose)) return false;
    return lowEndHolds(dose, context.indication) && dose.units < least(dose);
  });
  if (low.length === 0) return [];
  const each = low.map(
    (dose) =>
      `${placeText(dose)} ${unitsText(product, dose.units)} (usual ${rangeText(usualInMuscle(dose.muscle, product))})`,
  );
  return [
    {
      code: 'S23',
      severity: 'note',
      message: `Less than usual: ${each.join(', ')}. A first, cautious dose is as small; else check the units.`,
      pointer: `/injections/${low[0]!.row}/units`,
      sourceText: sourceText('S23.low'),
    },
  ];
}

function lowEndHolds({ muscle }: MuscleDose, indication: IndicationSlug): boolean {
  if (isFineLimb(muscle, indication)) return false;
  return MUSCLES[muscle].region === 'neck' ? indication === 'cervical_dystonia' : true;
}
