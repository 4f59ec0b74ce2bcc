import type { SessionRuleId } from '../catalogue/product-row';
import { cumulativeCap, doseCaps } from './dose-limits';
import { unitsInWindow } from './dose-window';
import type { InjectionSide } from '../catalogue/muscles';
import type { Placed } from '../catalogue/anatomy/limb-units';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import { ofSession, sessionUnits } from '../session-check/proposed-session';
import { sessionRule, type SessionRuleValues } from '../session-rules/session-rule';
import { siteCaps } from './site-limits';
import type { ToxinProduct } from '../units';
import { toHundredth } from '../numbers';

/** The running totals beside the injection grid. Every number is in units of the product beside it. */
export interface SessionTotals {
  readonly product: ToxinProduct;
  readonly units: number;
  readonly bySide: Readonly<Record<InjectionSide, number>>;
  /** The fullest window of days around the session, over all courses; `capUnits` null where the product has no such limit. */
  readonly cumulative: {
    readonly product: ToxinProduct;
    readonly units: number;
    readonly windowDays: number;
    readonly capUnits: number | null;
  };
  readonly caps: readonly {
    readonly ruleId: SessionRuleId;
    readonly text: string;
    /** What `units` adds up: "for the right eye". A rule may hold for each side or limb. */
    readonly scope: string;
    readonly product: ToxinProduct;
    readonly units: number;
    readonly capUnits: number;
  }[];
}

/** How full is each limit while the session is being written? */
export function sessionTotals(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): SessionTotals {
  const { product } = session;
  const windowDays = rules['S03.window'];
  const caps = [...doseCaps(session, context, rules), ...siteCaps(session, context, rules)];
  return {
    product,
    units: ofSession<number>(session, sessionUnits),
    bySide: unitsBySide(session.injections),
    cumulative: {
      product,
      units: unitsInWindow(session, context, windowDays).units,
      windowDays,
      capUnits: cumulativeCap(session, context, rules)?.capUnits ?? null,
    },
    caps: caps.map((cap) => ({
      ruleId: cap.ruleId,
      text: sessionRule(cap.ruleId).text,
      scope: cap.scope,
      product: cap.product,
      units: cap.units,
      capUnits: cap.capUnits,
    })),
  };
}

function unitsBySide(injected: readonly Placed[]): Record<InjectionSide, number> {
  const sides: Record<InjectionSide, number> = { left: 0, right: 0, bilateral: 0, midline: 0 };
  for (const { side, units } of injected) sides[side] = toHundredth(sides[side] + units);
  return sides;
}
