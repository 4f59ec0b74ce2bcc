import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { sortedDoses } from '../../clinical/elsewhere/sorted-doses';
import { clinicMinimum } from '../../clinical/session-check/clinic-minimum';
import { earlierDose } from '../../clinical/session-check/propose-session';
import type { SessionContext } from '../../clinical/session-check/proposed-session';
import { toleratedBefore } from '../../clinical/tolerance';
import type { ToxinProduct } from '../../clinical/units';
import type { Clinic } from '../../platform/clinic';
import { together } from '../../platform/database/read-together';
import type { Course } from '../courses/course.entity';
import { DOSES_ELSEWHERE } from '../external-doses/external-dose.query';
import { BORNE_TOXIN, DOSES_OF_PATIENT } from '../patients/doses-of-patient.query';
import type { Patient } from '../patients/patient.entity';
import { SIDE_EFFECTS, STANDING_HOLDS } from '../patients/safety-facts.query';
import { PRECAUTIONS, PREGNANCY_ANSWERS } from '../precautions/precaution.query';
import type { Session } from './session.entity';

/** What must be known besides a session itself to judge it: the course, the patient without a name, and all other doses. */
export async function sessionContextOf(
  db: EntityManager,
  session: { readonly performedOn: PlainDate; readonly product: ToxinProduct },
  of: { patient: Patient; course: Course; exceptRootId?: string; continued?: Session | null },
  clinic: Clinic,
): Promise<SessionContext> {
  const { patient, course } = of;
  const ofPatient = [patient.id];
  const { doses, borne, ...found } = await readContext(db, {
    doses: [patient.id, course.id, of.exceptRootId],
    elsewhere: ofPatient,
    precautions: ofPatient,
    pregnancyAnswers: ofPatient,
    holds: [patient.id, course.id],
    sideEffects: ofPatient,
    borne: [ofPatient],
  });
  const elsewhere = sortedDoses(found.elsewhere);
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
      { ...borne[0]!, asked: patient.priorToxinTolerance },
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

const readContext = together({
  doses: DOSES_OF_PATIENT,
  elsewhere: DOSES_ELSEWHERE,
  precautions: PRECAUTIONS,
  pregnancyAnswers: PREGNANCY_ANSWERS,
  holds: STANDING_HOLDS,
  sideEffects: SIDE_EFFECTS,
  borne: BORNE_TOXIN,
});
