import { INDICATIONS } from '../../../clinical/catalogue/indications';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { PayerException, PayerTerms } from '../../../clinical/payers/payer-terms';
import { scaleOf } from '../../../clinical/catalogue/scales';
import { COUNTED_DAYS, type UnitsLimit } from '../../../clinical/payers/units-limit';
import { capitalised, counted } from '../../../clinical/words';

/** What a payer grants and asks for, a sentence each; of what it does not say, nothing. */
export function termWords(terms: PayerTerms): string[] {
  const { initialMonths, renewalMonths, benefitWeeks } = terms;
  const { treatmentsShown, scalesShown, triedFirst, minDaysApart } = terms;
  return [
    initialMonths !== null && `First granted for ${counted(initialMonths, 'month')}.`,
    renewalMonths !== null && `Renewed for ${counted(renewalMonths, 'month')}.`,
    triedFirst !== null && `At least ${counted(triedFirst, 'other treatment')} tried before.`,
    improvementWords(terms),
    benefitWeeks !== null && `Benefit for at least ${counted(benefitWeeks, 'week')} before it is renewed.`,
    treatmentsShown !== null &&
      `The effect of the last ${treatmentsShown === 1 ? 'treatment' : `${treatmentsShown} treatments`} on record.`,
    scalesShown === true && 'A scale taken before treatment and after it.',
    scalesShown === false && 'No scale is asked for.',
    minDaysApart !== null && `At least ${counted(minDaysApart, 'day')} from one session to the next.`,
  ].filter((said) => said !== false);
}

function improvementWords({ mustImprovePct, mustImproveScale, mustFallDays }: PayerTerms): string | false {
  const by = mustImproveScale === null ? '' : `, by ${scaleOf(mustImproveScale).name},`;
  const asked = [
    mustImprovePct !== null && `at least ${mustImprovePct} % improvement${by}`,
    mustFallDays !== null && `at least ${counted(mustFallDays, 'headache day')} in a month fewer`,
  ].filter((said) => said !== false);
  return asked.length > 0 && `${capitalised(asked.join(' or '))} before it is renewed.`;
}

/** `Chronic migraine with Botox`; what it leaves open is not said. */
export function exceptionWords({ indication, product }: PayerException): string {
  const brand = product === null ? '' : PRODUCTS[product].brand;
  if (indication === null) return brand;
  const { name } = INDICATIONS[indication];
  return brand ? `${name} with ${brand}` : name;
}

/** `At most 300 billing units of Daxxify in 84 days, in chronic sialorrhea.` */
export function limitWords({ product, indication, billingUnits }: UnitsLimit): string {
  const where = indication === null ? '' : `, in ${INDICATIONS[indication].name.toLowerCase()}`;
  return `At most ${counted(billingUnits, 'billing unit')} of ${PRODUCTS[product].brand} in ${COUNTED_DAYS} days${where}.`;
}
