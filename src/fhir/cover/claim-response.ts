import type { ClaimResponse, Extension } from 'fhir/r4';
import type { PlainDate } from '../../clinical/calendar';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import { PRODUCTS } from '../../clinical/catalogue/products';
import type { ToxinProduct } from '../../clinical/units';
import { slugWords } from '../../clinical/words';
import { ownConcept, ownSystem } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { momentIn, referenceTo, tokenOf } from '../search/search-parameter';
import { COVERAGE_ID, PAYER_WITHIN, payerWithin } from './payer';

export interface AuthorizationRow extends ResourceRow {
  readonly patientId: string;
  readonly coverageId: string;
  readonly payer: string;
  readonly product: ToxinProduct;
  readonly indication: IndicationSlug | null;
  readonly number: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly billingUnitsApproved: number | null;
  readonly sessionsApproved: number | null;
  readonly note: string | null;
  readonly version: number;
  readonly createdAt: Date;
}

export const CLAIM_RESPONSE: ResourceKind<ClaimResponse, AuthorizationRow> = {
  type: 'ClaimResponse',
  what: 'A payer’s consent to treat: its number, its days, and how much',
  permission: 'course.read',
  subject: 'prior_authorization',
  ids: 'uuid',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Whose treatment is covered'),
    coverage: referenceTo('Coverage', 'r."coverageId"', 'What covers them'),
    identifier: tokenOf('r.number', 'The number that the payer gave', ownSystem('cover')),
    status: tokenOf('r.status', 'active', 'http://hl7.org/fhir/fm-status'),
    created: momentIn('r."createdAt"', 'When it was written down'),
  },
  from: () => `select a.id, a.patient_id as "patientId", ${COVERAGE_ID} as "coverageId", a.payer, a.product, a.indication,
    a.number, a.starts_on as "startsOn", a.ends_on as "endsOn", a.billing_units_approved as "billingUnitsApproved",
    a.sessions_approved as "sessionsApproved", a.note, 'active' as status, a.version, a.created_at as "createdAt",
    a.updated_at as "updatedAt"
    from prior_authorization a`,
  resource: authorizationResource,
};

/** What did a payer consent to, and until when? */
export function authorizationResource(row: AuthorizationRow): ClaimResponse {
  const { id, patientId, coverageId, payer, number, startsOn, endsOn, note } = row;
  return {
    resourceType: 'ClaimResponse',
    id,
    meta: { versionId: String(row.version), lastUpdated: row.updatedAt.toISOString() },
    contained: [payerWithin(payer)],
    extension: extensionsOf(row),
    identifier: [{ system: ownSystem('cover'), value: number }],
    status: 'active',
    type: ownConcept('cover', 'prior-authorization'),
    use: 'preauthorization',
    patient: { reference: `Patient/${patientId}` },
    created: row.createdAt.toISOString(),
    insurer: { ...PAYER_WITHIN, display: payer },
    outcome: 'complete',
    preAuthRef: number,
    preAuthPeriod: { start: startsOn, end: endsOn },
    ...(note !== null && { processNote: [{ text: note }] }),
    insurance: [{ sequence: 1, focal: true, coverage: { reference: `Coverage/${coverageId}` } }],
  };
}

/** For what, and how much of it. What is not limited says nothing. */
function extensionsOf(row: AuthorizationRow): Extension[] {
  const { product, indication, billingUnitsApproved, sessionsApproved } = row;
  const url = (name: string): string => `${ownSystem('cover')}:${name}`;
  return [
    {
      url: url('product'),
      valueCoding: { system: ownSystem('product'), code: product, display: PRODUCTS[product].brand },
    },
    ...(indication === null
      ? []
      : [
          {
            url: url('indication'),
            valueCoding: {
              system: ownSystem('indication'),
              code: indication,
              display: slugWords(indication),
            },
          },
        ]),
    ...(billingUnitsApproved === null
      ? []
      : [{ url: url('billing-units-approved'), valueInteger: billingUnitsApproved }]),
    ...(sessionsApproved === null ? [] : [{ url: url('sessions-approved'), valueInteger: sessionsApproved }]),
  ];
}
