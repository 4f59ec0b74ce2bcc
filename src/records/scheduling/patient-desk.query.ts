import type { EntityManager } from 'typeorm';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import type { Appointment } from './appointment.entity';
import type { Contact } from './contact.entity';

interface OfCourse {
  readonly indication: IndicationSlug;
  readonly side: string | null;
}

export type PatientAppointment = OfCourse &
  Pick<Appointment, 'id' | 'startsAt' | 'status' | 'note' | 'cancelReason'>;
export type PatientContact = OfCourse & Pick<Contact, 'id' | 'at' | 'channel' | 'outcome' | 'note'>;

/** Enough for some fifteen years of one patient. */
const MOST = 200;

/** Every appointment of a patient, of whichever course, the latest first. */
export function appointmentsOfPatient(db: EntityManager, patientId: string): Promise<PatientAppointment[]> {
  return db.query(
    `select x.id, x.starts_at as "startsAt", x.status, x.note, x.cancel_reason as "cancelReason", c.indication, c.side
     from appointment x join course c on c.id = x.course_id
     where c.patient_id = $1 order by x.starts_at desc, x.id limit ${MOST}`,
    [patientId],
  );
}

/** Every call and message, of whichever course, the latest first. */
export function contactsOfPatient(db: EntityManager, patientId: string): Promise<PatientContact[]> {
  return db.query(
    `select k.id, k.at, k.channel, k.outcome, k.note, c.indication, c.side
     from contact k join course c on c.id = k.course_id
     where c.patient_id = $1 order by k.at desc, k.id limit ${MOST}`,
    [patientId],
  );
}
