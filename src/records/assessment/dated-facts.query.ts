import type { EntityManager } from 'typeorm';
import type { DatedFact } from '../../clinical/course/days-in-order';

/**
 * What followed from a session: its response, its measurements, its side effects. How it was before the injection may have
 * been measured before it.
 */
export function factsAfterSession(db: EntityManager, rootId: string): Promise<DatedFact[]> {
  return db.query<DatedFact[]>(FOLLOWED, [rootId]);
}

/**
 * Everything of a patient with a day of treatment, here or elsewhere, or of what came of it; voided sessions and withdrawn
 * doses count no more.
 */
export function factsOfPatient(db: EntityManager, patientId: string): Promise<DatedFact[]> {
  return db.query<DatedFact[]>(OF_PATIENT, [patientId]);
}

const RESPONSE_DAYS = `
  cross join lateral (values
    ('The assessment of its response', r.assessed_on),
    ('The onset of its effect', r.onset_on),
    ('An effect still felt', r.still_effective_on),
    ('The end of its effect', r.wore_off_on)) as d (what, day)`;

const FOLLOWED = `
select d.what, d.day as "on" from response r ${RESPONSE_DAYS} where r.session_id = $1 and d.day is not null
union all
select 'The measurement ' || m.scale || ' of its ' || m.phase, m.measured_on from measurement m
where m.session_id = $1 and m.phase in ('peak', 'cycle-end')
union all
select 'The side effect ' || a.kind, a.onset_on from adverse_event a where a.session_id = $1
order by 2, 1`;

const OF_PATIENT = `
with given as (
  select s.root_id, s.performed_on from injection_session s join course c on c.id = s.course_id
  where c.patient_id = $1 and s.voided_at is null and s.replaced_at is null)
select 'A session' as what, performed_on as "on" from given
union all
select d.what, d.day from response r join given on given.root_id = r.session_id ${RESPONSE_DAYS} where d.day is not null
union all
select 'The side effect ' || a.kind, a.onset_on from adverse_event a join given on given.root_id = a.session_id
union all
select 'Toxin given elsewhere', given_on from external_dose where patient_id = $1 and withdrawn_at is null
order by 2, 1`;
