import { Not, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { PRECAUTIONS, precautionOf } from '../../clinical/precautions/precaution-rows';
import { malformed, Problem } from '../../platform/http/problem';
import type { Patient } from '../patients/patient.entity';
import { PrecautionRow } from './precaution.entity';

type Judged = Pick<
  PrecautionRow,
  'id' | 'patientId' | 'code' | 'startedOn' | 'endedOn' | 'askedOn' | 'value'
>;

/** @throws Problem 400 on days or a value that cannot be, 409 when the same is on record for these days. */
export async function refuseUnfit(
  tx: EntityManager,
  row: Judged,
  patient: Patient,
  today: PlainDate,
): Promise<void> {
  const { startedOn, endedOn, askedOn } = row;
  if (startedOn) refuseDay('startedOn', startedOn, patient, today);
  refuseDay('askedOn', askedOn, patient, today);
  const first = startedOn ?? patient.birthDate;
  if (endedOn && first && endedOn < first) {
    const before = startedOn ? `startedOn (${startedOn})` : 'the birth date';
    throw malformed('/endedOn', 'order', `endedOn lies before ${before}`);
  }
  refuseUnfitValue(row);
  await refuseTwice(tx, row);
}

export function refuseDay(
  field: 'startedOn' | 'askedOn',
  day: PlainDate,
  { birthDate }: Patient,
  today: PlainDate,
): void {
  if (day > today) throw malformed(`/${field}`, 'future', `${field} lies in the future (today is ${today})`);
  if (birthDate && day < birthDate)
    throw malformed(`/${field}`, 'before-birth', `${field} lies before the birth date`);
}

function refuseUnfitValue({ code, value, startedOn }: Judged): void {
  const known = precautionOf(code);
  const measured = known && PRECAUTIONS[known].measured;
  if (!measured) {
    if (value === null) return;
    throw malformed(
      '/value',
      'not-measured',
      `${code} has no value: leave it out; an INR is recorded as inr`,
    );
  }
  if (value === null) {
    if (!measured.required) return;
    throw malformed('/value', 'value-missing', `${code} needs its value, as 2.4`);
  }
  const { min, max } = measured;
  if (value < min || value > max)
    throw malformed('/value', 'range', `${code} lies between ${min} and ${max}: check the value`);
  if (!startedOn)
    throw malformed('/startedOn', 'day-missing', `${code} needs startedOn, the day it was measured`);
}

async function refuseTwice(tx: EntityManager, row: Judged): Promise<void> {
  const others = await tx.findBy(PrecautionRow, {
    patientId: row.patientId,
    code: row.code,
    id: Not(row.id),
  });
  const other = others.find(
    row.value === null ? (known) => overlap(known, row) : (known) => known.startedOn === row.startedOn,
  );
  if (!other) return;
  const from = other.startedOn ? `from ${other.startedOn}` : 'since an unknown day';
  throw new Problem(
    'conflict',
    `${row.code} is on record already (${from}, id ${other.id}): change or end that entry.`,
  );
}

function overlap(
  a: Pick<Judged, 'startedOn' | 'endedOn'>,
  b: Pick<Judged, 'startedOn' | 'endedOn'>,
): boolean {
  const beginsBeforeEnd = (one: typeof a, other: typeof a): boolean =>
    !one.startedOn || !other.endedOn || one.startedOn < other.endedOn;
  return beginsBeforeEnd(a, b) && beginsBeforeEnd(b, a);
}
