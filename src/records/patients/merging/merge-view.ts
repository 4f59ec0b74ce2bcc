import type { PatientMergeView, PatientRowsView } from './merges.dto';
import type { PatientMerge } from './patient-merge.entity';

export function viewOfMerge({ moved, ...merge }: PatientMerge): PatientMergeView {
  return { ...merge, moved: countsOf(moved) };
}

export function countsOf(rows: PatientMerge['moved']): PatientRowsView {
  return {
    courses: rows.course.length,
    authorizations: rows.prior_authorization.length,
    coverOverrides: rows.cover_override.length,
    externalDoses: rows.external_dose.length,
    precautions: rows.patient_precaution.length,
    pregnancyAnswers: rows.pregnancy_answer.length,
    lots: rows.lot.length,
  };
}
