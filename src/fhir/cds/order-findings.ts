import { capFinding } from '../../clinical/doses/dose-cap';
import { doseCaps } from '../../clinical/doses/dose-limits';
import type { Finding } from '../../clinical/finding';
import { toHundredth } from '../../clinical/numbers';
import { plausibleDoseFindings } from '../../clinical/plausible/plausible-dose';
import type { RuleValues } from '../../clinical/rules';
import type { InjectionSide } from '../../clinical/catalogue/muscles';
import { intervalFindings } from '../../clinical/session-check/interval-check';
import { proposeSession } from '../../clinical/session-check/propose-session';
import type { SessionContext } from '../../clinical/session-check/proposed-session';
import { unknownAgeFindings } from '../../clinical/session-check/label/unknown-age';
import type { ToxinProduct } from '../../clinical/units';

export interface InjectedBefore {
  readonly muscle: string;
  readonly side: InjectionSide;
  readonly units: number;
}

interface Order {
  readonly product: ToxinProduct;
  readonly units: number;
}

/**
 * What speaks against giving these units today: interval, limits, and whether anybody would mean them?
 *
 * An order says no muscles: the units are shared out as in the last session, and what is asked of one muscle alone is left
 * to whoever logs the session. Where nothing was given yet nothing can be shared out, and nothing is said. Notes are
 * left out: an order is interrupted only by what a session would be.
 */
export function orderFindings(
  { product, units }: Order,
  before: readonly InjectedBefore[],
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const total = before.reduce((sum, injection) => sum + injection.units, 0);
  if (total <= 0) return [];
  const session = proposeSession({
    performedOn: context.today,
    product,
    injections: before.map((injection) => ({
      ...injection,
      units: toHundredth((injection.units / total) * units),
    })),
  });
  const findings = [
    ...unknownAgeFindings(context, rules),
    ...intervalFindings(session, context, rules),
    ...doseCaps(session, context, rules).flatMap((cap) => capFinding(cap) ?? []),
    ...plausibleDoseFindings(session, context, rules).filter(({ pointer }) => pointer === '/injections'),
  ];
  return findings.filter(({ severity }) => severity !== 'note');
}
