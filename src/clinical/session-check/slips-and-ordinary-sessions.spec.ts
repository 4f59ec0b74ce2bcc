import { ruleValues } from '../rules';
import { aContext, aSession, said } from './example-session';
import type { PlainSession } from './propose-session';
import { checkSession } from './session-check';

const RULES = ruleValues();
const VIAL = { lotNumber: 'C7', expiresOn: '2027-06-30' } as const;

/** `biceps_brachii left 60/3` is 60 U over 3 sites. */
function rows(text: string): PlainSession['injections'] {
  return text.split(', ').map((part) => {
    const [muscle, side, amount] = part.trim().split(' ') as [string, 'left', string];
    const [units, sites] = amount.split('/').map(Number);
    return { muscle, side, units: units!, ...(sites && { sites }) };
  });
}

const PREEMPT =
  'corrugator_supercilii bilateral 10/2, procerus midline 5/1, frontalis bilateral 20/4, temporalis bilateral 40/8, occipitalis bilateral 30/6, cervical_paraspinals bilateral 20/4, trapezius bilateral 30/6';
const FOLLOW_THE_PAIN =
  'corrugator_supercilii bilateral 10/2, procerus midline 5/1, frontalis bilateral 20/4, temporalis bilateral 50/10, occipitalis bilateral 40/8, cervical_paraspinals bilateral 20/4, trapezius bilateral 50/10';

it.each`
  product   | indication                  | injections                                                                        | says             | slip
  ${'ona'}  | ${'spasticity_upper'}       | ${'biceps_brachii left 6000'}                                                     | ${'S23 stop'}    | ${'two zeros too many'}
  ${'ona'}  | ${'spasticity_upper'}       | ${'biceps_brachii left 600'}                                                      | ${'S23 confirm'} | ${'a zero too many'}
  ${'ona'}  | ${'hemifacial_spasm'}       | ${'orbicularis_oculi left 300'}                                                   | ${'S23 confirm'} | ${'300 for 30'}
  ${'ona'}  | ${'hemifacial_spasm'}       | ${'orbicularis_oculi left 50/4'}                                                  | ${'S24 confirm'} | ${'12.5 U a site at the eyelid'}
  ${'ona'}  | ${'blepharospasm'}          | ${'orbicularis_oculi bilateral 200'}                                              | ${'S23 confirm'} | ${'100 U an eye'}
  ${'ona'}  | ${'dystonia_other'}         | ${'thyroarytenoid left 50'}                                                       | ${'S23 confirm'} | ${'50 for 5 in the larynx'}
  ${'ona'}  | ${'dystonia_other'}         | ${'posterior_cricoarytenoid bilateral 3'}                                         | ${'S23 confirm'} | ${'both sides of the airway'}
  ${'ona'}  | ${'dystonia_other'}         | ${'genioglossus left 100'}                                                        | ${'S23 confirm'} | ${'100 for 10 in the tongue'}
  ${'ona'}  | ${'tmj_dysfunction'}        | ${'masseter left 300'}                                                            | ${'S23 confirm'} | ${'300 for 30 in the jaw'}
  ${'ona'}  | ${'hyperhidrosis_axillary'} | ${'axilla left 300'}                                                              | ${'S23 confirm'} | ${'six times an armpit’s'}
  ${'ona'}  | ${'cervical_dystonia'}      | ${'splenius_capitis left 400/1'}                                                  | ${'S23 confirm'} | ${'the whole limit in one muscle'}
  ${'ona'}  | ${'cervical_dystonia'}      | ${'splenius_capitis left 400/1'}                                                  | ${'S24 confirm'} | ${'and in one site'}
  ${'ona'}  | ${'spasticity_lower'}       | ${'soleus left 200/1'}                                                            | ${'S24 confirm'} | ${'one site'}
  ${'rima'} | ${'cervical_dystonia'}      | ${'splenius_capitis left 15000, trapezius left 10000'}                            | ${'S23 confirm'} | ${'25,000 U Myobloc'}
  ${'rima'} | ${'cervical_dystonia'}      | ${'splenius_capitis left 50'}                                                     | ${'S23 confirm'} | ${'Botox units typed for Myobloc'}
  ${'ona'}  | ${'cervical_dystonia'}      | ${'splenius_capitis left 2500, trapezius left 2500'}                              | ${'S23 stop'}    | ${'Myobloc units typed for Botox'}
  ${'ona'}  | ${'cervical_dystonia'}      | ${'splenius_capitis left 250, sternocleidomastoid right 100, trapezius left 150'} | ${'S23 confirm'} | ${'Dysport units typed for Botox'}
  ${'abo'}  | ${'cervical_dystonia'}      | ${'splenius_capitis left 30, trapezius left 30'}                                  | ${'S23 confirm'} | ${'Botox units typed for Dysport'}
  ${'rima'} | ${'spasticity_upper'}       | ${'biceps_brachii left 10000'}                                                    | ${'S07 confirm'} | ${'a first dose of Myobloc in an arm'}
  ${'inco'} | ${'cervical_dystonia'}      | ${'sternocleidomastoid left 120'}                                                 | ${'S18 confirm'} | ${'Xeomin in the sternocleidomastoid'}
  ${'daxi'} | ${'cervical_dystonia'}      | ${'sternocleidomastoid left 150'}                                                 | ${'S18 confirm'} | ${'Daxxify in the sternocleidomastoid'}
`('$injections U $product for $indication ($slip): $says', ({ product, indication, injections, says }) => {
  const session = aSession({ product, injections: rows(injections) });
  const context = aContext({ ...OF[indication as keyof typeof OF], indication, priorToxinTolerance: false });
  expect(said(checkSession(session, context, RULES)).split(', ')).toContain(says);
});

