import { DIAGNOSIS_CODES, PROCEDURE_CODES } from './codes/billing-codes';
import { isDuration } from '../calendar';
import { INDICATION_SLUGS, INDICATIONS, indicationOf, indicationsUsing, isIndication } from './indications';
import { findMuscles, isMuscle, MUSCLE_SLUGS, MUSCLES, muscleOf } from './muscles';
import { billingUnits, PRODUCTS } from './products';
import { TOXIN_PRODUCTS, toxinUnits, type ToxinProduct } from '../units';

it.each`
  indication                  | onLabel                         | coverage      | side          | etiology
  ${'chronic_migraine'}       | ${'ona'}                        | ${'pa_usual'} | ${'none'}     | ${'none'}
  ${'tension_headache'}       | ${''}                           | ${'pa_usual'} | ${'none'}     | ${'none'}
  ${'cervical_dystonia'}      | ${'ona, abo, inco, rima, daxi'} | ${'usual'}    | ${'none'}     | ${'none'}
  ${'chronic_neck_pain'}      | ${''}                           | ${'pa_usual'} | ${'optional'} | ${'none'}
  ${'chronic_back_pain'}      | ${''}                           | ${'pa_usual'} | ${'optional'} | ${'none'}
  ${'blepharospasm'}          | ${'ona, inco'}                  | ${'usual'}    | ${'none'}     | ${'none'}
  ${'hemifacial_spasm'}       | ${''}                           | ${'pa_usual'} | ${'required'} | ${'none'}
  ${'spasticity_upper'}       | ${'ona, abo, inco'}             | ${'usual'}    | ${'optional'} | ${'required'}
  ${'spasticity_lower'}       | ${'ona, abo'}                   | ${'usual'}    | ${'optional'} | ${'required'}
  ${'hyperhidrosis_axillary'} | ${'ona'}                        | ${'pa_usual'} | ${'optional'} | ${'none'}
  ${'hyperhidrosis_other'}    | ${''}                           | ${'pa_usual'} | ${'optional'} | ${'none'}
  ${'sialorrhea'}             | ${'inco, rima'}                 | ${'pa_usual'} | ${'optional'} | ${'none'}
  ${'tmj_dysfunction'}        | ${''}                           | ${'pa_usual'} | ${'optional'} | ${'none'}
  ${'tremor'}                 | ${''}                           | ${'pa_usual'} | ${'optional'} | ${'none'}
  ${'dystonia_other'}         | ${''}                           | ${'usual'}    | ${'optional'} | ${'none'}
`('$indication: on-label for [$onLabel], coverage $coverage, side $side', (expected) => {
  const { labelStatus, coverageClass, side, etiology } = indicationOf(expected.indication);
  const onLabel = TOXIN_PRODUCTS.filter((product) => labelStatus[product] === 'on-label').join(', ');
  expect({ onLabel, coverage: coverageClass, side, etiology }).toEqual({
    onLabel: expected.onLabel,
    coverage: expected.coverage,
    side: expected.side,
    etiology: expected.etiology,
  });
});

it('has for every indication a length, a peak check, scales and codes', () => {
  for (const slug of INDICATION_SLUGS) {
    const { usualInterval, peakCheckWeeks, scales, ...rest } = INDICATIONS[slug];
    expect(rest.slug).toBe(slug);
    expect(isDuration(usualInterval)).toBe(true);
    expect(peakCheckWeeks.from).toBeLessThan(peakCheckWeeks.to);
    expect(scales.length).toBeGreaterThan(0);
    expect(DIAGNOSIS_CODES[slug].length).toBeGreaterThan(0);
    expect(PROCEDURE_CODES[slug].codes.length).toBeGreaterThan(0);
  }
});

it('offers no diagnosis code that is not billable', () => {
  const codes = Object.values(DIAGNOSIS_CODES).flatMap((groups) => groups.flatMap((group) => group.codes));
  for (const notBillable of ['G35', 'G51.3', 'M54.5']) expect(codes).not.toContain(notBillable);
  for (const code of codes) expect(code).toMatch(/^[A-Z]\d{2}(?:\.[A-Z0-9]{1,4})?$/);
});

it('knows its slugs and nothing else', () => {
  expect([
    isIndication('tremor'),
    isIndication('Tremor'),
    isIndication('toString'),
    isIndication(null),
  ]).toEqual([true, false, false, false]);
  expect([isMuscle('soleus'), isMuscle('constructor'), isMuscle(undefined)]).toEqual([true, false, false]);
  expect(() => indicationOf('migraine')).toThrow(RangeError);
  expect(() => muscleOf('biceps')).toThrow(RangeError);
  expect(indicationsUsing('twstrs_total')).toEqual(['cervical_dystonia']);
});

