import { unitsLimitFor, type UnitsLimit } from './units-limit';

const LIMITS: readonly UnitsLimit[] = [
  { product: 'rima', indication: null, billingUnits: 150 },
  { product: 'rima', indication: 'sialorrhea', billingUnits: 50 },
  { product: 'daxi', indication: 'cervical_dystonia', billingUnits: 300 },
];

it.each`
  product   | indication             | billingUnits | why
  ${'rima'} | ${'sialorrhea'}        | ${50}        | ${'the indication’s own'}
  ${'rima'} | ${'cervical_dystonia'} | ${150}       | ${'that of every other indication'}
  ${'daxi'} | ${'cervical_dystonia'} | ${300}       | ${'the indication’s own'}
  ${'daxi'} | ${'blepharospasm'}     | ${undefined} | ${'none for this indication'}
  ${'ona'}  | ${'sialorrhea'}        | ${undefined} | ${'none for this product'}
`('$product in $indication → $billingUnits: $why', ({ product, indication, billingUnits }) => {
  expect(unitsLimitFor(LIMITS, { product, indication })?.billingUnits).toBe(billingUnits);
});
