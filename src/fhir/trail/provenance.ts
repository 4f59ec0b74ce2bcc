import type { Provenance, ProvenanceAgent } from 'fhir/r4';
import { ownConcept, ownSystem, sourced, type SourcedName } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { momentIn, referenceTo, tokenOf } from '../search/search-parameter';
import { whoActed } from './who-acted';

/** What was done to a session. To amend it is to sign the new version too. */
export type SessionAct = 'logged' | 'signed' | 'amended' | 'voided';

export interface ProvenanceRow extends ResourceRow {
  readonly sessionId: string;
  readonly patientId: string;
  readonly act: SessionAct;
  readonly recorded: Date;
  /** A user or a token. */
  readonly actorId: string;
  readonly actor: string;
  readonly reason: string | null;
}

const PARTS: Readonly<Record<SessionAct, readonly SourcedName[]>> = {
  logged: ['author'],
  signed: ['verifier'],
  amended: ['author', 'verifier'],
  voided: ['author'],
};

export const PROVENANCE: ResourceKind<Provenance, ProvenanceRow> = {
  type: 'Provenance',
  what: 'Who logged, signed, amended or voided a session, and when, as {session}-{act}',
  permission: 'session.read',
  subject: 'injection_session',
  ids: 'text',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Whose session it is'),
    target: referenceTo('Procedure', 'r."sessionId"', 'The session'),
    recorded: momentIn('r.recorded', 'When it was done'),
    activity: tokenOf('r.act', 'logged, signed, amended or voided', ownSystem('session-act')),
  },
  from: () => `select s.root_id || '-' || did.act || case when did.act = 'amended' then '-' || did.ordinal else '' end as id,
    s.root_id as "sessionId", c.patient_id as "patientId", did.act, did.at as recorded,
    case when did.act in ('signed', 'voided') then s.updated_at else s.created_at end as "updatedAt", did.actor_id as "actorId",
    did.actor, did.reason
    from injection_session s join course c on c.id = s.course_id
    cross join lateral (
      select case when s.replaces_id is null then 'logged' else 'amended' end as act, s.created_at as at, e.actor_id,
        e.actor_name as actor, s.amend_reason as reason,
        (select count(*) from injection_session p where p.root_id = s.root_id and p.created_at < s.created_at) as ordinal
      from audit_entry e where e.subject = 'injection_session' and e.action = 'insert' and e.subject_id = s.id
      union all
      select 'signed', s.signed_at, u.id, u.display_name, null, 0 from app_user u
      where u.id = s.signed_by and s.replaces_id is null
      union all
      select 'voided', s.voided_at, s.voided_by, coalesce(u.display_name, t.name, ''), s.void_reason, 0
      from (select s.voided_by) v left join app_user u on u.id = v.voided_by left join api_token t on t.id = v.voided_by
      where s.voided_at is not null) did`,
  resource: provenanceResource,
};

/** Who did what to this session? Why, where they had to say it. */
export function provenanceResource(row: ProvenanceRow): Provenance {
  const { id, sessionId, patientId, act, actorId, actor, reason } = row;
  return {
    resourceType: 'Provenance',
    id,
    meta: { lastUpdated: row.updatedAt.toISOString() },
    extension: [
      { url: `${ownSystem('session')}:patient`, valueReference: { reference: `Patient/${patientId}` } },
    ],
    target: [{ reference: `Procedure/${sessionId}` }],
    recorded: row.recorded.toISOString(),
    ...(reason !== null && { reason: [{ text: reason }] }),
    activity: ownConcept('session-act', act),
    agent: PARTS[act].map((part): ProvenanceAgent => ({
      type: { coding: [sourced(part)] },
      who: whoActed(actorId, actor),
    })),
  };
}
