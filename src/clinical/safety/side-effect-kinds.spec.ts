import type { MuscleRegion } from '../catalogue/anatomy/muscle-regions';
import {
  alertOf,
  isGraver,
  limitsDose,
  sideEffectKind,
  SIDE_EFFECT_SLUGS,
  SIDE_EFFECTS,
  type EventSeverity,
} from './side-effect-kinds';

it.each`
  kind                       | injected           | alert                 | why
  ${'dysphagia'}             | ${['neck']}        | ${'swallowing'}       | ${'beside the place of injection too'}
  ${'dysphagia'}             | ${['lower_limb']}  | ${'swallowing'}       | ${'far from it'}
  ${'swallowing_difficulty'} | ${['neck']}        | ${'swallowing'}       | ${'in other words'}
  ${'choking_on_food'}       | ${['neck']}        | ${'swallowing'}       | ${'in other words'}
  ${'aspiration_pneumonia'}  | ${['neck']}        | ${'swallowing'}       | ${'in other words'}
  ${'breathing_difficulty'}  | ${['neck']}        | ${'breathing'}        | ${''}
  ${'dyspnoea'}              | ${['upper_limb']}  | ${'breathing'}        | ${'in other words'}
  ${'dyspnea'}               | ${['upper_limb']}  | ${'breathing'}        | ${'in other words'}
  ${'shortness_of_breath'}   | ${['upper_limb']}  | ${'breathing'}        | ${'in other words'}
  ${'respiratory_failure'}   | ${['upper_limb']}  | ${'breathing'}        | ${'in other words'}
  ${'breathy_voice'}         | ${['larynx']}      | ${undefined}          | ${'a voice, not breathing'}
  ${'weakness_elsewhere'}    | ${['neck']}        | ${'distant-weakness'} | ${'by its name'}
  ${'generalized_weakness'}  | ${['neck']}        | ${'distant-weakness'} | ${'in other words'}
  ${'distant_spread'}        | ${['neck']}        | ${'distant-weakness'} | ${'in other words'}
  ${'muscle_weakness'}       | ${['neck']}        | ${'distant-weakness'} | ${'where, is not said: somebody says it'}
  ${'neck_weakness'}         | ${['neck', 'jaw']} | ${undefined}          | ${'of what was injected'}
  ${'neck_weakness'}         | ${['upper_limb']}  | ${'distant-weakness'} | ${'not of what was injected'}
  ${'ptosis'}                | ${['face']}        | ${undefined}          | ${'of what was injected'}
  ${'ptosis'}                | ${['upper_limb']}  | ${'distant-weakness'} | ${'not of what was injected'}
  ${'limb_weakness'}         | ${['lower_limb']}  | ${undefined}          | ${'of what was injected'}
  ${'limb_weakness'}         | ${['neck']}        | ${'distant-weakness'} | ${'not of what was injected'}
  ${'grip_weakness'}         | ${['skin']}        | ${undefined}          | ${'after the palm'}
  ${'grip_weakness'}         | ${['face']}        | ${'distant-weakness'} | ${'not of what was injected'}
  ${'urinary_incontinence'}  | ${['trunk']}       | ${'distant-weakness'} | ${'of no muscle of the trunk'}
  ${'dry_mouth'}             | ${['lower_limb']}  | ${undefined}          | ${'no weakness'}
  ${'headache'}              | ${['face']}        | ${undefined}          | ${'no weakness'}
  ${'allergic_reaction'}     | ${['face']}        | ${undefined}          | ${'no weakness'}
  ${'grumpiness'}            | ${['face']}        | ${undefined}          | ${'nothing that we know'}
`(
  '$kind after $injected → $alert $why',
  ({ kind, injected, alert }: { kind: string; injected: MuscleRegion[]; alert: string | undefined }) => {
    expect(alertOf(kind, injected)).toBe(alert);
  },
);

it('a kind of the table is read as its own row; another one is its own group', () => {
  for (const slug of SIDE_EFFECT_SLUGS) expect(sideEffectKind(slug)).toBe(SIDE_EFFECTS[slug]);
  expect(sideEffectKind('grumpiness').group).toBe('grumpiness');
});

