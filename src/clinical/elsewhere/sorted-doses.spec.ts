import type { IndicationSlug } from '../catalogue/indications';
import type { ToxinProduct } from '../units';
import { sortedDoses } from './sorted-doses';

it.each`
  product  | units   | counts   | why
  ${'ona'} | ${200}  | ${true}  | ${'so many units of our product'}
  ${'ona'} | ${null} | ${false} | ${'nobody knows how much'}
  ${null}  | ${20}   | ${false} | ${'units of a product that is not ours'}
  ${null}  | ${null} | ${false} | ${'nothing is known'}
`('$units U of $product enter the sums: $counts, $why', ({ product, units, counts }) => {
  const { counted, uncounted } = sortedDoses([told({ product, units })]);
  expect(counted.map(({ dose }) => [dose.product, dose.units])).toEqual(counts ? [[product, units]] : []);
  expect(uncounted.map((dose) => [dose.product, dose.units])).toEqual(counts ? [] : [[product, units]]);
});

it.each`
  words                   | indication
  ${'Cervical dystonia'}  | ${'cervical_dystonia'}
  ${'overactive bladder'} | ${null}
  ${null}                 | ${null}
`('“$words” is the indication $indication of a counted dose', ({ words, indication }) => {
  const [dose] = sortedDoses([told({ indication: words })]).counted;
  expect(dose!.indication).toBe(indication as IndicationSlug | null);
  expect(dose!.elsewhere).toEqual({ brand: null, region: 'neck', indication: words, source: 'letter' });
});

function told(given: { product?: ToxinProduct | null; units?: number | null; indication?: string | null }) {
  return {
    id: 'external',
    givenOn: '2026-10-23',
    product: 'ona',
    brand: null,
    units: 200,
    region: 'neck',
    indication: null,
    source: 'letter',
    ...given,
  } as const;
}
