import { In, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { holdsOn, type DatedPrecaution } from '../../clinical/precautions/dated-precaution';
import type { PregnancyAnswer } from '../../clinical/precautions/pregnancy';
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

/** What a session is judged by; who said so and what was noted stays here. */
export function datedPrecaution({
  code,
  startedOn,
  endedOn,
  askedOn,
  value,
  createdAt,
}: PrecautionRow): DatedPrecaution {
  return { code, startedOn, endedOn, askedOn, value, recordedAt: createdAt.toISOString() };
}

export function pregnancyAnswer({ askedOn, answer }: PregnancyAnswerRow): PregnancyAnswer {
  return { askedOn, answer };
}

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
