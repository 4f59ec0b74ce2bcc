import type { SessionRuleId } from '../catalogue/product-row';
import type { PlainDate } from '../calendar';
import type { Finding, FindingCode, FindingSeverity } from '../finding';
import { PRODUCTS } from '../catalogue/products';
import { sourceText } from '../session-rules/session-rule';
import type { ToxinProduct } from '../units';
import { toHundredth } from '../numbers';

/** A limit that a session is held against, and how much of it is used. Units are those of `product`. */
export interface DoseCap {
  readonly code: FindingCode;
  readonly ruleId: SessionRuleId;
  readonly product: ToxinProduct;
  readonly units: number;
  readonly capUnits: number;
  /** What `units` adds up, continuing "410 U Botox …". */
  readonly scope: string;
  /** How the limit came about, "10 U/kg at 18 kg". */
  readonly basis?: string;
  readonly severity: FindingSeverity;
  readonly pointer?: string;
  /** What the session itself counts for in `units`; all of them when left out. */
  readonly ownUnits?: number;
  /** In a sum over days: the first day on which the session would fit. None: it does not fit on any. */
  readonly fitsFrom?: PlainDate;
}

/** The limit itself is still allowed; above it there is a finding. */
export function capFinding(cap: DoseCap): Finding | undefined {
  const over = toHundredth(cap.units) - toHundredth(cap.capUnits);
  if (over <= 0) return undefined;
  const { code, severity, product, scope, basis } = cap;
  const limit = `the limit is ${unitsText(product, cap.capUnits)}${basis ? ` (${basis})` : ''}`;
  return {
    code,
    severity,
    message: `${unitsText(product, cap.units)} ${scope}: ${limit}. ${adviceOf(cap, over)}`,
    pointer: cap.pointer ?? '/injections',
    sourceText: sourceText(cap.ruleId),
  };
}

/** What is left under the limit, 0 U too, and from which day on the session would fit. */
function adviceOf(
  { product, units, capUnits, ownUnits = units, fitsFrom, severity }: DoseCap,
  over: number,
): string {
  const left = toHundredth(Math.max(0, capUnits - (units - ownUnits)));
  const lower = `ower it by at least ${unitsText(product, over)}`;
  const now =
    ownUnits === units ? `L${lower}` : `${unitsText(product, left)} are left${left > 0 ? `: l${lower}` : ''}`;
  if (fitsFrom) {
    const end = severity === 'stop' ? '' : ' Else give the reason for going on.';
    return `${now}; ${unitsText(product, ownUnits)} fit from ${fitsFrom}.${end}`;
  }
  return severity === 'stop' ? `${now}.` : `${now}, or give the reason for going on.`;
}

/** "1,250 U Dysport": units always beside their product. */
export function unitsText(product: ToxinProduct, units: number): string {
  return `${toHundredth(units).toLocaleString('en-US')} U ${PRODUCTS[product].brand}`;
}
