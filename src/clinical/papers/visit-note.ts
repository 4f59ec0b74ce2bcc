import { unitsText } from '../doses/dose-cap';
import type { PlainDate } from '../calendar';
import { dayText } from '../due/due-text';
import type { ToxinProduct } from '../units';
import {
  diagnosisLine,
  eventLine,
  nextLines,
  responseLine,
  type PaperCourse,
  type PaperEvent,
  type PaperTreatment,
} from './course-lines';
import {
  injectionLine,
  missingOfDose,
  productText,
  vialLine,
  type PaperInjection,
  type PaperVial,
} from './dose-lines';
import { paperOf, TAKEN_OVER, type Letterhead, type Paper, type PaperPatient } from './paper';

export interface NotedSession {
  readonly performedOn: PlainDate;
  readonly product: ToxinProduct;
  readonly totalUnits: number;
  readonly injections: readonly PaperInjection[];
  readonly vials: readonly PaperVial[];
  readonly note: string | null;
  readonly injector: string | null;
  /** The name as signed and the moment: "26 Nov 2026, 14:30". */
  readonly signed: { readonly by: string; readonly at: string } | null;
  /** From another record: it is not signed here, and is no draft. */
  readonly takenOver: boolean;
  readonly amendReason: string | null;
  /** Another version counts since. */
  readonly isReplaced: boolean;
  readonly continues: Pick<NotedSession, 'performedOn' | 'totalUnits'> | null;
  /** What completed it or touched it up. */
  readonly parts: readonly Pick<NotedSession, 'performedOn' | 'totalUnits'>[];
}

export interface VisitNoteFacts {
  readonly clinic: Letterhead;
  readonly patient: PaperPatient;
  readonly course: PaperCourse;
  readonly session: NotedSession;
  /** The treatment before this one. */
  readonly before: PaperTreatment | undefined;
  /** Side effects of the treatment before. */
  readonly eventsBefore: readonly PaperEvent[];
  /** The next day follows from the latest session alone. */
  readonly isLatest: boolean;
}

/** The note of one visit, from the record and nothing else: short enough to be read, whole enough to be billed and continued from. */
export function visitNote(facts: VisitNoteFacts): Paper {
  const { clinic, patient, course, session, before, eventsBefore, isLatest } = facts;
  const { product, injections, vials, signed, takenOver, injector, note } = session;
  return paperOf({
    title: `Visit of ${dayText(session.performedOn)}: botulinum toxin injection`,
    draft: signed === null && !takenOver,
    clinic,
    patient,
    parts: [
      { heading: 'Version', lines: versionLines(session) },
      { heading: 'Diagnosis', lines: [diagnosisLine(course)] },
      {
        heading: 'Since the last session',
        lines: before
          ? [responseLine(before), ...eventsBefore.map((event) => `Side effect: ${eventLine(event)}`)]
          : ['No earlier session of this course is on record.'],
      },
      {
        heading: 'Injected',
        lines: [
          `${productText(product)}, ${unitsText(product, session.totalUnits)} in all.`,
          ...injections.map((injection) => injectionLine(injection, product)),
          ...partLines(session),
        ],
      },
      { heading: 'Vials', lines: vials.map((vial) => vialLine(vial, product)) },
      { heading: 'Note', lines: note?.trim() ? [note.trim()] : [] },
      { heading: 'Next session', lines: isLatest ? nextLines(course) : [] },
      {
        heading: 'Signature',
        lines: [
          injector && `Injected by ${injector}.`,
          signed ? `Signed by ${signed.by}, ${signed.at}.` : takenOver ? TAKEN_OVER : 'DRAFT: not signed.',
        ].filter((line): line is string => !!line),
      },
    ],
    missing: [
      ...missingOfDose(injections, vials, product),
      course.diagnosisCode === null ? 'diagnosis code' : '',
      clinic.name === null ? 'name of the clinic' : '',
    ].filter(Boolean),
  });
}

function versionLines({ isReplaced, amendReason }: NotedSession): string[] {
  return [
    isReplaced && 'NOT CURRENT: this version was amended since, another one counts.',
    amendReason && `Amended: ${amendReason}`,
  ].filter((line): line is string => !!line);
}

function partLines({ product, totalUnits, continues, parts }: NotedSession): string[] {
  const said = ({ performedOn, totalUnits: units }: NotedSession['parts'][number]): string =>
    `${dayText(performedOn)} (${unitsText(product, units)})`;
  if (continues) {
    const both = unitsText(product, totalUnits + continues.totalUnits);
    return [`It continues the session of ${said(continues)}: one treatment, with it ${both}.`];
  }
  if (parts.length === 0) return [];
  const all = parts.reduce((sum, part) => sum + part.totalUnits, totalUnits);
  return [`Continued on ${parts.map(said).join(', ')}: one treatment of ${unitsText(product, all)}.`];
}
