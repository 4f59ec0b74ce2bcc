import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { createUser } from '../platform/users/create-user';
import { AdverseEvent } from '../records/adverse-events/adverse-event.entity';
import { AlertAnswer } from '../records/adverse-events/alert-answer.entity';
import { PriorAuthorization } from '../records/authorizations/authorization.entity';
import { CoverOverride } from '../records/authorizations/cover-override.entity';
import { Payer } from '../records/payers/payer.entity';
import { ClinicSetting } from '../platform/clinic-setting.entity';
import { Course } from '../records/courses/course.entity';
import { Hold } from '../records/courses/hold.entity';
import { PatientAnswerRow } from '../records/patient-answers/patient-answer.entity';
import { Patient } from '../records/patients/patient.entity';
import { PrecautionRow } from '../records/precautions/precaution.entity';
import { PregnancyAnswerRow } from '../records/precautions/pregnancy-answer.entity';
import { MeasurementRow } from '../records/responses/measurement.entity';
import { Response } from '../records/responses/response.entity';
import { Appointment } from '../records/scheduling/appointment.entity';
import { Contact } from '../records/scheduling/contact.entity';
import { Injection } from '../records/sessions/injection.entity';
import { Session } from '../records/sessions/session.entity';
import { SessionVial } from '../records/sessions/vial.entity';
import { Lot } from '../records/supply/lot.entity';
import { StockVial } from '../records/supply/stock-vial.entity';
import { VialMovement } from '../records/supply/vial-movement.entity';
import { recordPastReviews } from './rows/past-reviews';
import type { DemoClinic, SessionRows } from './rows/rows';

/** Writes the demo clinic into an empty database. What is derived from it is not made here. */
export async function fillClinic(tx: EntityManager, clinic: DemoClinic, password: string): Promise<void> {
  for (const user of clinic.users) await createUser(tx, { ...user, password });
  await tx.update(
    ClinicSetting,
    { id: true },
    { ...DEMO_CLINIC, closedDays: [...clinic.closedDays], version: 2 },
  );
  await insertAll(tx, Patient, clinic.patients);
  await insertAll(tx, PrecautionRow, clinic.precautions);
  await insertAll(tx, PregnancyAnswerRow, clinic.pregnancyAnswers);
  await insertAll(tx, Course, clinic.courses);
  await insertAll(tx, Hold, clinic.holds);
  await insertAll(tx, PriorAuthorization, clinic.authorizations);
  await insertAll(tx, CoverOverride, clinic.coverOverrides);
  await insertAll(tx, Payer, clinic.payers);
  await insertSessions(
    tx,
    clinic.sessions.filter((rows) => !isAmendment(rows)),
  );
  await insertSessions(tx, clinic.sessions.filter(isAmendment));
  await insertAll(tx, PatientAnswerRow, clinic.patientAnswers);
  await insertAll(
    tx,
    Response,
    clinic.responses.map(({ response }) => response),
  );
  await insertAll(
    tx,
    MeasurementRow,
    clinic.responses.flatMap(({ measurements }) => measurements),
  );
  await insertAll(tx, AdverseEvent, clinic.adverseEvents);
  await insertAll(tx, AlertAnswer, clinic.alertAnswers);
  await recordPastReviews(tx, clinic.reviews);
  await insertAll(tx, Appointment, clinic.appointments);
  await insertAll(tx, Contact, clinic.contacts);
  await insertAll(tx, Lot, clinic.stock.lots);
  await insertAll(tx, StockVial, clinic.stock.vials);
  await insertAll(tx, VialMovement, clinic.stock.movements);
}

/** What its papers bear. */
const DEMO_CLINIC = {
  name: 'Harborview Movement Clinic (demo)',
  address: '200 Example Avenue\nNew York, NY 10001',
  phone: '+1 212 555 0199',
};

function isAmendment({ session }: SessionRows): boolean {
  return session.replacesId !== null;
}

/** Unsigned first: the rows of a signed session cannot be added to. */
async function insertSessions(tx: EntityManager, sessions: readonly SessionRows[]): Promise<void> {
  await insertAll(
    tx,
    Session,
    sessions.map(({ session }) => ({ ...session, ...AS_ENTERED })),
  );
  await insertAll(
    tx,
    Injection,
    sessions.flatMap(({ injections }) => injections),
  );
  await insertAll(
    tx,
    SessionVial,
    sessions.flatMap(({ vials }) => vials),
  );
  await tx.query(TO_LAST_STATE, [JSON.stringify(sessions.map(({ session }) => session))]);
}

const AS_ENTERED = {
  signedAt: null,
  signedBy: null,
  signedVersion: null,
  replacedAt: null,
  voidedAt: null,
  voidedBy: null,
  voidReason: null,
  version: 1,
};

const TO_LAST_STATE = `
update injection_session s
set signed_at = m."signedAt", signed_by = m."signedBy", signed_version = m."signedVersion", replaced_at = m."replacedAt", voided_at = m."voidedAt",
  voided_by = m."voidedBy", void_reason = m."voidReason", version = m.version
from jsonb_to_recordset($1::jsonb) as m (id uuid, "signedAt" timestamptz, "signedBy" uuid, "signedVersion" integer, "replacedAt" timestamptz,
  "voidedAt" timestamptz, "voidedBy" uuid, "voidReason" text, version integer)
where s.id = m.id and m."signedAt" is not null`;

/** A statement holds 65,535 values at most. */
const ROWS_AT_ONCE = 1000;

async function insertAll<E extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<E>,
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE) as QueryDeepPartialEntity<E>[];
    await tx.createQueryBuilder().insert().into(entity).values(some).updateEntity(false).execute();
  }
}
