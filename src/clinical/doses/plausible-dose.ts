import { ageOn } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { INDICATIONS, isSpasticity } from '../catalogue/indications';
import { MUSCLES } from '../catalogue/muscles';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { PRODUCTS } from '../catalogue/products';
import type { Finding } from '../finding';
import { toHundredth } from '../numbers';
import type { RuleValues } from '../rules';
import { isChild, sourceText } from '../rules';
import { ofSession, sessionUnits } from '../session-check/proposed-session';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import type { ToxinProduct } from '../units';
import { unitsText } from './dose-cap';
import { changeFindings, doseOfLastCycle } from './dose-change';
import { isFirstOfProduct } from './dose-limits';
import {
  asOther,
  fitsInsteadOfSoLittle,
  fitsInsteadOfSoMuch,
  meantInsteadOfSoMuch,
  rangeText,
} from './likely-meant';
import type { MuscleDose } from './usual-doses';
import { muscleDoses, placeText, upperEndInMuscle, usualInMuscle, usualInSession } from './usual-doses';

/**
 * Is this a dose that anybody would mean (S23)?
 *
 * More than `S23.high` times what is usual in a muscle or in a session of the indication is asked about, and so is what
 * differs by more than `S23.change` times from the last session (`dose-change.ts`). Less than `S23.low` of the usual is
 * noted, unless the patient had as little last time; it is asked about when it would be an ordinary dose of a product
 * whose units come in another size. More than `S23.stop` times the limit of the product stops: only a slip explains it.
 * The ends themselves are allowed.
 */
export function plausibleDoseFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const impossible = impossibleDose(session, context, rules);
  if (impossible.length > 0) return impossible;
  const inMuscles = tooMuchInMuscles(session, context, rules);
  const told = inMuscles.length > 0 && session.injections.length === 1;
  const tooMuch = [...inMuscles, ...(told ? [] : tooMuchInSession(session, context, rules))];
  const askedAbout = new Set(tooMuch.flatMap(({ pointer }) => pointer ?? []));
  return [
    ...bothAirwayMuscles(session),
    ...tooMuch,
    ...changeFindings(session, context, rules, askedAbout),
    ...tooLittle(session, context, rules),
  ];
}

function impossibleDose(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const { product } = session;
  const capUnits = sessionLimit(product, rules);
  const units = ofSession<number>(session, sessionUnits);
  if (capUnits === undefined || units <= rules['S23.stop'] * capUnits) return [];
  const doses = muscleDoses(session.injections);
  const only = doses.length === 1 ? doses[0] : undefined;
  const usualOf = (of: ToxinProduct) =>
    only ? usualInMuscle(only.muscle, of) : usualInSession(context.indication, of);
  const meant = meantInsteadOfSoMuch(product, only?.units ?? units, usualOf);
  return [
    {
      code: 'S23',
      severity: 'stop',
      message: sentences(
        `${unitsText(product, units)} is more than ${rules['S23.stop']} times the limit of ${unitsText(product, capUnits)}; no reading of the label makes it possible.`,
        meant,
        'Correct the units or the product.',
      ),
      pointer: only ? `/injections/${only.row}/units` : '/injections',
      sourceText: sourceText('S23.stop'),
    },
  ];
}

/** What the product's label or payers allow at most at one time, the lowest where several hold. */
function sessionLimit(product: ToxinProduct, rules: RuleValues): number | undefined {
  const { adult, cumulative } = PRODUCT_ROWS[product].limits;
  const caps = (adult ? [adult] : cumulative).map(({ ruleId }) => rules[ruleId]);
  return caps.length > 0 ? Math.min(...caps) : undefined;
}

/** One finding a muscle, of its fuller side. */
function tooMuchInMuscles(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const { product } = session;
  const over = muscleDoses(session.injections).filter(({ muscle, units }) => {
    return units > rules['S23.high'] * upperEndInMuscle(muscle, session, context, rules).units;
  });
  const fullest = over.filter(({ muscle, units, side }) =>
    over.every(
      (other) =>
        other.muscle !== muscle ||
        other.units < units ||
        other.side === side ||
        (other.units === units && side === 'left'),
    ),
  );
  return fullest.map(({ muscle, side, units, row }): Finding => {
    const usual = usualInMuscle(muscle, product);
    const { basis } = upperEndInMuscle(muscle, session, context, rules);
    const range = basis ? `at most ${basis}` : rangeText(usual);
    return {
      code: 'S23',
      severity: 'confirm',
      message: sentences(
        `${unitsText(product, units)} in the ${placeText({ muscle, side })}: usual there are ${range} ${PRODUCTS[product].brand}${side === 'midline' ? '' : ' a side'}.`,
        meantInsteadOfSoMuch(product, units, (of) => usualInMuscle(muscle, of)),
        'Correct it, or give the reason for so much.',
      ),
      pointer: `/injections/${row}/units`,
      sourceText: `${sourceText('S23.high')}; usual in the muscle (${usual.source})`,
    };
  });
}

