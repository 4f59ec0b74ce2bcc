import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { holdsOn } from '../../clinical/precautions/dated-precaution';
import { PRECAUTIONS, type PrecautionCode } from '../../clinical/precautions/precaution-rows';
import type { PregnancyAnswer } from '../../clinical/precautions/pregnancy';
import { malformed } from '../../platform/http/problem';
import { Patient } from '../patients/patient.entity';
import { precautionsOf, pregnancyAnswersOf } from './precaution.query';
import { PrecautionRow } from './precaution.entity';

/** The list of a patient holds what is in force: whoever read an older one shall not end what came since. */
export async function touchPatient(tx: EntityManager, patientId: string): Promise<void> {
  await tx.increment(Patient, { id: patientId }, 'version', 1);
}

/**
 * Makes a list of codes what is in force today: what is missing begins, what is not named ends. A code that was never on
 * record begins at an unknown day, one that had ended begins today.
 *
 * @throws Problem 400 on a measured one without its value.
 */
export async function putInForce(
  tx: EntityManager,
  patientId: string,
  codes: readonly PrecautionCode[],
  today: PlainDate,
): Promise<void> {
  const rows = await precautionsOf(tx, patientId);
  const inForce = rows.filter((row) => holdsOn(row, today));
  for (const [index, code] of codes.entries()) {
    if (inForce.some((row) => row.code === code)) continue;
    refuseWithoutValue(code, `/precautions/${index}`);
    const before = rows.some((row) => row.code === code);
    await beginPrecaution(tx, { patientId, code, startedOn: before ? today : null, askedOn: today });
  }
  for (const row of inForce) {
    if (!codes.some((code) => code === row.code)) await endPrecaution(tx, row, today);
  }
}

/**
 * What a patient answers about pregnancy is a precaution from that day on, or ends one. Of an answer that is entered late
 * what was said or recorded after it stands.
 *
 * @returns whether anything began or ended.
 */
export async function applyAnswer(
  tx: EntityManager,
  patientId: string,
  { answer, askedOn }: PregnancyAnswer,
): Promise<boolean> {
  const rows = await precautionsOf(tx, patientId);
  const open = (code: PrecautionCode) => rows.filter((row) => row.code === code && holdsOn(row, askedOn));
  const ended = (ENDS[answer] ?? []).flatMap(open).filter((row) => row.askedOn <= askedOn);
  for (const row of ended) await endPrecaution(tx, row, askedOn);
  const begins = BEGINS[answer];
  if (!begins) return ended.length > 0;
  const [known] = open(begins);
  if (!known) {
    const said = await pregnancyAnswersOf(tx, patientId);
    const after = [
      ...said.flatMap((later) => (ENDS[later.answer]?.includes(begins) ? [later.askedOn] : [])),
      ...rows.flatMap((row) => (row.code === begins && row.startedOn ? [row.startedOn] : [])),
    ].filter((day) => day > askedOn);
    const endedOn = after.toSorted()[0] ?? null;
    const row = { patientId, code: begins, startedOn: askedOn, endedOn, askedOn, source: 'patient' };
    await beginPrecaution(tx, row);
  } else if (known.askedOn < askedOn) {
    await tx.update(PrecautionRow, { id: known.id }, { askedOn, version: known.version + 1 });
  }
  return true;
}

const BEGINS: Readonly<Partial<Record<PregnancyAnswer['answer'], PrecautionCode>>> = {
  pregnant: 'pregnant',
  'breast-feeding': 'breast_feeding',
};
const ENDS: Readonly<Partial<Record<PregnancyAnswer['answer'], readonly PrecautionCode[]>>> = {
  'not-pregnant': ['pregnant'],
  'breast-feeding': ['pregnant'],
  'not-applicable': ['pregnant', 'breast_feeding'],
};

function refuseWithoutValue(code: PrecautionCode, pointer: string): void {
  if (!PRECAUTIONS[code].measured?.required) return;
  const message = `${code} has a value and a day: POST /api/v1/patients/{id}/precautions with value and startedOn`;
  throw malformed(pointer, 'value-missing', message);
}

function beginPrecaution(
  tx: EntityManager,
  row: Pick<PrecautionRow, 'patientId' | 'startedOn' | 'askedOn'> & {
    readonly code: PrecautionCode;
    readonly endedOn?: PlainDate | null;
    readonly source?: string;
  },
): Promise<unknown> {
  return tx.insert(PrecautionRow, { ...row, id: randomUUID(), version: 1 });
}

function endPrecaution(tx: EntityManager, row: PrecautionRow, on: PlainDate): Promise<unknown> {
  return tx.update(PrecautionRow, { id: row.id }, { endedOn: on, askedOn: on, version: row.version + 1 });
}
