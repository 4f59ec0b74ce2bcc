import type { PlainDate } from '../calendar';
import { judgedAt } from '../watch/evidence/peak-window';
import type { RuleValues } from '../rules';

export const ANSWER_CHANNELS = ['telephone', 'tablet', 'in-person'] as const;
export type AnswerChannel = (typeof ANSWER_CHANNELS)[number];

/** `confirmed`: the response says what the patient said. `corrected`: a neurologist recorded it otherwise. */
export const ANSWER_OUTCOMES = ['confirmed', 'corrected'] as const;
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

/** What a patient said of their latest session. Until a neurologist confirms it, nothing is decided by it. */
export interface PatientAnswer {
  readonly answeredOn: PlainDate;
  /** Null: the patient does not know. */
  readonly stillEffective: boolean | null;
  readonly woreOffOn: PlainDate | null;
  readonly helpedPct: number | null;
}

/** The fields of a response that an answer speaks to. */
export interface AnsweredFields {
  readonly woreOffOn?: PlainDate | null;
  readonly stillEffectiveOn?: PlainDate | null;
  readonly improvementPct?: number | null;
  readonly assessedOn?: PlainDate | null;
}

/**
 * What a response takes over when the answer is confirmed as it was given; only fields that change.
 *
 * The length: the latest word counts, and what contradicts it is taken back. How much it helped is taken with the day of
 * the answer, so that one given outside the peak is kept as that; a rating of the peak that is on record stays.
 */
export function takenOver(
  answer: PatientAnswer,
  before: AnsweredFields,
  performedOn: PlainDate,
  rules: RuleValues,
): AnsweredFields {
  return changed({ ...lengthOf(answer, before), ...sizeOf(answer, before, performedOn, rules) }, before);
}

/** Does the response, as it stands, say what the answer says? */
export function outcomeOfAnswer(
  answer: PatientAnswer,
  { before, now }: { readonly before: AnsweredFields; readonly now: AnsweredFields },
  performedOn: PlainDate,
  rules: RuleValues,
): AnswerOutcome {
  const left = changed(takenOver(answer, before, performedOn, rules), now);
  return Object.keys(left).length === 0 ? 'confirmed' : 'corrected';
}

function lengthOf(
  { answeredOn, stillEffective, woreOffOn }: PatientAnswer,
  before: AnsweredFields,
): AnsweredFields {
  if (stillEffective === true) return { stillEffectiveOn: answeredOn, woreOffOn: null };
  if (!woreOffOn) return {};
  const { stillEffectiveOn } = before;
  return {
    woreOffOn,
    ...(stillEffectiveOn && stillEffectiveOn >= woreOffOn && { stillEffectiveOn: null }),
  };
}

function sizeOf(
  { answeredOn, helpedPct }: PatientAnswer,
  before: AnsweredFields,
  performedOn: PlainDate,
  rules: RuleValues,
): AnsweredFields {
  if (helpedPct === null) return {};
  const atPeak = (day: PlainDate | null | undefined): boolean =>
    judgedAt({ performedOn }, day, rules) === 'peak';
  const hasRating = before.improvementPct !== undefined && before.improvementPct !== null;
  if (hasRating && (!atPeak(answeredOn) || !before.assessedOn || atPeak(before.assessedOn))) return {};
  return { improvementPct: helpedPct, assessedOn: answeredOn };
}

function changed(fields: AnsweredFields, before: AnsweredFields): AnsweredFields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => (value ?? null) !== (before[name as keyof AnsweredFields] ?? null),
    ),
  );
}
