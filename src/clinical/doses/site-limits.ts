import type { DoseCap } from './dose-cap';
import { capFinding, unitsText } from './dose-cap';
import { heaviestWindow } from './dose-window';
import type { Finding } from '../finding';
import type { Placed } from '../catalogue/limb-units';
import { unitsOnSide } from '../catalogue/limb-units';
import { dosesOf, sessionUnits } from '../session-check/proposed-session';
import type { ProposedSession, ProposedSessionOf, SessionContext } from '../session-check/proposed-session';
import type { RuleValues } from '../rules';
import { sourceText } from '../rules';

const SIDES = ['left', 'right'] as const;

/** Is there too much in the sternocleidomastoids (S18), whose weakness makes swallowing hard? */
export function sternocleidomastoidFindings(session: ProposedSession, rules: RuleValues): readonly Finding[] {
  const bySide = SIDES.map((side) => ({ side, units: sternocleidomastoidUnits(session, side) }));
  const findings = sternocleidomastoidCaps(session, rules).flatMap((cap) => capFinding(cap) ?? []);
  if (bySide.some(({ units }) => units === 0)) return findings;
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

/** Where the objection stands: at the latest row of the muscle, of one side where only that counts. */
function sternocleidomastoidPointer({ injections }: ProposedSession, only?: 'left' | 'right'): string {
  const index = injections.findLastIndex(
    ({ muscle, side }) =>
      muscle === 'sternocleidomastoid' && (only === undefined || side === only || side === 'bilateral'),
  );
  return `/injections/${index}/units`;
}

/** Is there too much round the eye in blepharospasm (S19)? Units a site are judged where the sites were counted. */
export function eyelidFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  if (context.indication !== 'blepharospasm') return [];
  const caps = eyelidCaps(session, context, rules).flatMap((cap) => capFinding(cap) ?? []);
  return session.product === 'ona' ? [...sitesOverFull(session, rules), ...caps] : caps;
}

/** The limits of S18 and S19 that hold for this session, reached or not. */
export function siteCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly DoseCap[] {
  return [...sternocleidomastoidCaps(session, rules), ...eyelidCaps(session, context, rules)];
}

function sternocleidomastoidCaps(session: ProposedSession, rules: RuleValues): readonly DoseCap[] {
  const injected = SIDES.map((side) => ({ side, units: sternocleidomastoidUnits(session, side) })).filter(
    ({ units }) => units > 0,
  );
  if (injected.length === 0) return [];
  if (session.product === 'ona') {
    const ruleId = 'S18.ona.scm.cap' as const;
    const units = injected.reduce((sum, each) => sum + each.units, 0);
    const scope = 'in the sternocleidomastoids (dysphagia)';
    const pointer = sternocleidomastoidPointer(session);
    return [
      {
        code: 'S18',
        ruleId,
        product: 'ona',
        units,
        capUnits: rules[ruleId],
        scope,
        severity: 'confirm',
        pointer,
      },
    ];
  }
  if (session.product !== 'abo') return [];
  const ruleId = 'S18.abo.scm.cap' as const;
  return injected.map(({ side, units }) => {
    const scope = `in the ${side} sternocleidomastoid (dysphagia)`;
    return {
      code: 'S18',
      ruleId,
      product: 'abo',
      units,
      capUnits: rules[ruleId],
      scope,
      severity: 'confirm',
      pointer: sternocleidomastoidPointer(session, side),
    };
  });
}

function sternocleidomastoidUnits(session: ProposedSession, side: 'left' | 'right'): number {
  const injected: readonly Placed[] = session.injections;
  return unitsOnSide(
    injected.filter(({ muscle }) => muscle === 'sternocleidomastoid'),
    side,
  );
}

function eyelidCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly DoseCap[] {
  if (context.indication !== 'blepharospasm') return [];
  if (session.product === 'ona') return [eyelidWindowCap(session, context, rules)];
  if (session.product !== 'inco') return [];
  const ruleId = 'S19.inco.eye.cap' as const;
  return SIDES.map((side) => ({ side, units: unitsOnSide(session.injections, side) }))
    .filter(({ units }) => units > 0)
    .map(({ side, units }) => {
      const scope = `for the ${side} eye`;
      return {
        code: 'S19',
        ruleId,
        product: 'inco',
        units,
        capUnits: rules[ruleId],
        scope,
        severity: 'confirm',
      };
    });
}

function eyelidWindowCap(
  session: ProposedSessionOf<'ona'>,
  context: SessionContext,
  rules: RuleValues,
): DoseCap {
  const others = dosesOf('ona', context)
    .filter(({ indication }) => indication === 'blepharospasm')
    .map(({ performedOn, dose }) => ({ performedOn, units: dose.units }));
  const own = { performedOn: session.performedOn, units: sessionUnits(session) };
  const days = rules['S19.ona.window'];
  const { units, fromOn, toOn } = heaviestWindow(own, others, days);
  return {
    code: 'S19',
    ruleId: 'S19.ona.cap',
    product: 'ona',
    units,
    capUnits: rules['S19.ona.cap'],
    scope: `for blepharospasm within ${days} days (${fromOn} to ${toOn})`,
    severity: 'confirm',
  };
}

function sitesOverFull(session: ProposedSessionOf<'ona'>, rules: RuleValues): readonly Finding[] {
  const most = rules['S19.ona.site.cap'];
  return session.injections.flatMap(({ units, sites }, index): Finding[] => {
    if (!sites || units / sites <= most) return [];
    return [
      {
        code: 'S19',
        severity: 'confirm',
        message: `${unitsText('ona', units / sites)} a site; round the eye at most ${unitsText('ona', most)} a site. Use more sites or fewer units, or give the reason.`,
        pointer: `/injections/${index}/units`,
        sourceText: sourceText('S19.ona.site.cap'),
      },
    ];
  });
}
