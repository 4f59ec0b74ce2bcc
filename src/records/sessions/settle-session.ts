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
import { findSession } from './session-view.query';
import type { SavedSessionView } from './sessions.dto';

/** A session as it stands after a write; on no day once it is void. */
interface Stands {
  /** Nothing was arranged for it before. */
  readonly isNew?: boolean;
  readonly rootId: string;
  readonly performedOn: PlainDate | null;
}

/** What a session has changed besides: in words, and the day on which the next one is due. */
export interface Settled {
  readonly also: string[];
  readonly nextDueOn: PlainDate | null;
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
): Promise<Settled> {
  const arrived = stands && (await attendBy(tx, { courseId: course.id, ...stands }, clinic.zone));
  const assessed = await reassessPatient(tx, patient.id, clinic);
  const { stored, row } = assessed.find(({ row: { courseId } }) => courseId === course.id)!;
  const also = arrived ? alsoChanged(stored!, row, { ...arrived, performedOn: stands.performedOn }) : [];
  return { also, nextDueOn: row.dueOn };
}

/** The answer to whoever saved it. */
export async function saved(
  tx: EntityManager,
  id: string,
  settled: Settled | undefined,
): Promise<SavedSessionView> {
  const session = await findSession(tx, id);
  if (!session) throw new Problem('not-found', 'No such session.');
  const { patientId: _patientId, ...view } = session;
  const { also, nextDueOn } = settled ?? (await asItStands(tx, view));
  return { ...view, nextDueOn, ...(also.length > 0 && { alsoChanged: also }) };
}

async function asItStands(tx: EntityManager, { courseId }: { readonly courseId: string }): Promise<Settled> {
  const { dueOn } = await tx.findOneByOrFail(CourseAssessmentRow, { courseId });
  return { also: [], nextDueOn: dueOn };
}
