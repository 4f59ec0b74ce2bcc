import type { Condition, Extension } from 'fhir/r4';
import { isCauseCode } from '../../clinical/catalogue/codes/code-pairs';
import type { CourseSide, Etiology, IndicationSlug } from '../../clinical/catalogue/indications';
import { ICD_10_CM, isSourced, ownConcept, ownSystem, sourced } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { momentIn, referenceTo, tokenOf } from '../search/search-parameter';

export interface ConditionRow extends ResourceRow {
  readonly patientId: string;
  readonly indication: IndicationSlug;
  readonly side: CourseSide | null;
  readonly etiology: Etiology | null;
  readonly diagnosisCode: string | null;
  readonly secondDiagnosisCode: string | null;
  readonly status: 'active' | 'inactive';
  readonly version: number;
  readonly createdAt: Date;
}

export const CONDITION: ResourceKind<Condition, ConditionRow> = {
  type: 'Condition',
  what: 'What a course treats',
  permission: 'course.read',
  subject: 'course',
  ids: 'uuid',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Who has it'),
    subject: referenceTo('Patient', 'r."patientId"', 'Who has it'),
    code: tokenOf('r.indication', 'What is treated, in our words', ownSystem('indication')),
    'clinical-status': tokenOf(
      'r.status',
      'active, or inactive once the course has ended',
      sourced('active').system,
    ),
    'recorded-date': momentIn('r."createdAt"', 'When it was recorded'),
  },
  from: () => `select id, patient_id as "patientId", indication, side, etiology, diagnosis_code as "diagnosisCode",
    second_diagnosis_code as "secondDiagnosisCode",
    case when ended_on is null then 'active' else 'inactive' end as status, version,
    created_at as "createdAt", updated_at as "updatedAt" from course`,
  resource: conditionResource,
};

/** What is treated? Our own word, and the diagnosis code that the clinic chose. */
export function conditionResource(row: ConditionRow): Condition {
  const { id, patientId, indication, side, etiology, diagnosisCode, secondDiagnosisCode, status } = row;
  const diagnosis = diagnosisCode === null ? [] : [{ system: ICD_10_CM, code: diagnosisCode }];
  const extension = [
    ...(etiology === null ? [] : [{ url: `${ownSystem('course')}:cause`, valueCode: etiology }]),
    ...(secondDiagnosisCode === null ? [] : [besideCode(secondDiagnosisCode)]),
  ];
  return {
    resourceType: 'Condition',
    id,
    meta: { versionId: String(row.version), lastUpdated: row.updatedAt.toISOString() },
    ...(extension.length > 0 && { extension }),
    clinicalStatus: { coding: [sourced(status)] },
    category: [{ coding: [sourced('problem')] }],
    code: ownConcept('indication', indication, ...diagnosis),
    ...(side !== null && {
      bodySite: [ownConcept('side', side, ...(isSourced(side) ? [sourced(side)] : []))],
    }),
    subject: { reference: `Patient/${patientId}` },
    recordedDate: row.createdAt.toISOString(),
  };
}

/** Two codes are two concepts: the second is what the condition is due to, or what came of it. */
function besideCode(code: string): Extension {
  const relation = isCauseCode(code) ? 'dueTo' : 'outcome';
  return {
    url: `http://hl7.org/fhir/StructureDefinition/condition-${relation}`,
    valueCodeableConcept: { coding: [{ system: ICD_10_CM, code }] },
  };
}
