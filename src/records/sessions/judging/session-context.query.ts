import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../../clinical/calendar';
import { sortedDoses } from '../../../clinical/elsewhere/sorted-doses';
import { clinicMinimum } from '../../../clinical/session-check/clinic-minimum';
import { earlierDose } from '../../../clinical/session-check/propose-session';
import type { SessionContext } from '../../../clinical/session-check/proposed-session';
import { toleratedBefore } from '../../../clinical/safety/tolerance';
import type { ToxinProduct } from '../../../clinical/units';
import type { Clinic } from '../../../platform/clinic';
import { together, togetherOfPairs, type AnswersTo } from '../../../platform/database/read-together';
import { STORED_COURSES } from '../../assessment/course-history.query';
import { dosesOf } from '../../assessment/stored-sessions';
import type { Course } from '../../courses/course.entity';
import { DOSES_ELSEWHERE } from '../../external-doses/external-dose.query';
import type { JudgedPatient } from '../../patients/lock-patient';
import { SIDE_EFFECTS, STANDING_HOLDS } from '../../patients/care/safety-facts.query';
import { PRECAUTIONS, PREGNANCY_ANSWERS } from '../../precautions/precaution.query';
import type { Session } from '../session.entity';

/** Whose session it is, as far as it is judged by that. */
export interface Around {
  readonly patient: JudgedPatient;
  readonly course: JudgedCourse;
  readonly exceptRootId?: string;
  readonly continued?: Pick<Session, 'rootId' | 'performedOn'> | null;
}

export type JudgedCourse = Pick<
  Course,
  | 'id'
  | 'indication'
  | 'side'
  | 'etiology'
  | 'plannedProduct'
  | 'diagnosisCode'
  | 'minInterval'
  | 'startedOn'
  | 'endedOn'
>;

/** What must be known besides a session itself to judge it: the course, the patient without a name, and all other doses. */
export async function sessionContextOf(
  db: EntityManager,
  session: Dated,
  of: Around,
  clinic: Clinic,
): Promise<SessionContext> {
  const found = await readContext(db, contextValues(of.patient.id, of.course.id));
  return contextFrom(found, session, of, clinic);
}

const OF_ONE = {
  elsewhere: DOSES_ELSEWHERE,
  precautions: PRECAUTIONS,
  pregnancyAnswers: PREGNANCY_ANSWERS,
  holds: STANDING_HOLDS,
  sideEffects: SIDE_EFFECTS,
};
const OF_MANY = { courses: STORED_COURSES };

/** What a context is made from, to be read with something else. */
export const CONTEXT = { ...OF_ONE, ...OF_MANY };

const readEach = togetherOfPairs(OF_ONE);
const readMany = together(OF_MANY);

/** What the contexts of sessions of several courses are made from, by course. */
export async function readContexts(
  db: EntityManager,
  courses: readonly Pick<Course, 'id' | 'patientId'>[],
): Promise<ReadonlyMap<string, AnswersTo<typeof CONTEXT>>> {
  const patientIds = [...new Set(courses.map(({ patientId }) => patientId))];
  const each = await readEach(
    db,
    courses.map(({ id, patientId }) => [patientId, id] as const),
  );
  const many = await readMany(db, { courses: [patientIds] });
  return new Map(
    courses.map(({ id, patientId }, at) => [
      id,
      { ...each[at]!, courses: many.courses.filter((course) => course.patientId === patientId) },
    ]),
  );
}

const readContext = together(CONTEXT);

export function contextValues(patientId: string, courseId: string) {
  const ofPatient = [patientId];
  return {
    courses: [ofPatient],
    elsewhere: ofPatient,
    precautions: ofPatient,
    pregnancyAnswers: ofPatient,
    holds: [patientId, courseId],
    sideEffects: ofPatient,
  };
}

interface Dated {
  readonly performedOn: PlainDate;
  readonly product: ToxinProduct;
}

export function contextFrom(
  found: AnswersTo<typeof CONTEXT>,
  session: Dated,
  of: Around,
  clinic: Clinic,
): SessionContext {
  const { patient, course } = of;
  const doses = dosesOf(found.courses, { courseId: course.id, exceptRootId: of.exceptRootId });
  const elsewhere = sortedDoses(found.elsewhere);
  return {
    indication: course.indication,
    courseSide: course.side,
    etiology: course.etiology,
    plannedProduct: course.plannedProduct,
    diagnosisCode: course.diagnosisCode,
    handedness: patient.handedness,
    birthDate: patient.birthDate,
    saidAdult: doses.some(({ saidAdult, performedOn }) => saidAdult && performedOn <= session.performedOn),
    sex: patient.sex,
    weight:
      patient.weightKg === null || patient.weightMeasuredOn === null
        ? null
        : { kg: patient.weightKg, measuredOn: patient.weightMeasuredOn },
    precautions: found.precautions.map(({ createdAt, ...precaution }) => ({
      ...precaution,
      recordedAt: new Date(createdAt).toISOString(),
    })),
    pregnancyAnswers: found.pregnancyAnswers,
    deceasedOn: patient.deceasedOn,
    courseEndedOn: course.endedOn,
    corrects: of.exceptRootId !== undefined,
    holds: found.holds,
    sideEffects: found.sideEffects,
    priorToxinTolerance: toleratedBefore(
      {
        asked: patient.priorToxinTolerance,
        sessionsOn: found.courses.flatMap(({ sessions }) => sessions.map(({ performedOn }) => performedOn)),
        adverseEvents: found.sideEffects,
      },
      session.performedOn,
    ),
    today: clinic.today,
    zone: clinic.zone,
    clinicMinimum: clinicMinimum(session, course, clinic.intervals),
    earlierDoses: [...doses.map(earlierDose), ...elsewhere.counted],
    uncountedDoses: elsewhere.uncounted,
    treatmentId: of.continued?.rootId ?? of.exceptRootId,
    continuesOn: of.continued?.performedOn,
  };
}
