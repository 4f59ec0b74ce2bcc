import { PRODUCTS } from '../catalogue/products';
import { unitsText } from '../doses/dose-cap';
import { toHundredth } from '../numbers';
import { totalUnits, toxinUnits, type ToxinProduct } from '../units';
import type { ClaimLine, ClaimPart } from './claim-line';
import { drugCodeOf } from './national-drug-code';

export interface UsedVial {
  readonly vialUnits: number;
  readonly unitsDiscarded?: number | null;
}

interface DrugUsed {
  readonly product: ToxinProduct;
  /** Given in the session, in units of the product. */
  readonly given: number;
  readonly vials: readonly UsedVial[];
}

/**
 * The lines of the drug: what was given, and on a line of its own what was thrown away.
 *
 * A single-dose vial needs JW for at least one whole billing unit discarded, else JZ. A started billing unit that was
 * given counts as whole, so that both lines together never exceed the vials. Without vials neither can be said.
 */
export function drugLines({ product, given, vials }: DrugUsed): ClaimPart {
  const { hcpcs, unitsPerBillingUnit: size, billingSource } = PRODUCTS[product];
  const billed = Math.ceil(toHundredth(given) / size);
  const each = size === 1 ? 'each unit is one' : `${size} U are one (a started one is whole)`;
  const givenText = `${unitsText(product, given)} given: ${billed} billing units, ${each} (${billingSource}).`;
  const ndc = oneCode(product, vials);
  const line = (modifiers: readonly string[], billingUnits: number, text: string): ClaimLine => ({
    code: hcpcs,
    modifiers,
    billingUnits,
    ...(ndc.code && { ndc: ndc.code }),
    text: [text, ndc.text].filter(Boolean).join(' '),
  });
  const content = sum(
    product,
    vials.map(({ vialUnits }) => vialUnits),
  );
  if (vials.length === 0 || content < given) {
    return {
      lines: [line([], billed, givenText)],
      missing: [withoutContent(product, given, content, vials)],
    };
  }
  const discarded = toHundredth(content - given);
  const wasted = Math.floor(discarded / size);
  const missing = [...recordedWaste(product, discarded, vials), ...ndc.missing];
  if (wasted === 0) {
    const rest =
      discarded > 0
        ? `${unitsText(product, discarded)} thrown away are less than one billing unit: JZ (V:JZ4; M).`
        : 'Nothing thrown away: JZ (V:JZ1,JZ2).';
    return { lines: [line(['JZ'], billed, `${givenText} ${rest}`)], missing };
  }
  const wasteText = `${unitsText(product, discarded)} of ${unitsText(product, content)} thrown away: ${wasted} whole billing units, on a line of their own with JW (V:JZ1,JZ3,JZ4).`;
  return { lines: [line([], billed, givenText), line(['JW'], wasted, wasteText)], missing };
}

function withoutContent(
  product: ToxinProduct,
  given: number,
  content: number,
  vials: readonly UsedVial[],
): string {
  if (vials.length === 0)
    return 'The vials are not on record: neither JW nor JZ can be said. Record each vial with its content and what was thrown away.';
  return `${unitsText(product, given)} were given from vials of ${unitsText(product, content)}: a vial is not on record. Record it, or correct the units.`;
}

/** The waste must be in the medical record (V:JZ3). */
function recordedWaste(
  product: ToxinProduct,
  discarded: number,
  vials: readonly UsedVial[],
): readonly string[] {
  const recorded = vials.flatMap(({ unitsDiscarded }) => unitsDiscarded ?? []);
  if (recorded.length < vials.length)
    return [
      `What was thrown away is not on record: by the content of the vials it is ${unitsText(product, discarded)}. Record it with the vials (V:JZ3).`,
    ];
  const told = sum(product, recorded);
  if (told === discarded) return [];
  return [
    `${unitsText(product, told)} are on record as thrown away; content less what was given is ${unitsText(product, discarded)}. Correct the vials or the units.`,
  ];
}

function oneCode(
  product: ToxinProduct,
  vials: readonly UsedVial[],
): { readonly code?: string; readonly text: string; readonly missing: readonly string[] } {
  const sizes = [...new Set(vials.map(({ vialUnits }) => vialUnits))];
  const known = sizes.flatMap((size) => ({ size, found: drugCodeOf(product, size) }));
  const missing = known
    .filter(({ found }) => !found)
    .map(({ size }) => `No NDC is known of a vial of ${unitsText(product, size)}: take it from the box.`);
  const told = known.flatMap(({ size, found }) =>
    found ? [`${found.code} (vial of ${unitsText(product, size)}, ${found.source})`] : [],
  );
  const text = told.length > 0 ? `NDC ${told.join(' and ')}: compare it with the box.` : '';
  return { code: sizes.length === 1 ? known[0]?.found?.code : undefined, text, missing };
}

function sum(product: ToxinProduct, units: readonly number[]): number {
  return totalUnits(units.map((unit) => toxinUnits(product, unit)));
}
