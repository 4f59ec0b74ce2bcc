import * as fc from 'fast-check';
import { MUSCLE_SLUGS, MUSCLES } from '../catalogue/muscles';
import { ruleValues } from '../rules';
import { aContext, aSession, said } from '../session-check/example-session';
import { earlierDose } from '../session-check/propose-session';
import type { ToxinProduct } from '../units';
import { TOXIN_PRODUCTS } from '../units';
import { plausibleDoseFindings } from './plausible-dose';
import { usualInMuscle } from './usual-doses';

const RULES = ruleValues();
type Injection = NonNullable<Parameters<typeof aSession>[0]>['injections'];

/** `biceps_brachii left 60, brachialis left 40` reads as injections. */
function rows(text: string): NonNullable<Injection> {
  return text.split(', ').map((each) => {
    const [muscle, side, units] = each.split(' ') as [string, 'left', string];
    return { muscle, side, units: Number(units) };
  });
}

function given(product: ToxinProduct, text: string, more: Parameters<typeof aContext>[0] = {}) {
  return plausibleDoseFindings(aSession({ product, injections: rows(text) }), aContext(more), RULES);
}

const NECK = 'splenius_capitis right 60, sternocleidomastoid left 40';

it.each`
  product   | injections                                                   | indication                  | says                                       | why
  ${'ona'}  | ${'biceps_brachii left 400'}                                 | ${'spasticity_upper'}       | ${''}                                      | ${'twice the most that is usual in the muscle'}
  ${'ona'}  | ${'biceps_brachii left 399'}                                 | ${'spasticity_upper'}       | ${''}                                      | ${'just under'}
  ${'ona'}  | ${'biceps_brachii left 401'}                                 | ${'spasticity_upper'}       | ${'S23 confirm'}                           | ${'just over'}
  ${'ona'}  | ${'biceps_brachii bilateral 400'}                            | ${'spasticity_upper'}       | ${''}                                      | ${'half on each side'}
  ${'inco'} | ${'biceps_brachii left 400'}                                 | ${'spasticity_upper'}       | ${''}                                      | ${'Xeomin by its own range'}
  ${'abo'}  | ${'biceps_brachii left 800'}                                 | ${'spasticity_upper'}       | ${''}                                      | ${'Dysport by its own range'}
  ${'abo'}  | ${'biceps_brachii left 801'}                                 | ${'spasticity_upper'}       | ${'S23 confirm'}                           | ${'Dysport, just over'}
  ${'daxi'} | ${'splenius_capitis left 250'}                               | ${'cervical_dystonia'}      | ${''}                                      | ${'no range of the muscle: that of the region'}
  ${'daxi'} | ${'splenius_capitis left 251'}                               | ${'cervical_dystonia'}      | ${'S23 confirm'}                           | ${'above that of the region'}
  ${'ona'}  | ${'thyroarytenoid left 10'}                                  | ${'dystonia_other'}         | ${''}                                      | ${'twice what is usual in the larynx'}
  ${'ona'}  | ${'thyroarytenoid left 10.5'}                                | ${'dystonia_other'}         | ${'S23 confirm'}                           | ${'more in the larynx'}
  ${'ona'}  | ${'posterior_cricoarytenoid left 2.5'}                       | ${'dystonia_other'}         | ${''}                                      | ${'one side of what opens the airway'}
  ${'ona'}  | ${'posterior_cricoarytenoid bilateral 2.5'}                  | ${'dystonia_other'}         | ${'S23 confirm'}                           | ${'both sides, however little'}
  ${'ona'}  | ${'genioglossus left 100'}                                   | ${'dystonia_other'}         | ${'S23 confirm'}                           | ${'the tongue'}
  ${'ona'}  | ${'masseter bilateral 300'}                                  | ${'tmj_dysfunction'}        | ${'S23 confirm'}                           | ${'the jaw'}
  ${'ona'}  | ${'axilla bilateral 300'}                                    | ${'hyperhidrosis_axillary'} | ${'S23 confirm'}                           | ${'armpits'}
  ${'ona'}  | ${'orbicularis_oculi left 100, orbicularis_oculi right 100'} | ${'blepharospasm'}          | ${'S23 confirm'}                           | ${'100 U an eye, as of Dysport: one question'}
  ${'ona'}  | ${'orbicularis_oculi left 60, procerus midline 10'}          | ${'hemifacial_spasm'}       | ${''}                                      | ${'twice the most of the session'}
  ${'ona'}  | ${'orbicularis_oculi left 60, procerus midline 10.5'}        | ${'hemifacial_spasm'}       | ${'S23 confirm'}                           | ${'just over, as of Dysport: one question'}
  ${'ona'}  | ${'splenius_capitis right 30, trapezius right 20'}           | ${'cervical_dystonia'}      | ${''}                                      | ${'half of the least usual'}
  ${'ona'}  | ${'splenius_capitis right 29.5, trapezius right 20'}         | ${'cervical_dystonia'}      | ${'S23 note'}                              | ${'just under half: a cautious dose'}
  ${'ona'}  | ${'biceps_brachii left 30, brachialis left 40'}              | ${'spasticity_upper'}       | ${''}                                      | ${'half of the least usual in the biceps'}
  ${'ona'}  | ${'biceps_brachii left 29.5, brachialis left 40'}            | ${'spasticity_upper'}       | ${'S23 note'}                              | ${'just under half'}
  ${'ona'}  | ${'biceps_brachii left 20, brachialis left 40'}              | ${'tremor'}                 | ${''}                                      | ${'the range is that of spasticity'}
  ${'rima'} | ${'splenius_capitis right 60'}                               | ${'cervical_dystonia'}      | ${'S23 confirm'}                           | ${'Botox units typed for Myobloc'}
  ${'rima'} | ${'splenius_capitis right 1250'}                             | ${'cervical_dystonia'}      | ${''}                                      | ${'half of the least usual of Myobloc'}
  ${'ona'}  | ${'splenius_capitis right 1200'}                             | ${'cervical_dystonia'}      | ${'S23 confirm'}                           | ${'three times the limit'}
  ${'ona'}  | ${'splenius_capitis right 1200.5'}                           | ${'cervical_dystonia'}      | ${'S23 stop'}                              | ${'more: no reading makes it possible'}
  ${'rima'} | ${'splenius_capitis right 12500, trapezius right 12500'}     | ${'cervical_dystonia'}      | ${'S23 confirm, S23 confirm, S23 confirm'} | ${'25,000 U: two muscles and the session'}
`('$injections U $product in $indication: $why → $says', ({ product, injections, indication, says }) => {
  expect(said(given(product, injections, { indication }))).toBe(says);
});

