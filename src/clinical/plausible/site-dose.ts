import type { SessionRuleId } from '../catalogue/product-row';
import { ageIfKnown } from '../calendar';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { PRODUCTS } from '../catalogue/products';
import type { Finding } from '../finding';
import { toHundredth } from '../numbers';
import { isChild } from '../session-rules/intervals';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';
import type { ProposedInjection, ProposedSession, SessionContext } from '../session-check/proposed-session';
import type { ToxinProduct } from '../units';
import { unitsText } from '../doses/dose-cap';
import { unitsInSite } from '../doses/injection-points';
import { strengthOf } from './dilution';

type Row = Pick<ProposedInjection<ToxinProduct>, 'muscle' | 'sites' | 'volumeMl' | 'points'> & {
  readonly units: number;
};

interface Judged {
  readonly session: ProposedSession;
  readonly context: SessionContext;
  readonly rules: SessionRuleValues;
}

interface Diluted {
  /** Units in a millilitre, of each dilution. */
  readonly strengths: readonly number[];
}

/** A volume is measured to the nearest twentieth of a millilitre. */
const ROUNDING_ML = 0.05;

/**
 * Is too much given at one point, and does the volume fit the units (S24)?
 *
 * Botox has a limit in units, Dysport one in millilitres, less in a child. Judged where the sites were counted, by the
 * fullest where points tell it; the volume of a site is the written one, else what units and dilution make. Units, volume and dilution must agree
 * within `S24.volume.tolerance`. Blepharospasm has its own rule for the eyelid, S19; here it holds for other uses.
 */
export function siteDoseFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const rows: readonly Row[] = session.injections;
  const strengths = strengthsOf(session);
  return rows.flatMap((row, index) => [
    ...unitsOfSite(row, index, { session, context, rules }),
    ...volumeOfSite(row, index, { session, context, rules, strengths }),
    ...volumeOfRow(row, index, { session, rules, strengths }),
  ]);
}

function unitsOfSite(
  { muscle, ...row }: Row,
  index: number,
  { session: { product }, context, rules }: Judged,
): readonly Finding[] {
  const ruleId = siteRule(product, muscle, context.indication === 'blepharospasm');
  const each = unitsInSite(row);
  if (!ruleId || each === undefined || each <= rules[ruleId]) return [];
  return [
    {
      code: 'S24',
      severity: 'confirm',
      message: `${unitsText(product, each)} in one site: at most ${unitsText(product, rules[ruleId])} a site. ${moreSites(row, Math.ceil(row.units / rules[ruleId]))} or fewer units, or give the reason.`,
      pointer: `/injections/${index}/sites`,
      sourceText: sourceText(ruleId),
    },
  ];
}

/** So many sites are enough when all get the same; where there are as many already, one got more than its share. */
function moreSites({ sites = 0 }: Pick<Row, 'sites'>, enough: number): string {
  return sites < enough ? `Use ${enough} sites` : 'Share it out evenly, use more sites';
}

function siteRule(product: ToxinProduct, muscle: string, isBlepharospasm: boolean): SessionRuleId | null {
  const { eyelid, units } = PRODUCT_ROWS[product].sites;
  const isEyelid = muscle.startsWith('orbicularis_oculi');
  if (!isEyelid || eyelid?.counts !== 'window') return units;
  return isBlepharospasm ? null : eyelid.siteRule;
}

function volumeOfSite(
  { volumeMl, ...row }: Row,
  index: number,
  { session: { product, performedOn }, context, rules, strengths }: Judged & Diluted,
): readonly Finding[] {
  const { volume } = PRODUCT_ROWS[product].sites;
  const ml = volumeMl ?? (strengths.length === 1 ? row.units / strengths[0]! : undefined);
  const fullest = unitsInSite(row);
  if (!volume || fullest === undefined || ml === undefined) return [];
  const ruleId = isChild(ageIfKnown(context.birthDate, performedOn), rules) ? volume.child : volume.adult;
  const each = toHundredth((ml * fullest) / row.units);
  if (each <= rules[ruleId]) return [];
  return [
    {
      code: 'S24',
      severity: 'confirm',
      message: `${each} mL ${PRODUCTS[product].brand} in one site: at most ${rules[ruleId]} mL a site. ${moreSites(row, Math.ceil(ml / rules[ruleId]))} or less volume, or give the reason.`,
      pointer: `/injections/${index}/sites`,
      sourceText: sourceText(ruleId),
    },
  ];
}

function volumeOfRow(
  { units, volumeMl }: Row,
  index: number,
  { session: { product }, rules, strengths }: Pick<Judged, 'session' | 'rules'> & Diluted,
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
