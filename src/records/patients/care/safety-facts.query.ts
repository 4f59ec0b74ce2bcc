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
from course c
-- From the patient on, whatever the statistics say: while a file is read in they know of no sessions, and all would be read.
cross join lateral (
  select id, root_id from injection_session
  where course_id = c.id and replaced_at is null and voided_at is null offset 0) s
join adverse_event a on a.session_id = s.root_id
where c.patient_id = $1
order by a.onset_on, a.id`,
};
