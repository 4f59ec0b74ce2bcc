import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { clinicMinimum } from '../../clinical/session-check/clinic-minimum';
import type { SessionContext } from '../../clinical/session-check/proposed-session';
import { toleratedBefore } from '../../clinical/tolerance';
import type { ToxinProduct } from '../../clinical/units';
import type { Clinic } from '../../platform/clinic';
import type { Course } from '../courses/course.entity';
import { dosesElsewhereOf } from '../external-doses/external-dose.query';
import { dosesOfPatient, toleranceRecordOf } from '../patients/doses-of-patient.query';
import {
  datedPrecaution,
  precautionsOf,
  pregnancyAnswer,
  pregnancyAnswersOf,
} from '../precautions/precaution.query';
import type { Patient } from '../patients/patient.entity';
import { sideEffectsOf, standingHolds } from '../patients/safety-facts.query';
import type { Session } from './session.entity';

/** What must be known besides a session itself to judge it: the course, the patient without a name, and all other doses. */
export async function sessionContextOf(
  db: EntityManager,
  session: { readonly performedOn: PlainDate; readonly product: ToxinProduct },
  of: { patient: Patient; course: Course; exceptRootId?: string; continued?: Session | null },
  clinic: Clinic,
): Promise<SessionContext> {
  const { patient, course } = of;
  const elsewhere = await dosesElsewhereOf(db, patient.id);
  return {
    indication: course.indication,
    courseSide: course.side,
    etiology: course.etiology,
    plannedProduct: course.plannedProduct,
    diagnosisCode: course.diagnosisCode,
    handedness: patient.handedness,
    birthDate: patient.birthDate,
    sex: patient.sex,
    weight:
      patient.weightKg === null || patient.weightMeasuredOn === null
        ? null
        : { kg: patient.weightKg, measuredOn: patient.weightMeasuredOn },
    precautions: (await precautionsOf(db, patient.id)).map(datedPrecaution),
    pregnancyAnswers: (await pregnancyAnswersOf(db, patient.id)).map(pregnancyAnswer),
    deceasedOn: patient.deceasedOn,
    courseEndedOn: course.endedOn,
    corrects: of.exceptRootId !== undefined,
    holds: await standingHolds(db, { patientId: patient.id, courseId: course.id }),
    sideEffects: await sideEffectsOf(db, patient.id),
    priorToxinTolerance: toleratedBefore(await toleranceRecordOf(db, patient), session.performedOn),
    today: clinic.today,
    zone: clinic.zone,
    clinicMinimum: clinicMinimum(session, course, clinic.intervals),
    earlierDoses: [
      ...(await dosesOfPatient(db, {
        patientId: patient.id,
        courseId: course.id,
        exceptRootId: of.exceptRootId,
      })),
      ...elsewhere.counted,
    ],
    uncountedDoses: elsewhere.uncounted,
    treatmentId: of.continued?.rootId ?? of.exceptRootId,
    continuesOn: of.continued?.performedOn,
  };
}
