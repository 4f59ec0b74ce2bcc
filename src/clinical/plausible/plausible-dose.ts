import type { IndicationSlug } from '../catalogue/indications';
import { INDICATIONS } from '../catalogue/indications';
import type { Placed } from '../catalogue/anatomy/limb-units';
import { MUSCLES } from '../catalogue/muscles';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { PRODUCTS } from '../catalogue/products';
import { unitsText } from '../doses/dose-cap';
import type { Finding } from '../finding';
import { toHundredth } from '../numbers';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';
import { ofSession, sameDayDoses, sessionUnits } from '../session-check/proposed-session';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import type { ToxinProduct } from '../units';
import { sentences } from '../words';
import { changeFindings, doseOfLastCycle } from './dose-change';
import { doubledFindings } from './against-last/doubled-dose';
import { isOfOtherOrder, likelyMeant, likelyProducts, rangeText } from './likely-meant';
import { productBeforeFindings } from './against-last/product-before';
import { tooLittleFindings } from './too-little';
import {
  muscleDoses,
  placeText,
  upperEndInMuscle,
  upperEndInSession,
  usualInMuscle,
  usualInSession,
} from './usual-doses';
import type { MuscleDose } from './usual-doses';

/**
 * Is this a dose that anybody would mean (S23)?
 *
 * More than `S23.high` times what is usual in a muscle or in a session of the indication is asked about, what is above it
 * in every muscle of a first session where it is ordinary of a product with other numbers, and so is what
 * differs by more than `S23.change` times from the last session (`dose-change.ts`) or looks counted twice
 * (`doubled-dose.ts`). In the larynx both sides count together. What the patient gets in the same muscle on the same day or in the same treatment counts with it.
 * Too little is `too-little.ts`, the units of the product before `product-before.ts`. More than `S23.stop` times the limit of the product stops: only a slip explains it. The
 * ends themselves are allowed.
 */
export function plausibleDoseFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const impossible = impossibleDose(session, context, rules);
  if (impossible.length > 0) return impossible;
  const tooMuch = tooMuchFindings(session, context, rules);
  const tooLittle = tooLittleFindings(session, context, rules);
  const askedAbout = new Set(tooMuch.flatMap(({ pointer }) => pointer ?? []));
  const whole = [...tooMuch, ...tooLittle].some(
    ({ severity, pointer }) => severity === 'confirm' && pointer === '/injections',
  );
  return [
    ...bothAirwayMuscles(session),
    ...tooMuch,
    ...(whole ? [] : productBeforeFindings(session, context, rules)),
    ...changeFindings(session, context, rules, askedAbout),
    ...doubledFindings(session, context, rules, askedAbout),
    ...tooLittle,
  ];
}

/** A session that looks like one of another product is asked about as a whole, any other muscle by muscle too. */
function tooMuchFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const inMuscles = tooMuchInMuscles(session, context, rules);
  if (inMuscles.length > 0 && session.injections.length === 1) return inMuscles;
  const { findings, looksLikeOther } = tooMuchInSession(session, context, rules);
  return looksLikeOther ? findings : [...inMuscles, ...findings];
}

function impossibleDose(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { product } = session;
  const capUnits = sessionLimit(product, rules);
  const units = ofSession<number>(session, sessionUnits);
  if (capUnits === undefined || units <= rules['S23.stop'] * capUnits) return [];
  const doses = muscleDoses(session.injections);
  const only = doses.length === 1 ? doses[0] : undefined;
  const usual = only ? usualInMuscle(only.muscle, product) : usualInSession(context.indication, product);
  const others = likelyProducts(session, { units, doses, context });
  return [
    {
      code: 'S23',
      severity: 'stop',
      message: sentences(
        `${unitsText(product, units)} is more than ${rules['S23.stop']} times the limit of ${unitsText(product, capUnits)}; no reading of the label makes it possible.`,
        likelyMeant(product, { units, usual }, others),
        'Correct the units or the product.',
      ),
      pointer: only ? `/injections/${only.row}/units` : '/injections',
      sourceText: sourceText('S23.stop'),
    },
  ];
}

/** What the product's label or payers allow at most at one time, the lowest where several hold. */
function sessionLimit(product: ToxinProduct, rules: SessionRuleValues): number | undefined {
  const { adult, cumulative } = PRODUCT_ROWS[product].limits;
  const caps = (adult ? [adult] : cumulative).map(({ ruleId }) => rules[ruleId]);
  return caps.length > 0 ? Math.min(...caps) : undefined;
}

