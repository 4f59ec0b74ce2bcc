import { In, type EntityManager } from 'typeorm';
import { dayIn } from '../../clinical/calendar';
import { clockText, wallTimeAt } from '../../clinical/schedule/wall-clock';
import { dayText } from '../../clinical/due/due-text';
import type { PaperCourse, PaperTreatment } from '../../clinical/papers/course-lines';
import type { Letterhead, Paper, PaperPatient } from '../../clinical/papers/paper';
import type { Clinic } from '../../platform/clinic';
import { Problem } from '../../platform/http/problem';
import { User } from '../../platform/users/user.entity';
import { courseFactsOf, type CourseFacts } from '../assessment/course-history.query';
import { findCourses } from '../courses/course.query';
import { Patient } from '../patients/patient.entity';
import type { PaperView } from './papers.dto';

/** No course has more sessions or side effects. */
export const ALL = 500;

/** What every paper bears. */
export interface Common {
  readonly clinic: Letterhead;
  readonly patient: PaperPatient & { readonly id: string };
  readonly course: PaperCourse;
}

/** A course as papers tell it. @throws Problem 404 */
export async function aboutCourse(db: EntityManager, id: string, clinic: Clinic) {
  const [course] = await findCourses(db, { id, limit: 1 }, clinic);
  if (!course) throw new Problem('not-found', 'There is no such course.');
  const patient = await db.findOneByOrFail(Patient, { id: course.patientId });
  const all = await courseFactsOf(db, [patient.id]);
  const facts = all.find(({ courseId }) => courseId === id)!;
  const { id: patientId, mrn, familyName, givenName, birthDate, deceasedOn } = patient;
  const common: Common = {
    clinic: clinic.letterhead,
    patient: { id: patientId, mrn, familyName, givenName, birthDate },
    course: {
      ...course,
      deceasedOn,
      holds: course.holds.filter(({ liftedAt, untilOn }) => !liftedAt && untilOn > clinic.today),
      booked: course.booked && momentText(course.booked.startsAt, clinic.zone),
    },
  };
  return {
    common,
    facts,
    /** Of all courses of the patient in this indication. */
    likewise: all.filter(({ indication }) => indication === course.indication),
    bookedOn: course.booked && dayIn(clinic.zone, course.booked.startsAt),
    handedness: patient.handedness,
    payer: patient.payer,
    triedBefore: course.triedBefore,
    referrer: { name: patient.referrerName, address: patient.referrerAddress },
  };
}

/** In the order of the days. */
export function treatmentsOf({ sessions, history }: CourseFacts): PaperTreatment[] {
  return sessions.map(({ performedOn, product, totalUnits }, i) => ({
    performedOn,
    product,
    totalUnits,
    response: history.sessions[i]!.response,
  }));
}

/** The names as signed, by the id. */
export async function signingNames(
  db: EntityManager,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const users = await db.findBy(User, { id: In(ids.filter((id) => id !== null)) });
  return new Map(users.map(({ id, signsAs, displayName }) => [id, signsAs ?? displayName]));
}

/** "26 Nov 2026, 2:30 pm" on the clinic's wall. */
export function momentText(moment: Date, zone: string): string {
  return `${dayText(dayIn(zone, moment))}, ${clockText(wallTimeAt(moment, zone).slice(11))}`;
}

export function paperView(paper: Paper, { clinic, patient }: Common): PaperView {
  const parts = paper.parts.map(({ heading, lines }) => ({ heading, lines: [...lines] }));
  return { ...paper, clinic, patient, parts, missing: [...paper.missing] };
}
