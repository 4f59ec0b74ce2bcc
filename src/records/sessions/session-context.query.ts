import type { EntityManager } from 'typeorm';
import { addDuration, latestOf, type Duration, type PlainDate } from '../../clinical/calendar';
import type { SessionContext } from '../../clinical/session-check/proposed-session';
import type { ToxinProduct } from '../../clinical/units';
import type { Clinic } from '../../platform/clinic';
import type { Course } from '../courses/course.entity';
import { dosesOfPatient, toleratedBefore } from '../patients/doses-of-patient.query';
import {
  datedPrecaution,
  precautionsOf,
  pregnancyAnswer,
  pregnancyAnswersOf,
} from '../precautions/precaution.query';
import type { Patient } from '../patients/patient.entity';

/** What must be known besides a session itself to judge it: the course, the patient without a name, and all other doses. */
export async function sessionContextOf(
  db: EntityManager,
  session: { readonly performedOn: PlainDate; readonly product: ToxinProduct },
  of: { patient: Patient; course: Course; exceptRootId?: string },
  clinic: Clinic,
): Promise<SessionContext> {
  const { patient, course } = of;
  return {
    indication: course.indication,
    courseSide: course.side,
    etiology: course.etiology,
    diagnosisCode: course.diagnosisCode,
    birthDate: patient.birthDate,
    sex: patient.sex,
    weight:
      patient.weightKg === null || patient.weightMeasuredOn === null
        ? null
        : { kg: patient.weightKg, measuredOn: patient.weightMeasuredOn },
    precautions: (await precautionsOf(db, patient.id)).map(datedPrecaution),
    pregnancyAnswers: (await pregnancyAnswersOf(db, patient.id)).map(pregnancyAnswer),
    priorToxinTolerance: await toleratedBefore(db, patient, session.performedOn),
    today: clinic.today,
    zone: clinic.zone,
    clinicMinimum: clinicMinimum(session, course, clinic),
    earlierDoses: await dosesOfPatient(db, {
      patientId: patient.id,
      courseId: course.id,
      exceptRootId: of.exceptRootId,
    }),
  };
}

/** The longest of the payer's and the clinic's own shortest intervals, counted from the day of the session. */
export function clinicMinimum(
  { product, performedOn }: { readonly product: ToxinProduct; readonly performedOn: PlainDate },
  course: Course,
  { intervals }: Pick<Clinic, 'intervals'>,
): Duration | undefined {
  const own = intervals.flatMap((set) =>
    set.indication === course.indication && (set.product ?? product) === product && set.minInterval
      ? [set.minInterval]
      : [],
  );
  const all = course.minInterval ? [course.minInterval, ...own] : own;
  const latest = all
    .map((duration) => addDuration(performedOn, duration))
    .reduce<PlainDate | undefined>(
      (longest, day) => (longest === undefined ? day : latestOf(longest, day)),
      undefined,
    );
  return all.find((duration) => addDuration(performedOn, duration) === latest);
}
