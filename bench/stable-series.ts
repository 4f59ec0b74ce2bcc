import { addDays, daysBetween } from '../src/clinical/calendar';
import type { IndicationSlug } from '../src/clinical/catalogue/indications';
import type { Measurement, TreatedSession } from '../src/clinical/treated-session';
import { doseOf } from '../src/clinical/units';

/** A published series of patients who went on responding: none of them may be flagged. */
export interface StableSeries {
  readonly name: string;
  readonly indication: IndicationSlug;
  readonly sessions: readonly TreatedSession[];
}

const FIRST_DAY = '2015-01-05';

/** The means of a series as one patient: lengths in weeks, or a scale from its start to its peak, one entry a cycle. */
export const STABLE_SERIES: readonly StableSeries[] = [
  {
    name: 'cervical dystonia, incobotulinumtoxinA, five cycles (PMC3756428)',
    indication: 'cervical_dystonia',
    sessions: [-11.7, -12.9, -13.5, -14.3, -13.6].map((change, index) =>
      cycle(index, { weeks: 14, measured: ['twstrs_total', 42, 42 + change] }),
    ),
  },
  {
    name: 'the same five cycles by the Dystonia Discomfort Scale',
    indication: 'cervical_dystonia',
    sessions: [-20.2, -21, -22.1, -22.6, -23].map((change, index) =>
      cycle(index, { weeks: 14, measured: ['dds', 56, 56 + change] }),
    ),
  },
  {
    name: 'blepharospasm, thirty treatments, 13.5 to 11.4 weeks (pubmed 21059510)',
    indication: 'blepharospasm',
    sessions: Array.from({ length: 30 }, (_, index) =>
      cycle(index, { weeks: 13.5, lasted: 13.5 - (2.1 * index) / 29 }),
    ),
  },
  {
    name: 'hemifacial spasm, thirty treatments, 12.4 weeks (pubmed 21059510)',
    indication: 'hemifacial_spasm',
    sessions: Array.from({ length: 30 }, (_, index) => cycle(index, { weeks: 13, lasted: 12.4 })),
  },
  {
    name: 'hemifacial spasm, ten years, 12.6 weeks (Italian series)',
    indication: 'hemifacial_spasm',
    sessions: Array.from({ length: 36 }, (_, index) => cycle(index, { weeks: 14, lasted: 12.6 })),
  },
  {
    name: 'hemifacial spasm, seven sessions a patient, 14.8 weeks, 73.7 % (Ankara series)',
    indication: 'hemifacial_spasm',
    sessions: Array.from({ length: 7 }, (_, index) => cycle(index, { weeks: 16, lasted: 14.8, rated: 73.7 })),
  },
  {
    name: 'chronic migraine, nine cycles, 22.0 headache days less 9.2 to 10.7 (PMC5799088)',
    indication: 'chronic_migraine',
    sessions: Array.from({ length: 9 }, (_, index) =>
      cycle(index, { weeks: 12, measured: ['mhd', 22, 22 - Math.min(10.7, 9.2 + 0.3 * index)] }),
    ),
  },
];

interface CycleOf {
  /** From this session to the next. */
  readonly weeks: number;
  readonly lasted?: number;
  /** Improvement, percent. */
  readonly rated?: number;
  /** The scale, its value at the first start, and that at the peak. */
  readonly measured?: readonly [string, number, number];
}

function cycle(index: number, { weeks, lasted, rated, measured }: CycleOf): TreatedSession {
  const performedOn = addDays(FIRST_DAY, Math.round(7 * weeks * index));
  const measurements: Measurement[] = measured
    ? [
        { scale: measured[0], phase: 'cycle-start', value: measured[1] },
        { scale: measured[0], phase: 'peak', value: measured[2] },
      ]
    : [];
  return {
    sessionId: `${daysBetween(FIRST_DAY, performedOn)}`,
    performedOn,
    dose: doseOf('ona', 100),
    response: {
      improvementPct: rated,
      measurements,
      woreOffOn: lasted === undefined ? undefined : addDays(performedOn, Math.round(7 * lasted)),
    },
  };
}
