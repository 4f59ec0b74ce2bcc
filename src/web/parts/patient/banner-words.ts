import type { PlainDate } from '../../../clinical/calendar';
import { dayText } from '../../../clinical/due/due-text';
import { holdsOn, type DatedPrecaution } from '../../../clinical/precautions/dated-precaution';
import { latestOfEach } from '../../../clinical/precautions/precaution-findings';
import {
  PRECAUTION_KINDS,
  PRECAUTIONS,
  type PrecautionKind,
} from '../../../clinical/precautions/precaution-rows';
import type { RuleValues } from '../../../clinical/rules';

export interface CareWords {
  readonly kind: PrecautionKind;
  readonly text: string;
}

const KIND_WORDS: Readonly<Record<PrecautionKind, string>> = {
  allergy: 'Allergy',
  contraindication: 'Against it',
  care: 'Care',
  fact: '',
};

/**
 * What a banner says of a patient's precautions: allergies first, then what speaks against a toxin, then what asks for
 * care. Facts that object to nothing are left out, an INR within the limit is one of them.
 */
export function careWords(
  precautions: readonly DatedPrecaution[],
  today: PlainDate,
  rules: RuleValues,
): readonly CareWords[] {
  return latestOfEach(precautions.filter((precaution) => holdsOn(precaution, today)))
    .map(({ code, value, startedOn }): CareWords => {
      const { name, kind } = PRECAUTIONS[code];
      if (code !== 'inr') return { kind, text: `${KIND_WORDS[kind]}: ${name}` };
      const high = (value ?? 0) > rules['S17.inr.above'];
      const text = `INR ${value}${startedOn ? ` on ${dayText(startedOn)}` : ''}`;
      return { kind: high ? 'care' : 'fact', text: `${KIND_WORDS.care}: ${text}` };
    })
    .filter(({ kind }) => kind !== 'fact')
    .toSorted((a, b) => PRECAUTION_KINDS.indexOf(a.kind) - PRECAUTION_KINDS.indexOf(b.kind));
}