it.each`
  kg    | units  | says             | why
  ${20} | ${120} | ${''}            | ${'twice 3 U/kg'}
  ${20} | ${119} | ${''}            | ${'just under'}
  ${20} | ${121} | ${'S23 confirm'} | ${'just over'}
  ${20} | ${10}  | ${''}            | ${'a low dose of a child is not judged'}
  ${90} | ${400} | ${''}            | ${'never more than in an adult'}
  ${90} | ${401} | ${'S23 confirm'} | ${'more than in an adult'}
`('a child of $kg kg, $units U Botox in the biceps: $why → $says', ({ kg, units, says }) => {
  const context = {
    birthDate: '2016-01-01',
    weight: { kg, measuredOn: '2026-11-20' },
    indication: 'spasticity_upper',
  } as const;
  expect(said(given('ona', `biceps_brachii left ${units}`, context))).toBe(says);
});

it.each`
  before                                              | performedOn     | now                                                           | says             | why
  ${NECK}                                             | ${'2026-08-01'} | ${'splenius_capitis right 120, sternocleidomastoid left 80'}  | ${''}            | ${'twice the last'}
  ${NECK}                                             | ${'2026-08-01'} | ${'splenius_capitis right 121, sternocleidomastoid left 80'}  | ${'S23 confirm'} | ${'more than twice'}
  ${NECK}                                             | ${'2026-08-01'} | ${'splenius_capitis right 121, sternocleidomastoid right 20'} | ${'S23 confirm'} | ${'more than twice in one muscle'}
  ${'splenius_capitis right 100, trapezius right 50'} | ${'2026-08-01'} | ${'splenius_capitis right 50, trapezius right 25'}            | ${''}            | ${'half of the last'}
  ${'splenius_capitis right 100, trapezius right 50'} | ${'2026-08-01'} | ${'splenius_capitis right 49, trapezius right 50'}            | ${'S23 confirm'} | ${'less than half in one muscle'}
  ${'splenius_capitis right 100, trapezius right 50'} | ${'2026-10-15'} | ${'splenius_capitis right 20'}                                | ${''}            | ${'a booster is small by nature'}
  ${'splenius_capitis right 12'}                      | ${'2026-08-01'} | ${'splenius_capitis right 60'}                                | ${''}            | ${'a cautious dose is raised to what is usual'}
  ${'splenius_capitis right 12'}                      | ${'2026-08-01'} | ${'splenius_capitis right 101'}                               | ${'S23 confirm'} | ${'raised beyond what is usual'}
  ${'splenius_capitis right 12'}                      | ${'2026-08-01'} | ${'splenius_capitis right 12'}                                | ${''}            | ${'as little as last time'}
  ${'procerus midline 1, splenius_capitis right 100'} | ${'2026-08-01'} | ${'procerus midline 3.5, splenius_capitis right 100'}         | ${''}            | ${'one step of the product'}
  ${'splenius_capitis right 60'}                      | ${'2026-08-01'} | ${'splenius_capitis left 60, trapezius left 60'}              | ${''}            | ${'other muscles are no change of a dose'}
`('$before on $performedOn, now $now: $why → $says', ({ before, performedOn, now, says }) => {
  const last = earlierDose({
    sessionId: 'last',
    courseId: 'this one',
    sameCourse: true,
    indication: 'cervical_dystonia',
    performedOn,
    product: 'ona',
    units: rows(before).reduce((sum, { units }) => sum + units, 0),
    muscles: rows(before),
  });
  const context = { indication: 'cervical_dystonia', earlierDoses: [last] } as const;
  expect(said(given('ona', now, context))).toBe(says);
});

