import type { Extension, MedicationAdministration } from 'fhir/r4';
import type { PlainDate } from '../../clinical/calendar';
import type { Guidance } from '../../clinical/catalogue/guidance';
import { PRODUCTS } from '../../clinical/catalogue/products';
import type { ToxinProduct } from '../../clinical/units';
import { ownSystem, ownTerm } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { daysIn, referenceTo, tokenOf } from '../search/search-parameter';
import { goneWithItsSession } from './gone-with-its-session';
import { muscleSite, type Place } from './muscle-site';
import { productUnits } from './product-units';

export interface AdministrationRow extends ResourceRow, Place {
  readonly patientId: string;
  readonly courseId: string;
  readonly sessionId: string;
  readonly performedOn: PlainDate;
  readonly injector: string;
  readonly product: ToxinProduct;
  readonly units: number;
  readonly sites: number | null;
  readonly volumeMl: number | null;
  readonly guidance: Guidance | null;
}

export const MEDICATION_ADMINISTRATION: ResourceKind<MedicationAdministration, AdministrationRow> = {
  type: 'MedicationAdministration',
  what: 'What one muscle got on one side in a session that stands, as {session}-{position}',
  permission: 'session.read',
  subject: 'injection_session',
  ids: 'text',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Who got it'),
    subject: referenceTo('Patient', 'r."patientId"', 'Who got it'),
    'part-of': referenceTo('Procedure', 'r."sessionId"', 'The session'),
    'reason-reference': referenceTo('Condition', 'r."courseId"', 'What was treated'),
    'effective-time': daysIn('r."performedOn"', 'r."performedOn"', 'The day of the session'),
    code: tokenOf('r.product', 'The product, in our words', ownSystem('product')),
    status: tokenOf('r.status', 'completed', 'http://terminology.hl7.org/CodeSystem/medication-admin-status'),
  },
  from: () => `select s.root_id || '-' || i.position as id, c.patient_id as "patientId", s.course_id as "courseId",
    s.root_id as "sessionId", s.performed_on as "performedOn", u.display_name as injector, s.product, 'completed' as status,
    i.muscle, i.side, i.units::float8 as units, i.sites, i.volume_ml::float8 as "volumeMl", i.guidance, s.updated_at as "updatedAt"
    from injection i join injection_session s on s.id = i.session_id join course c on c.id = s.course_id
    join app_user u on u.id = s.injector_id
    where s.replaced_at is null and s.voided_at is null`,
  gone: goneWithItsSession,
  resource: administrationResource,
};

/** What did this muscle get? */
export function administrationResource(row: AdministrationRow): MedicationAdministration {
  const { id, patientId, courseId, sessionId, performedOn, injector, product, units } = row;
  const { brand, generic } = PRODUCTS[product];
  const site = muscleSite(row);
  const extension = extensionsOf(row);
  return {
    resourceType: 'MedicationAdministration',
    id,
    meta: { lastUpdated: row.updatedAt.toISOString() },
    ...(extension.length > 0 && { extension }),
    partOf: [{ reference: `Procedure/${sessionId}` }],
    status: 'completed',
    medicationCodeableConcept: ownTerm('product', product, `${brand} (${generic})`),
    subject: { reference: `Patient/${patientId}` },
    effectiveDateTime: performedOn,
    performer: [{ actor: { display: injector } }],
    reasonReference: [{ reference: `Condition/${courseId}` }],
    dosage: {
      text: `${units} U of ${brand} into ${site.text}`,
      site,
      dose: productUnits(product, units),
    },
  };
}

function extensionsOf({ sites, volumeMl, guidance }: AdministrationRow): Extension[] {
  const url = (name: string): string => `${ownSystem('injection')}:${name}`;
  return [
    ...(sites === null ? [] : [{ url: url('sites'), valueInteger: sites }]),
    ...(volumeMl === null ? [] : [{ url: url('volume-ml'), valueDecimal: volumeMl }]),
    ...(guidance === null ? [] : [{ url: url('guidance'), valueCode: guidance }]),
  ];
}
