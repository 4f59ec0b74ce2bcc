import { ageIfKnown } from '../calendar';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { PRODUCTS } from '../catalogue/products';
import type { Finding } from '../finding';
import { toHundredth } from '../numbers';
import type { RuleId, RuleValues } from '../rules';
import { isChild, sourceText } from '../rules';
import type { ProposedInjection, ProposedSession, SessionContext } from '../session-check/proposed-session';
import type { ToxinProduct } from '../units';
import { unitsText } from '../doses/dose-cap';
import { strengthOf } from './dilution';

type Row = Pick<ProposedInjection<ToxinProduct>, 'muscle' | 'sites' | 'volumeMl'> & {
  readonly units: number;
};

/** A volume is measured to the nearest twentieth of a millilitre. */
const ROUNDING_ML = 0.05;

/**
 * Is too much given at one point, and does the volume fit the units (S24)?
 *
 * Botox has a limit in units, Dysport one in millilitres, less in a child. Judged where the sites were counted; the
 * volume of a site is the written one, else what units and dilution make. Units, volume and dilution must agree
 * within `S24.volume.tolerance`. Blepharospasm has its own rule for the eyelid, S19; here it holds for other uses.
 */
export function siteDoseFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const rows: readonly Row[] = session.injections;
  const strengths = strengthsOf(session);
  return rows.flatMap((row, index) => [
    ...unitsOfSite(row, index, session, context, rules),
    ...volumeOfSite(row, index, { session, context, rules, strengths }),
    ...volumeOfRow(row, index, { product: session.product, rules, strengths }),
  ]);
}

function unitsOfSite(
  { muscle, units, sites }: Row,
  index: number,
  { product }: ProposedSession,
  { indication }: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const ruleId = siteRule(product, muscle, indication === 'blepharospasm');
  if (!ruleId || !sites || units / sites <= rules[ruleId]) return [];
  return [
    {
      code: 'S24',
      severity: 'confirm',
      message: `${unitsText(product, units / sites)} in one site: at most ${unitsText(product, rules[ruleId])} a site. Use ${Math.ceil(units / rules[ruleId])} sites or fewer units, or give the reason.`,
      pointer: `/injections/${index}/sites`,
      sourceText: sourceText(ruleId),
    },
  ];
}

function siteRule(product: ToxinProduct, muscle: string, isBlepharospasm: boolean): RuleId | null {
  const { eyelid, units } = PRODUCT_ROWS[product].sites;
  const isEyelid = muscle.startsWith('orbicularis_oculi');
  if (!isEyelid || eyelid?.counts !== 'window') return units;
  return isBlepharospasm ? null : eyelid.siteRule;
}

interface Judged {
  readonly session: ProposedSession;
  readonly context: SessionContext;
  readonly rules: RuleValues;
  readonly strengths: readonly number[];
}

function volumeOfSite(
  { units, sites, volumeMl }: Row,
  index: number,
  { session: { product, performedOn }, context, rules, strengths }: Judged,
): readonly Finding[] {
  const { volume } = PRODUCT_ROWS[product].sites;
  const ml = volumeMl ?? (strengths.length === 1 ? units / strengths[0]! : undefined);
  if (!volume || !sites || ml === undefined) return [];
  const ruleId = isChild(ageIfKnown(context.birthDate, performedOn), rules) ? volume.child : volume.adult;
  const each = toHundredth(ml / sites);
  if (each <= rules[ruleId]) return [];
  return [
    {
      code: 'S24',
      severity: 'confirm',
      message: `${each} mL ${PRODUCTS[product].brand} in one site: at most ${rules[ruleId]} mL a site. Use ${Math.ceil(ml / rules[ruleId])} sites or less volume, or give the reason.`,
      pointer: `/injections/${index}/sites`,
      sourceText: sourceText(ruleId),
    },
  ];
}

function volumeOfRow(
  { units, volumeMl }: Row,
  index: number,
  { product, rules, strengths }: { product: ToxinProduct; rules: RuleValues; strengths: readonly number[] },
): readonly Finding[] {
  if (volumeMl === undefined || strengths.length === 0) return [];
  const [least, most] = [units / Math.max(...strengths), units / Math.min(...strengths)];
  const share = rules['S24.volume.tolerance'] / 100;
  const low = Math.min(least * (1 - share), least - ROUNDING_ML);
  const high = Math.max(most * (1 + share), most + ROUNDING_ML);
  if (toHundredth(volumeMl) >= toHundredth(low) && toHundredth(volumeMl) <= toHundredth(high)) return [];
  const strength = strengths.map((perMl) => `${toHundredth(perMl)} U`).join(' or ');
  const holds = strengths.map((perMl) => unitsText(product, volumeMl * perMl)).join(' or ');
  return [
    {
      code: 'S24',
      severity: 'confirm',
      message: `${unitsText(product, units)} in ${volumeMl} mL: the vials were reconstituted to ${strength} a mL, so ${volumeMl} mL hold ${holds}. Correct the units, the volume or the diluent, or give the reason.`,
      pointer: `/injections/${index}/volumeMl`,
      sourceText: sourceText('S24.volume.tolerance'),
    },
  ];
}

/** Units in a millilitre of each dilution; none when one vial's is not on record. */
function strengthsOf({ product, vials = [] }: ProposedSession): readonly number[] {
  const each = vials.map((vial) => strengthOf(product, vial));
  const known = each.flatMap((strength) => strength ?? []);
  return known.length < each.length ? [] : [...new Set(known.map(toHundredth))];
}
