import { findMuscles, type InjectionSide, type Muscle } from '../../../clinical/catalogue/muscles';

export interface MuscleSearch {
  readonly muscles: readonly Muscle[];
  /** The side that was typed behind the muscle. */
  readonly side?: InjectionSide;
}

const SIDES: Readonly<Record<string, InjectionSide>> = {
  r: 'right',
  right: 'right',
  l: 'left',
  left: 'left',
  b: 'bilateral',
  both: 'bilateral',
};

/** What somebody types to find a muscle, with its side behind it if they like: `splenius`, `scm r`, `trapezius both`. */
export function searchMuscles(text: string): MuscleSearch {
  const whole = findMuscles(text);
  const [, name = '', letter = ''] = /^(.*\S)\s+(\S+)$/.exec(text.trim()) ?? [];
  const side = SIDES[letter.toLowerCase()];
  return whole.length > 0 || !side ? { muscles: whole } : { muscles: findMuscles(name), side };
}
