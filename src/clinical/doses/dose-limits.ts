import type { SessionRuleValues } from '../session-rules/session-rule';
import { ageIfKnown } from '../calendar';
import { childCumulativeCap, childDoseCaps } from './children/child-dose-limits';
import type { DoseCap } from './dose-cap';
import { firstDayThatFits, unitsInWindow } from './dose-window';
import { labelledDoseCaps } from './labelled-dose';
import type { IndicationSlug } from '../catalogue/indications';
import { INDICATIONS, isSpasticity } from '../catalogue/indications';
import type { CumulativeLimit, FirstDoseLimit, SessionLimit } from '../catalogue/product-row';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { dayUnits, dosesOf, ofSession, sameDayDoses, sessionUnits } from '../session-check/proposed-session';
import type { ProposedSession, ProposedSessionOf, SessionContext } from '../session-check/proposed-session';
import { isChild } from '../session-rules/intervals';
import type { ToxinProduct, ToxinUnits } from '../units';
import { totalUnits } from '../units';

/**
 * Every dose limit that this session is held against, reached or not (S03 to S08).
 *
 * Botox is summed over all courses in a window of days. The others are limited per session, two sessions of one day
 * being one, and summed over the window once another day has a share in it. Each limit is in its own product's units
 * and sums that product alone.
 */
export function doseCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly DoseCap[] {
  const { limits, firstDose } = PRODUCT_ROWS[session.product];
  const own = [
    ...(firstDose ? firstDoseCap(session, context, rules, firstDose) : []),
    ...labelledDoseCaps(session, context, rules),
  ];
  const sums = cumulativeCaps(session, context, rules);
  if (limits.child && isChild(ageIfKnown(context.birthDate, session.performedOn), rules)) {
    const spread = limits.child.wholeIn === 'session' ? spreadOverDays(sums, session, context) : [];
    return [...childDoseCaps(session, context, rules), ...spread, ...own];
  }
  if (!limits.adult) return [...sums, ...own];
  const ofSessions = sessionCaps(session, context, rules, limits.adult);
  return [...ofSessions, ...spreadOverDays(sums, session, context), ...own];
}

/** The limit of the cumulative window: of what holds, the one that leaves least. */
export function cumulativeCap(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): DoseCap | undefined {
  const caps = cumulativeCaps(session, context, rules);
  return caps.toSorted((a, b) => a.capUnits - a.units - (b.capUnits - b.units))[0];
}

function cumulativeCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly DoseCap[] {
  const { cumulative, child } = PRODUCT_ROWS[session.product].limits;
  if (child && isChild(ageIfKnown(context.birthDate, session.performedOn), rules))
    return [childCumulativeCap(session, context, rules, child)];
  return cumulative
    .filter(({ only }) => only === null || only === context.indication)
    .map((limit) => adultCumulativeCap(session, context, rules, limit));
}

/** Sums in which another day has a share: what one day alone makes is the session's own limit. */
function spreadOverDays(
  caps: readonly DoseCap[],
  session: ProposedSession,
  context: SessionContext,
): readonly DoseCap[] {
  const today = ofSession<number>(session, (given) => dayUnits(given, context));
  return caps.filter(({ units }) => units > today);
}

/** Is this the patient's first day with this product, as far as the record goes? */
export function isFirstOfProduct(session: ProposedSession, context: SessionContext): boolean {
  return dosesOf(session.product, context).every(({ performedOn }) => performedOn >= session.performedOn);
}

function adultCumulativeCap(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
  { code, ruleId, only }: CumulativeLimit,
): DoseCap {
  const windowDays = rules['S03.window'];
  const { units, fromOn, toOn, elsewhere } = unitsInWindow(session, context, windowDays, only ?? undefined);
  const capUnits = rules[ruleId];
  const what = only === null ? 'all indications together' : `for ${INDICATIONS[only].name.toLowerCase()}`;
  return {
    code,
    ruleId,
    product: session.product,
    units,
    ownUnits: ofSession<number>(session, sessionUnits),
    fitsFrom: firstDayThatFits(session, context, { windowDays, capUnits, only: only ?? undefined }),
    capUnits,
    scope: `within ${windowDays} days (${fromOn} to ${toOn}), ${what}${elsewhere}`,
    severity: 'confirm',
  };
}

/** A day's limit; where an indication has its own, the whole is held as well when others were treated that day. */
function sessionCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
  { code, ruleId, scope, severity, inIndication }: SessionLimit,
): readonly DoseCap[] {
  const { product } = session;
  const sameDay = ofSession<readonly { readonly indication: IndicationSlug | null }[]>(session, (given) =>
    sameDayDoses(given, context),
  );
  const indications = [context.indication, ...sameDay.map(({ indication }) => indication)];
  const whole: DoseCap = {
    code,
    ruleId,
    product,
    units: ofSession<number>(session, (given) => dayUnits(given, context)),
    ownUnits: ofSession<number>(session, sessionUnits),
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
  rules: SessionRuleValues,
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
