import type { EntityManager } from 'typeorm';
import { claimLines } from '../../clinical/claims/claim-lines';
import type { ClaimPart } from '../../clinical/claims/claim-line';
import type { ProcedureSession } from '../../clinical/claims/procedure-lines';
import { findOrRefuse } from '../../platform/database/change-row';
import { Problem } from '../../platform/http/problem';
import { Course } from '../../records/courses/course.entity';
import { Patient } from '../../records/patients/patient.entity';
import { findSession } from '../../records/sessions/session-view.query';
import { withAllWaste } from '../../records/supply/session-waste.query';

type DaySession = ProcedureSession & { readonly id: string };

/** The claim lines of a session as it stands on record. A void or amended version claims nothing. */
export async function claimLinesOf(db: EntityManager, id: string): Promise<ClaimPart> {
  const session = await findSession(db, id);
  if (!session) throw new Problem('not-found', 'No such session.');
  if (session.state === 'voided')
    return { lines: [], missing: ['This session is void: nothing is claimed.'] };
  if (session.state === 'replaced')
    return { lines: [], missing: ['This session was amended: the version that counts is claimed.'] };
  const course = await findOrRefuse(db, Course, session.courseId, 'course');
  const { handedness } = await findOrRefuse(db, Patient, course.patientId, 'patient');
  const { indication, side, etiology, diagnosisCode } = course;
  const day = await sessionsOfDay(db, course.patientId, session.performedOn);
  return claimLines(
    {
      ...session,
      vials: await withAllWaste(db, session),
      indication,
      given: session.totalUnits,
      isSigned: session.signedAt !== null,
      course: { indication, side, etiology, diagnosisCode, handedness },
    },
    { earlier: day.filter((other) => other.id < id), later: day.filter((other) => other.id > id) },
  );
}

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
