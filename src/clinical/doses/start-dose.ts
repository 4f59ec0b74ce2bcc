import { unitsText } from './dose-cap';
import { isFirstOfProduct } from './dose-limits';
import type { Finding } from '../finding';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { dayUnits, ofSession } from '../session-check/proposed-session';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import type { RuleValues } from '../rules';
import { sourceText } from '../rules';

/**
 * Is this too much for a first session of Myobloc in cervical dystonia (S07)?
 *
 * 2,500 U and more ask for a patient known to have tolerated botulinum toxin; the dose of the product before says
 * nothing. More than 5,000 U is a limit of `doseCaps`.
 */
export function startDoseFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const { product } = session;
  const { firstDose } = PRODUCT_ROWS[product];
  if (context.indication !== firstDose?.indication) return [];
  const least = rules[firstDose.untried];
  const units = ofSession<number>(session, (given) => dayUnits(given, context));
  if (!isFirstOfProduct(session, context) || context.priorToxinTolerance || units < least) return [];
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
