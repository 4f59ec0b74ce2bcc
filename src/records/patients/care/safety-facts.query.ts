import type { StandingHold } from '../../../clinical/safety/hold-check';
import type { SideEffectOnRecord } from '../../../clinical/safety/side-effect-kinds';
import type { Question } from '../../../platform/database/read-together';

/** The holds of all of a patient's courses that were not lifted, as one of the courses sees them. */
export const STANDING_HOLDS: Question<StandingHold> = {
  text: `
select h.from_on as "fromOn", h.until_on as "untilOn", h.reason, h.concerns, h.course_id = $2 as "sameCourse"
from hold h join course c on c.id = h.course_id
where c.patient_id = $1 and h.lifted_at is null
order by h.from_on, h.id`,
};

/** The side effects of a patient's sessions that count, each with the version of its session that does. */
export const SIDE_EFFECTS: Question<SideEffectOnRecord> = {
  text: `
select s.id as "sessionId", a.kind, a.onset_on as "onsetOn", a.severity, a.serious,
  a.alert is not null and not exists (
    select from alert_answer w where w.adverse_event_id = a.id and w.alert_round = a.alert_round) as unanswered
from adverse_event a
join injection_session s on s.root_id = a.session_id and s.replaced_at is null and s.voided_at is null
join course c on c.id = s.course_id
where c.patient_id = $1
order by a.onset_on, a.id`,
};
