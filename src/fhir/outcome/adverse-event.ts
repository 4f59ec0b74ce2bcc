import type { AdverseEvent } from 'fhir/r4';
import type { PlainDate } from '../../clinical/calendar';
import type { EventSeverity } from '../../clinical/safety/side-effect-kinds';
import { ownConcept, ownSystem, sourced } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { daysIn, referenceTo, tokenOf } from '../search/search-parameter';

export interface AdverseEventRow extends ResourceRow {
  readonly patientId: string;
  readonly sessionId: string;
  readonly kind: string;
  readonly onsetOn: PlainDate;
  readonly severity: EventSeverity;
  readonly seriousness: 'Serious' | 'Non-serious';
  readonly resolvedOn: PlainDate | null;
  readonly version: number;
  readonly createdAt: Date;
}

export const ADVERSE_EVENT: ResourceKind<AdverseEvent, AdverseEventRow> = {
  type: 'AdverseEvent',
  what: 'A side effect of a session that stands',
  permission: 'session.read',
  subject: 'adverse_event',
  ids: 'uuid',
  parameters: {
    subject: referenceTo('Patient', 'r."patientId"', 'Who had it'),
    patient: referenceTo('Patient', 'r."patientId"', 'Who had it'),
    substance: referenceTo('Procedure', 'r."sessionId"', 'The session'),
    event: tokenOf('r.kind', 'What it was, in our words', ownSystem('adverse-event')),
    date: daysIn('r."onsetOn"', 'r."onsetOn"', 'The day on which it began'),
    seriousness: tokenOf('r.seriousness', 'Serious or Non-serious', sourced('Serious').system),
    severity: tokenOf('r.severity', 'mild, moderate or severe', sourced('mild').system),
  },
  from: () => `select e.id, c.patient_id as "patientId", s.root_id as "sessionId", e.kind, e.onset_on as "onsetOn", e.severity,
    case when e.serious then 'Serious' else 'Non-serious' end as seriousness, e.resolved_on as "resolvedOn", e.version,
    e.created_at as "createdAt", greatest(e.updated_at, s.updated_at) as "updatedAt"
    from adverse_event e
    join injection_session s on s.root_id = e.session_id and s.replaced_at is null and s.voided_at is null
    join course c on c.id = s.course_id`,
  async gone(db, id) {
    const rows = await db.query<unknown[]>('select from adverse_event where id::text = lower($1)', [id]);
    return rows.length > 0 ? 'Its session was voided, and it with that.' : undefined;
  },
  resource: adverseEventResource,
};

/** What went wrong, how badly, and is it over? */
export function adverseEventResource(row: AdverseEventRow): AdverseEvent {
  const { id, patientId, sessionId, kind, onsetOn, severity, seriousness, resolvedOn } = row;
  return {
    resourceType: 'AdverseEvent',
    id,
    meta: { versionId: String(row.version), lastUpdated: row.updatedAt.toISOString() },
    ...(resolvedOn !== null && {
      extension: [{ url: `${ownSystem('adverse-event')}:resolved-on`, valueDate: resolvedOn }],
    }),
    actuality: 'actual',
    event: ownConcept('adverse-event', kind),
    subject: { reference: `Patient/${patientId}` },
    date: onsetOn,
    recordedDate: row.createdAt.toISOString(),
    seriousness: { coding: [sourced(seriousness)] },
    severity: { coding: [sourced(severity)] },
    ...(resolvedOn !== null && { outcome: { coding: [sourced('resolved')] } }),
    suspectEntity: [{ instance: { reference: `Procedure/${sessionId}` } }],
  };
}
