import type { EntityManager } from 'typeorm';
import type { ToleranceRecord } from '../../../clinical/safety/tolerance';
import type { Patient } from '../patient.entity';

/** What the record holds about how patients bore botulinum toxin, by patient. */
export async function toleranceRecordsOf(
  db: EntityManager,
  patients: readonly Patient[],
): Promise<ReadonlyMap<string, ToleranceRecord>> {
  const rows = await db.query<BorneToxin[]>(BORNE_TOXIN, [patients.map(({ id }) => id)]);
  const facts = new Map(rows.map(({ patientId, ...record }) => [patientId, record]));
  return new Map(patients.map(({ id, priorToxinTolerance: asked }) => [id, { asked, ...facts.get(id)! }]));
}

type BorneToxin = Omit<ToleranceRecord, 'asked'> & { readonly patientId: string };

/** A row a patient, of those that are named. */
const BORNE_TOXIN = `
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
from unnest($1::uuid[]) as p (id)`;
