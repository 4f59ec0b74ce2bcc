import { unitsText } from './dose-cap';
import { isFirstOfProduct } from './dose-limits';
import type { Finding } from '../finding';
import { addDays, ageIfKnown, daysBetween } from '../calendar';
import { limbUnits } from '../catalogue/anatomy/limb-units';
import { PRODUCTS } from '../catalogue/products';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { dayUnits, ofSession, sessionUnits } from '../session-check/proposed-session';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import { isChild } from '../session-rules/intervals';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';

/**
 * Is this too much for a first session with the product?
 *
 * Of Myobloc 2,500 U and more ask for a patient known to have tolerated botulinum toxin (S07), whichever the
 * indication, but where the label has a dose of its own (glands); the dose of the product before says nothing. More than 5,000 U is a limit of `doseCaps`. Where a label
 * names a start, more than that is noted (S23). Of Dysport more than 1,000 U in one arm is noted, in any session,
 * and so is a return after years.
 */
export function startDoseFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const first = isFirstOfProduct(session, context);
  return [
    ...(first ? untriedFindings(session, context, rules) : []),
    ...(first ? labelStartFindings(session, context, rules) : []),
    ...armFindings(session, context, rules),
    ...returnFindings(session, context, rules),
  ];
}

function untriedFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { product } = session;
  const { firstDose, limits } = PRODUCT_ROWS[product];
  if (!firstDose || context.priorToxinTolerance || limits.labelledBy[context.indication]) return [];
  const least = rules[firstDose.untried];
  const units = ofSession<number>(session, (given) => dayUnits(given, context));
  if (units < least) return [];
  return [
    {
      code: firstDose.code,
      severity: 'confirm',
      message: `${unitsText(product, units)} as a first dose, and no tolerated toxin is on record. Start below ${unitsText(product, least)}, or confirm that toxin was tolerated before.`,
      pointer: '/injections',
      sourceText: sourceText(firstDose.untried),
    },
  ];
}

function labelStartFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { product } = session;
  const start = PRODUCT_ROWS[product].labelStart[context.indication];
  const units = ofSession<number>(session, sessionUnits);
  if (!start || units <= rules[start]) return [];
  return [
    {
      code: 'S23',
      severity: 'note',
      message: `${unitsText(product, units)} in the first session with ${PRODUCTS[product].brand} on record; the label starts with ${unitsText(product, rules[start])}. Start lower, unless it was given elsewhere before.`,
      pointer: '/injections',
      sourceText: sourceText(start),
    },
  ];
}

function armFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { product } = session;
  const { arm } = PRODUCT_ROWS[product].limits;
  if (!arm || isChild(ageIfKnown(context.birthDate, session.performedOn), rules)) return [];
  const units = limbUnits(session.injections, 'upper_limb');
  return (['left', 'right'] as const)
    .filter((side) => units[side] > rules[arm])
    .map((side): Finding => ({
      code: 'S23',
      severity: 'note',
      message: `${unitsText(product, units[side])} in the ${side} arm; the US label gives up to ${unitsText(product, rules[arm])}, elsewhere more only when shoulder muscles are injected. Check the units.`,
      pointer: '/injections',
      sourceText: sourceText(arm),
    }));
}

/** Muscles waste or grow back, and an illness goes on: the old dose is no longer a known one. */
function returnFindings(
  { performedOn }: ProposedSession,
  { earlierDoses }: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const days = earlierDoses
    .filter((dose) => dose.sameCourse)
    .map((dose) => daysBetween(dose.performedOn, performedOn));
  if (days.length === 0) return [];
  const since = Math.min(...days);
  if (since <= rules['S23.return']) return [];
  return [
    {
      code: 'S23',
      severity: 'note',
      message: `The last session of this course was ${since} days before, on ${addDays(performedOn, -since)}. Examine anew; the dose and muscles of then may no longer fit, and a lower dose is a careful start.`,
      pointer: '/injections',
      sourceText: sourceText('S23.return'),
    },
  ];
}
