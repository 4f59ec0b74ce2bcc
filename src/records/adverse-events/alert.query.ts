import type { EntityManager } from 'typeorm';
import type { Clinic } from '../../platform/clinic';
import type { AlertStatus, AlertView, OpenAlertView } from './alerts.dto';

export interface AlertSearch {
  readonly adverseEventId?: string;
  readonly patientIds?: readonly string[];
  readonly courseId?: string;
  readonly indication?: string;
  readonly status?: AlertStatus;
  readonly updatedSince?: string;
  /** Whose own sessions stand first. */
  readonly injectorId?: string;
  /** Sort key of the last one shown: own or not, day of onset, id. */
  readonly after?: readonly string[];
  readonly limit: number;
}

/** Alerts on side effects: of the injector's own sessions first, then the longest standing. */
export function findAlerts(db: EntityManager, search: AlertSearch): Promise<AlertView[]> {
  const { adverseEventId, patientIds, courseId, status, updatedSince, injectorId, after, limit, indication } =
    search;
  const [mine, onsetOn, id] = after ?? [];
  return db.query(SELECT, [
    adverseEventId,
    patientIds,
    courseId,
    status,
    updatedSince,
    injectorId,
    mine === undefined ? undefined : mine === 'true',
    onsetOn,
    id,
    limit,
    indication,
  ]);
}

const ALERTS = `alerts as (
  select a.id, c.patient_id, s.course_id, c.indication, s.id as session_id, s.performed_on, s.product, s.injector_id,
    a.kind, a.severity, a.serious, a.onset_on, a.resolved_on, a.note, a.alert, a.updated_at, a.created_at,
    s.updated_at as session_updated_at,
    a.alert_raised_at as raised_at,
    case when s.voided_at is not null then 'withdrawn'
      when exists (select from alert_answer w where w.adverse_event_id = a.id and w.alert_round = a.alert_round)
        then 'answered' else 'open' end as status
  from adverse_event a
  join injection_session s on s.root_id = a.session_id and s.replaced_at is null
  join course c on c.id = s.course_id
  where a.alert is not null)`;

const SELECT = `
with ${ALERTS}
select a.id as "adverseEventId", a.patient_id as "patientId", a.course_id as "courseId", a.indication,
  a.session_id as "sessionId", a.performed_on as "performedOn", a.product,
  (select sum(i.units) from injection i where i.session_id = a.session_id) as "totalUnits",
  a.injector_id as "injectorId", a.alert as reason, a.status, a.kind, a.severity, a.serious, a.onset_on as "onsetOn",
  a.resolved_on as "resolvedOn", a.note, a.created_at as "createdAt",
  a.raised_at as "raisedAt",
  coalesce((
    select jsonb_agg(jsonb_build_object('id', w.id, 'decision', w.decision, 'note', w.note,
      'answeredBy', w.answered_by, 'answeredAt', w.answered_at) order by w.alert_round)
    from alert_answer w where w.adverse_event_id = a.id), '[]') as answers
from alerts a
where ($1::uuid is null or a.id = $1)
  and ($2::uuid[] is null or a.patient_id = any($2))
  and ($3::uuid is null or a.course_id = $3)
  and ($4::text is null or a.status = $4)
  and ($5::timestamptz is null or greatest(a.updated_at, a.session_updated_at) >= $5
    or exists (select from alert_answer w where w.adverse_event_id = a.id and w.created_at >= $5))
  and ($11::text is null or a.indication = $11)
  and ($7::boolean is null
    or (a.injector_id is distinct from $6::uuid, a.onset_on, a.id) > (not $7, $8::date, $9::uuid))
order by a.injector_id is distinct from $6::uuid, a.onset_on, a.id
limit $10`;

/** How many alerts wait for an answer, and how many of them were raised before today. */
export async function openAlertCounts(
  db: EntityManager,
  { today, zone }: Pick<Clinic, 'today' | 'zone'>,
): Promise<{ readonly total: number; readonly ofEarlierDays: number }> {
  const [counts] = await db.query<{ total: number; ofEarlierDays: number }[]>(COUNTS, [today, zone]);
  return counts!;
}

const COUNTS = `
with ${ALERTS}
select count(*)::int as total,
  (count(*) filter (where raised_at < ($1::date::timestamp at time zone $2)))::int as "ofEarlierDays"
from alerts where status = 'open'`;

/** An alert that waits for an answer, as readers may take it. */
export type OpenAlert = OpenAlertView;

/** The alerts of some patients that wait for an answer, by patient. */
export async function openAlertsOf(
  db: EntityManager,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, OpenAlertView[]>> {
  const found = new Map(patientIds.map((id): [string, OpenAlertView[]] => [id, []]));
  if (patientIds.length === 0) return found;
  for (const alert of await findAlerts(db, { patientIds, status: 'open', limit: MOST_OPEN }))
    found.get(alert.patientId)?.push(openAlert(alert));
  return found;
}

const MOST_OPEN = 1000;

function openAlert(alert: AlertView): OpenAlertView {
  const { adverseEventId, courseId, reason, kind, severity, serious, onsetOn } = alert;
  return { adverseEventId, courseId, reason, kind, severity, serious, onsetOn };
}
