import { daysBetween } from '../../calendar';
import type { DoseCap } from '../dose-cap';
import { firstDayThatFits, unitsInWindow } from '../dose-window';
import type { Finding } from '../../finding';
import { isSpasticity } from '../../catalogue/indications';
import type { Limb, Placed } from '../../catalogue/anatomy/limb-units';
import { limbUnits } from '../../catalogue/anatomy/limb-units';
import type { ByWeight, ChildLimits } from '../../catalogue/product-row';
import { PRODUCT_ROWS } from '../../catalogue/product-rows';
import { dayUnits, ofSession, sameDayDoses, sessionUnits } from '../../session-check/proposed-session';
import type {
  Injected,
  ProposedSession,
  ProposedSessionOf,
  SessionContext,
} from '../../session-check/proposed-session';
import { sourceText, type SessionRuleValues } from '../../session-rules/session-rule';
import type { ToxinProduct } from '../../units';
import { toHundredth } from '../../numbers';

type LowerOf = Pick<DoseCap, 'ruleId' | 'capUnits' | 'basis'>;

/** Three calendar months are never shorter: what lies this close together surely lies within them. */
const LEAST_DAYS_OF_THREE_MONTHS = 89;

/**
 * What a child's dose is held against: the lower of units per kilogram and an absolute limit, for each limb and in all.
 * Without a weight the absolute limit alone is held; `weightFindings` then stops the session.
 */
export function childDoseCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly DoseCap[] {
  const limits = PRODUCT_ROWS[session.product].limits.child;
  if (!limits) return [];
  const { upperLimb, lowerLimb, bothUpperLimbs, whole, wholeIn } = limits;
  const given = ofSession<readonly Placed[]>(session, (own) => givenThatDay(own, context));
  const units = ofSession<number>(session, (own) => dayUnits(own, context));
  const cap = { code: limits.code, product: session.product, severity: severityOf(limits, context) };
  const upper = upperLimb && { ...cap, ...lowerOf(upperLimb, context, rules) };
  const lower = lowerLimb && { ...cap, ...lowerOf(lowerLimb, context, rules) };
  return [
    ...(upper ? eachLimb(given, 'upper_limb', upper) : []),
    ...(lower ? eachLimb(given, 'lower_limb', lower) : []),
    ...(upper && bothUpperLimbs ? bothArms(given, upper) : []),
    wholeIn === 'window'
      ? childCumulativeCap(session, context, rules, limits)
      : { ...cap, ...lowerOf(whole, context, rules), units, scope: 'in this session' },
  ];
}

/** What a child got in three months, all indications together; a limit that the label gives for a session only asks. */
export function childCumulativeCap(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
  { code, whole, wholeIn }: ChildLimits,
): DoseCap {
  const limit = lowerOf(whole, context, rules);
  const windowDays = rules['S03.window'];
  const within = (days: number) => unitsInWindow(session, context, days);
  const { units, fromOn, toOn, elsewhere } = within(windowDays);
  const certain = within(Math.min(windowDays, LEAST_DAYS_OF_THREE_MONTHS)).units;
  return {
    code,
    product: session.product,
    ...limit,
    units,
    ownUnits: ofSession<number>(session, sessionUnits),
    fitsFrom: firstDayThatFits(session, context, { windowDays, capUnits: limit.capUnits }),
    scope: `within ${windowDays} days (${fromOn} to ${toOn}), all indications together${elsewhere}`,
    severity: wholeIn === 'window' && certain > limit.capUnits ? 'stop' : 'confirm',
  };
}

/** Does a child's dose have a weight to go by, and is it recent? */
export function weightFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { child } = PRODUCT_ROWS[session.product].limits;
  if (!child) return [];
  const { code } = child;
  const source = { pointer: '/injections', sourceText: sourceText('S04.weight.age') };
  if (!context.weight) {
    const message = 'A child’s dose is limited by weight, and none is recorded. Record the weight first.';
    return [{ code, severity: 'stop', message, ...source }];
  }
  const { kg, measuredOn } = context.weight;
  const age = Math.abs(daysBetween(measuredOn, session.performedOn));
  if (age <= rules['S04.weight.age']) return [];
  const message = `The weight of ${kg} kg is ${age} days away from this session (${measuredOn}). Weigh again, or confirm that it still holds.`;
  return [{ code, severity: 'confirm', message, ...source }];
}

function eachLimb(
  given: readonly Placed[],
  limb: Limb,
  cap: Omit<DoseCap, 'units' | 'scope'>,
): readonly DoseCap[] {
  const units = limbUnits(given, limb);
  return (['left', 'right'] as const)
    .filter((side) => units[side] > 0)
    .map((side) => ({
      ...cap,
      units: units[side],
      scope: `in the ${side} ${limb === 'upper_limb' ? 'upper' : 'lower'} limb`,
    }));
}

function bothArms(given: readonly Placed[], cap: Omit<DoseCap, 'units' | 'scope'>): readonly DoseCap[] {
  const { left, right } = limbUnits(given, 'upper_limb');
  if (left === 0 || right === 0) return [];
  return [{ ...cap, units: left + right, scope: 'in both upper limbs together', severity: 'confirm' }];
}

function severityOf({ labelledFor }: ChildLimits, { indication }: SessionContext): 'stop' | 'confirm' {
  return labelledFor === 'every-use' || isSpasticity(indication) ? 'stop' : 'confirm';
}

function givenThatDay<P extends ToxinProduct>(
  session: ProposedSessionOf<P>,
  context: SessionContext,
): readonly Injected<P>[] {
  return [...session.injections, ...sameDayDoses(session, context).flatMap(({ muscles }) => muscles)];
}

function lowerOf(rule: ByWeight, { weight }: SessionContext, rules: SessionRuleValues): LowerOf {
  const absolute: LowerOf = { ruleId: `${rule}.cap`, capUnits: rules[`${rule}.cap`] };
  if (!weight) return absolute;
  const perKg = rules[`${rule}.perKg`];
  const capUnits = toHundredth(perKg * weight.kg);
  if (capUnits >= absolute.capUnits) return absolute;
  return { ruleId: `${rule}.perKg`, capUnits, basis: `${perKg} U/kg at ${weight.kg} kg` };
}