/** What the course has besides, so that nothing else is asked about. */
const STROKE = { courseSide: 'left', etiology: 'stroke', diagnosisCode: 'I69.354' } as const;
const OF = {
  spasticity_upper: STROKE,
  spasticity_lower: STROKE,
  hemifacial_spasm: { courseSide: 'left' },
} as const;

it('S24: 3 mL of Dysport in one site', () => {
  const injections = [
    { muscle: 'gastrocnemius_medial', side: 'left', units: 300, sites: 1, volumeMl: 3 },
  ] as const;
  const context = aContext({ ...STROKE, indication: 'spasticity_lower' });
  const session = aSession({ product: 'abo', injections });
  expect(said(checkSession(session, context, RULES))).toContain('S24 confirm');
});

it('S28: Botox from a vial of 500 U', () => {
  const vials = [{ ...VIAL, vialUnits: 500, unitsDiscarded: 345 }];
  expect(said(checkSession(aSession({ units: 155, vials }), aContext(), RULES))).toBe('S28 confirm');
});

it.each`
  product   | indication                  | injections
  ${'ona'}  | ${'chronic_migraine'}       | ${PREEMPT}
  ${'ona'}  | ${'chronic_migraine'}       | ${FOLLOW_THE_PAIN}
  ${'ona'}  | ${'tension_headache'}       | ${'frontalis bilateral 20/4, temporalis bilateral 40/4, occipitalis bilateral 30/6'}
  ${'ona'}  | ${'cervical_dystonia'}      | ${'splenius_capitis left 80/3, sternocleidomastoid right 40/2, levator_scapulae left 40/2, trapezius left 50/2'}
  ${'abo'}  | ${'cervical_dystonia'}      | ${'splenius_capitis left 250/4, sternocleidomastoid right 100/2, trapezius left 150/2'}
  ${'inco'} | ${'cervical_dystonia'}      | ${'splenius_capitis left 60/2, sternocleidomastoid right 30/2, trapezius left 30/2'}
  ${'rima'} | ${'cervical_dystonia'}      | ${'splenius_capitis right 2000/4, sternocleidomastoid left 1000/2, levator_scapulae right 1000/2, trapezius right 1000/2'}
  ${'daxi'} | ${'cervical_dystonia'}      | ${'splenius_capitis right 60/3, sternocleidomastoid left 30/2, trapezius right 35/2'}
  ${'ona'}  | ${'blepharospasm'}          | ${'orbicularis_oculi_upper_lid bilateral 10/4, orbicularis_oculi_lower_lid bilateral 10/4, procerus midline 2.5/1'}
  ${'inco'} | ${'blepharospasm'}          | ${'orbicularis_oculi left 25/5, orbicularis_oculi right 25/5'}
  ${'ona'}  | ${'hemifacial_spasm'}       | ${'orbicularis_oculi left 20/4, zygomaticus_major left 2.5/1, platysma left 5/2'}
  ${'ona'}  | ${'spasticity_upper'}       | ${'biceps_brachii left 100/4, brachialis left 50/2, flexor_carpi_radialis left 50/1, flexor_digitorum_superficialis left 50/2, flexor_digitorum_profundus left 50/2'}
  ${'abo'}  | ${'spasticity_upper'}       | ${'biceps_brachii left 300/2, flexor_carpi_radialis left 150/1, flexor_digitorum_superficialis left 150/2, flexor_digitorum_profundus left 150/2'}
  ${'inco'} | ${'spasticity_upper'}       | ${'biceps_brachii left 150/4, flexor_digitorum_superficialis left 50/2, flexor_digitorum_profundus left 50/2'}
  ${'ona'}  | ${'spasticity_lower'}       | ${'gastrocnemius_medial left 75/3, gastrocnemius_lateral left 75/3, soleus left 75/3, tibialis_posterior left 75/3'}
  ${'abo'}  | ${'spasticity_lower'}       | ${'gastrocnemius_medial left 150/2, gastrocnemius_lateral left 150/2, soleus left 400/3, tibialis_posterior left 300/2'}
  ${'ona'}  | ${'hyperhidrosis_axillary'} | ${'axilla left 50/12, axilla right 50/12'}
  ${'ona'}  | ${'hyperhidrosis_other'}    | ${'palm left 100/25, palm right 100/25'}
  ${'ona'}  | ${'tmj_dysfunction'}        | ${'masseter bilateral 60/6, temporalis bilateral 40/4'}
  ${'ona'}  | ${'tremor'}                 | ${'flexor_carpi_radialis right 20/1, extensor_carpi_radialis right 15/1, pronator_teres right 20/1'}
  ${'ona'}  | ${'dystonia_other'}         | ${'thyroarytenoid bilateral 2.5/2'}
  ${'ona'}  | ${'chronic_back_pain'}      | ${'lumbar_paraspinals bilateral 160/8, quadratus_lumborum bilateral 40/4'}
`('an ordinary session raises nothing: $product for $indication, $injections', (ordinary) => {
  const { product, indication, injections } = ordinary;
  const session = aSession({ product, injections: rows(injections) });
  const context = aContext({ ...OF[indication as keyof typeof OF], indication });
  expect(checkSession(session, context, RULES)).toEqual([]);
});