function tooMuchInSession(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const { product } = session;
  const units = ofSession<number>(session, sessionUnits);
  const usual = usualInSession(context.indication, product);
  const usualOf = (of: ToxinProduct) => INDICATIONS[context.indication].usualDose[of] ?? ownOnly(of, product);
  const meant = meantInsteadOfSoMuch(product, units, usualOf);
  const limit = sessionLimit(product, rules);
  const overLimit =
    limit !== undefined &&
    units > rules['S23.other'] * limit &&
    fitsInsteadOfSoMuch(product, units, usualOf).length > 0;
  if (units <= rules['S23.high'] * usual.to && !overLimit) return [];
  return [
    {
      code: 'S23',
      severity: 'confirm',
      message: sentences(
        `${unitsText(product, units)} in this session: usual for ${indicationText(context.indication)} are ${rangeText(usual)} ${PRODUCTS[product].brand}.`,
        meant,
        'Correct it, or give the reason for so much.',
      ),
      pointer: '/injections',
      sourceText: `${sourceText('S23.high')}; usual in the indication (${usual.source})`,
    },
  ];
}

/** A child's low dose follows its weight, and what completes or touches up another session is small: they are not judged. */
function tooLittle(session: ProposedSession, context: SessionContext, rules: RuleValues): readonly Finding[] {
  if (isChild(ageOn(context.birthDate, session.performedOn), rules) || context.continuesOn) return [];
  const last = doseOfLastCycle(session, context, rules);
  if (last?.isRecent) return [];
  const { product } = session;
  const units = ofSession<number>(session, sessionUnits);
  const usual = usualInSession(context.indication, product);
  const least = rules['S23.low'] * usual.from;
  if (units >= least) return tooLittleInMuscles(session, context, rules);
  if (last && last.units < least) return [];
  const usualOf = (of: ToxinProduct) => INDICATIONS[context.indication].usualDose[of] ?? ownOnly(of, product);
  const others = fitsAsOther(session, context, rules, usualOf);
  return [
    {
      code: 'S23',
      severity: others.length > 0 ? 'confirm' : 'note',
      message: sentences(
        `${unitsText(product, units)} in this session: usual for ${indicationText(context.indication)} are ${rangeText(usual)} ${PRODUCTS[product].brand}.`,
        others.length > 0 ? asOther(units, others, usualOf) : '',
        others.length > 0
          ? 'Correct the product or the units, or give the reason for so little.'
          : 'A first, cautious dose is as small; else check the units.',
      ),
      pointer: '/injections',
      sourceText: `${sourceText('S23.low')}; usual in the indication (${usual.source})`,
    },
  ];
}

/** Not when the muscles fit the product, nor when its label itself asks for less in a patient who had no toxin yet. */
function fitsAsOther(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
  usualOf: (product: ToxinProduct) => ReturnType<typeof usualInSession> | undefined,
): readonly ToxinProduct[] {
  const { product } = session;
  const { firstDose, doseStep } = PRODUCT_ROWS[product];
  const doses = muscleDoses(session.injections);
  if (doses.every(({ muscle, units }) => units >= usualInMuscle(muscle, product).from)) return [];
  const units = ofSession<number>(session, sessionUnits);
  const startsLow = firstDose !== null && !context.priorToxinTolerance && isFirstOfProduct(session, context);
  if (startsLow && units >= doseStep.least) return [];
  return fitsInsteadOfSoLittle(product, units, usualOf, rules['S23.low']);
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

/** Only the product itself falls back on its own range: that of another one is too wide to say that it was meant. */
function ownOnly(of: ToxinProduct, product: ToxinProduct) {
  return of === product ? PRODUCTS[product].usualDose : undefined;
}

function indicationText(indication: IndicationSlug): string {
  return INDICATIONS[indication].name.toLowerCase();
}

function sentences(...all: readonly string[]): string {
  return all.filter((sentence) => sentence !== '').join(' ');
}
