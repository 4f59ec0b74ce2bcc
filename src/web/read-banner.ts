import type { EntityManager } from 'typeorm';
import type { Clinic } from '../platform/clinic';
import { findOrRefuse } from '../platform/database/change-row';
import type { SignedIn } from '../platform/http/by.decorator';
import { may } from '../platform/permissions';
import { patientCareOf } from '../records/patients/care/patient-care.query';
import { Patient } from '../records/patients/patient.entity';
import type { PatientBannerProps } from './parts/patient/patient-banner';

/** What the banner of a page about this patient tells whoever looks at it. */
export async function bannerOf(
  db: EntityManager,
  patientId: string,
  clinic: Clinic,
  { role }: SignedIn,
): Promise<PatientBannerProps> {
  const patient = await findOrRefuse(db, Patient, patientId, 'patient');
  const care = may(role, 'session.read') ? await patientCareOf(db, patient, clinic.today) : undefined;
  return { patient, clinic, care };
}
