import type { MuscleRegion } from '../catalogue/muscle-regions';
import {
  alertOf,
  isGraver,
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
