import { MUSCLES, type MuscleSlug } from '../muscles';

/** Where a diagnosis lies, in words and among the places of the catalogue. */
export interface CodePlace {
  readonly words: string;
  readonly holds: (muscle: MuscleSlug) => boolean;
}

const FACE_SKIN: readonly string[] = ['face_skin', 'forehead_skin', 'scalp_skin', 'upper_lip_skin'];

/** Codes that name a place of their indication, which is treated in others too (M, as the codes are). */
const PLACES: Readonly<Record<string, CodePlace>> = {
  'L74.511': { words: 'the face', holds: (muscle) => FACE_SKIN.includes(muscle) },
  'L74.512': { words: 'the palms', holds: (muscle) => muscle === 'palm' },
  'L74.513': { words: 'the soles', holds: (muscle) => muscle === 'sole' },
  'G24.4': { words: 'face and mouth', holds: (muscle) => ['face', 'jaw'].includes(MUSCLES[muscle].region) },
  'J38.5': { words: 'the larynx', holds: (muscle) => MUSCLES[muscle].region === 'larynx' },
};

/** The place that a code names; undefined where it leaves that to its indication. */
export function placeOfCode(code: string): CodePlace | undefined {
  return PLACES[code];
}
