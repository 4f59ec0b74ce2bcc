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
  return text.split(', ').map((part) => {
    const [muscle, side, units] = part.split(' ') as [string, 'left', string];
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
  ${'ona'}  | ${'thyroarytenoid bilateral 10'}                             | ${'dystonia_other'}         | ${''}                                      | ${'as much on both sides together'}
  ${'ona'}  | ${'thyroarytenoid bilateral 10.5'}                           | ${'dystonia_other'}         | ${'S23 confirm'}                           | ${'in the larynx both sides count together'}
  ${'ona'}  | ${'thyroarytenoid left 6, thyroarytenoid right 4.5'}         | ${'dystonia_other'}         | ${'S23 confirm'}                           | ${'in two rows too'}
  ${'ona'}  | ${'genioglossus bilateral 40'}                               | ${'dystonia_other'}         | ${''}                                      | ${'elsewhere each side has its own'}
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
  ${'splenius_capitis right 12'}                      | ${'2026-08-01'} | ${'splenius_capitis right 30'}                                | ${''}            | ${'a cautious dose is raised to twice the least that is usual'}
  ${'splenius_capitis right 12'}                      | ${'2026-08-01'} | ${'splenius_capitis right 31'}                                | ${'S23 confirm'} | ${'and further: five times as much may be a slip'}
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

it.each`
  first                                               | now                                               | says             | why
  ${'splenius_capitis right 10'}                      | ${'splenius_capitis left 90, trapezius right 50'} | ${''}            | ${'completed to 150 U, as last time'}
  ${'splenius_capitis right 100, trapezius right 50'} | ${'splenius_capitis right 10'}                    | ${''}            | ${'a touch-up is small by nature'}
  ${'splenius_capitis right 100, trapezius right 50'} | ${'splenius_capitis right 100'}                   | ${''}            | ${'200 U in the splenius then, twice the last'}
  ${'splenius_capitis right 100, trapezius right 50'} | ${'splenius_capitis right 100.5'}                 | ${'S23 confirm'} | ${'more than twice the last in one muscle, in two parts'}
  ${'splenius_capitis right 10'}                      | ${'splenius_capitis left 5'}                      | ${''}            | ${'a treatment that stays small is not asked about'}
`('$now added to $first: $why → $says', ({ first, now, says }) => {
  const dose = {
    courseId: 'this one',
    sameCourse: true,
    indication: 'cervical_dystonia',
    product: 'ona',
  } as const;
  const unitsOf = (text: string) => rows(text).reduce((sum, { units }) => sum + units, 0);
  const last = 'splenius_capitis right 100, trapezius right 50';
  const earlierDoses = [
    earlierDose({
      ...dose,
      sessionId: '1',
      treatmentId: '1',
      performedOn: '2026-08-01',
      units: 150,
      muscles: rows(last),
    }),
    earlierDose({
      ...dose,
      sessionId: '2',
      treatmentId: '2',
      performedOn: '2026-11-10',
      units: unitsOf(first as string),
      muscles: rows(first as string),
    }),
  ];
  const context = {
    indication: 'cervical_dystonia',
    earlierDoses,
    treatmentId: '2',
    continuesOn: '2026-11-10',
  } as const;
  expect(said(given('ona', now as string, context))).toBe(says);
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

it.each`
  product  | injections                                                           | indication             | pointers                                          | why
  ${'ona'} | ${'procerus midline 2, splenius_capitis right 1300'}                 | ${'cervical_dystonia'} | ${['/injections']}                                | ${'too much for anything, in more than one place'}
  ${'ona'} | ${'splenius_capitis right 1300'}                                     | ${'cervical_dystonia'} | ${['/injections/0/units']}                        | ${'too much for anything, in one place'}
  ${'ona'} | ${'brachialis left 40, biceps_brachii left 450'}                     | ${'spasticity_upper'}  | ${['/injections/1/units']}                        | ${'the muscle that got too much'}
  ${'ona'} | ${'biceps_brachii left 450, biceps_brachii right 440'}               | ${'spasticity_upper'}  | ${['/injections/1/units', '/injections']}         | ${'a muscle on both sides is told once, at its latest row'}
  ${'ona'} | ${'biceps_brachii left 450, brachialis right 110'}                   | ${'spasticity_upper'}  | ${['/injections/0/units', '/injections/1/units']} | ${'two muscles are told each'}
  ${'ona'} | ${'orbicularis_oculi left 60, procerus midline 10.5'}                | ${'hemifacial_spasm'}  | ${['/injections']}                                | ${'usual of Dysport: the session as a whole'}
  ${'ona'} | ${'biceps_brachii left 125'}                                         | ${'blepharospasm'}     | ${['/injections']}                                | ${'much for the session, not for the muscle'}
  ${'ona'} | ${'splenius_capitis right 29.5, trapezius right 20'}                 | ${'cervical_dystonia'} | ${['/injections']}                                | ${'little in all'}
  ${'ona'} | ${'brachialis left 40, biceps_brachii left 29.5'}                    | ${'spasticity_upper'}  | ${['/injections/1/units']}                        | ${'little in a muscle'}
  ${'ona'} | ${'thyroarytenoid left 2.5, posterior_cricoarytenoid bilateral 2.5'} | ${'dystonia_other'}    | ${['/injections/1/units']}                        | ${'both that open the airway'}
`('$injections U $product in $indication points to $pointers: $why', (row) => {
  const { product, injections, indication, pointers } = row;
  const found = given(product, injections, { indication });
  expect(found.map(({ pointer }) => pointer)).toEqual(pointers);
});

it.each`
  injections                                             | says                                         | why
  ${'biceps_brachii left 450, biceps_brachii right 440'} | ${'450 U Botox in the left biceps brachii'}  | ${'the left got more'}
  ${'biceps_brachii left 440, biceps_brachii right 450'} | ${'450 U Botox in the right biceps brachii'} | ${'the right got more'}
  ${'biceps_brachii bilateral 900'}                      | ${'450 U Botox in the left biceps brachii'}  | ${'both as much'}
`('of $injections the fuller side is named: $says ($why)', ({ injections, says }) => {
  const found = given('ona', injections, { indication: 'spasticity_upper' });
  expect(
    found.map(({ message }) => message.split(':')[0]!).filter((start) => start.includes('biceps')),
  ).toEqual([says]);
});

it.each`
  product   | injections                                                                                                      | indication             | says             | why
  ${'ona'}  | ${'splenius_capitis right 160, trapezius right 160, levator_scapulae right 160'}                                | ${'cervical_dystonia'} | ${''}            | ${'1.2 times the limit'}
  ${'ona'}  | ${'splenius_capitis right 160, trapezius right 160, levator_scapulae right 160.5'}                              | ${'cervical_dystonia'} | ${'S23 confirm'} | ${'more, and usual of Dysport'}
  ${'ona'}  | ${'soleus left 150, gastrocnemius_medial left 150, tibialis_posterior left 150, gastrocnemius_lateral left 50'} | ${'spasticity_lower'}  | ${''}            | ${'more, and usual of none'}
  ${'abo'}  | ${'biceps_brachii left 2250, brachialis left 2250'}                                                             | ${'spasticity_upper'}  | ${'S23 confirm'} | ${'three times the limit of Dysport, and usual of Myobloc'}
  ${'abo'}  | ${'biceps_brachii left 2250, brachialis left 2260'}                                                             | ${'spasticity_upper'}  | ${'S23 stop'}    | ${'more'}
  ${'rima'} | ${'splenius_capitis right 15000, trapezius right 15010'}                                                        | ${'cervical_dystonia'} | ${'S23 stop'}    | ${'more than three times the lower of two limits'}
`('$injections U $product in $indication: $why → $says', ({ product, injections, indication, says }) => {
  expect(said(given(product, injections, { indication }))).toBe(says);
});

it.each`
  injections                                                                    | tolerance | says             | why
  ${'splenius_capitis right 600'}                                               | ${true}   | ${'S23 note'}    | ${'as much as is usual in the muscle'}
  ${'splenius_capitis right 500'}                                               | ${true}   | ${'S23 note'}    | ${'the least that is usual in the muscle'}
  ${'splenius_capitis right 300'}                                               | ${true}   | ${'S23 confirm'} | ${'less, and usual of Dysport'}
  ${'splenius_capitis right 90, trapezius right 90, levator_scapulae right 70'} | ${false}  | ${'S23 note'}    | ${'a first dose of Myobloc begins low'}
  ${'splenius_capitis right 90, trapezius right 90, levator_scapulae right 69'} | ${false}  | ${'S23 confirm'} | ${'less than a step of Myobloc'}
  ${'splenius_capitis right 90, trapezius right 90, levator_scapulae right 70'} | ${true}   | ${'S23 confirm'} | ${'no first dose: the patient has borne toxin'}
`('$injections U Myobloc in the neck, borne toxin before $tolerance: $why → $says', (row) => {
  const { injections, tolerance, says } = row;
  const context = { indication: 'cervical_dystonia', priorToxinTolerance: tolerance } as const;
  expect(said(given('rima', injections, context))).toBe(says);
});

it.each`
  injections                                         | indication             | says          | why
  ${'soleus left 30, gastrocnemius_medial left 120'} | ${'spasticity_lower'}  | ${'S23 note'} | ${'a leg, in spasticity'}
  ${'soleus left 30, gastrocnemius_medial left 120'} | ${'dystonia_other'}    | ${''}         | ${'a leg, in dystonia'}
  ${'splenius_capitis right 7, trapezius right 60'}  | ${'cervical_dystonia'} | ${'S23 note'} | ${'a neck, in dystonia'}
  ${'splenius_capitis right 7, trapezius right 60'}  | ${'chronic_neck_pain'} | ${''}         | ${'a neck, in pain'}
  ${'masseter left 9.5, masseter right 30'}          | ${'tmj_dysfunction'}   | ${'S23 note'} | ${'elsewhere always'}
`('the low end of a muscle: $injections in $indication, $why → $says', ({ injections, indication, says }) => {
  expect(said(given('ona', injections, { indication }))).toBe(says);
});

it.each`
  before                                          | now                                             | indication             | says                       | why
  ${'biceps_brachii left 20, brachialis left 60'} | ${'biceps_brachii left 20, brachialis left 60'} | ${'spasticity_upper'}  | ${''}                      | ${'as little in the muscle as last time'}
  ${'biceps_brachii left 30, brachialis left 60'} | ${'biceps_brachii left 29, brachialis left 60'} | ${'spasticity_upper'}  | ${'S23 note'}              | ${'last time just enough'}
  ${'brachialis left 60'}                         | ${'biceps_brachii left 20, brachialis left 60'} | ${'spasticity_upper'}  | ${'S23 note'}              | ${'not injected last time'}
  ${'splenius_capitis right 50'}                  | ${'splenius_capitis right 49.5'}                | ${'cervical_dystonia'} | ${'S23 note'}              | ${'in all, last time just enough'}
  ${'splenius_capitis right 100'}                 | ${'splenius_capitis right 49.5'}                | ${'cervical_dystonia'} | ${'S23 confirm, S23 note'} | ${'less than half, and little'}
`('$before, now $now: $why → $says', ({ before, now, indication, says }) => {
  const last = earlierDose({
    sessionId: 'last',
    courseId: 'this one',
    sameCourse: true,
    indication,
    performedOn: '2026-08-01',
    product: 'ona',
    units: rows(before).reduce((sum, { units }) => sum + units, 0),
    muscles: rows(before),
  });
  expect(said(given('ona', now, { indication, earlierDoses: [last] }))).toBe(says);
});

it.each`
  product   | injections                                                                         | indication             | message
  ${'ona'}  | ${'splenius_capitis right 2500, trapezius right 2500'}                             | ${'cervical_dystonia'} | ${'5,000 U Botox is more than 3 times the limit of 400 U Botox; no reading of the label makes it possible. 5,000 U would be usual of Myobloc (2,500-10,000 U a session): was that given? Correct the units or the product.'}
  ${'ona'}  | ${'splenius_capitis right 160, trapezius right 160, levator_scapulae right 160.5'} | ${'cervical_dystonia'} | ${'480.5 U Botox in this session: usual for cervical dystonia are 100-300 U Botox. 480.5 U would be usual of Dysport (250-1,000 U a session): was that given? Correct it, or give the reason for so much.'}
  ${'daxi'} | ${'biceps_brachii left 300, brachialis left 300'}                                  | ${'dystonia_other'}    | ${'600 U Daxxify in this session: usual for other dystonia (hand, jaw, larynx, trunk, tardive, generalised) are 1.25-250 U Daxxify. 600 U would be usual of Dysport (in each of these muscles): was that given? Was 60 U Daxxify meant (a zero too many)? Correct it, or give the reason for so much.'}
  ${'ona'}  | ${'splenius_capitis right 29.5, trapezius right 20'}                               | ${'cervical_dystonia'} | ${'49.5 U Botox in this session: usual for cervical dystonia are 100-300 U Botox. A first, cautious dose is as small; else check the units.'}
  ${'ona'}  | ${'brachialis left 14, biceps_brachii left 29.5'}                                  | ${'spasticity_upper'}  | ${'Less than usual: left brachialis 14 U Botox (usual 30-50 U), left biceps brachii 29.5 U Botox (usual 60-200 U). A first, cautious dose is as small; else check the units.'}
  ${'ona'}  | ${'posterior_cricoarytenoid left 2, posterior_cricoarytenoid right 1.25'}          | ${'dystonia_other'}    | ${'Both posterior cricoarytenoids (left 2 U Botox, right 1.25 U Botox): weakness of both closes the airway. Inject one side now and the other later, or give the reason.'}
`('says of $injections U $product in $indication', ({ product, injections, indication, message }) => {
  const found = given(product, injections, { indication });
  expect(found.at(-1)!.message).toBe(message);
});

it.each`
  product  | injections                                                    | indication             | message
  ${'ona'} | ${'soleus left 160, gastrocnemius_medial left 75'}            | ${'spasticity_lower'}  | ${'160 U Botox in the left soleus: usual there are 75 U Botox a side. Correct it, or give the reason for so much.'}
  ${'abo'} | ${'sternocleidomastoid left 301, splenius_capitis right 200'} | ${'cervical_dystonia'} | ${'301 U Dysport in the left sternocleidomastoid: usual there are up to 150 U Dysport a side. Was 30.1 U Dysport meant (the decimal point is missing)? Correct it, or give the reason for so much.'}
  ${'ona'} | ${'biceps_brachii right 60000'}                               | ${'spasticity_upper'}  | ${'60,000 U Botox is more than 3 times the limit of 400 U Botox; no reading of the label makes it possible. Was 60 U Botox meant (three zeros too many)? Correct the units or the product.'}
  ${'ona'} | ${'biceps_brachii midline 900'}                               | ${'spasticity_upper'}  | ${'450 U Botox in the left biceps brachii: usual there are 60-200 U Botox a side. Correct it, or give the reason for so much.'}
  ${'ona'} | ${'procerus midline 20, procerus midline 20'}                 | ${'chronic_migraine'}  | ${'40 U Botox in the procerus: usual there are 5 U Botox. Correct it, or give the reason for so much.'}
`('of a muscle, $injections U $product: $message', ({ product, injections, indication, message }) => {
  expect(given(product, injections, { indication })[0]!.message).toBe(message);
});

it.each`
  before                                              | now                                                          | pointer                  | says
  ${NECK}                                             | ${'sternocleidomastoid left 40, splenius_capitis right 121'} | ${'/injections/1/units'} | ${'121 U Botox in the right splenius capitis, then 60 U Botox'}
  ${NECK}                                             | ${'splenius_capitis right 130, sternocleidomastoid left 90'} | ${'/injections'}         | ${'220 U Botox in the whole session, then 100 U Botox; 130 U Botox in the right splenius capitis, then 60 U Botox; 90 U Botox in the left sternocleidomastoid, then 40 U Botox'}
  ${'splenius_capitis right 100, trapezius right 50'} | ${'splenius_capitis right 49, trapezius right 50'}           | ${'/injections/0/units'} | ${'49 U Botox in the right splenius capitis, then 100 U Botox'}
`('$before, then $now: “$says”', ({ before, now, pointer, says }) => {
  const last = earlierDose({
    sessionId: 'last',
    courseId: 'this one',
    sameCourse: true,
    indication: 'cervical_dystonia',
    performedOn: '2026-08-01',
    product: 'ona',
    units: rows(before).reduce((sum, { units }) => sum + units, 0),
    muscles: rows(before),
  });
  expect(given('ona', now, { indication: 'cervical_dystonia', earlierDoses: [last] })).toEqual([
    expect.objectContaining({
      pointer,
      message: `Far from the last session (2026-08-01): ${says}. Correct it, or give the reason for the change.`,
    }),
  ]);
});

it.each`
  muscle                       | weight  | usually
  ${'biceps_brachii left 121'} | ${20}   | ${'is at most 3 U/kg of Botox a side (60 U at 20 kg)'}
  ${'biceps_brachii left 113'} | ${18.5} | ${'is at most 3 U/kg of Botox a side (55.5 U at 18.5 kg)'}
  ${'biceps_brachii left 401'} | ${90}   | ${'are 60-200 U Botox a side'}
  ${'brachialis left 101'}     | ${25}   | ${'are 30-50 U Botox a side'}
  ${'brachialis left 99'}      | ${24.5} | ${'is at most 2 U/kg of Botox a side (49 U at 24.5 kg)'}
`('of $muscle in a child of $weight kg: usual there $usually', ({ muscle, weight: kg, usually }) => {
  const weight = { kg, measuredOn: '2026-11-20' } as const;
  const context = { birthDate: '2016-01-01', weight, indication: 'spasticity_upper' } as const;
  expect(given('ona', muscle, context)[0]!.message).toContain(`: usual there ${usually}. `);
});

it.each`
  birthDate       | kg           | usually                                          | why
  ${'2016-01-01'} | ${20}        | ${'is at most 120 U Botox (by weight, 20 kg)'}   | ${'two fifths of what an adult gets'}
  ${'2016-01-01'} | ${49.5}      | ${'is at most 297 U Botox (by weight, 49.5 kg)'} | ${'just lighter than an adult'}
  ${'2016-01-01'} | ${50}        | ${'are 100-300 U Botox'}                         | ${'as heavy as an adult'}
  ${'2016-01-01'} | ${undefined} | ${'are 100-300 U Botox'}                         | ${'no weight on record'}
  ${'1976-01-01'} | ${40}        | ${'are 100-300 U Botox'}                         | ${'a light adult'}
`('601 U Botox at $kg kg, born $birthDate: $why', ({ birthDate, kg, usually }) => {
  const weight = kg ? ({ kg, measuredOn: '2026-11-20' } as const) : null;
  const neck = 'splenius_capitis right 201, trapezius right 200, levator_scapulae right 200';
  const found = given('ona', neck, { birthDate, weight, indication: 'cervical_dystonia' });
  expect(found.some(({ message }) => message.includes(`usual for cervical dystonia ${usually}. `))).toBe(
    true,
  );
});

it.each`
  units  | says             | why
  ${240} | ${''}            | ${'twice 120 U'}
  ${241} | ${'S23 confirm'} | ${'more'}
`('a child of 20 kg with $units U in a session: $why → $says', ({ units, says }) => {
  const context = {
    birthDate: '2016-01-01',
    weight: { kg: 20, measuredOn: '2026-11-20' },
    indication: 'cervical_dystonia',
  } as const;
  expect(said(given('ona', `splenius_capitis right ${units - 120}, trapezius right 120`, context))).toBe(
    says,
  );
});

it.each`
  muscle                        | kg           | birthDate       | why
  ${'biceps_brachii left 399'}  | ${undefined} | ${'2016-01-01'} | ${'a child without a weight: as in an adult'}
  ${'biceps_brachii left 399'}  | ${45}        | ${'1976-01-01'} | ${'no adult’s dose goes by weight'}
  ${'trapezius left 100'}       | ${20}        | ${'2016-01-01'} | ${'no label tells the dose of a child there'}
  ${'nobody_knows_it left 100'} | ${20}        | ${'2016-01-01'} | ${'a muscle that is none of ours has no range'}
`('$muscle, $kg kg, born $birthDate is not asked about: $why', ({ muscle, kg, birthDate }) => {
  const weight = kg ? ({ kg, measuredOn: '2026-11-20' } as const) : null;
  expect(said(given('ona', muscle, { birthDate, weight, indication: 'spasticity_upper' }))).toBe('');
});

/** At 25 kg: biceps 37.5-75 U by the label, brachialis 25-50 U, a session of the arm from half of 75 U on. */
it.each`
  before                                             | now                                                   | far      | why
  ${'biceps_brachii left 30, brachialis left 30'}    | ${'biceps_brachii left 75, brachialis left 30'}       | ${false} | ${'raised to what the label gives a child of this weight'}
  ${'biceps_brachii left 30, brachialis left 30'}    | ${'biceps_brachii left 76, brachialis left 30'}       | ${true}  | ${'raised beyond it'}
  ${'biceps_brachii left 37.5, brachialis left 30'}  | ${'biceps_brachii left 75, brachialis left 30'}       | ${false} | ${'twice the last'}
  ${'biceps_brachii left 37.5, brachialis left 30'}  | ${'biceps_brachii left 75.5, brachialis left 30'}     | ${true}  | ${'more than twice of what was usual already'}
  ${'pronator_teres left 7, biceps_brachii left 50'} | ${'pronator_teres left 15, biceps_brachii left 50'}   | ${false} | ${'no label tells of a child: the least of an adult by weight, doubled'}
  ${'pronator_teres left 7, biceps_brachii left 50'} | ${'pronator_teres left 15.5, biceps_brachii left 50'} | ${true}  | ${'and further'}
  ${'triceps_brachii left 18, brachialis left 18'}   | ${'triceps_brachii left 37, brachialis left 37'}      | ${false} | ${'in all 36 U are raised to 75 U'}
  ${'triceps_brachii left 19, brachialis left 19'}   | ${'triceps_brachii left 38.5, brachialis left 38'}    | ${true}  | ${'in all 38 U were usual at this weight: more than twice'}
`('in a child of 25 kg after $before, $now is far from it: $far ($why)', ({ before, now, far }) => {
  const context = {
    birthDate: '2018-01-01',
    weight: { kg: 25, measuredOn: '2026-11-20' },
    indication: 'spasticity_upper',
    earlierDoses: earlierOf([['2026-08-01', before as string]]),
  } as const;
  const found = given('ona', now, context);
  expect(found.some(({ message }) => message.startsWith('Far from the last session'))).toBe(far);
});

/** Of Myobloc 1,000-5,000 U are usual in a muscle of the leg, of Botox 75 U in each of these, of Dysport 100-500 U. */
it.each`
  product   | injections                                                | indication            | earlier                                                             | says             | why
  ${'rima'} | ${'soleus left 75, gastrocnemius_medial left 75'}         | ${'spasticity_lower'} | ${[]}                                                               | ${'S23 confirm'} | ${'usual of Botox, and low everywhere'}
  ${'rima'} | ${'soleus left 400, gastrocnemius_medial left 150'}       | ${'spasticity_lower'} | ${[]}                                                               | ${'S23 confirm'} | ${'usual of Dysport, and low everywhere'}
  ${'rima'} | ${'soleus left 999, gastrocnemius_medial left 999'}       | ${'spasticity_lower'} | ${[]}                                                               | ${''}            | ${'usual of none'}
  ${'rima'} | ${'soleus left 1000, gastrocnemius_medial left 75'}       | ${'spasticity_lower'} | ${[]}                                                               | ${''}            | ${'usual in one of the muscles'}
  ${'rima'} | ${'soleus left 75, gastrocnemius_medial left 75'}         | ${'spasticity_lower'} | ${[['2026-08-01', 'soleus left 75, gastrocnemius_medial left 75']]} | ${''}            | ${'as last time'}
  ${'ona'}  | ${'biceps_brachii left 55, flexor_carpi_ulnaris left 25'} | ${'spasticity_upper'} | ${[]}                                                               | ${''}            | ${'usual of Xeomin, whose numbers are of one order'}
`('$injections U $product in a leg or arm after $earlier: $why → $says', (row) => {
  const { product, injections, indication, earlier, says } = row;
  const context = { indication, earlierDoses: earlierOf(earlier, product) } as const;
  expect(said(given(product, injections, context))).toBe(says);
});

it('says of what is low everywhere of which product it would be usual', () => {
  const found = given('rima', 'soleus left 75, gastrocnemius_medial left 75', {
    indication: 'spasticity_lower',
  });
  expect(found[0]).toMatchObject({
    pointer: '/injections',
    message:
      '150 U Myobloc in this session, and in each muscle less than is usual of Myobloc. 150 U would be usual of Botox (in each of these muscles): was that given? Correct the product or the units, or give the reason for so little.',
  });
});

/** Of Botox 100-300 U are usual in a neck, of Dysport 250-1,000 U, of Xeomin 120-300 U. */
it.each`
  last     | units  | planned   | product   | now    | says             | why
  ${'ona'} | ${200} | ${'ona'}  | ${'abo'}  | ${200} | ${'S23 confirm'} | ${'the number of Botox, and Dysport was not planned'}
  ${'ona'} | ${200} | ${'abo'}  | ${'abo'}  | ${200} | ${'S23 confirm'} | ${'planned, and less than is usual of Dysport'}
  ${'ona'} | ${200} | ${'abo'}  | ${'abo'}  | ${250} | ${''}            | ${'planned, and the least that is usual'}
  ${'ona'} | ${200} | ${'ona'}  | ${'abo'}  | ${250} | ${'S23 confirm'} | ${'a quarter more is near'}
  ${'ona'} | ${200} | ${'ona'}  | ${'abo'}  | ${251} | ${''}            | ${'further'}
  ${'ona'} | ${200} | ${'inco'} | ${'inco'} | ${200} | ${''}            | ${'a planned switch to a usual dose'}
  ${'ona'} | ${200} | ${null}   | ${'abo'}  | ${250} | ${''}            | ${'nothing was planned, and usual'}
  ${'ona'} | ${200} | ${'ona'}  | ${'inco'} | ${200} | ${''}            | ${'the numbers of Botox and Xeomin are of one order: noted elsewhere'}
  ${'abo'} | ${300} | ${'abo'}  | ${'ona'}  | ${300} | ${'S23 confirm'} | ${'usual of Botox, but not planned'}
  ${'abo'} | ${350} | ${'ona'}  | ${'ona'}  | ${350} | ${'S23 confirm'} | ${'planned, and more than is usual of Botox'}
  ${'abo'} | ${300} | ${'ona'}  | ${'ona'}  | ${300} | ${''}            | ${'planned, and the most that is usual'}
  ${'ona'} | ${200} | ${'ona'}  | ${'ona'}  | ${200} | ${''}            | ${'the same product'}
  ${'ona'} | ${120} | ${'ona'}  | ${'rima'} | ${120} | ${'S23 confirm'} | ${'one question, not two'}
`('$units U $last before, planned $planned, now $now U $product: $why → $says', (row) => {
  const { last, units, planned, product, now, says } = row;
  const split = (all: number): string => `splenius_capitis right ${all / 2}, trapezius right ${all / 2}`;
  const context = {
    indication: 'cervical_dystonia',
    plannedProduct: planned,
    earlierDoses: earlierOf([['2026-08-01', split(units)]], last),
  } as const;
  expect(said(given(product, split(now), context).filter(({ severity }) => severity !== 'note'))).toBe(says);
});

it('says of which product the units may be', () => {
  const context = {
    indication: 'cervical_dystonia',
    plannedProduct: 'ona',
    earlierDoses: earlierOf([['2026-08-01', 'splenius_capitis right 200']]),
  } as const;
  expect(given('abo', 'splenius_capitis right 190', context)[0]).toMatchObject({
    pointer: '/product',
    message:
      '190 U Dysport, and the last session (2026-08-01) had 200 U Botox: was Botox given, or are these the units of Botox? Those of Dysport are its own. Correct the product or the units, or give the reason.',
  });
});

type Given = readonly [
  performedOn: '2026-08-01',
  muscles: string,
  more?: { treatmentId?: string; sameCourse?: boolean },
];

function earlierOf(all: readonly Given[], product: ToxinProduct = 'ona') {
  return all.map(([performedOn, text, more], index) =>
    earlierDose({
      sessionId: `${index}`,
      courseId: 'this one',
      sameCourse: true,
      indication: 'cervical_dystonia',
      performedOn,
      product,
      units: rows(text).reduce((sum, { units }) => sum + units, 0),
      muscles: rows(text),
      ...more,
    }),
  );
}

/** The session is of 22 November. What is nearer to the last one than 56 days belongs to its cycle. */
it.each`
  earlier                                                                                                                                   | now                                                      | far      | why
  ${[['2026-08-01', 'splenius_capitis right 60']]}                                                                                          | ${'splenius_capitis right 121'}                          | ${true}  | ${'more than twice the last'}
  ${[['2026-04-01', 'splenius_capitis right 100'], ['2026-08-01', 'splenius_capitis right 60']]}                                            | ${'splenius_capitis right 121'}                          | ${true}  | ${'an older cycle is no measure'}
  ${[['2026-08-01', 'splenius_capitis right 60'], ['2026-04-01', 'splenius_capitis right 100']]}                                            | ${'splenius_capitis right 121'}                          | ${true}  | ${'in whatever order they stand'}
  ${[['2026-06-07', 'splenius_capitis right 70'], ['2026-08-01', 'splenius_capitis right 60']]}                                             | ${'splenius_capitis right 140'}                          | ${false} | ${'55 days before the last: one cycle, the larger counts'}
  ${[['2026-06-07', 'splenius_capitis right 70'], ['2026-08-01', 'splenius_capitis right 60']]}                                             | ${'splenius_capitis right 141'}                          | ${true}  | ${'and the two are not added'}
  ${[['2026-06-06', 'splenius_capitis right 70'], ['2026-08-01', 'splenius_capitis right 60']]}                                             | ${'splenius_capitis right 121'}                          | ${true}  | ${'56 days before the last: another cycle'}
  ${[['2026-06-07', 'splenius_capitis right 70, trapezius right 70'], ['2026-08-01', 'splenius_capitis right 60, trapezius right 60']]}     | ${'splenius_capitis right 121, trapezius right 121'}     | ${false} | ${'in all the larger counts too'}
  ${[['2026-06-07', 'trapezius right 60'], ['2026-08-01', 'splenius_capitis right 60']]}                                                    | ${'splenius_capitis right 125'}                          | ${true}  | ${'the other session had not this muscle'}
  ${[['2026-08-01', 'splenius_capitis right 60', { treatmentId: 'a' }], ['2026-08-03', 'splenius_capitis right 10', { treatmentId: 'a' }]]} | ${'splenius_capitis right 121'}                          | ${false} | ${'completed two days later: parts of one treatment are added'}
  ${[['2026-11-22', 'splenius_capitis right 61'], ['2026-08-01', 'splenius_capitis right 60']]}                                             | ${'splenius_capitis right 121'}                          | ${true}  | ${'another session of the same day is no measure'}
  ${[['2026-11-23', 'splenius_capitis right 61'], ['2026-08-01', 'splenius_capitis right 60']]}                                             | ${'splenius_capitis right 121'}                          | ${true}  | ${'nor is a later one'}
  ${[['2026-08-02', 'splenius_capitis right 61', { sameCourse: false }], ['2026-08-01', 'splenius_capitis right 60']]}                      | ${'splenius_capitis right 121'}                          | ${true}  | ${'nor one of another course'}
  ${[['2026-08-01', 'splenius_capitis right 60, splenius_capitis left 20']]}                                                                | ${'splenius_capitis right 60, splenius_capitis left 50'} | ${true}  | ${'side by side'}
  ${[['2026-08-01', 'procerus midline 4, splenius_capitis right 100']]}                                                                     | ${'procerus midline 1.5, splenius_capitis right 100'}    | ${false} | ${'one step of the product is rounding'}
  ${[['2026-08-01', 'procerus midline 4, splenius_capitis right 100']]}                                                                     | ${'procerus midline 1.4, splenius_capitis right 100'}    | ${true}  | ${'more than a step'}
  ${[['2026-08-01', 'splenius_capitis right 12, trapezius right 60']]}                                                                      | ${'splenius_capitis right 30, trapezius right 60'}       | ${false} | ${'raised to twice the least that is usual'}
  ${[['2026-08-01', 'splenius_capitis right 12, trapezius right 60']]}                                                                      | ${'splenius_capitis right 31, trapezius right 60'}       | ${true}  | ${'raised further'}
  ${[['2026-08-01', 'soleus right 30, splenius_capitis right 60']]}                                                                         | ${'soleus right 75, splenius_capitis right 60'}          | ${false} | ${'raised to the most that is usual, one number'}
  ${[['2026-08-01', 'soleus right 30, splenius_capitis right 60']]}                                                                         | ${'soleus right 76, splenius_capitis right 60'}          | ${true}  | ${'raised beyond it'}
  ${[['2026-09-27', 'splenius_capitis right 60']]}                                                                                          | ${'splenius_capitis right 29'}                           | ${true}  | ${'56 days ago: less than half'}
  ${[['2026-09-28', 'splenius_capitis right 60']]}                                                                                          | ${'splenius_capitis right 29'}                           | ${false} | ${'55 days ago: a booster is small by nature'}
`('after $earlier, $now is far from it: $far ($why)', ({ earlier, now, far }) => {
  const found = given('ona', now, { indication: 'cervical_dystonia', earlierDoses: earlierOf(earlier) });
  expect(found.some(({ message }) => message.startsWith('Far from the last session'))).toBe(far);
});

it.each`
  before                                              | now                                                 | pointer                  | message
  ${'splenius_capitis right 60, trapezius right 80'}  | ${'splenius_capitis right 80, trapezius right 60'}  | ${'/injections/0/units'} | ${'The right splenius capitis and the right trapezius have each other’s units of the last session (2026-08-01): were the rows swapped? Check them.'}
  ${'splenius_capitis right 30, trapezius right 90'}  | ${'splenius_capitis right 90, trapezius right 30'}  | ${'/injections'}         | ${'Far from the last session (2026-08-01): 90 U Botox in the right splenius capitis, then 30 U Botox; 30 U Botox in the right trapezius, then 90 U Botox. The right splenius capitis and the right trapezius have each other’s units of then: were the rows swapped? Correct it, or give the reason for the change.'}
  ${'splenius_capitis right 100, trapezius right 20'} | ${'splenius_capitis right 190, trapezius right 60'} | ${'/injections'}         | ${'Far from the last session (2026-08-01): 250 U Botox in the whole session, then 120 U Botox; 60 U Botox in the right trapezius, then 20 U Botox. Correct it, or give the reason for the change.'}
  ${'splenius_capitis right 60, trapezius right 80'}  | ${'splenius_capitis right 80, trapezius right 80'}  | ${undefined}             | ${undefined}
  ${'splenius_capitis right 60, trapezius right 60'}  | ${'splenius_capitis right 60, trapezius right 60'}  | ${undefined}             | ${undefined}
  ${'splenius_capitis right 60, trapezius right 80'}  | ${'splenius_capitis right 60, trapezius right 80'}  | ${undefined}             | ${undefined}
`('$before, then $now: $message', ({ before, now, pointer, message }) => {
  const earlierDoses = earlierOf([['2026-08-01', before as string]]);
  const found = given('ona', now, { indication: 'cervical_dystonia', earlierDoses });
  expect(found.map((finding) => [finding.pointer, finding.message])).toEqual(
    message ? [[pointer, message]] : [],
  );
});

const NEAR =
  'That is near the last dose of Dysport in this course, 500 U Dysport on 2026-08-01: was Dysport given?';
const BICEPS = 'biceps_brachii left';

/** Botox in the biceps of a course that had Dysport before: within a quarter of its dose. */
it.each`
  earlier                                                                   | units  | near     | why
  ${[['2026-08-01', 'soleus left 500']]}                                    | ${450} | ${true}  | ${'a little less'}
  ${[['2026-08-01', 'soleus left 500']]}                                    | ${625} | ${true}  | ${'a quarter more'}
  ${[['2026-08-01', 'soleus left 500']]}                                    | ${626} | ${false} | ${'just over'}
  ${[['2026-08-01', 'soleus left 500', { sameCourse: false }]]}             | ${450} | ${false} | ${'another course'}
  ${[['2026-05-01', 'soleus left 900'], ['2026-08-01', 'soleus left 500']]} | ${450} | ${true}  | ${'the last one counts'}
  ${[['2026-08-01', 'soleus left 500'], ['2026-05-01', 'soleus left 900']]} | ${450} | ${true}  | ${'in whatever order they stand'}
  ${[['2026-08-01', 'soleus left 900'], ['2026-05-01', 'soleus left 500']]} | ${450} | ${false} | ${'and not the one before it'}
  ${[['2026-11-23', 'soleus left 500']]}                                    | ${450} | ${false} | ${'given the day after: the session is entered late'}
  ${[['2026-11-22', 'soleus left 500']]}                                    | ${450} | ${false} | ${'given on the same day: another session, not the last one'}
  ${[['2027-02-15', 'soleus left 900'], ['2026-08-01', 'soleus left 500']]} | ${450} | ${true}  | ${'the last one before the day counts'}
`('after $earlier U Dysport, $units U Botox are near it: $near ($why)', ({ earlier, units, near }) => {
  const context = { indication: 'spasticity_upper', earlierDoses: earlierOf(earlier, 'abo') } as const;
  expect(given('ona', `${BICEPS} ${units}`, context)[0]!.message.includes(NEAR)).toBe(near);
});

it('a dose near the last one of the product itself is no other product’s', () => {
  const context = {
    indication: 'spasticity_upper',
    earlierDoses: earlierOf([['2026-08-01', 'soleus left 450']]),
  } as const;
  expect(given('ona', `${BICEPS} 450`, context)[0]!.message).not.toContain('given?');
});

it.each`
  product   | injections                                         | indication             | says
  ${'rima'} | ${'splenius_capitis right 75, trapezius right 75'} | ${'cervical_dystonia'} | ${'150 U would be usual of Botox (in each of these muscles) or Xeomin (120-300 U a session): was that given?'}
  ${'ona'}  | ${'biceps_brachii left 200, brachialis left 300'}  | ${'spasticity_upper'}  | ${'500 U would be usual of Dysport (in each of these muscles): was that given?'}
  ${'ona'}  | ${'biceps_brachii right 2000'}                     | ${'spasticity_upper'}  | ${'Was 200 U Botox meant (a zero too many)?'}
`('$injections U $product: $says', ({ product, injections, indication, says }) => {
  expect(given(product, injections, { indication })[0]!.message).toContain(` ${says} `);
});

/** What another session of the same day gave, of this course or of another one. */
it.each`
  other                                                            | now                                                                        | says                                                                                                                                      | why
  ${{ muscles: 'biceps_brachii left 300' }}                        | ${'biceps_brachii left 100'}                                               | ${''}                                                                                                                                     | ${'400 U in the muscle together'}
  ${{ muscles: 'biceps_brachii left 300' }}                        | ${'biceps_brachii left 101'}                                               | ${'401 U Botox in the left biceps brachii, 300 U Botox of them in another session of this day or treatment'}                              | ${'more'}
  ${{ muscles: 'biceps_brachii right 300' }}                       | ${'biceps_brachii left 101'}                                               | ${''}                                                                                                                                     | ${'the other arm'}
  ${{ muscles: 'brachialis left 300' }}                            | ${'biceps_brachii left 101'}                                               | ${''}                                                                                                                                     | ${'another muscle'}
  ${{ muscles: 'biceps_brachii right 300' }}                       | ${'biceps_brachii left 190, biceps_brachii right 180'}                     | ${'480 U Botox in the right biceps brachii, 300 U Botox of them in another session of this day or treatment'}                             | ${'the side that got more of both together'}
  ${{ muscles: 'biceps_brachii right 10' }}                        | ${'biceps_brachii left 410, biceps_brachii right 405'}                     | ${'415 U Botox in the right biceps brachii, 10 U Botox of them in another session of this day or treatment; 815 U Botox in this session'} | ${'fuller with the other session, emptier without'}
  ${{ muscles: 'splenius_capitis left 400', sameCourse: true }}    | ${'biceps_brachii left 200, brachialis left 90, triceps_brachii left 110'} | ${''}                                                                                                                                     | ${'twice the most of a session, together'}
  ${{ muscles: 'splenius_capitis left 400.5', sameCourse: true }}  | ${'biceps_brachii left 200, brachialis left 90, triceps_brachii left 110'} | ${'800.5 U Botox in this treatment'}                                                                                                      | ${'more, of one course'}
  ${{ muscles: 'splenius_capitis left 400.5', sameCourse: false }} | ${'biceps_brachii left 200, brachialis left 90, triceps_brachii left 110'} | ${''}                                                                                                                                     | ${'the other one is of another course'}
`('$other that day, now $now: “$says” ($why)', ({ other, now, says }) => {
  const { muscles, sameCourse = false } = other as { muscles: string; sameCourse?: boolean };
  const same = earlierDose({
    sessionId: 'same day',
    courseId: 'this one or another',
    sameCourse,
    indication: 'spasticity_upper',
    performedOn: '2026-11-22',
    product: 'ona',
    units: rows(muscles).reduce((sum, { units }) => sum + units, 0),
    muscles: rows(muscles),
  });
  const found = given('ona', now, { indication: 'spasticity_upper', earlierDoses: [same] });
  const asked = found.filter(({ severity }) => severity === 'confirm');
  expect(asked.map(({ message }) => message.split(':')[0]).join('; ')).toBe(says);
});

it.each`
  injections                                   | names    | why
  ${'biceps_brachii left 450'}                 | ${true}  | ${'the muscle is the session: near the last dose of Dysport'}
  ${'biceps_brachii left 420, soleus left 40'} | ${false} | ${'one of two muscles says nothing of the session'}
`('$injections U Botox after 500 U Dysport: $why', ({ injections, names }) => {
  const last = earlierDose({
    sessionId: 'last',
    courseId: 'this one',
    sameCourse: true,
    indication: 'spasticity_upper',
    performedOn: '2026-08-01',
    product: 'abo',
    units: 500,
    muscles: [],
  });
  const context = { indication: 'spasticity_upper', earlierDoses: [last] } as const;
  expect(given('ona', injections, context)[0]!.message.includes('500 U Dysport on 2026-08-01')).toBe(names);
});
