import { addDays, type PlainDate } from '../../clinical/calendar';
import { holdsOn } from '../../clinical/precautions/dated-precaution';
import type { PrecautionCode } from '../../clinical/precautions/precaution-rows';
import { isAskedAboutPregnancy } from '../../clinical/precautions/pregnancy';
import type { RuleValues } from '../../clinical/rules';
import type { Person } from '../people';
import { demoId } from '../seeded-random';
import type { PatientRow, PrecautionOfDemo, PregnancyAnswerOfDemo } from './rows';

/** What asks for care: known for longer than the clinic has been, but for a pregnancy that came up since the latest session. */
export function precautionRows(
  { key, precautions }: Person,
  patientId: string,
  latestSession: PlainDate | undefined,
  today: PlainDate,
): PrecautionOfDemo[] {
  const asked = latestSession ?? today;
  return precautions.map((code) => {
    const isNew = code === 'pregnant';
    return {
      id: demoId('precaution', key, code),
      patientId,
      code,
      startedOn: isNew ? addDays(asked, 1) : null,
      endedOn: null,
      askedOn: isNew ? addDays(asked, 1) : asked,
      value: null,
      source: 'patient',
      note: null,
      version: 1,
    };
  });
}

interface Asked {
  readonly person: Person;
  readonly patient: PatientRow;
  readonly precautions: readonly PrecautionOfDemo[];
}

/** Whoever may be pregnant was asked before each session. */
export function pregnancyAnswerRows(
  { person, patient, precautions }: Asked,
  sessionDays: readonly PlainDate[],
  rules: RuleValues,
): PregnancyAnswerOfDemo[] {
  return [...new Set(sessionDays)]
    .toSorted()
    .filter(
      (day) =>
        isAskedAboutPregnancy(patient, day, rules) &&
        !precautions.some((row) => TELLS.has(row.code) && holdsOn(row, day)),
    )
    .map((askedOn, index) => ({
      id: demoId('pregnancy-answer', person.key, String(index)),
      patientId: patient.id,
      askedOn,
      answer: 'not-pregnant',
    }));
}

const TELLS: ReadonlySet<string> = new Set<PrecautionCode>(['pregnant', 'cannot_become_pregnant']);
