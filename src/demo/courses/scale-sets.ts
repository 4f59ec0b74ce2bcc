import type { IndicationSlug } from '../../clinical/catalogue/indications';
import { scaleOf, type ScaleSlug } from '../../clinical/catalogue/scales';
import type { SeededRandom } from '../seeded-random';

/** How a scale usually stands untreated at the start of a cycle, and what a full improvement makes of it. */
interface ScaleCourse {
  readonly scale: ScaleSlug;
  readonly start: number;
  readonly free: number;
}

/** Invented, in the usual order of size. */
const SETS: Readonly<Record<IndicationSlug, readonly ScaleCourse[]>> = {
  chronic_migraine: [course('mmd', 15, 1.5), course('mhd', 20, 3), course('hit6', 65, 50)],
  tension_headache: [course('mhd', 19, 3), course('nrs_pain', 6, 0.5)],
  cervical_dystonia: [course('twstrs_total', 42, 10), course('tsui', 11, 3)],
  chronic_neck_pain: [course('nrs_pain', 6.5, 0.5), course('ndi', 42, 14)],
  chronic_back_pain: [course('nrs_pain', 6.5, 0.5), course('odi', 44, 16)],
  blepharospasm: [course('jrs', 6, 1), course('bsdi', 2.4, 0.5)],
  hemifacial_spasm: [course('hfs7', 15, 3), course('smc_grade', 3, 1)],
  spasticity_upper: [course('mas', 3, 1), course('das', 2, 1)],
  spasticity_lower: [course('mas', 3, 1), course('gait_speed', 0.6, 0.95)],
  hyperhidrosis_axillary: [course('hdss', 4, 1), course('gravimetry', 190, 30)],
  hyperhidrosis_other: [course('hdss', 4, 1)],
  sialorrhea: [course('dsfs', 7, 3)],
  tmj_dysfunction: [course('nrs_pain', 6, 0.5), course('mouth_opening', 31, 42)],
  tremor: [course('tetras', 27, 11)],
  dystonia_other: [course('cgi_s', 5, 2), course('bfmdrs', 14, 6)],
};

export interface ScaleReading {
  readonly scale: ScaleSlug;
  readonly atStart: number | string;
  readonly atPeak: number | string;
}

/** What the scales of an indication show in a session that improved the patient by so many percent. */
export function readScales(
  indication: IndicationSlug,
  improvementPct: number,
  random: SeededRandom,
): ScaleReading[] {
  return SETS[indication].map(({ scale, start, free }) => {
    const atStart = start + (free - start) * random.normal(0.05);
    const atPeak = atStart + ((free - atStart) * improvementPct) / 100 + (free - start) * random.normal(0.05);
    return { scale, atStart: onScale(scale, atStart), atPeak: onScale(scale, atPeak) };
  });
}

/** A value that the scale has: within its range, on its steps, or its nearest label. */
function onScale(slug: ScaleSlug, value: number): number | string {
  const { min, max, step, labels } = scaleOf(slug);
  const inRange = Math.min(max, Math.max(min, value));
  if (labels) return labels[MAS_ORDER.findIndex((grade) => inRange <= grade)] ?? labels.at(-1)!;
  const stepped =
    step === null ? Math.round(inRange * 10) / 10 : min + Math.round((inRange - min) / step) * step;
  return stepped;
}

/** The highest number that reads as each label of the Modified Ashworth: 0, 1, 1+, 2, 3, 4. */
const MAS_ORDER = [0.5, 1.25, 1.75, 2.5, 3.5, 4];

function course(scale: ScaleSlug, start: number, free: number): ScaleCourse {
  return { scale, start, free };
}