it('compares with the larger of a session and its booster', () => {
  const dose = {
    courseId: 'this one',
    sameCourse: true,
    indication: 'cervical_dystonia',
    product: 'ona',
  } as const;
  const earlierDoses = [
    earlierDose({ ...dose, sessionId: '1', performedOn: '2026-07-01', units: 100, muscles: rows(NECK) }),
    earlierDose({
      ...dose,
      sessionId: '2',
      performedOn: '2026-07-20',
      units: 20,
      muscles: rows('splenius_capitis right 20'),
    }),
  ];
  expect(said(given('ona', NECK, { indication: 'cervical_dystonia', earlierDoses }))).toBe('');
});

it('compares no two products', () => {
  const last = earlierDose({
    sessionId: '1',
    courseId: 'this one',
    sameCourse: true,
    indication: 'cervical_dystonia',
    performedOn: '2026-07-01',
    product: 'abo',
    units: 500,
    muscles: rows('splenius_capitis right 250, trapezius right 250'),
  });
  expect(said(given('ona', NECK, { indication: 'cervical_dystonia', earlierDoses: [last] }))).toBe('');
});

it.each`
  product   | injections                       | indication             | message
  ${'ona'}  | ${'biceps_brachii right 6000'}   | ${'spasticity_upper'}  | ${'6,000 U Botox is more than 3 times the limit of 400 U Botox; no reading of the label makes it possible. Was 60 U Botox meant (two zeros too many)? Correct the units or the product.'}
  ${'ona'}  | ${'biceps_brachii right 600'}    | ${'spasticity_upper'}  | ${'600 U Botox in the right biceps brachii: usual there are 60-200 U Botox a side. Was 60 U Botox meant (a zero too many)? Correct it, or give the reason for so much.'}
  ${'rima'} | ${'splenius_capitis right 60'}   | ${'cervical_dystonia'} | ${'60 U Myobloc in this session: usual for cervical dystonia are 2,500-10,000 U Myobloc. 60 U would be usual of Botox (15-100 U a side): was that given? Correct the product or the units, or give the reason for so little.'}
  ${'ona'}  | ${'splenius_capitis right 5000'} | ${'cervical_dystonia'} | ${'5,000 U Botox is more than 3 times the limit of 400 U Botox; no reading of the label makes it possible. 5,000 U would be usual of Myobloc (2,500-10,000 U a session): was that given? Was 50 U Botox meant (two zeros too many)? Correct the units or the product.'}
`('says of $injections U $product what was likely meant', ({ product, injections, indication, message }) => {
  expect(given(product, injections, { indication })[0]?.message).toBe(message);
});

it('a larger dose is never less doubtful once it is above what is usual', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MUSCLE_SLUGS),
      fc.constantFrom(...TOXIN_PRODUCTS),
      fc.double({ min: 2.01, max: 50, noNaN: true }),
      (muscle, product, times) => {
        const units = Number((usualInMuscle(muscle, product).to * times).toFixed(2));
        const side = MUSCLES[muscle].paired ? 'left' : 'midline';
        const findings = given(product, `${muscle} ${side} ${units}`, { indication: 'dystonia_other' });
        expect(findings.filter(({ severity }) => severity !== 'note')).not.toEqual([]);
      },
    ),
  );
});

it('asks once about a row that is too much in itself and far from the last time', () => {
  const last = earlierDose({
    sessionId: '1',
    courseId: 'this one',
    sameCourse: true,
    indication: 'cervical_dystonia',
    performedOn: '2026-07-01',
    product: 'ona',
    units: 100,
    muscles: rows('splenius_capitis right 60, trapezius right 40'),
  });
  const context = { indication: 'cervical_dystonia', earlierDoses: [last] } as const;
  expect(said(given('ona', 'splenius_capitis right 300', context))).toBe('S23 confirm');
  expect(said(given('ona', 'splenius_capitis right 300, trapezius right 10', context))).toBe(
    'S23 confirm, S23 confirm',
  );
});
