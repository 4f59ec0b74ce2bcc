import { In, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { holdsOn, type DatedPrecaution } from '../../clinical/precautions/dated-precaution';
import type { PregnancyAnswer } from '../../clinical/precautions/pregnancy';
import type { Question } from '../../platform/database/read-together';
import { PrecautionRow } from './precaution.entity';
import { PregnancyAnswerRow } from './pregnancy-answer.entity';

/** Everything on a patient's record that asks for care, whenever it held; the earlier first. */
export async function precautionsOf(db: EntityManager, patientId: string): Promise<PrecautionRow[]> {
  return (await precautionsOfEach(db, [patientId])).get(patientId)!;
}

/** The same of several patients, by patient. */
export async function precautionsOfEach(
  db: EntityManager,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, PrecautionRow[]>> {
  const rows = await db.find(PrecautionRow, {
    where: { patientId: In([...patientIds]) },
    order: { startedOn: { direction: 'ASC', nulls: 'FIRST' }, createdAt: 'ASC', id: 'ASC' },
  });
  return byPatient(patientIds, rows);
}

/** What a patient answered about pregnancy, in order. */
export async function pregnancyAnswersOf(
  db: EntityManager,
  patientId: string,
): Promise<PregnancyAnswerRow[]> {
  return (await pregnancyAnswersOfEach(db, [patientId])).get(patientId)!;
}

/** The same of several patients, by patient. */
export async function pregnancyAnswersOfEach(
  db: EntityManager,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, PregnancyAnswerRow[]>> {
  const rows = await db.find(PregnancyAnswerRow, {
    where: { patientId: In([...patientIds]) },
    order: { askedOn: 'ASC', createdAt: 'ASC', id: 'ASC' },
  });
  return byPatient(patientIds, rows);
}

function byPatient<Row extends { readonly patientId: string }>(
  patientIds: readonly string[],
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  const found = new Map(patientIds.map((id): [string, Row[]] => [id, []]));
  for (const row of rows) found.get(row.patientId)!.push(row);
  return found;
}

/** Everything that asks for care with one patient, in the order of `precautionsOf`. */
export const PRECAUTIONS: Question<Omit<DatedPrecaution, 'recordedAt'> & { readonly createdAt: string }> = {
  text: `
select code, started_on as "startedOn", ended_on as "endedOn", asked_on as "askedOn", value, created_at as "createdAt"
from patient_precaution where patient_id = $1
order by started_on nulls first, created_at, id`,
};

/** What one patient answered about pregnancy, in order. */
export const PREGNANCY_ANSWERS: Question<PregnancyAnswer> = {
  text: `select asked_on as "askedOn", answer from pregnancy_answer where patient_id = $1 order by asked_on, created_at, id`,
};

/** The codes in force on a day, each once, by patient. */
export async function codesInForce(
  db: EntityManager,
  patientIds: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.find(PrecautionRow, {
    where: { patientId: In([...patientIds]) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const codes = new Map<string, Set<string>>();
  for (const row of rows.filter((candidate) => holdsOn(candidate, day))) {
    codes.set(row.patientId, (codes.get(row.patientId) ?? new Set()).add(row.code));
  }
  return new Map([...codes].map(([patientId, of]) => [patientId, [...of]]));
}
