import { daysBetween } from '../calendar';
import type { DoseCap } from './dose-cap';
import { heaviestWindow } from './dose-window';
import type { Finding, FindingCode } from '../finding';
import { isSpasticity } from '../catalogue/indications';
import type { Limb } from '../catalogue/limb-units';
import { limbUnits } from '../catalogue/limb-units';
import { dosesOf, sameDayDoses, sessionUnits } from '../session-check/proposed-session';
import type {
  Injected,
  ProposedSession,
  ProposedSessionOf,
  SessionContext,
} from '../session-check/proposed-session';
import type { RuleId, RuleValues } from '../rules';
import { sourceText } from '../rules';
import type { ToxinProduct } from '../units';
import { totalUnits } from '../units';
import { toHundredth } from '../numbers';

type DosedByWeight = Extract<ToxinProduct, 'ona' | 'abo' | 'inco'>;
type LowerOf = Pick<DoseCap, 'ruleId' | 'capUnits' | 'basis'>;

/** Three calendar months are never shorter: what lies this close together surely lies within them. */
const LEAST_DAYS_OF_THREE_MONTHS = 89;

const CODES = { ona: 'S04', abo: 'S05', inco: 'S06' } as const satisfies Record<DosedByWeight, FindingCode>;

/**
 * What a child's dose is held against: the lower of units per kilogram and an absolute limit, for each limb and in all.
 * Without a weight the absolute limit alone is held; `weightFindings` then stops the session.
 */
export function childDoseCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly DoseCap[] {
  switch (session.product) {
    case 'ona':
      return [...onaLimbs(session, context, rules), childCumulativeCap(session, context, rules)];
    case 'abo':
      return [
        ...eachLimb(session, context, 'upper_limb', lowerOf('S05.abo.child.upper', context, rules)),
        ...eachLimb(session, context, 'lower_limb', lowerOf('S05.abo.child.lower', context, rules)),
        wholeSession(session, context, lowerOf('S05.abo.child', context, rules)),
      ];
    case 'inco':
      return [
        ...eachLimb(session, context, 'upper_limb', lowerOf('S06.inco.child.upper', context, rules)),
        wholeSession(session, context, lowerOf('S06.inco.child', context, rules)),
      ];
    default:
      return [];
  }
}

/** Botox in three months, all indications together. */
export function childCumulativeCap(
  session: ProposedSessionOf<'ona'>,
  context: SessionContext,
  rules: RuleValues,
): DoseCap {
  const limit = lowerOf('S04.ona.child', context, rules);
  const own = { performedOn: session.performedOn, units: sessionUnits(session) };
  const others = dosesOf('ona', context).map(({ performedOn, dose }) => ({ performedOn, units: dose.units }));
  const windowDays = rules['S03.window'];
  const { units, fromOn, toOn } = heaviestWindow(own, others, windowDays);
  const certain = heaviestWindow(own, others, Math.min(windowDays, LEAST_DAYS_OF_THREE_MONTHS)).units;
  return {
    code: 'S04',
    product: 'ona',
    ...limit,
    units,
    scope: `within ${windowDays} days (${fromOn} to ${toOn}), all indications together`,
    severity: certain > limit.capUnits ? 'stop' : 'confirm',
  };
}

/** Does a child's dose have a weight to go by, and is it recent? */
export function weightFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  if (session.product === 'rima' || session.product === 'daxi') return [];
  const code = CODES[session.product];
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

function onaLimbs(
  session: ProposedSessionOf<'ona'>,
  context: SessionContext,
  rules: RuleValues,
): readonly DoseCap[] {
  const upper = lowerOf('S04.ona.child.upper', context, rules);
  const arms = limbUnits(givenThatDay(session, context), 'upper_limb');
  const caps = [
    ...eachLimb(session, context, 'upper_limb', upper),
    ...eachLimb(session, context, 'lower_limb', lowerOf('S04.ona.child.lower', context, rules)),
  ];
  if (arms.left === 0 || arms.right === 0) return caps;
  // The label does not say whether its limit for "the upper limb" is for each arm: both together are asked about.
  const both = {
    units: arms.left + arms.right,
    scope: 'in both upper limbs together',
    severity: 'confirm' as const,
  };
  return [...caps, { code: 'S04', product: 'ona', ...upper, ...both }];
}

function eachLimb<P extends DosedByWeight>(
  session: ProposedSessionOf<P>,
  context: SessionContext,
  limb: Limb,
  limit: LowerOf,
): readonly DoseCap[] {
  const units = limbUnits(givenThatDay(session, context), limb);
  return (['left', 'right'] as const)
    .filter((side) => units[side] > 0)
    .map((side) => ({
      code: CODES[session.product],
      product: session.product,
      ...limit,
      units: units[side],
      scope: `in the ${side} ${limb === 'upper_limb' ? 'upper' : 'lower'} limb`,
      severity: severityFor(session.product, context),
    }));
}

function wholeSession<P extends DosedByWeight>(
  session: ProposedSessionOf<P>,
  context: SessionContext,
  limit: LowerOf,
): DoseCap {
  return {
    code: CODES[session.product],
    product: session.product,
    ...limit,
    units: totalUnits(givenThatDay(session, context).map(({ units }) => units)),
    scope: 'in this session',
    severity: severityFor(session.product, context),
  };
}

/** Dysport and Xeomin have a child's label for spasticity only: elsewhere its number is borrowed, so it asks. */
function severityFor(product: DosedByWeight, { indication }: SessionContext): 'stop' | 'confirm' {
  return product === 'ona' || isSpasticity(indication) ? 'stop' : 'confirm';
}

function givenThatDay<P extends ToxinProduct>(
  session: ProposedSessionOf<P>,
  context: SessionContext,
): readonly Injected<P>[] {
  return [...session.injections, ...sameDayDoses(session, context).flatMap(({ muscles }) => muscles)];
}

type ByWeight = { [Id in RuleId]: Id extends `${infer Head}.perKg` ? Head : never }[RuleId];

function lowerOf(rule: ByWeight, { weight }: SessionContext, rules: RuleValues): LowerOf {
  const absolute: LowerOf = { ruleId: `${rule}.cap`, capUnits: rules[`${rule}.cap`] };
  if (!weight) return absolute;
  const perKg = rules[`${rule}.perKg`];
  const capUnits = toHundredth(perKg * weight.kg);
  if (capUnits >= absolute.capUnits) return absolute;
  return { ruleId: `${rule}.perKg`, capUnits, basis: `${perKg} U/kg at ${weight.kg} kg` };
}
