import { courseRules, type ClinicInterval } from './course-rules';
import { DEFAULT_DUE_SETTINGS } from '../due/due-settings';
import type { IndicationSlug } from '../catalogue/indications';
import type { ToxinProduct } from '../units';

function intervals(
  clinic: ClinicInterval[],
  product: ToxinProduct,
  indication: IndicationSlug,
  ageYears?: number,
) {
  const rules = courseRules(undefined, DEFAULT_DUE_SETTINGS, clinic);
  const { minimums, usual } = rules.intervalsFor({ product, indication, ageYears });
  return { minimums: minimums.map(({ duration }) => duration), usual: usual.duration };
}

it.each`
  product   | indication                  | ageYears     | minimums     | usual      | why
  ${'ona'}  | ${'chronic_migraine'}       | ${undefined} | ${['P84D']}  | ${'P84D'}  | ${'12 weeks'}
  ${'abo'}  | ${'spasticity_upper'}       | ${17}        | ${['P112D']} | ${'P84D'}  | ${'a child’s arm on Dysport: 16 weeks'}
  ${'abo'}  | ${'spasticity_upper'}       | ${18}        | ${['P84D']}  | ${'P84D'}  | ${'an adult’s arm on Dysport'}
  ${'abo'}  | ${'spasticity_upper'}       | ${undefined} | ${['P84D']}  | ${'P84D'}  | ${'age unknown: taken for an adult'}
  ${'abo'}  | ${'spasticity_lower'}       | ${17}        | ${['P84D']}  | ${'P84D'}  | ${'a child’s leg on Dysport'}
  ${'daxi'} | ${'cervical_dystonia'}      | ${undefined} | ${['P84D']}  | ${'P112D'} | ${'Daxxify is planned at 16 weeks'}
  ${'ona'}  | ${'hyperhidrosis_axillary'} | ${undefined} | ${['P84D']}  | ${'P168D'} | ${'the armpit is planned at 24 weeks'}
`('$product in $indication at $ageYears: $why', ({ product, indication, ageYears, minimums, usual }) => {
  expect(intervals([], product, indication, ageYears)).toEqual({ minimums, usual });
});

it.each`
  clinic                                                                                                                            | minimums            | usual     | why
  ${[{ indication: 'cervical_dystonia', interval: 'P13W' }]}                                                                        | ${['P84D']}         | ${'P13W'} | ${'for every product'}
  ${[{ indication: 'cervical_dystonia', interval: 'P13W' }, { indication: 'cervical_dystonia', product: 'ona', interval: 'P14W' }]} | ${['P84D']}         | ${'P14W'} | ${'for one product before all products'}
  ${[{ indication: 'cervical_dystonia', product: 'abo', interval: 'P14W' }]}                                                        | ${['P84D']}         | ${'P84D'} | ${'for another product: no matter'}
  ${[{ indication: 'chronic_migraine', interval: 'P14W' }]}                                                                         | ${['P84D']}         | ${'P84D'} | ${'for another indication: no matter'}
  ${[{ indication: 'cervical_dystonia', minInterval: 'P90D' }]}                                                                     | ${['P84D', 'P90D']} | ${'P84D'} | ${'the clinic’s minimum stands beside the label’s'}
`('an interval set by the clinic, $why', ({ clinic, minimums, usual }) => {
  expect(intervals(clinic, 'ona', 'cervical_dystonia')).toEqual({ minimums, usual });
});

it('says where an interval comes from', () => {
  const rules = courseRules(undefined, DEFAULT_DUE_SETTINGS, [{ indication: 'tremor', interval: 'P13W' }]);
  const child = rules.intervalsFor({ product: 'abo', indication: 'spasticity_upper', ageYears: 5 });
  expect(child.minimums[0]).toMatchObject({
    text: 'the shortest interval for Dysport in upper-limb spasticity at this age',
    source: 'V:DYS-PED',
  });
  const adult = rules.intervalsFor({ product: 'abo', indication: 'spasticity_upper', ageYears: 18 });
  expect(adult.minimums.map(({ text }) => text)).toEqual([
    'the shortest interval for Dysport in upper-limb spasticity',
  ]);
  expect(child.usual.text).toBe('the usual interval for Dysport in upper-limb spasticity');
  expect(rules.intervalsFor({ product: 'ona', indication: 'tremor' }).usual.text).toBe(
    'the clinic’s usual interval for Botox in hand, head or voice tremor',
  );
});