/** One finding a muscle, of its fuller side. */
function tooMuchInMuscles(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { product } = session;
  const besides = muscleDoses(
    ofSession<readonly Placed[]>(session, (given) =>
      sameDayDoses(given, context).flatMap(({ muscles }) => muscles),
    ),
  );
  const over = countedDoses(session)
    .map((dose) => ({ ...dose, other: unitsIn(dose, besides) }))
    .filter(({ muscle, units, other }) => {
      return units + other > rules['S23.high'] * upperEndInMuscle(muscle, session, context, rules).units;
    });
  const fullest = over.filter(({ muscle, units, other, side }) =>
    over.every(
      (dose) =>
        dose.muscle !== muscle ||
        dose.units + dose.other < units + other ||
        dose.side === side ||
        (dose.units + dose.other === units + other && side === 'left'),
    ),
  );
  return fullest.map(({ other, ...dose }): Finding => {
    const { muscle, side, units, row } = dose;
    const usual = usualInMuscle(muscle, product);
    const { units: most, byWeight } = upperEndInMuscle(muscle, session, context, rules);
    const { brand } = PRODUCTS[product];
    const aSide = side === 'midline' ? '' : side === 'both' ? ' in all' : ' a side';
    const usually = byWeight
      ? `is at most ${byWeight.perKg} U/kg of ${brand}${aSide} (${most.toLocaleString('en-US')} U at ${byWeight.kg} kg)`
      : `are ${rangeText(usual)} ${brand}${aSide}`;
    const alone = session.injections.length === 1 ? units : undefined;
    const others =
      side === 'both' ? [] : likelyProducts(session, { units: alone, doses: [{ ...dose, side }], context });
    return {
      code: 'S23',
      severity: 'confirm',
      message: sentences(
        `${unitsText(product, units + other)} in ${side === 'both' ? `both sides of the ${MUSCLES[muscle].name.toLowerCase()}` : `the ${placeText({ muscle, side })}`}${other > 0 ? `, ${unitsText(product, other)} of them in another session of this day or treatment` : ''}: usual there ${usually}.`,
        likelyMeant(product, { units, usual }, others),
        'Correct it, or give the reason for so much.',
      ),
      pointer: `/injections/${row}/units`,
      sourceText: `${sourceText('S23.high')}; usual in the muscle (${usual.source})`,
    };
  });
}

type CountedDose = Omit<MuscleDose, 'side'> & { readonly side: MuscleDose['side'] | 'both' };

/** By side; in the larynx both sides count together, for the airway lies between them. */
function countedDoses({ injections }: ProposedSession): readonly CountedDose[] {
  const doses = muscleDoses(injections);
  return doses.flatMap((dose): readonly CountedDose[] => {
    const other = doses.find(({ muscle, side }) => muscle === dose.muscle && side !== dose.side);
    if (!other || MUSCLES[dose.muscle].region !== 'larynx') return [dose];
    return dose.side === 'left'
      ? [{ ...dose, side: 'both', units: toHundredth(dose.units + other.units) }]
      : [];
  });
}

function unitsIn({ muscle, side }: CountedDose, doses: readonly MuscleDose[]): number {
  return doses
    .filter((dose) => dose.muscle === muscle && (side === 'both' || dose.side === side))
    .reduce((sum, dose) => sum + dose.units, 0);
}

/** Parts of one treatment count together. */
function tooMuchInSession(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): { readonly findings: readonly Finding[]; readonly looksLikeOther: boolean } {
  const { product } = session;
  const units = ofSession<number>(session, sessionUnits);
  const other = ofSession(session, (given) =>
    sameDayDoses(given, context).reduce(
      (sum, { sameCourse, dose }) => (sameCourse ? sum + dose.units : sum),
      0,
    ),
  );
  const usual = usualInSession(context.indication, product);
  const most = upperEndInSession(session, context, rules);
  const others = likelyProducts(session, { units, doses: muscleDoses(session.injections), context });
  const limit = sessionLimit(product, rules);
  const overLimit = limit !== undefined && units > rules['S23.other'] * limit && others.length > 0;
  // Above its own limit the product asks by itself.
  const isOther =
    units > most.units &&
    (limit === undefined || units <= limit) &&
    others.some((likely) => isOfOtherOrder(product, likely.product, rules)) &&
    isHighEverywhere(session, context, rules);
  if (units + other <= rules['S23.high'] * most.units && !overLimit && !isOther)
    return { findings: [], looksLikeOther: false };
  const usually = most.byWeight
    ? `is at most ${unitsText(product, most.units)} (by weight, ${most.byWeight.kg} kg)`
    : `are ${rangeText(usual)} ${PRODUCTS[product].brand}`;
  const findings: readonly Finding[] = [
    {
      code: 'S23',
      severity: 'confirm',
      message: sentences(
        `${unitsText(product, units + other)} in this ${other > 0 ? 'treatment' : 'session'}: usual for ${indicationText(context.indication)} ${usually}.`,
        likelyMeant(product, { units, usual: { ...usual, to: most.units } }, others),
        'Correct it, or give the reason for so much.',
      ),
      pointer: '/injections',
      sourceText: `${sourceText('S23.high')}; usual in the indication (${usual.source})`,
    },
  ];
  return { findings, looksLikeOther: others.length > 0 };
}

/** In a first session with the product: above the usual of every muscle, though in none above twice of it. */
function isHighEverywhere(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): boolean {
  if (doseOfLastCycle(session, context, rules)) return false;
  return muscleDoses(session.injections).every(
    ({ muscle, units }) => units > upperEndInMuscle(muscle, session, context, rules).units,
  );
}

/** The only muscles that open the glottis: weak on both sides, the airway closes. */
function bothAirwayMuscles(session: ProposedSession): readonly Finding[] {
  const doses = muscleDoses(session.injections).filter(({ muscle }) => muscle === 'posterior_cricoarytenoid');
  if (doses.length < 2) return [];
  const each = doses
    .map(({ side, units }) => `${side} ${unitsText(session.product, toHundredth(units))}`)
    .join(', ');
  return [
    {
      code: 'S23',
      severity: 'confirm',
      message: `Both posterior cricoarytenoids (${each}): weakness of both closes the airway. Inject one side now and the other later, or give the reason.`,
      pointer: `/injections/${doses[0]!.row}/units`,
      sourceText: 'Both posterior cricoarytenoids in one session (M)',
    },
  ];
}

function indicationText(indication: IndicationSlug): string {
  return INDICATIONS[indication].name.toLowerCase();
}
