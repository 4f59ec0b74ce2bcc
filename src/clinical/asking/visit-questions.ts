import { daysBetween, type PlainDate } from '../calendar';
import { openPregnancyNote, precautionReminders } from '../precautions/precaution-findings';
import type { DatedPrecaution } from '../precautions/dated-precaution';
import type { AskedPatient } from '../precautions/pregnancy';
import type { RuleValues } from '../rules';

export const VISIT_QUESTIONS = ['patient-answer', 'size', 'length', 'pregnancy', 'precaution'] as const;
export type VisitQuestionCode = (typeof VISIT_QUESTIONS)[number];

/** What is to be asked or settled at a visit, in a clinician's words. */
export interface VisitQuestion {
  readonly code: VisitQuestionCode;
  readonly text: string;
}

/** What is known of the session before the visit. */
export interface SessionBefore {
  readonly performedOn: PlainDate;
  /** A rating, or a scale taken at the peak. */
  readonly sizeKnown: boolean;
  readonly woreOffOn: PlainDate | null;
  /** The latest day on which it was said to work still. */
  readonly stillEffectiveOn: PlainDate | null;
  /** What the patient said of it, and no neurologist has confirmed. */
  readonly answersWaiting: number;
}

export interface VisitFacts {
  readonly patient: AskedPatient & { readonly precautions: readonly DatedPrecaution[] };
  /** Absent before the first session. */
  readonly before?: SessionBefore;
}

/**
 * What is to be asked at a visit of this day?
 *
 * The patient's own words first, which answer the rest in one tap; then how much the last session helped and how long,
 * once its effect is old enough to be scored (`S22.peak.scored.from`): that it still worked on an earlier day does not
 * say whether it does now. Then pregnancy, and what was last asked too long ago.
 */
export function visitQuestions(
  { patient, before }: VisitFacts,
  day: PlainDate,
  rules: RuleValues,
): readonly VisitQuestion[] {
  return [
    ...(before ? responseQuestions(before, day, rules) : []),
    ...openPregnancyNote(patient, day, rules).map(({ message }) => question('pregnancy', message)),
    ...precautionReminders(patient.precautions, day, rules).map(({ message }) =>
      question('precaution', message),
    ),
  ];
}

function responseQuestions(before: SessionBefore, day: PlainDate, rules: RuleValues): VisitQuestion[] {
  const { performedOn, sizeKnown, woreOffOn, stillEffectiveOn, answersWaiting } = before;
  const old = daysBetween(performedOn, day) >= rules['S22.peak.scored.from'];
  const saidToday = stillEffectiveOn !== null && stillEffectiveOn >= day;
  return [
    ...(answersWaiting > 0
      ? [question('patient-answer', 'The patient has answered: confirm it or correct it.')]
      : []),
    ...(old && !sizeKnown ? [question('size', 'How much better was it at its best?')] : []),
    ...(old && woreOffOn === null && !saidToday
      ? [question('length', 'On which day did it wear off, or is it still working?')]
      : []),
  ];
}

function question(code: VisitQuestionCode, text: string): VisitQuestion {
  return { code, text };
}
