import { addDuration } from '../calendar';
import { INDICATION_SLUGS, INDICATIONS } from '../catalogue/indications';
import { ruleValues } from '../rules';
import { TOXIN_PRODUCTS } from '../units';
import { minimumIntervalFor, usualIntervalFor } from './intervals';

const RULES = ruleValues();

it.each`
  product   | indication             | ageYears     | days   | why
  ${'ona'}  | ${'chronic_migraine'}  | ${40}        | ${84}  | ${'12 weeks'}
  ${'abo'}  | ${'spasticity_upper'}  | ${17}        | ${112} | ${'child, upper limb'}
  ${'abo'}  | ${'spasticity_upper'}  | ${18}        | ${84}  | ${'adult'}
  ${'abo'}  | ${'spasticity_upper'}  | ${19}        | ${84}  | ${'adult'}
  ${'abo'}  | ${'spasticity_upper'}  | ${undefined} | ${84}  | ${'age unknown'}
  ${'abo'}  | ${'spasticity_lower'}  | ${8}         | ${84}  | ${'child, lower limb'}
  ${'abo'}  | ${'cervical_dystonia'} | ${8}         | ${84}  | ${'child, neck'}
  ${'inco'} | ${'spasticity_upper'}  | ${8}         | ${84}  | ${'child on Xeomin'}
  ${'rima'} | ${'cervical_dystonia'} | ${60}        | ${84}  | ${'12 weeks'}
  ${'daxi'} | ${'cervical_dystonia'} | ${60}        | ${84}  | ${'12 weeks'}
`('shortest interval of $product in $indication at $ageYears ($why): $days days', (given) => {
  const { product, indication, ageYears, days } = given;
  expect(minimumIntervalFor({ product, indication, ageYears, rules: RULES })).toMatchObject({
    days,
    duration: `P${days}D`,
    source: expect.stringMatching(/^[VMP]/),
  });
});

it.each`
  product   | ageYears | days
  ${'inco'} | ${17}    | ${98}
  ${'inco'} | ${18}    | ${84}
  ${'ona'}  | ${17}    | ${84}
`(
  'a clinic’s own interval for children on Xeomin: $product at $ageYears, $days days',
  ({ product, ageYears, days }) => {
    const rules = ruleValues({ 'S02.inco.child.minimum': 98 });
    expect(minimumIntervalFor({ product, indication: 'tremor', ageYears, rules }).days).toBe(days);
  },
);

it.each`
  product   | indication                  | days   | why
  ${'ona'}  | ${'chronic_migraine'}       | ${84}  | ${'12 weeks'}
  ${'rima'} | ${'cervical_dystonia'}      | ${84}  | ${'12 weeks'}
  ${'daxi'} | ${'cervical_dystonia'}      | ${112} | ${'16-24 weeks'}
  ${'daxi'} | ${'dystonia_other'}         | ${84}  | ${'12 weeks'}
  ${'ona'}  | ${'hyperhidrosis_axillary'} | ${168} | ${'24 weeks'}
  ${'ona'}  | ${'hyperhidrosis_other'}    | ${112} | ${'16-24 weeks'}
  ${'ona'}  | ${'tmj_dysfunction'}        | ${84}  | ${'12-16 weeks'}
`('usual interval of $product in $indication ($why): $days days', ({ product, indication, days }) => {
  expect(usualIntervalFor({ product, indication, rules: RULES })).toMatchObject({
    days,
    duration: `P${days}D`,
  });
});

it('agrees with the catalogue on every usual interval', () => {
  for (const indication of INDICATION_SLUGS) {
    for (const product of TOXIN_PRODUCTS) {
      const { usualInterval, usualIntervalByProduct } = INDICATIONS[indication];
      const inCatalogue = addDuration('2026-11-22', usualIntervalByProduct?.[product] ?? usualInterval);
      expect(
        addDuration('2026-11-22', usualIntervalFor({ product, indication, rules: RULES }).duration),
      ).toBe(inCatalogue);
    }
  }
});
