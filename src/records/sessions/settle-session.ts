import type { EntityManager } from 'typeorm';
import { Problem } from '../../platform/http/problem';
import type { Clinic } from '../../platform/clinic';
import type { PlainDate } from '../../clinical/calendar';
import { CourseAssessmentRow } from '../assessment/course-assessment.entity';
import { reassessPatient } from '../assessment/reassess-course';
import type { Course } from '../courses/course.entity';
import type { Patient } from '../patients/patient.entity';
import { attendBy } from '../scheduling/end-arrangements';
import { alsoChanged } from './also-changed';
import { findSessions } from './session-view.query';
import type { SavedSessionView } from './sessions.dto';

/** A session as it stands after a write; on no day once it is void. */
interface Stands {
  readonly rootId: string;
  readonly performedOn: PlainDate | null;
}

/**
 * Derives the patient's courses again, and brings what was arranged for a session to the day on which it stands now; says
 * what has changed. Null: the session stands as it did.
 */
export async function settle(
  tx: EntityManager,
  { patient, course }: { patient: Patient; course: Course },
  stands: Stands | null,
  clinic: Clinic,
): Promise<string[]> {
  if (!stands) {
    await reassessPatient(tx, patient.id, clinic);
    return [];
  }
  const before = await tx.findOneByOrFail(CourseAssessmentRow, { courseId: course.id });
  const arrived = await attendBy(tx, { courseId: course.id, ...stands }, clinic.zone);
  await reassessPatient(tx, patient.id, clinic);
  const after = await tx.findOneByOrFail(CourseAssessmentRow, { courseId: course.id });
  return alsoChanged(before, after, { ...arrived, performedOn: stands.performedOn });
}

/** The answer to whoever saved it. */
export async function saved(tx: EntityManager, id: string, also: string[]): Promise<SavedSessionView> {
  const [session] = await findSessions(tx, { id, limit: 1 });
  if (!session) throw new Problem('not-found', 'No such session.');
  const { patientId: _patientId, ...view } = session;
  const { dueOn } = await tx.findOneByOrFail(CourseAssessmentRow, { courseId: view.courseId });
  return { ...view, nextDueOn: dueOn, ...(also.length > 0 && { alsoChanged: also }) };
}
