import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { PlainDose } from '../../clinical/session-check/propose-session';
import type { ToleranceRecord } from '../../clinical/tolerance';
import type { Question } from '../../platform/database/read-together';
import type { Patient } from './patient.entity';

type DoseOnRecord = Omit<PlainDose, 'performedOn'> & {
  readonly performedOn: PlainDate;
  /** Did somebody confirm at it that the patient is an adult, where the birth date is not known? */
  readonly saidAdult: boolean;
};

/**
 * The sessions of all of a patient's courses that count, to judge another one by: of a patient, as a course sees them,
 * without a session that the judged one takes the place of. Read after the patient is locked.
 */
export const DOSES_OF_PATIENT: Question<DoseOnRecord> = {
  text: `
select s.id as "sessionId", s.course_id as "courseId", s.course_id = $2 as "sameCourse", c.indication,
  s.performed_on as "performedOn", s.product, sum(i.units) as units,
  coalesce(s.continues_id, s.root_id) as "treatmentId", s.continues_id is not null as continuation,
  s.findings @> '[{"code": "age-unknown"}]' as "saidAdult",
  jsonb_agg(jsonb_build_object('muscle', i.muscle, 'side', i.side, 'units', i.units) order by i.position) as muscles
from injection_session s
join course c on c.id = s.course_id
join injection i on i.session_id = s.id
where c.patient_id = $1 and s.voided_at is null and s.replaced_at is null and s.root_id is distinct from $3::uuid
group by s.id, c.indication
order by s.performed_on, s.id`,
};

/** What the record holds about how patients bore botulinum toxin, by patient. */
export async function toleranceRecordsOf(
  db: EntityManager,
  patients: readonly Patient[],
): Promise<ReadonlyMap<string, ToleranceRecord>> {
  const rows = await db.query<BorneToxin[]>(BORNE_TOXIN.text, [patients.map(({ id }) => id)]);
  const facts = new Map(rows.map(({ patientId, ...record }) => [patientId, record]));
  return new Map(patients.map(({ id, priorToxinTolerance: asked }) => [id, { asked, ...facts.get(id)! }]));
}

type BorneToxin = Omit<ToleranceRecord, 'asked'> & { readonly patientId: string };

/** A row a patient, of those that are named. */
export const BORNE_TOXIN: Question<BorneToxin> = {
  text: `
select p.id as "patientId",
  coalesce((
    select jsonb_agg(s.performed_on) from injection_session s join course c on c.id = s.course_id
    where c.patient_id = p.id and s.voided_at is null and s.replaced_at is null), '[]') as "sessionsOn",
  coalesce((
    select jsonb_agg(jsonb_build_object('serious', a.serious))
    from adverse_event a
    join injection_session s on s.root_id = a.session_id and s.replaced_at is null and s.voided_at is null
    join course c on c.id = s.course_id
    where c.patient_id = p.id), '[]') as "adverseEvents"
from unnest($1::uuid[]) as p (id)`,
};
