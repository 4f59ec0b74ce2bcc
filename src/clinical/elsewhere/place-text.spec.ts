import type { InjectionSide } from '../catalogue/muscles';
import { indicationIn, namesPlaceOf } from './place-text';

it.each`
  text                        | place                                 | names    | why
  ${'masseter'}               | ${'masseter left'}                    | ${true}  | ${'the muscle'}
  ${'Masseters, for teeth'}   | ${'masseter left'}                    | ${true}  | ${'teeth are the jaw'}
  ${'masseter'}               | ${'frontalis bilateral'}              | ${false} | ${'another muscle'}
  ${'Forehead'}               | ${'frontalis bilateral'}              | ${true}  | ${'a part of the face'}
  ${'forehead'}               | ${'trapezius left'}                   | ${false} | ${'not the neck'}
  ${'cosmetic'}               | ${'corrugator_supercilii left'}       | ${true}  | ${'a cosmetic use is in the face'}
  ${'crow’s feet'}            | ${'orbicularis_oculi left'}           | ${true}  | ${'round the eye'}
  ${'eyelid'}                 | ${'orbicularis_oculi_upper_lid left'} | ${true}  | ${'a part of the muscle'}
  ${'bladder'}                | ${'gastrocnemius_medial left'}        | ${false} | ${'no place of the catalogue'}
  ${'left arm'}               | ${'biceps_brachii left'}              | ${true}  | ${'the side agrees'}
  ${'left arm'}               | ${'biceps_brachii right'}             | ${false} | ${'the other side'}
  ${'left arm'}               | ${'biceps_brachii bilateral'}         | ${true}  | ${'both sides hold the left one'}
  ${'both arms, left, right'} | ${'biceps_brachii right'}             | ${true}  | ${'both sides are named'}
  ${'armpits'}                | ${'axilla bilateral'}                 | ${true}  | ${'an area of the skin'}
  ${'armpits'}                | ${'palm bilateral'}                   | ${false} | ${'another area of the skin'}
  ${'right arm'}              | ${'biceps_brachii right'}             | ${true}  | ${'the side agrees'}
  ${'right arm'}              | ${'biceps_brachii left'}              | ${false} | ${'the other side'}
  ${'left frown line'}        | ${'procerus midline'}                 | ${true}  | ${'a place of the midline has no side'}
  ${'orbicularis oculi'}      | ${'orbicularis_oculi_upper_lid left'} | ${true}  | ${'the muscle of which it is a part'}
  ${'upper trapezius'}        | ${'trapezius left'}                   | ${true}  | ${'another name of the muscle'}
  ${'low back'}               | ${'lumbar_paraspinals left'}          | ${true}  | ${'where the muscle lies'}
  ${'tongue'}                 | ${'genioglossus bilateral'}           | ${true}  | ${'another name of the muscle'}
  ${'SCM'}                    | ${'sternocleidomastoid left'}         | ${false} | ${'three letters may mean anything'}
  ${'upper / limb'}           | ${'biceps_brachii left'}              | ${true}  | ${'marks between two words'}
  ${'vocal cords'}            | ${'cricothyroid left'}                | ${true}  | ${'the larynx'}
  ${'nape'}                   | ${'splenius_capitis left'}            | ${true}  | ${'the neck'}
  ${'chest'}                  | ${'rectus_abdominis left'}            | ${true}  | ${'the trunk'}
  ${'calves'}                 | ${'soleus left'}                      | ${true}  | ${'the leg'}
  ${'saliva'}                 | ${'submandibular_gland left'}         | ${true}  | ${'a gland'}
  ${'pelvic floor'}           | ${'detrusor midline'}                 | ${true}  | ${'the pelvis'}
  ${'the skin'}               | ${'palm left'}                        | ${true}  | ${'the skin'}
  ${'sweating hands'}         | ${'palm left'}                        | ${true}  | ${'an area of the skin'}
  ${'farm'}                   | ${'biceps_brachii left'}              | ${false} | ${'whole words only'}
  ${''}                       | ${'biceps_brachii left'}              | ${false} | ${'nothing is named'}
`(
  '“$text” names $place: $names, $why',
  ({ text, place, names }: { text: string; place: string; names: boolean }) => {
    const [muscle, side] = place.split(' ');
    expect(namesPlaceOf(text, [{ muscle: muscle!, side: side as InjectionSide }])).toBe(names);
  },
);

it.each`
  text                        | indication
  ${'chronic_migraine'}       | ${'chronic_migraine'}
  ${'Chronic migraine'}       | ${'chronic_migraine'}
  ${'cervical-dystonia '}     | ${'cervical_dystonia'}
  ${'Upper-limb spasticity'}  | ${'spasticity_upper'}
  ${'spasticity_upper'}       | ${'spasticity_upper'}
  ${'migraine'}               | ${'chronic_migraine'}
  ${'PREEMPT, for migraines'} | ${'chronic_migraine'}
  ${'tension-type headache'}  | ${'tension_headache'}
  ${'spasmodic torticollis'}  | ${'cervical_dystonia'}
  ${'eyelid spasms'}          | ${'blepharospasm'}
  ${'hemifacial'}             | ${'hemifacial_spasm'}
  ${'drooling (Parkinson)'}   | ${'sialorrhea'}
  ${'bruxism'}                | ${'tmj_dysfunction'}
  ${'migraine and bruxism'}   | ${undefined}
  ${'headache'}               | ${undefined}
  ${'antimigraine'}           | ${undefined}
  ${'overactive bladder'}     | ${undefined}
  ${''}                       | ${undefined}
`('“$text” is $indication', ({ text, indication }: { text: string; indication?: string }) => {
  expect(indicationIn(text)).toBe(indication);
});
