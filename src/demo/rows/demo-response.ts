import { addDays, daysBetween, type PlainDate } from '../../clinical/calendar';
import { INDICATIONS, type IndicationSlug } from '../../clinical/catalogue/indications';
import type { ScaleSlug } from '../../clinical/catalogue/scales';
import type { MeasurementRow } from '../../records/responses/measurement.entity';
import type { ResponseRows } from './rows';
import { readScales, type ScaleReading } from '../courses/scale-sets';
import { seededRandom, type SeededRandom } from '../seeded-random';
import type { SessionWord } from '../courses/session-line';

interface Given {
  readonly sessionId: string;
  readonly indication: IndicationSlug;
  readonly performedOn: PlainDate;
  /** The session after it, when there is one. */
  readonly nextOn?: PlainDate;
  readonly scalesOnly?: readonly ScaleSlug[];
}

/** What had become known of a session by today; nothing when nobody asked, or it is too early to ask. */
export function responseOf(given: Given, word: SessionWord, today: PlainDate): ResponseRows | undefined {
  const { sessionId, indication, performedOn, scalesOnly } = given;
  if (word.improvementPct === undefined && word.weeks === undefined) return undefined;
  const random = seededRandom('response', sessionId);
  const known = (day: PlainDate | undefined): PlainDate | null => (day && day <= today ? day : null);
  const onsetOn = known(addDays(performedOn, random.whole(3, 9)));
  const { from, to } = INDICATIONS[indication].peakCheckWeeks;
  const peakOn = known(addDays(performedOn, random.whole(7 * from, 7 * to)));
  const peak =
    peakOn && word.improvementPct !== undefined
      ? peakReadings(given, word.improvementPct, peakOn, random)
      : NO_PEAK;
  const assessedOn = word.improvementPct === undefined ? null : peakOn;
  const length = lengthOf(given, word, assessedOn, today);
  if (!onsetOn) return undefined;
  return {
    response: {
      sessionId,
      assessedOn,
      onsetOn: scalesOnly ? null : onsetOn,
      ...peak.fields,
      ...length,
      note: null,
      answerId: null,
      version: 1,
    },
    measurements: peak.measurements,
  };
}

interface Peak {
  readonly fields: { improvementPct: number | null; pgic: number | null; peakEffect: number | null };
  readonly measurements: readonly MeasurementRow[];
}

const NO_PEAK: Peak = { fields: { improvementPct: null, pgic: null, peakEffect: null }, measurements: [] };

function peakReadings(
  { sessionId, indication, performedOn, scalesOnly }: Given,
  improvementPct: number,
  peakOn: PlainDate,
  random: SeededRandom,
): Peak {
  const felt = improvementPct + random.normal(4);
  const scales = readScales(indication, improvementPct, random);
  if (scalesOnly) {
    const recorded = scales.filter(({ scale }) => scalesOnly.includes(scale));
    return { fields: NO_PEAK.fields, measurements: measured(recorded, { sessionId, performedOn, peakOn }) };
  }
  const grades = INDICATIONS[indication].scales.includes('peak_effect_0_4');
  const pgic = random.chance(0.75) ? grade(felt, PGIC_FROM) : null;
  const taken = random.chance(0.7) ? scales : [];
  return {
    fields: { improvementPct, pgic, peakEffect: grades ? 5 - grade(felt, EFFECT_FROM) : null },
    measurements: measured(taken, { sessionId, performedOn, peakOn }),
  };
}

/** Each scale on the day of the session and at the peak. */
function measured(
  scales: readonly ScaleReading[],
  { sessionId, performedOn, peakOn }: { sessionId: string; performedOn: PlainDate; peakOn: PlainDate },
): MeasurementRow[] {
  return scales.flatMap(({ scale, atStart, atPeak }) => {
    const of = { sessionId, scale, of: '', domains: null };
    return [
      { ...of, phase: 'cycle-start', value: String(atStart), measuredOn: performedOn },
      { ...of, phase: 'peak', value: String(atPeak), measuredOn: peakOn },
    ];
  });
}

/** PGIC 1 from 75 % on, 2 from 46, 3 from 24, 4 below. */
const PGIC_FROM = [75, 46, 24];
/** Peak effect 4 from 78 % on, 3 from 55, 2 from 32, 1 below. */
const EFFECT_FROM = [78, 55, 32];

/** 1 for the best grade. */
function grade(improvementPct: number, from: readonly number[]): number {
  const found = from.findIndex((least) => improvementPct >= least);
  return found < 0 ? from.length + 1 : found + 1;
}

/** Wear-off is told to the week. Who is treated again while it still works is asked on that day. */
function lengthOf(
  { performedOn, nextOn }: Given,
  { weeks }: SessionWord,
  assessedOn: PlainDate | null,
  today: PlainDate,
): { woreOffOn: PlainDate | null; stillEffectiveOn: PlainDate | null } {
  if (weeks === undefined) return { woreOffOn: null, stillEffectiveOn: null };
  const wearOffOn = addDays(performedOn, 7 * weeks);
  const askedOn = nextOn ?? today;
  if (daysBetween(wearOffOn, askedOn) > 0) return { woreOffOn: wearOffOn, stillEffectiveOn: null };
  return { woreOffOn: null, stillEffectiveOn: nextOn ?? assessedOn };
}
