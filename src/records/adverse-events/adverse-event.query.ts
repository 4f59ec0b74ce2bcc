import type { EntityManager } from 'typeorm';
import type { AdverseEventView } from './adverse-events.dto';

export interface AdverseEventSearch {
  readonly id?: string;
  readonly patientId?: string;
  readonly courseId?: string;
  readonly sessionId?: string;
  readonly updatedSince?: string;
  readonly after?: string;
  readonly limit: number;
}

type Row = AdverseEventView & { patientId: string };

/** Adverse events in the order of their ids, each with the version of its session that counts. */
export function findAdverseEvents(db: EntityManager, search: AdverseEventSearch): Promise<Row[]> {
  const { id, patientId, courseId, sessionId, updatedSince, after, limit } = search;
  return db.query(SELECT, [id, patientId, courseId, sessionId, updatedSince, after, limit]);
}

const SELECT = `
select a.id, s.id as "sessionId", s.course_id as "courseId", a.kind, a.onset_on as "onsetOn", a.severity, a.serious,
  a.resolved_on as "resolvedOn", a.note, a.alert, case when a.alert is null then null when s.voided_at is not null then 'withdrawn'
    when exists (select from alert_answer w where w.adverse_event_id = a.id and w.alert_round = a.alert_round)
      then 'answered' else 'open' end as "alertStatus", a.version, a.created_at as "createdAt", a.updated_at as "updatedAt",
  c.patient_id as "patientId"
from adverse_event a
join injection_session s on s.root_id = a.session_id and s.replaced_at is null
join course c on c.id = s.course_id
where ($1::uuid is null or a.id = $1)
  and ($2::uuid is null or c.patient_id = $2)
  and ($3::uuid is null or c.id = $3)
  and ($4::uuid is null or a.session_id = (select root_id from injection_session where id = $4))
  and ($5::timestamptz is null or greatest(a.updated_at, s.updated_at) >= $5
    or exists (select from alert_answer w where w.adverse_event_id = a.id and w.created_at >= $5))
  and ($6::uuid is null or a.id > $6)
order by a.id
limit $7`;
