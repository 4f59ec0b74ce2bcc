import type { EntityManager } from 'typeorm';
import type { AnsweredFinding } from '../../clinical/session-check/corrections/confirmation';
import type { Question } from '../../platform/database/read-together';
import type { Injection } from './injection.entity';
import type { Session } from './session.entity';
import type { SessionView } from './sessions.dto';
import type { SessionVial } from './vial.entity';
import { toHundredth } from '../../clinical/numbers';

export interface SessionSearch {
  readonly courseId?: string;
  readonly updatedSince?: string;
  readonly after?: readonly string[];
  readonly limit: number;
}

export type SessionRow = Session & {
  injections: Omit<Injection, 'sessionId' | 'position'>[];
  vials: Omit<SessionVial, 'sessionId' | 'position'>[];
  replacedById: string | null;
  patientId: string;
};

/** Sessions with their rows, the latest first. Without `updatedSince` only the versions that count. */
export async function findSessions(
  db: EntityManager,
  search: SessionSearch,
): Promise<(SessionView & { patientId: string })[]> {
  const [performedOn, id] = search.after ?? [];
  const rows = await db.query<SessionRow[]>(SELECT, [
    search.courseId,
    search.updatedSince,
    performedOn,
    id,
    search.limit,
  ]);
  return rows.map(sessionView);
}

/** One by its id, whatever became of it. */
export async function findSession(
  db: EntityManager,
  id: string,
): Promise<(SessionView & { patientId: string }) | undefined> {
  const [row] = await db.query<SessionRow[]>(SESSION_BY_ID.text, [id]);
  return row && sessionView(row);
}

const SELECTED = `
select s.id, s.course_id as "courseId", s.performed_on as "performedOn", s.product, s.injector_id as "injectorId",
  s.note, s.findings, s.amend_reason as "amendReason", s.signed_at as "signedAt", s.signed_by as "signedBy",
  s.signed_version as "signedVersion",
  s.replaces_id as "replacesId", s.replaced_at as "replacedAt", s.voided_at as "voidedAt",
  s.void_reason as "voidReason", s.origin, s.version, s.created_at as "createdAt", s.updated_at as "updatedAt",
  c.patient_id as "patientId", n.id as "replacedById", p.id as "continuesId",
  s.protocol_id as "protocolId", s.protocol_version as "protocolVersion",
  (select jsonb_agg(jsonb_build_object('muscle', i.muscle, 'side', i.side, 'units', i.units, 'sites', i.sites,
    'volumeMl', i.volume_ml, 'guidance', i.guidance, 'points', i.points) order by i.position)
   from injection i where i.session_id = s.id) as injections,
  coalesce((select jsonb_agg(jsonb_build_object('vialId', v.vial_id, 'lotNumber', v.lot_number, 'expiresOn', v.expires_on,
    'vialUnits', v.vial_units, 'openedAt', v.opened_at, 'reconstitutedAt', v.reconstituted_at,
    'diluentMl', v.diluent_ml, 'unitsDiscarded', v.units_discarded) order by v.position)
   from session_vial v where v.session_id = s.id), '[]') as vials
from injection_session s
join course c on c.id = s.course_id
left join injection_session n on n.replaces_id = s.id
left join injection_session p on p.root_id = s.continues_id and p.replaced_at is null`;

export const SESSION_BY_ID: Question<SessionRow> = { text: `${SELECTED} where s.id = $1` };

const SELECT = `${SELECTED}
where ($1::uuid is null or s.course_id = $1)
  and ($2::timestamptz is not null or (s.voided_at is null and s.replaced_at is null))
  and ($2::timestamptz is null or greatest(s.updated_at, p.updated_at) >= $2)
  and ($3::date is null or (s.performed_on, s.id) < ($3, $4::uuid))
order by s.performed_on desc, s.id desc
limit $5`;

/** As it was found: the database keeps its fields in an order of its own. */
function findingView({
  code,
  severity,
  pointer,
  message,
  sourceText,
  reason,
}: AnsweredFinding): AnsweredFinding {
  return {
    code,
    severity,
    ...(pointer !== undefined && { pointer }),
    message,
    sourceText,
    ...(reason !== undefined && { reason }),
  };
}

/** Moments may come as text. Said field by field, so that a session sent again is answered to the letter as it was at first. */
export function sessionView(row: SessionRow): SessionView & { patientId: string } {
  const { replacedAt, injections, vials, product } = row;
  const voidedAt = row.voidedAt && new Date(row.voidedAt);
  const total = injections.reduce((sum, injection) => sum + injection.units, 0);
  return {
    id: row.id,
    courseId: row.courseId,
    patientId: row.patientId,
    performedOn: row.performedOn,
    product,
    totalUnits: toHundredth(total),
    injections: injections.map((injection) => ({
      muscle: injection.muscle,
      side: injection.side,
      product,
      units: injection.units,
      sites: injection.sites,
      volumeMl: injection.volumeMl,
      guidance: injection.guidance,
      points: injection.points.map(({ x, y, units }) => ({ x, y, units })),
    })),
    vials: vials.map((vial) => ({
      vialId: vial.vialId,
      lotNumber: vial.lotNumber,
      expiresOn: vial.expiresOn,
      product,
      vialUnits: vial.vialUnits,
      openedAt: vial.openedAt && new Date(vial.openedAt),
      reconstitutedAt: vial.reconstitutedAt && new Date(vial.reconstitutedAt),
      diluentMl: vial.diluentMl,
      unitsDiscarded: vial.unitsDiscarded,
    })),
    injectorId: row.injectorId,
    note: row.note,
    findings: row.findings.map(findingView),
    state: voidedAt ? 'voided' : replacedAt ? 'replaced' : 'completed',
    signedAt: row.signedAt && new Date(row.signedAt),
    signedBy: row.signedBy,
    signedVersion: row.signedVersion,
    replacesId: row.replacesId,
    replacedById: row.replacedById,
    continuesId: row.continuesId,
    protocolId: row.protocolId,
    protocolVersion: row.protocolVersion,
    amendReason: row.amendReason,
    voidedAt,
    voidReason: row.voidReason,
    origin: row.origin,
    version: row.version,
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
  };
}
