import { ageIfKnown, daysBetween, type PlainDate } from '../calendar';
import type { Finding } from '../finding';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';

export const PREGNANCY_ANSWERS = [
  'not-pregnant',
  'pregnant',
  'breast-feeding',
  'not-applicable',
  'declined',
] as const;
export type PregnancyAnswerWord = (typeof PREGNANCY_ANSWERS)[number];

/** What a patient answered when asked about pregnancy. */
export interface PregnancyAnswer {
  readonly askedOn: PlainDate;
  readonly answer: PregnancyAnswerWord;
}

/** Who is asked, and what they answered so far. */
export interface AskedPatient {
  /** Null: not known, so that any age is possible. */
  readonly birthDate: PlainDate | null;
  readonly sex?: string | null;
  /** The later one counts of two of the same day. */
  readonly pregnancyAnswers?: readonly PregnancyAnswer[];
}

/**
 * Must pregnancy be asked about before a session of this day? Everybody of fertile age is asked but men.
 *
 * An answer of the day or of the weeks before it spares the question for that cycle, `not-applicable` for a year. Somebody
 * who is pregnant or breast-feeding has that as a precaution, which asks by itself. A reminder only: the range is ours,
 * and most sessions of a clinic would otherwise ask for a confirmation.
 */
export function pregnancyNote(
  patient: AskedPatient,
  performedOn: PlainDate,
  rules: SessionRuleValues,
): readonly Finding[] {
  if (!isAskedAboutPregnancy(patient, performedOn, rules)) return [];
  const last = answerThen(patient.pregnancyAnswers ?? [], performedOn);
  const days = last ? daysBetween(last.askedOn, performedOn) : Infinity;
  const current = days <= rules['S13.answer.days'];
  if (last?.answer === 'not-pregnant' && current) return [];
  if (last?.answer === 'not-applicable' && days <= rules['S14.again']) return [];
  if (last?.answer === 'declined' && current) {
    return [
      note(`The patient declined to say on ${last.askedOn} whether a pregnancy is possible. Weigh it up.`),
    ];
  }
  return [note('Nothing is recorded on pregnancy. Ask before injecting.')];
}

/** Is a pregnancy possible for all that the record says of age and sex? */
export function isAskedAboutPregnancy(
  { birthDate, sex }: AskedPatient,
  day: PlainDate,
  rules: SessionRuleValues,
): boolean {
  const age = ageIfKnown(birthDate, day);
  const fertile = age === undefined || (age >= rules['S13.fertile.from'] && age <= rules['S13.fertile.to']);
  return fertile && !!sex && sex.toLowerCase() !== 'male';
}

/** The latest answer of this day or earlier. */
function answerThen(answers: readonly PregnancyAnswer[], day: PlainDate): PregnancyAnswer | undefined {
  return answers
    .filter(({ askedOn }) => askedOn <= day)
    .reduce<PregnancyAnswer | undefined>(
      (latest, answer) => (latest && latest.askedOn > answer.askedOn ? latest : answer),
      undefined,
    );
}

function note(message: string): Finding {
  return { code: 'S13', severity: 'note', message, sourceText: sourceText('S13.fertile.to') };
}
