import type { ClinicNow } from '../../platform/clinic';
import type { Patient } from '../../records/patients/patient.entity';
import type { Taking } from '../taking/outcome';
import type { ToldAppointment } from './reading/read-appointment';

/** What a message tells of an appointment, and of whom, locked. */
export interface Told {
  readonly told: ToldAppointment;
  readonly patient: Patient;
  readonly taking: Taking;
  readonly clinicNow: ClinicNow;
}
