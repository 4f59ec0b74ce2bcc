import type { PlainDate } from '../calendar';
import { countedUntil, unitsLimitFor, type UnitsLimit } from './units-limit';

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

const given = (performedOn: PlainDate, units: number) => ({ performedOn, units });

it.each`
  product   | doses                                                   | billed  | why
  ${'daxi'} | ${[given('2026-08-31', 200), given('2026-11-22', 250)]} | ${450}  | ${'the first of the 84 days counts'}
  ${'daxi'} | ${[given('2026-08-30', 200), given('2026-11-22', 250)]} | ${250}  | ${'84 days before is out'}
  ${'daxi'} | ${[given('2026-11-22', 250), given('2026-11-23', 100)]} | ${250}  | ${'the day after is out'}
  ${'rima'} | ${[given('2026-11-01', 2550)]}                          | ${25.5} | ${'100 U are one billing unit'}
  ${'daxi'} | ${[]}                                                   | ${0}    | ${'nothing given'}
`('until 22 Nov 2026 $billed billing units: $why', ({ product, doses, billed }) => {
  expect(countedUntil('2026-11-22', product, doses)).toEqual({
    fromOn: '2026-08-31',
    toOn: '2026-11-22',
    billingUnits: billed,
  });
});
