import type { EntityManager } from 'typeorm';
import { claimLines } from '../../clinical/claims/claim-lines';
import type { ClaimPart } from '../../clinical/claims/claim-line';
import type { ProcedureSession } from '../../clinical/claims/procedure-lines';
import { findOrRefuse } from '../../platform/database/change-row';
import { Problem } from '../../platform/http/problem';
import { Course } from '../../records/courses/course.entity';
import { Patient } from '../../records/patients/patient.entity';
import { findSessions } from '../../records/sessions/session-view.query';

type DaySession = ProcedureSession & { readonly id: string };

/** The claim lines of a session as it stands on record. A void or amended version claims nothing. */
export async function claimLinesOf(db: EntityManager, id: string): Promise<ClaimPart> {
  const [session] = await findSessions(db, { id, limit: 1 });
  if (!session) throw new Problem('not-found', 'No such session.');
  if (session.state === 'voided')
    return { lines: [], missing: ['This session is void: nothing is claimed.'] };
  if (session.state === 'replaced')
    return { lines: [], missing: ['This session was amended: the version that counts is claimed.'] };
  const course = await findOrRefuse(db, Course, session.courseId, 'course');
  const { handedness } = await findOrRefuse(db, Patient, course.patientId, 'patient');
  const { indication, side, etiology, diagnosisCode } = course;
  const wasted = await wastedOf(db, id);
  const day = await sessionsOfDay(db, course.patientId, session.performedOn);
  return claimLines(
    {
      ...session,
      vials: session.vials.map((vial) => ({
        ...vial,
        unitsDiscarded: wasted.get(vial.vialId ?? '') ?? vial.unitsDiscarded,
      })),
      indication,
      given: session.totalUnits,
      isSigned: session.signedAt !== null,
      course: { indication, side, etiology, diagnosisCode, handedness },
    },
    { earlier: day.filter((other) => other.id < id), later: day.filter((other) => other.id > id) },
  );
}

/** What was thrown away of the session's vials of the stock, then or later; of a vial of which nothing was, nothing is said. */
async function wastedOf(db: EntityManager, sessionId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ vialId: string; units: number }[]>(WASTED, [sessionId]);
  return new Map(rows.map(({ vialId, units }) => [vialId, units]));
}

const WASTED = `
select m.vial_id as "vialId", sum(case when m.to_account = 'waste' then m.units else -m.units end) as units
from session_vial s join vial_movement m on m.vial_id = s.vial_id and 'waste' in (m.to_account, m.from_account)
where s.session_id = $1
group by m.vial_id having sum(case when m.to_account = 'waste' then m.units else -m.units end) > 0`;

/** All that a patient got on one day, in the order of ids. */
function sessionsOfDay(db: EntityManager, patientId: string, day: string): Promise<DaySession[]> {
  return db.query<DaySession[]>(SAME_DAY, [patientId, day]);
}

const SAME_DAY = `
select s.id, c.indication,
  (select jsonb_agg(jsonb_build_object('muscle', i.muscle, 'side', i.side, 'guidance', i.guidance)) from injection i
   where i.session_id = s.id) as injections
from injection_session s
join course c on c.id = s.course_id
where c.patient_id = $1 and s.performed_on = $2 and s.voided_at is null and s.replaced_at is null
order by s.id`;
