import type { DoseCap } from './dose-cap';
import { capFinding, unitsText } from './dose-cap';
import { firstDayThatFits, unitsInWindow } from './dose-window';
import { unitsInSite } from './injection-points';
import type { Finding } from '../finding';
import type { Placed } from '../catalogue/anatomy/limb-units';
import { unitsOnSide } from '../catalogue/anatomy/limb-units';
import { isMuscle, MUSCLES } from '../catalogue/muscles';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { ofSession, sessionUnits } from '../session-check/proposed-session';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';
import { latestFirst } from '../session-check/latest-first';

const SIDES = ['left', 'right'] as const;

/**
 * Is there too much in the sternocleidomastoids (S18), whose weakness makes swallowing hard?
 *
 * Both sides at once are asked about until the course had as much on both sides in its last session.
 */
export function sternocleidomastoidFindings(
  session: ProposedSession,
  context: Pick<SessionContext, 'earlierDoses'>,
  rules: SessionRuleValues,
): readonly Finding[] {
  const bySide = SIDES.map((side) => ({ side, units: sternocleidomastoidUnits(session.injections, side) }));
  const findings = sternocleidomastoidCaps(session, rules).flatMap((cap) => capFinding(cap) ?? []);
  if (bySide.some(({ units }) => units === 0) || bothBefore(session, context)) return findings;
  const each = bySide.map(({ side, units }) => `${side} ${unitsText(session.product, units)}`).join(', ');
  return [
    ...findings,
    {
      code: 'S18',
      severity: 'confirm',
      message: `Both sternocleidomastoids (${each}): risk of dysphagia. Halve each, or give the reason.`,
      pointer: sternocleidomastoidPointer(session),
      sourceText: 'Both sternocleidomastoids in one session (V:NSTA,MYO-HCP)',
    },
  ];
}

/** Side effects of that session are S27's. */
function bothBefore(
  session: ProposedSession,
  { earlierDoses }: Pick<SessionContext, 'earlierDoses'>,
): boolean {
  const last = earlierDoses
    .filter(({ sameCourse, performedOn }) => sameCourse && performedOn < session.performedOn)
    .toSorted(latestFirst)[0];
  if (last?.dose.product !== session.product) return false;
  return SIDES.every((side) => {
    const before = sternocleidomastoidUnits(last.muscles, side);
    return before > 0 && sternocleidomastoidUnits(session.injections, side) <= before;
  });
}

/** Where the objection stands: at the latest row of the muscle, of one side where only that counts. */
function sternocleidomastoidPointer({ injections }: ProposedSession, only?: 'left' | 'right'): string {
  const index = injections.findLastIndex(
    ({ muscle, side }) =>
      muscle === 'sternocleidomastoid' && (only === undefined || side === only || side === 'bilateral'),
  );
  return `/injections/${index}/units`;
}

/** Is there too much round the eye in blepharospasm (S19)? Units a site are judged in the face, where the sites were counted. */
export function eyelidFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  if (context.indication !== 'blepharospasm') return [];
  const caps = eyelidCaps(session, context, rules).flatMap((cap) => capFinding(cap) ?? []);
  return [...sitesOverFull(session, rules), ...caps];
}

/** The limits of S18 and S19 that hold for this session, reached or not. */
export function siteCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly DoseCap[] {
  return [...sternocleidomastoidCaps(session, rules), ...eyelidCaps(session, context, rules)];
}

function sternocleidomastoidCaps(session: ProposedSession, rules: SessionRuleValues): readonly DoseCap[] {
  const injected = SIDES.map((side) => ({
    side,
    units: sternocleidomastoidUnits(session.injections, side),
  })).filter(({ units }) => units > 0);
  if (injected.length === 0) return [];
  const limit = PRODUCT_ROWS[session.product].sites.sternocleidomastoid;
  if (!limit) return [];
  const { ruleId, counts } = limit;
  const cap = {
    code: 'S18',
    ruleId,
    product: session.product,
    capUnits: rules[ruleId],
    severity: 'confirm',
  } as const;
  if (counts === 'both-sides') {
    const units = injected.reduce((sum, injection) => sum + injection.units, 0);
    const scope = 'in the sternocleidomastoids (dysphagia)';
    return [{ ...cap, units, scope, pointer: sternocleidomastoidPointer(session) }];
  }
  return injected.map(({ side, units }) => {
    const scope = `in the ${side} sternocleidomastoid (dysphagia)`;
    return { ...cap, units, scope, pointer: sternocleidomastoidPointer(session, side) };
  });
}

function sternocleidomastoidUnits(injected: readonly Placed[], side: 'left' | 'right'): number {
  return unitsOnSide(
    injected.filter(({ muscle }) => muscle === 'sternocleidomastoid'),
    side,
  );
}

function eyelidCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly DoseCap[] {
  if (context.indication !== 'blepharospasm') return [];
  const limit = PRODUCT_ROWS[session.product].sites.eyelid;
  if (!limit) return [];
  const { ruleId } = limit;
  const cap = {
    code: 'S19',
    ruleId,
    product: session.product,
    capUnits: rules[ruleId],
    severity: 'confirm',
  } as const;
  if (limit.counts === 'window') {
    const days = rules[limit.windowRule];
    const { units, fromOn, toOn, elsewhere } = unitsInWindow(session, context, days, 'blepharospasm');
    const window = { windowDays: days, capUnits: cap.capUnits, only: 'blepharospasm' } as const;
    return [
      {
        ...cap,
        units,
        ownUnits: ofSession<number>(session, sessionUnits),
        fitsFrom: firstDayThatFits(session, context, window),
        scope: `for blepharospasm within ${days} days (${fromOn} to ${toOn})${elsewhere}`,
      },
    ];
  }
  const eyes = SIDES.map((side) => ({ side, units: unitsOnSide(session.injections, side) }))
    .filter(({ units }) => units > 0)
    .map(({ side, units }) => ({ ...cap, units, scope: `for the ${side} eye` }));
  const { sessionRule } = limit;
  const units = ofSession<number>(session, sessionUnits);
  const scope = 'for blepharospasm in this session';
  return [...eyes, { ...cap, ruleId: sessionRule, capUnits: rules[sessionRule], units, scope }];
}

function sitesOverFull(
  { product, injections }: ProposedSession,
  rules: SessionRuleValues,
): readonly Finding[] {
  const limit = PRODUCT_ROWS[product].sites.eyelid;
  if (limit?.counts !== 'window') return [];
  const most = rules[limit.siteRule];
  return injections.flatMap(({ muscle, units, ...row }, index): Finding[] => {
    const each = unitsInSite({ units, ...row });
    if (!isMuscle(muscle) || MUSCLES[muscle].region !== 'face' || each === undefined || each <= most)
      return [];
    return [
      {
        code: 'S19',
        severity: 'confirm',
        message: `${unitsText(product, each)} a site; round the eye at most ${unitsText(product, most)} a site. Use more sites or fewer units, or give the reason.`,
        pointer: `/injections/${index}/units`,
        sourceText: sourceText(limit.siteRule),
      },
    ];
  });
}
