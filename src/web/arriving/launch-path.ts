import type { Role } from '../../platform/actor';
import { may } from '../../platform/permissions';
import type { LaunchedPatient } from '../../records/patients/launched-patient.query';
import { addressWith } from '../filled-query';

/**
 * Where does a launch by an EHR lead?
 *
 * To the course of the patient who is open there, where they have one alone; else to the patient; to the search, which says
 * so, where nobody here has that record number. Whoever may not see it begins where their day does.
 */
export function launchPath(
  role: Role,
  recordNumbers: readonly string[],
  patient: LaunchedPatient | undefined,
): string {
  if (!may(role, 'patient.read')) return '/';
  const [q] = recordNumbers;
  if (q === undefined) return '/patients?launched=unnamed';
  if (patient === undefined) return addressWith('/patients', {}, { q, launched: 'unknown' });
  const [course, another] = patient.courseIds;
  if (course !== undefined && another === undefined && may(role, 'course.read')) return `/courses/${course}`;
  return `/patients/${patient.patientId}`;
}
