import type { SessionRuleValues } from '../../session-rules/session-rule';
import { PRODUCTS } from '../../catalogue/products';
import { unitsText } from '../../doses/dose-cap';
import type { Finding } from '../../finding';
import { ofSession, sessionUnits } from '../../session-check/proposed-session';
import type { ProposedSession, SessionContext } from '../../session-check/proposed-session';
import { isNear, isOfOtherOrder } from '../likely-meant';
import { usualInSession } from '../usual-doses';
import { latestFirst } from '../../session-check/latest-first';

/**
 * Do the units of the product before stand beside another product now (S23)?
 *
 * Asked in the first session after a product whose doses are other numbers, when it has nearly that one's units and either
 * the course is planned with another product, or so much is not usual of the new one. A switch that was planned, to units
 * that are usual, is not asked about, nor one between products that are given in numbers of one order.
 */
export function productBeforeFindings(
  session: ProposedSession,
  { indication, plannedProduct, earlierDoses }: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { product, performedOn } = session;
  const last = earlierDoses
    .filter((dose) => dose.sameCourse && dose.performedOn < performedOn)
    .toSorted(latestFirst)[0];
  const units = ofSession<number>(session, sessionUnits);
  if (!last || !isNear(units, last.dose.units) || !isOfOtherOrder(product, last.dose.product, rules))
    return [];
  const { from, to } = usualInSession(indication, product);
  const planned = !plannedProduct || plannedProduct === product;
  if (planned && units >= from && units <= to) return [];
  const [now, then] = [PRODUCTS[product].brand, PRODUCTS[last.dose.product].brand];
  return [
    {
      code: 'S23',
      severity: 'confirm',
      message: `${unitsText(product, units)}, and the last session (${last.performedOn}) had ${unitsText(last.dose.product, last.dose.units)}: was ${then} given, or are these the units of ${then}? Those of ${now} are its own. Correct the product or the units, or give the reason.`,
      pointer: '/product',
      sourceText: 'Units of one product are not those of another (V:DYS-CD,XEO-DC,MYO-RG)',
    },
  ];
}