it.each`
  product   | units   | billed   | hcpcs
  ${'ona'}  | ${155}  | ${155}   | ${'J0585'}
  ${'abo'}  | ${800}  | ${160}   | ${'J0586'}
  ${'abo'}  | ${640}  | ${128}   | ${'J0586'}
  ${'abo'}  | ${642}  | ${128.4} | ${'J0586'}
  ${'inco'} | ${120}  | ${120}   | ${'J0588'}
  ${'rima'} | ${7500} | ${75}    | ${'J0587'}
  ${'daxi'} | ${125}  | ${125}   | ${'J0589'}
`('$units U $product are $billed of $hcpcs', ({ product, units, billed, hcpcs }) => {
  expect(billingUnits({ product, units: toxinUnits(product, units) })).toBe(billed);
  expect(PRODUCTS[product as ToxinProduct].hcpcs).toBe(hcpcs);
});

it.each`
  slug                            | region          | paired
  ${'corrugator_supercilii'}      | ${'face'}       | ${true}
  ${'procerus'}                   | ${'face'}       | ${false}
  ${'masseter'}                   | ${'jaw'}        | ${true}
  ${'thyroarytenoid'}             | ${'larynx'}     | ${true}
  ${'sternocleidomastoid'}        | ${'neck'}       | ${true}
  ${'lumbar_paraspinals'}         | ${'trunk'}      | ${true}
  ${'flexor_digitorum_profundus'} | ${'upper_limb'} | ${true}
  ${'gastrocnemius_medial'}       | ${'lower_limb'} | ${true}
  ${'axilla'}                     | ${'skin'}       | ${true}
  ${'parotid'}                    | ${'gland'}      | ${true}
  ${'submandibular_gland'}        | ${'gland'}      | ${true}
  ${'cricopharyngeus'}            | ${'neck'}       | ${false}
  ${'levator_veli_palatini'}      | ${'jaw'}        | ${true}
  ${'posterior_auricular'}        | ${'face'}       | ${true}
  ${'quadratus_plantae'}          | ${'lower_limb'} | ${true}
  ${'coracobrachialis'}           | ${'upper_limb'} | ${true}
  ${'internal_oblique'}           | ${'trunk'}      | ${true}
  ${'detrusor'}                   | ${'pelvis'}     | ${false}
`('$slug: $region, paired $paired', ({ slug, region, paired }) => {
  expect(muscleOf(slug)).toMatchObject({ slug, region, paired });
});

it.each`
  typed          | first
  ${'SCM'}       | ${'sternocleidomastoid'}
  ${'fcr'}       | ${'flexor_carpi_radialis'}
  ${'OOC-U'}     | ${'orbicularis_oculi_upper_lid'}
  ${'armpit'}    | ${'axilla'}
  ${'saliva'}    | ${'parotid'}
  ${'SMG'}       | ${'submandibular_gland'}
  ${'psoas'}     | ${'psoas_major'}
  ${'TFL'}       | ${'tensor_fasciae_latae'}
  ${'ECRL'}      | ${'extensor_carpi_radialis_longus'}
  ${'EDL'}       | ${'extensor_digitorum_longus'}
  ${'palate'}    | ${'tensor_veli_palatini'}
  ${'bladder'}   | ${'detrusor'}
  ${'splen'}     | ${'splenius_capitis'}
  ${'upper lid'} | ${undefined}
  ${'profundus'} | ${'flexor_digitorum_profundus'}
  ${' '}         | ${undefined}
`('typing “$typed” finds $first first', ({ typed, first }) => {
  expect(findMuscles(typed)[0]?.slug).toBe(first);
});

it('has no alias that means two muscles', () => {
  const aliases = MUSCLE_SLUGS.flatMap((slug) => MUSCLES[slug].aliases.map((alias) => alias.toLowerCase()));
  expect(aliases.filter((alias, index) => aliases.indexOf(alias) !== index)).toEqual([]);
});

it('gives every usual range units and a source', () => {
  for (const slug of MUSCLE_SLUGS) {
    for (const range of Object.values(MUSCLES[slug].usualRange)) {
      expect(range).toEqual({
        text: expect.stringMatching(/^[^;]*\d U\b/),
        source: expect.stringMatching(/^(?:V:|M|P)/),
        from: expect.any(Number),
        to: expect.any(Number),
        ...(range.text.includes('child') && {
          childPerKg: { from: expect.any(Number), to: expect.any(Number) },
        }),
      });
      expect(range.from).toBeLessThanOrEqual(range.to);
    }
  }
});
