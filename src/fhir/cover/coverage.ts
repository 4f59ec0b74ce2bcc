import type { Coverage } from 'fhir/r4';
import type { PlainDate } from '../../clinical/calendar';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { referenceTo, startOf, tokenOf } from '../search/search-parameter';
import { COVERAGE_ID, PAYER_WITHIN, payerWithin } from './payer';

export interface CoverageRow extends ResourceRow {
  readonly patientId: string;
  readonly payer: string;
  readonly status: 'active';
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

export const COVERAGE: ResourceKind<Coverage, CoverageRow> = {
  type: 'Coverage',
  what: 'That a payer has authorized treatment of a patient; plan and member number are not recorded here',
  permission: 'course.read',
  subject: 'prior_authorization',
  ids: 'uuid',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Who is covered'),
    beneficiary: referenceTo('Patient', 'r."patientId"', 'Who is covered'),
    payor: startOf(['r.payer'], 'The name of the payer, from its start'),
    status: tokenOf('r.status', 'active', 'http://hl7.org/fhir/fm-status'),
  },
  from: () => `select ${COVERAGE_ID} as id, a.patient_id as "patientId", a.payer, 'active' as status,
    min(a.starts_on) as "startsOn", max(a.ends_on) as "endsOn", max(a.updated_at) as "updatedAt"
    from prior_authorization a group by a.patient_id, a.payer`,
  resource: coverageResource,
};

/** Who pays for this patient, and from when to when has it been said so? */
export function coverageResource({
  id,
  patientId,
  payer,
  startsOn,
  endsOn,
  updatedAt,
}: CoverageRow): Coverage {
  return {
    resourceType: 'Coverage',
    id,
    meta: { lastUpdated: updatedAt.toISOString() },
    contained: [payerWithin(payer)],
    status: 'active',
    beneficiary: { reference: `Patient/${patientId}` },
    period: { start: startsOn, end: endsOn },
    payor: [{ ...PAYER_WITHIN, display: payer }],
  };
}
