import { INDICATIONS } from '../../catalogue/indications';
import { PRODUCT_ROWS } from '../../catalogue/product-rows';
import { PRODUCTS } from '../../catalogue/products';
import type { Finding } from '../../finding';
import { TOXIN_PRODUCTS } from '../../units';
import { sentences } from '../../words';
import type { ProposedSession, SessionContext } from '../proposed-session';

/**
 * Is this product off-label here while another one is labelled (S10)?
 *
 * Noted in the course's first session with the product, and never again: it is a fact for the consent and the payer.
 * Where no label names the indication everybody knows.
 */
export function offLabelFindings(
  { product, performedOn }: Pick<ProposedSession, 'product' | 'performedOn'>,
  { indication, earlierDoses }: SessionContext,
): readonly Finding[] {
  const { name, labelStatus, labelSource } = INDICATIONS[indication];
  const labelled = TOXIN_PRODUCTS.filter((other) => labelStatus[other] === 'on-label');
  if (labelStatus[product] !== 'off-label' || labelled.length === 0) return [];
  const told = earlierDoses.some(
    ({ sameCourse, dose, performedOn: day }) => sameCourse && dose.product === product && day < performedOn,
  );
  if (told) return [];
  const against = PRODUCT_ROWS[product].labelledAgainst[indication];
  const { brand } = PRODUCTS[product];
  const others = labelled.map((other) => PRODUCTS[other].brand);
  return [
    {
      code: 'S10',
      severity: 'note',
      message: sentences(
        `${brand} is off-label for ${name.toLowerCase()}${against ? `; ${against.text}` : ''}.`,
        `Labelled ${others.length === 1 ? 'is' : 'are'} ${others.join(', ')}. Tell the patient, and check the cover.`,
      ),
      pointer: '/product',
      sourceText: `What the labels name (${[labelSource, against?.source].filter(Boolean).join('; ')})`,
    },
  ];
}
