import { ageIfKnown } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { INDICATIONS, isSpasticity } from '../catalogue/indications';
import { MUSCLES } from '../catalogue/muscles';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { PRODUCTS } from '../catalogue/products';
import { unitsText } from '../doses/dose-cap';
import { isFirstOfProduct } from '../doses/dose-limits';
import type { Finding } from '../finding';
import type { RuleValues } from '../rules';
import { isChild, sourceText } from '../rules';
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
 * an ordinary dose of another product; in a first session with the product also when it is only low in every muscle, and an
 * ordinary dose of one whose numbers are others.
 */
export function tooLittleFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  if (isChild(ageIfKnown(context.birthDate, session.performedOn), rules) || context.continuesOn) return [];
  const last = doseOfLastCycle(session, context, rules);
  if (last?.isRecent) return [];
  const { product } = session;
  const units = ofSession<number>(session, sessionUnits);
  const usual = usualInSession(context.indication, product);
  const least = rules['S23.low'] * usual.from;
  if (last && units < least && last.units < least) return [];
  const others = fitsAsOther(session, context);
  if (units >= least) {
    const ofOther = others.filter((other) => isOfOtherOrder(product, other.product, rules));
    return last || ofOther.length === 0 || !isLowEverywhere(session)
      ? tooLittleInMuscles(session, context, rules)
      : [lowEverywhere(session, ofOther)];
  }
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

/** Below the usual of every muscle, of its region where it has none of its own. */
function isLowEverywhere({ product, injections }: ProposedSession): boolean {
  return muscleDoses(injections).every(({ muscle, units }) => units < usualInMuscle(muscle, product).from);
}

function lowEverywhere(session: ProposedSession, others: readonly LikelyProduct[]): Finding {
  const units = ofSession<number>(session, sessionUnits);
  return {
    code: 'S23',
    severity: 'confirm',
    message: sentences(
      `${unitsText(session.product, units)} in this session, and in each muscle less than is usual of ${PRODUCTS[session.product].brand}.`,
      asOther(units, others),
      'Correct the product or the units, or give the reason for so little.',
    ),
    pointer: '/injections',
    sourceText: 'Usual in the muscle or its region (P)',
  };
}

/** Not when the muscles fit the product, nor when its label itself asks for less in a patient who had no toxin yet. */
function fitsAsOther(session: ProposedSession, context: SessionContext): readonly LikelyProduct[] {
  const { product } = session;
  const { firstDose, doseStep } = PRODUCT_ROWS[product];
  const doses = muscleDoses(session.injections);
  if (doses.every(({ muscle, units }) => units >= usualInMuscle(muscle, product).from)) return [];
  const units = ofSession<number>(session, sessionUnits);
  const startsLow = firstDose !== null && !context.priorToxinTolerance && isFirstOfProduct(session, context);
  if (startsLow && units >= doseStep.least) return [];
  return likelyProducts(session, { units, doses, context });
}

/** Told together. A limb's ranges are those of spasticity and a neck's those of dystonia: elsewhere less is ordinary. */
function tooLittleInMuscles(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
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
  const { region } = MUSCLES[muscle];
  if (region === 'upper_limb' || region === 'lower_limb') return isSpasticity(indication);
  return region === 'neck' ? indication === 'cervical_dystonia' : true;
}