it.each`
  words                              | slug
  ${'apnea'}                         | ${'breathing_difficulty'}
  ${'apnoea'}                        | ${'breathing_difficulty'}
  ${'angioedema'}                    | ${'allergic_reaction'}
  ${'angio_oedema'}                  | ${'allergic_reaction'}
  ${'ptosis_of_both_lids'}           | ${'ptosis'}
  ${'drooping_lid'}                  | ${'ptosis'}
  ${'drooping_eyelid'}               | ${'ptosis'}
  ${'double_vision'}                 | ${'diplopia'}
  ${'slurred_words'}                 | ${'dysarthria'}
  ${'hoarseness'}                    | ${'dysphonia'}
  ${'head_drop'}                     | ${'neck_weakness'}
  ${'neck_muscles_too_weak'}         | ${'neck_weakness'}
  ${'facial_droop'}                  | ${'facial_weakness'}
  ${'smile_asymmetric'}              | ${'facial_weakness'}
  ${'mouth_corner_drooping'}         | ${'facial_weakness'}
  ${'arm_paresis'}                   | ${'hand_weakness'}
  ${'finger_extension_weak'}         | ${'hand_weakness'}
  ${'foot_drop'}                     | ${'leg_weakness'}
  ${'knee_buckling_weakness'}        | ${'leg_weakness'}
  ${'limb_paresis'}                  | ${'limb_weakness'}
  ${'limbs_feel_weak'}               | ${'limb_weakness'}
  ${'leakage_of_urine_incontinence'} | ${'incontinence'}
`('“$words” is read as $slug', ({ words, slug }: { words: string; slug: keyof typeof SIDE_EFFECTS }) => {
  expect(sideEffectKind(words)).toBe(SIDE_EFFECTS[slug]);
});

it('concern a session anywhere in the body: swallowing, breathing, weakness far away and allergy alone', () => {
  expect(SIDE_EFFECT_SLUGS.filter((slug) => SIDE_EFFECTS[slug].everywhere)).toEqual([
    'dysphagia',
    'aspiration',
    'breathing_difficulty',
    'weakness_elsewhere',
    'allergic_reaction',
  ]);
});

it.each`
  kind                      | severity      | serious  | limits   | why
  ${'dysphagia'}            | ${'mild'}     | ${false} | ${false} | ${'swallowing when moderate'}
  ${'dysphagia'}            | ${'moderate'} | ${false} | ${true}  | ${'swallowing when moderate'}
  ${'dysphagia'}            | ${'mild'}     | ${true}  | ${true}  | ${'serious, however mild'}
  ${'breathing_difficulty'} | ${'mild'}     | ${false} | ${true}  | ${'breathing however mild'}
  ${'weakness_elsewhere'}   | ${'mild'}     | ${false} | ${true}  | ${'distant weakness however mild'}
  ${'allergic_reaction'}    | ${'mild'}     | ${false} | ${false} | ${'allergy when moderate'}
  ${'allergic_reaction'}    | ${'moderate'} | ${false} | ${true}  | ${'allergy when moderate'}
  ${'neck_weakness'}        | ${'mild'}     | ${false} | ${false} | ${'weakness of what was injected when moderate'}
  ${'neck_weakness'}        | ${'moderate'} | ${false} | ${true}  | ${'weakness of what was injected when moderate'}
  ${'dry_mouth'}            | ${'moderate'} | ${false} | ${false} | ${'anything else when severe'}
  ${'dry_mouth'}            | ${'severe'}   | ${false} | ${true}  | ${'anything else when severe'}
  ${'dry_mouth'}            | ${'moderate'} | ${true}  | ${true}  | ${'or serious'}
`('$severity $kind, serious $serious, limits the dose: $limits ($why)', ({ limits, ...effect }) => {
  expect(limitsDose(effect)).toBe(limits);
});

it.each(['constructor', 'toString', '__proto__'])('%s is no kind of the table', (kind) => {
  expect(sideEffectKind(kind)).toMatchObject({ group: kind, everywhere: false });
});

it.each`
  one                    | other                  | graver
  ${['moderate', false]} | ${['mild', false]}     | ${true}
  ${['moderate', false]} | ${['moderate', false]} | ${false}
  ${['mild', false]}     | ${['moderate', false]} | ${false}
  ${['mild', true]}      | ${['severe', false]}   | ${true}
  ${['severe', false]}   | ${['mild', true]}      | ${false}
  ${['severe', true]}    | ${['moderate', true]}  | ${true}
`('$one is graver than $other: $graver', ({ one, other, graver }) => {
  const gravity = ([severity, serious]: [EventSeverity, boolean]) => ({ severity, serious });
  expect(isGraver(gravity(one), gravity(other))).toBe(graver);
});
