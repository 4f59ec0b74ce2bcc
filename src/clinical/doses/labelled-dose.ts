import { ageIfKnown } from '../calendar';
import type { LabelledDose } from '../catalogue/product-row';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { PRODUCTS } from '../catalogue/products';
import { INDICATIONS } from '../catalogue/indications';
import type { Finding } from '../finding';
import { isChild } from '../session-rules/intervals';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';
import { dayUnits, ofSession } from '../session-check/proposed-session';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import type { DoseCap } from './dose-cap';

/**
 * Is this more than the label gives in this indication, where it gives one dose only?
 *
 * The label's dose is no limit of what is safe: more is asked about. A child's goes by weight; without a weight, or
 * below the lightest that the label names, the adult's is held and another finding asks.
 */
export function labelledDoseCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly DoseCap[] {
  const labelled = labelledDose(session, context);
  if (!labelled) return [];
  const { code, ruleId, scope } = labelled;
  const units = ofSession<number>(session, (given) => dayUnits(given, context));
  const step = childStep(labelled, session, context, rules);
  return [
    {
      code,
      ruleId,
      product: session.product,
      units,
      scope,
      severity: 'confirm',
      capUnits: step ?? rules[ruleId],
      ...(step !== undefined && { basis: `at ${context.weight!.kg} kg` }),
    },
  ];
}

/** Is this child lighter than the lightest that the label has a dose for? */
export function labelledWeightFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const child = labelledDose(session, context)?.child;
  if (!child || !context.weight || !isChildThatDay(session, context, rules)) return [];
  const least = rules[child.leastKg];
  if (context.weight.kg >= least) return [];
  const use = `${PRODUCTS[session.product].brand} for ${INDICATIONS[context.indication].name.toLowerCase()}`;
  return [
    {
      code: 'S10',
      severity: 'confirm',
      message: `The child weighs ${context.weight.kg} kg; ${use} is labelled from ${least} kg. Give the reason to go on.`,
      pointer: '/product',
      sourceText: sourceText(child.leastKg),
    },
  ];
}

function labelledDose(
  { product }: ProposedSession,
  { indication }: SessionContext,
): LabelledDose | undefined {
  return PRODUCT_ROWS[product].limits.labelledBy[indication];
}

function childStep(
  { child }: LabelledDose,
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): number | undefined {
  const { weight } = context;
  if (!child || !weight || !isChildThatDay(session, context, rules)) return undefined;
  return child.steps.findLast(([fromKg]) => weight.kg >= fromKg)?.[1];
}

function isChildThatDay(
  session: ProposedSession,
  { birthDate }: SessionContext,
  rules: SessionRuleValues,
): boolean {
  return isChild(ageIfKnown(birthDate, session.performedOn), rules);
}
