import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { PRODUCTS } from '../catalogue/products';
import { unitsText } from '../doses/dose-cap';
import type { Finding } from '../finding';
import { toHundredth } from '../numbers';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';
import type { ProposedSession, ProposedVial } from '../session-check/proposed-session';
import type { ToxinProduct } from '../units';
import { sentences } from '../words';

type Vial = Pick<ProposedVial<ToxinProduct>, 'lotNumber' | 'diluentMl'> & { readonly vialUnits: number };

/** Units in a millilitre of a vial as it was reconstituted; undefined when that is not on record. */
export function strengthOf(
  product: ToxinProduct,
  { vialUnits, diluentMl }: Pick<Vial, 'vialUnits' | 'diluentMl'>,
): number | undefined {
  const { solution } = PRODUCT_ROWS[product];
  if (solution) return vialUnits / (vialUnits / solution.unitsPerMl + (diluentMl ?? 0));
  return diluentMl ? vialUnits / diluentMl : undefined;
}

/**
 * Is this a dilution that anybody makes up (S24)?
 *
 * A vial with far too much or too little diluent, and a row whose own units and volume make such a strength while no vial
 * tells the dilution: units and millilitres are easily typed in each other's place.
 */
export function dilutionFindings(
  { product, vials = [], injections }: ProposedSession,
  rules: SessionRuleValues,
): readonly Finding[] {
  const each: readonly Vial[] = vials;
  const rows: readonly { readonly units: number; readonly volumeMl?: number }[] = injections;
  const untold = each.every((vial) => vial.diluentMl === undefined);
  return [
    ...each.flatMap((vial, index) => ofVial(product, vial, index, rules)),
    ...(untold ? rows.flatMap((row, index) => ofRow(product, row, index, rules)) : []),
  ];
}

function ofVial(
  product: ToxinProduct,
  vial: Vial,
  index: number,
  rules: SessionRuleValues,
): readonly Finding[] {
  const strength = vial.diluentMl === undefined ? undefined : strengthOf(product, vial);
  if (strength === undefined || isMadeUp(product, strength, rules)) return [];
  return [
    asked(product, rules, {
      pointer: `/vials/${index}/diluentMl`,
      said: `Lot ${vial.lotNumber}: ${unitsText(product, vial.vialUnits)} in ${vial.diluentMl} mL are ${strengthText(strength)} U a mL.`,
      advice: sentences(
        likelyDiluent(product, vial, rules),
        'Correct the diluent or the vial, or give the reason.',
      ),
    }),
  ];
}

/** A decimal point that was lost, or set too far to the left; "" when neither makes a dilution. */
function likelyDiluent(
  product: ToxinProduct,
  { vialUnits, diluentMl = 0 }: Vial,
  rules: SessionRuleValues,
): string {
  const meant = [diluentMl / 10, diluentMl * 10]
    .map(toHundredth)
    .find((ml) => isMadeUp(product, strengthOf(product, { vialUnits, diluentMl: ml }) ?? 0, rules));
  return meant === undefined ? '' : `Was ${meant} mL meant?`;
}

function ofRow(
  product: ToxinProduct,
  { units, volumeMl }: { readonly units: number; readonly volumeMl?: number },
  index: number,
  rules: SessionRuleValues,
): readonly Finding[] {
  if (!volumeMl || isMadeUp(product, units / volumeMl, rules)) return [];
  const swapped = isMadeUp(product, volumeMl / units, rules)
    ? `Were units and volume typed in each other’s place (${unitsText(product, volumeMl)} in ${units} mL)?`
    : '';
  return [
    asked(product, rules, {
      pointer: `/injections/${index}/volumeMl`,
      said: `${unitsText(product, units)} in ${volumeMl} mL are ${strengthText(units / volumeMl)} U a mL.`,
      advice: sentences(swapped, 'Correct the units or the volume, or give the reason.'),
    }),
  ];
}

function isMadeUp(product: ToxinProduct, strength: number, rules: SessionRuleValues): boolean {
  const { least, most } = PRODUCT_ROWS[product].strength;
  return toHundredth(strength) >= rules[least] && toHundredth(strength) <= rules[most];
}

interface Asked {
  readonly pointer: string;
  readonly said: string;
  readonly advice: string;
}

function asked(product: ToxinProduct, rules: SessionRuleValues, { pointer, said, advice }: Asked): Finding {
  const { least, most } = PRODUCT_ROWS[product].strength;
  const range = `${rules[least].toLocaleString('en-US')}-${rules[most].toLocaleString('en-US')} U a mL`;
  return {
    code: 'S24',
    severity: 'confirm',
    message: sentences(said, `${PRODUCTS[product].brand} is reconstituted to ${range}.`, advice),
    pointer,
    sourceText: sourceText(least),
  };
}

function strengthText(strength: number): string {
  return toHundredth(strength).toLocaleString('en-US');
}
