import type { ByWeight } from '../catalogue/product-row';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import type { Finding } from '../finding';
import { toHundredth } from '../numbers';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';
import { dayUnits, ofSession } from '../session-check/proposed-session';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import { unitsText } from './dose-cap';
import { unitsInWindow } from './dose-window';

/**
 * Is this more for a light adult than the label gives a child of the same weight?
 *
 * The limit of adults knows no weight. Noted where one is on record; not again when the course had as much before.
 */
export function frailFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { product, performedOn } = session;
  const { child } = PRODUCT_ROWS[product].limits;
  const { weight } = context;
  if (!child || !weight) return [];
  const perKg: `${ByWeight}.perKg` = `${child.whole}.perKg`;
  const day = ofSession<number>(session, (given) => dayUnits(given, context));
  const window =
    child.wholeIn === 'window' ? unitsInWindow(session, context, rules['S03.window']) : undefined;
  const units = window?.units ?? day;
  if (units <= rules[perKg] * weight.kg) return [];
  const borne = context.earlierDoses.some(
    ({ sameCourse, dose, performedOn: before }) =>
      sameCourse && dose.product === product && before < performedOn && dose.units >= day,
  );
  if (borne) return [];
  const when = window ? ` within ${rules['S03.window']} days` : '';
  return [
    {
      code: child.code,
      severity: 'note',
      message: `${unitsText(product, units)}${when} are ${toHundredth(units / weight.kg)} U/kg at ${weight.kg} kg (${weight.measuredOn}); a child of this weight gets at most ${rules[perKg]} U/kg by the label, which gives adults no limit by weight. Weigh it up in somebody light or frail.`,
      pointer: '/injections',
      sourceText: sourceText(perKg),
    },
  ];
}
