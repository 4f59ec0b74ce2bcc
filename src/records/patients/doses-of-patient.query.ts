import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { earlierDose, type PlainDose } from '../../clinical/session-check/propose-session';
import type { EarlierDose } from '../../clinical/session-check/proposed-session';
import type { Patient } from './patient.entity';

/**
 * The sessions of all of a patient's courses that count, to judge another one by. Read after the patient is locked.
 *
 * @param exceptRootId a session that the judged one takes the place of
 */
export async function dosesOfPatient(
  db: EntityManager,
  of: { patientId: string; courseId: string; exceptRootId?: string },
): Promise<EarlierDose[]> {
  const rows = await db.query<(Omit<PlainDose, 'performedOn'> & { performedOn: PlainDate })[]>(SELECT, [
    of.patientId,
    of.courseId,
    of.exceptRootId,
  ]);
  return rows.map(earlierDose);
}

const SELECT = `
select s.id as "sessionId", s.course_id as "courseId", s.course_id = $2 as "sameCourse", c.indication,
  s.performed_on as "performedOn", s.product, sum(i.units) as units,
  jsonb_agg(jsonb_build_object('muscle', i.muscle, 'side', i.side, 'units', i.units) order by i.position) as muscles
from injection_session s
join course c on c.id = s.course_id
join injection i on i.session_id = s.id
where c.patient_id = $1 and s.voided_at is null and s.replaced_at is null and s.root_id is distinct from $3::uuid
group by s.id, c.indication
order by s.performed_on, s.id`;

/**
 * Has this patient tolerated botulinum toxin before? What was asked of the patient decides; else the record does, when
 * it holds a session before the given day and no serious adverse event.
 */
export async function toleratedBefore(
  db: EntityManager,
  patient: Patient,
  before: PlainDate,
): Promise<boolean> {
  if (patient.priorToxinTolerance !== null) return patient.priorToxinTolerance;
  return (await toleratedSessions(db, [patient.id], before)).has(patient.id);
}

/** How many sessions before a day were given here, by patient; those with a serious adverse event are left out. */
export async function toleratedSessions(
  db: EntityManager,
  patientIds: readonly string[],
  before: PlainDate,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ patientId: string; sessions: number }[]>(TOLERATED, [patientIds, before]);
  return new Map(rows.map(({ patientId, sessions }) => [patientId, sessions]));
}

const TOLERATED = `
select c.patient_id as "patientId", count(*)::integer as sessions
from injection_session s join course c on c.id = s.course_id
where c.patient_id = any ($1::uuid[]) and s.performed_on < $2 and s.voided_at is null and s.replaced_at is null
  and not exists (
    select from adverse_event a join injection_session of on of.id = a.session_id join course oc on oc.id = of.course_id
    where oc.patient_id = c.patient_id and a.serious)
group by c.patient_id`;
