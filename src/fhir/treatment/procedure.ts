import type { Procedure } from 'fhir/r4';
import type { PlainDate } from '../../clinical/calendar';
import { ownConcept, ownSystem, sourced } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { daysIn, referenceTo, tokenOf } from '../search/search-parameter';
import { muscleSite, type Place } from './muscle-site';

export interface ProcedureRow extends ResourceRow {
  /** Of this version of the session. */
  readonly recordId: string;
  readonly version: number;
  readonly patientId: string;
  readonly courseId: string;
  readonly continuesId: string | null;
  readonly status: 'completed' | 'entered-in-error';
  readonly performedOn: PlainDate;
  readonly injector: string;
  readonly note: string | null;
  readonly voidReason: string | null;
  readonly signedAt: Date | null;
  readonly places: readonly Place[];
  /** Numbers of its vials, in their order. */
  readonly vials: readonly number[];
}

const VERSIONS = `select s.root_id as id, s.id as "recordId", s.version, c.patient_id as "patientId", s.course_id as "courseId",
    s.continues_id as "continuesId",
    case when s.voided_at is null then 'completed' else 'entered-in-error' end as status,
    s.performed_on as "performedOn", u.display_name as injector, s.note, s.void_reason as "voidReason", s.signed_at as "signedAt",
    coalesce((select jsonb_agg(jsonb_build_object('muscle', i.muscle, 'side', i.side) order by i.position)
      from injection i where i.session_id = s.id), '[]') as places,
    coalesce((select jsonb_agg(v.position order by v.position) from session_vial v where v.session_id = s.id), '[]') as vials,
    s.replaced_at as "replacedAt", s.created_at as "createdAt", s.updated_at as "updatedAt"
    from injection_session s join course c on c.id = s.course_id join app_user u on u.id = s.injector_id`;

export const PROCEDURE: ResourceKind<Procedure, ProcedureRow> = {
  type: 'Procedure',
  what: 'A session as it stands; its earlier versions are its history, a voided one is entered-in-error',
  permission: 'session.read',
  subject: 'injection_session',
  ids: 'uuid',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Who was treated'),
    subject: referenceTo('Patient', 'r."patientId"', 'Who was treated'),
    'reason-reference': referenceTo('Condition', 'r."courseId"', 'What was treated'),
    'part-of': referenceTo('Procedure', 'r."continuesId"', 'The session that it completes or touches up'),
    date: daysIn('r."performedOn"', 'r."performedOn"', 'The day of the session'),
    status: tokenOf('r.status', 'completed or entered-in-error', 'http://hl7.org/fhir/event-status'),
  },
  from: () => `${VERSIONS} where s.replaced_at is null`,
  versions: VERSIONS,
  resource: procedureResource,
};

/** What was done on that day, by whom and for what? The units stand in its MedicationAdministrations. */
export function procedureResource(row: ProcedureRow): Procedure {
  const { id, recordId, version, patientId, courseId, continuesId, status, performedOn, injector } = row;
  const isVoid = status === 'entered-in-error';
  return {
    resourceType: 'Procedure',
    id,
    meta: { versionId: `${recordId}-${version}`, lastUpdated: row.updatedAt.toISOString() },
    ...(row.signedAt !== null && {
      extension: [{ url: `${ownSystem('session')}:signed-at`, valueDateTime: row.signedAt.toISOString() }],
    }),
    ...(continuesId !== null && { partOf: [{ reference: `Procedure/${continuesId}` }] }),
    status,
    ...(isVoid && row.voidReason !== null && { statusReason: { text: row.voidReason } }),
    code: ownConcept('plan', 'botulinum-toxin-session', sourced('toxinInjection')),
    subject: { reference: `Patient/${patientId}` },
    performedDateTime: performedOn,
    performer: [{ actor: { display: injector } }],
    reasonReference: [{ reference: `Condition/${courseId}` }],
    ...(row.places.length > 0 && { bodySite: row.places.map(muscleSite) }),
    ...(row.note !== null && { note: [{ text: row.note }] }),
    ...(row.vials.length > 0 &&
      !isVoid && {
        usedReference: row.vials.map((position) => ({ reference: `Medication/${id}-${position}` })),
      }),
  };
}
