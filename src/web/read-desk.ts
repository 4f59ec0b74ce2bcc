import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../clinical/calendar';
import type { Clinic } from '../platform/clinic';
import { lastAskedOn } from '../records/patient-answers/waiting-answer.query';
import {
  appointmentsOfPatient,
  contactsOfPatient,
  type PatientAppointment,
  type PatientContact,
} from '../records/scheduling/patient-desk.query';
import type { CallRowView } from '../worklist/calling/calls.dto';
import { callRows } from '../worklist/calling/calls.query';

/** What the desk does for this patient, and has done. */
export interface Desk {
  /** Absent where no course is open. */
  readonly row?: CallRowView;
  readonly asked: ReadonlyMap<string, PlainDate>;
  readonly appointments: readonly PatientAppointment[];
  readonly contacts: readonly PatientContact[];
}

export async function deskOf(db: EntityManager, patientId: string, clinic: Clinic): Promise<Desk> {
  const day = { asOf: clinic.today, clinic };
  const [row] = await callRows(db, { patientId }, day, { limit: 1 });
  const courses = row ? row.courses.map(({ courseId }) => courseId) : [];
  return {
    row,
    asked: await lastAskedOn(db, courses),
    appointments: await appointmentsOfPatient(db, patientId),
    contacts: await contactsOfPatient(db, patientId),
  };
}
