import type { AuditEvent, AuditEventEntity } from 'fhir/r4';
import { patientsOf, type AuditAction, type AuditEntry } from '../../platform/audit/audit-entry.entity';
import { changedFields } from '../../platform/audit/shown-values';
import { ownCoding, ownConcept, ownSystem, sourced, type SourcedName } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { momentIn, tokenOf, type SearchParameter } from '../search/search-parameter';
import { isId } from '../../platform/http/validation';
import { whoActed } from './who-acted';

type OfEntry = Omit<AuditEntry, 'id' | 'at' | 'requestId'>;
export type AuditEventRow = ResourceRow & Readonly<OfEntry>;

interface Told {
  readonly type: SourcedName;
  readonly action: AuditEvent['action'];
  /** 0: it was done; 4: it was refused. */
  readonly outcome: AuditEvent['outcome'];
}

/** What an entry of the trail is in the words of AuditEvent. */
const TOLD: Readonly<Record<AuditAction, Told>> = {
  insert: { type: 'rest', action: 'C', outcome: '0' },
  update: { type: 'rest', action: 'U', outcome: '0' },
  delete: { type: 'rest', action: 'D', outcome: '0' },
  read: { type: 'rest', action: 'R', outcome: '0' },
  export: { type: 'rest', action: 'R', outcome: '0' },
  refused: { type: 'rest', action: 'E', outcome: '4' },
  'sign-in': { type: 'userAuthentication', action: 'E', outcome: '0' },
  'sign-in-failed': { type: 'userAuthentication', action: 'E', outcome: '4' },
  'sign-out': { type: 'userAuthentication', action: 'E', outcome: '0' },
};

/** The patients of an entry, each way by its own index. */
const ofPatient: SearchParameter = {
  type: 'reference',
  what: 'Whose record was read or changed, alone or in a list',
  read: (given) => {
    const ids = given
      .split(',')
      .flatMap((reference) => /^(?:.*Patient\/)?([^/]+)$/.exec(reference)?.[1] ?? []);
    return (value) => {
      const named = value(ids.filter(isId));
      return `r.number in (select id from audit_entry where patient_id = any(${named}::uuid[])
        union all select id from audit_entry where patient_ids && ${named}::uuid[])`;
    };
  },
};

export const AUDIT_EVENT: ResourceKind<AuditEvent, AuditEventRow> = {
  type: 'AuditEvent',
  what: 'The trail, the newest first: who read, changed or exported what, who signed in, who was refused; values are not told',
  permission: 'audit.read',
  subject: 'audit_entry',
  ids: 'number',
  isUncounted: true,
  parameters: {
    patient: ofPatient,
    date: momentIn('r."updatedAt"', 'When it happened'),
    subtype: tokenOf(
      'r.action',
      'insert, update, read, export, …: as the trail names it',
      ownSystem('trail'),
    ),
    'entity-type': tokenOf(
      'r.subject',
      'The table, or what was read or exported',
      ownSystem('trail-subject'),
    ),
  },
  from: () => `select id::text, id as number, at as "updatedAt", actor_id as "actorId", actor_name as "actorName",
    actor_role as "actorRole", action, subject, subject_id as "subjectId", patient_id as "patientId", patient_ids as "patientIds",
    before, after, detail from audit_entry`,
  resource: auditEventResource,
};

/** Who did what, to what, and of whom was it? */
export function auditEventResource(row: AuditEventRow): AuditEvent {
  const { type, action, outcome } = TOLD[row.action];
  const at = row.updatedAt.toISOString();
  return {
    resourceType: 'AuditEvent',
    id: row.id,
    meta: { lastUpdated: at },
    type: sourced(type),
    subtype: [ownCoding('trail', row.action)],
    action,
    recorded: at,
    outcome,
    agent: [
      {
        role: [ownConcept('role', row.actorRole)],
        who: whoActed(row.actorId, row.actorName),
        requestor: true,
      },
    ],
    source: { observer: { display: 'Botulinum toxin clinic' } },
    entity: [
      subjectOf(row),
      ...patientsOf(row).map((id) => ({
        what: { reference: `Patient/${id}` },
        role: sourced('auditedPatient'),
      })),
    ],
  };
}

/** What it was done to, and the names of the fields that changed. */
function subjectOf({ subject, subjectId, before, after }: AuditEventRow): AuditEventEntity {
  const changed = changedFields(before, after);
  return {
    type: ownCoding('trail-subject', subject),
    ...(subjectId !== null && {
      what: { identifier: { system: ownSystem('trail-subject'), value: subjectId } },
    }),
    ...(changed.length > 0 && { detail: [{ type: 'changed', valueString: changed.join(', ') }] }),
  };
}
