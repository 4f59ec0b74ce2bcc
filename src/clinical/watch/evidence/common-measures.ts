import { keyOf, type MeasureKey } from './entered-reading';
import type { ResponseSize } from './response-evidence';

/** Which measures of a course were taken together, as its sessions come in. */
export interface CommonMeasures {
  /** The size of the next session, with whether it can be held against those before it. */
  add(size: ResponseSize): ResponseSize;
}

/**
 * Is a size read by a measure that this patient's usual is known by?
 *
 * Two measures of the same response seldom say the same: who rates 80 % may fall by a third on the scale. So the measures of
 * the first session are known, and whatever is taken beside a known one. A size that rests on others alone is marked: how far
 * they agree in this patient has never been seen.
 */
export function startCommonMeasures(): CommonMeasures {
  const known = new Set<MeasureKey>();
  return {
    add(size) {
      const measures = size.entered.map(keyOf);
      if (known.size > 0 && !measures.some((measure) => known.has(measure)))
        return { ...size, byOtherMeasure: true };
      for (const measure of measures) known.add(measure);
      return size;
    },
  };
}
