import { unitsText } from '../doses/dose-cap';
import type { PlainDate } from '../calendar';
import { PRODUCTS } from '../catalogue/products';
import { dayText } from '../due/due-text';
import { counted } from '../words';
import {
  diagnosisLine,
  eventLine,
  nextLines,
  responseLine,
  type PaperCourse,
  type PaperEvent,
  type PaperTreatment,
} from './course-lines';
import { injectionLine, productText, type PaperInjection } from './dose-lines';
import { patientLine, paperOf, type Letterhead, type Paper, type PaperPatient } from './paper';

export interface ReferralLetterFacts {
  readonly clinic: Letterhead;
  readonly patient: PaperPatient;
  readonly referrer: { readonly name: string | null; readonly address: string | null };
  readonly course: PaperCourse;
  /** In the order of the days. */
  readonly treatments: readonly PaperTreatment[];
  /** Of the latest treatment, with its parts. */
  readonly injections: readonly PaperInjection[];
  readonly isLatestSigned: boolean;
  /** The latest first. */
  readonly events: readonly PaperEvent[];
  readonly today: PlainDate;
  /** The name as signed of whoever writes. */
  readonly signature: string | null;
}

/** So many side effects are told; that there were more is said. */
const TOLD_EVENTS = 5;

/** The letter to the doctor who sent the patient: what is treated, with what, what came of it, what comes next. */
export function referralLetter(facts: ReferralLetterFacts): Paper {
  const { clinic, patient, referrer, course, treatments, injections, events, today, signature } = facts;
  const latest = treatments.at(-1);
  const before = treatments.findLast(({ response }, i) => response && i < treatments.length - 1);
  return paperOf({
    title: `Botulinum toxin treatment: ${patientLine(patient)}`,
    draft: latest !== undefined && !facts.isLatestSigned,
    clinic,
    patient,
    parts: [
      {
        heading: 'To',
        lines: [referrer.name, ...(referrer.address?.split('\n') ?? [])].filter(
          (line): line is string => !!line,
        ),
      },
      { heading: 'Date', lines: [dayText(today)] },
      { heading: 'Diagnosis', lines: [diagnosisLine(course)] },
      { heading: 'Treatment', lines: treatmentLines(treatments, course) },
      {
        heading: 'Latest session',
        lines: latest
          ? [
              `${dayText(latest.performedOn)}: ${unitsText(latest.product, latest.totalUnits)} in all.`,
              ...injections.map((injection) => injectionLine(injection, latest.product)),
            ]
          : [],
      },
      {
        heading: 'Response',
        lines: [before, latest].filter((told) => told !== undefined).map(responseLine),
      },
      {
        heading: 'Side effects',
        lines:
          latest === undefined
            ? []
            : events.length === 0
              ? ['None on record.']
              : [
                  ...events.slice(0, TOLD_EVENTS).map(eventLine),
                  ...(events.length > TOLD_EVENTS
                    ? [`${counted(events.length - TOLD_EVENTS, 'earlier one')}.`]
                    : []),
                ],
      },
      { heading: 'Next session', lines: nextLines(course) },
      { heading: 'Signature', lines: signature ? [signature] : [] },
    ],
    missing: [
      referrer.name === null ? 'referring doctor' : '',
      course.diagnosisCode === null ? 'diagnosis code' : '',
      clinic.name === null ? 'name of the clinic' : '',
    ].filter(Boolean),
  });
}

/** How often, since when, with what; of several products that their units do not compare. */
function treatmentLines(treatments: readonly PaperTreatment[], course: PaperCourse): string[] {
  const [first, last] = [treatments[0], treatments.at(-1)];
  if (!first || !last) return [`No session yet; planned with ${productText(course.plannedProduct)}.`];
  const stretches = treatments.filter(({ product }, i) => product !== treatments[i - 1]?.product);
  const plan = course.plannedProduct === last.product || course.endedOn || course.deceasedOn;
  return [
    `${counted(treatments.length, 'session')} since ${dayText(first.performedOn)}.`,
    `${stretches.map(({ product, performedOn }) => `${productText(product)} from ${dayText(performedOn)}`).join(', ')}.`,
    plan ? '' : `The next session is planned with ${productText(course.plannedProduct)}.`,
    stretches.length > 1 || !plan || PRODUCTS[last.product].serotype === 'B'
      ? 'Units of one product cannot be compared with or converted into units of another.'
      : '',
  ].filter(Boolean);
}
