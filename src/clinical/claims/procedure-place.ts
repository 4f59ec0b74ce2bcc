import { isMuscle, MUSCLES, type InjectionSide, type MuscleSlug } from '../catalogue/muscles';

export const LIMBS = ['right arm', 'left arm', 'right leg', 'left leg'] as const;
export type Limb = (typeof LIMBS)[number];

export interface InjectedPlace {
  readonly muscle: string;
  readonly side: InjectionSide;
}

/** Of the trunk are for these codes the muscles along the spine and of the belly; the others move a limb (M). */
const OF_THE_ARM: readonly MuscleSlug[] = ['rhomboids', 'supraspinatus', 'infraspinatus'];

/** Heads of one muscle count as one. */
const ONE_MUSCLE: Readonly<Partial<Record<MuscleSlug, MuscleSlug>>> = {
  gastrocnemius_medial: 'gastrocnemius',
  gastrocnemius_lateral: 'gastrocnemius',
};

export type ProcedurePlace =
  'face' | 'jaw' | 'larynx' | 'neck' | 'trunk' | 'arm' | 'leg' | 'skin' | 'gland' | 'pelvis';

/** Where procedure codes count a muscle. In a spastic limb the muscles of the shoulder girdle are the arm's. */
export function procedurePlace(muscle: string, ofLimb = false): ProcedurePlace | undefined {
  if (!isMuscle(muscle)) return undefined;
  const { region } = MUSCLES[muscle];
  if (region === 'upper_limb' || OF_THE_ARM.includes(muscle)) return 'arm';
  if (region === 'lower_limb') return 'leg';
  return ofLimb && region === 'neck' ? 'arm' : region;
}

export function sidesOf(side: InjectionSide): readonly ('right' | 'left')[] {
  if (side === 'bilateral') return ['right', 'left'];
  return side === 'midline' ? [] : [side];
}

/** The muscles of each limb that was injected, each muscle once. */
export function musclesByLimb(
  injected: readonly InjectedPlace[],
  ofLimb: boolean,
): ReadonlyMap<Limb, ReadonlySet<string>> {
  const limbs = new Map<Limb, Set<string>>();
  for (const { muscle, side } of injected) {
    const place = procedurePlace(muscle, ofLimb);
    if (place !== 'arm' && place !== 'leg') continue;
    for (const one of sidesOf(side)) {
      const limb: Limb = `${one} ${place}`;
      limbs.set(limb, (limbs.get(limb) ?? new Set()).add(ONE_MUSCLE[muscle as MuscleSlug] ?? muscle));
    }
  }
  return limbs;
}
