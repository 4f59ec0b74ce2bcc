import { ageOn } from '../calendar';
import { childCumulativeCap, childDoseCaps } from './child-dose-limits';
import type { DoseCap } from './dose-cap';
import { labelledDoseCaps } from './labelled-dose';
import { unitsInWindow } from './dose-window';
import type { IndicationSlug } from '../catalogue/indications';
import { isSpasticity } from '../catalogue/indications';
import type { AdultLimit, FirstDoseLimit, SessionLimit } from '../catalogue/product-row';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { dayUnits, dosesOf, ofSession, sameDayDoses, sessionUnits } from '../session-check/proposed-session';
import type { ProposedSession, ProposedSessionOf, SessionContext } from '../session-check/proposed-session';
import type { RuleValues } from '../rules';
import { isChild } from '../rules';
import type { ToxinProduct, ToxinUnits } from '../units';
import { totalUnits } from '../units';

/**
 * Every dose limit that this session is held against, reached or not (S03 to S08).
 *
 * Botox is summed over all courses in a window of days; Dysport, Xeomin and Daxxify are limited per session, and two
 * sessions of one day are one. Each limit is in its own product's units and sums that product alone.
 */
export function doseCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly DoseCap[] {
  const { limits, firstDose } = PRODUCT_ROWS[session.product];
  const own = [
    ...(firstDose ? firstDoseCap(session, context, rules, firstDose) : []),
    ...labelledDoseCaps(session, context, rules),
  ];
  if (limits.child && isChild(ageOn(context.birthDate, session.performedOn), rules))
    return [...childDoseCaps(session, context, rules), ...own];
  return [...adultCaps(session, context, rules, limits.adult), ...own];
}

/** The limit of the cumulative window, for the product that has one. */
export function cumulativeCap(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): DoseCap | undefined {
  const { adult, child } = PRODUCT_ROWS[session.product].limits;
  if (child && isChild(ageOn(context.birthDate, session.performedOn), rules))
    return child.wholeIn === 'window' ? childCumulativeCap(session, context, rules, child) : undefined;
  return adult?.kind === 'window' ? adultCumulativeCap(session, context, rules, adult) : undefined;
}

/** Is this the patient's first day with this product, as far as the record goes? */
export function isFirstOfProduct(session: ProposedSession, context: SessionContext): boolean {
  return dosesOf(session.product, context).every(({ performedOn }) => performedOn >= session.performedOn);
}

function adultCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
  limit: AdultLimit | null,
): readonly DoseCap[] {
  if (!limit) return [];
  return limit.kind === 'window'
    ? [adultCumulativeCap(session, context, rules, limit)]
    : sessionCaps(session, context, rules, limit);
}

function adultCumulativeCap(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
  { code, ruleId }: AdultLimit,
): DoseCap {
  const windowDays = rules['S03.window'];
  const { units, fromOn, toOn, elsewhere } = unitsInWindow(session, context, windowDays);
  return {
    code,
    ruleId,
    product: session.product,
    units,
    capUnits: rules[ruleId],
    scope: `within ${windowDays} days (${fromOn} to ${toOn}), all indications together${elsewhere}`,
    severity: 'confirm',
  };
}

/** A day's limit; where an indication has its own, the whole is held as well when others were treated that day. */
function sessionCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
  { code, ruleId, scope, severity, inIndication }: SessionLimit,
): readonly DoseCap[] {
  const { product } = session;
  const sameDay = context.earlierDoses.filter(
    ({ dose, performedOn }) => dose.product === product && performedOn === session.performedOn,
  );
  const indications = [context.indication, ...sameDay.map(({ indication }) => indication)];
  const whole: DoseCap = {
    code,
    ruleId,
    product,
    units: ofSession<number>(session, (given) => dayUnits(given, context)),
    capUnits: rules[ruleId],
    scope,
    severity:
      severity === 'stop-in-spasticity'
        ? indications.some((treated) => treated !== null && isSpasticity(treated))
          ? 'stop'
          : 'confirm'
        : severity,
  };
  if (context.indication !== inIndication?.indication) return [whole];
  const elsewhere = sameDay.some(({ indication }) => indication !== inIndication.indication);
  return [
    {
      ...whole,
      ruleId: inIndication.ruleId,
      units: ofSession<number>(session, (given) => dayUnitsIn(inIndication.indication, given, context)),
      capUnits: rules[inIndication.ruleId],
      scope: inIndication.scope,
      severity: 'stop',
    },
    ...(elsewhere ? [whole] : []),
  ];
}

function dayUnitsIn<P extends ToxinProduct>(
  indication: IndicationSlug,
  session: ProposedSessionOf<P>,
  context: SessionContext,
): ToxinUnits<P> {
  const others = sameDayDoses(session, context).filter((given) => given.indication === indication);
  return totalUnits([sessionUnits(session), ...others.map(({ dose }) => dose.units)]);
}

function firstDoseCap(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
  { code, indication, cap }: FirstDoseLimit,
): readonly DoseCap[] {
  if (context.indication !== indication || !isFirstOfProduct(session, context)) return [];
  return [
    {
      code,
      ruleId: cap,
      product: session.product,
      units: ofSession<number>(session, (given) => dayUnits(given, context)),
      capUnits: rules[cap],
      scope: `in a first session of type ${PRODUCT_ROWS[session.product].facts.serotype}`,
      severity: 'confirm',
    },
  ];
}
