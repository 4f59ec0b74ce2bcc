import type { CodeableConcept } from 'fhir/r4';
import { muscleOf, type InjectionSide } from '../../clinical/catalogue/muscles';
import { isSourced, ownSystem, ownTerm, sourced } from '../codes';

export interface Place {
  readonly muscle: string;
  readonly side: InjectionSide;
}

/** Which muscle, and on which side? The side is an extension: a code of the muscle alone says nothing of it. */
export function muscleSite({ muscle, side }: Place): CodeableConcept {
  const { name } = muscleOf(muscle);
  const behind = isSourced(muscle) ? [sourced(muscle)] : [];
  return {
    extension: [{ url: `${ownSystem('injection')}:side`, valueCode: side }],
    ...ownTerm('muscle', muscle, name, ...behind),
    text: `${name}, ${side}`,
  };
}
