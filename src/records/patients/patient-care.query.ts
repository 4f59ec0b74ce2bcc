import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { toleratedSessions } from '../../clinical/tolerance';
import { openAlertsOf, type OpenAlert } from '../adverse-events/alert.query';
import type { Hold } from '../courses/hold.entity';
import type { PrecautionRow } from '../precautions/precaution.entity';
import { precautionsOf, pregnancyAnswersOf } from '../precautions/precaution.query';
import type { PregnancyAnswerRow } from '../precautions/pregnancy-answer.entity';
import { toleranceRecordOf } from './doses-of-patient.query';
import type { Patient } from './patient.entity';

/** What bears on giving this patient a toxin, from the record. */
export interface PatientCare {
  readonly precautions: readonly PrecautionRow[];
  readonly pregnancyAnswers: readonly PregnancyAnswerRow[];
  /** Sessions here before today; none where one had a serious side effect. */
  readonly toleratedSessions: number;
  /** Side effects that wait for an answer. */
  readonly alerts: readonly OpenAlert[];
  readonly holds: readonly Pick<Hold, 'id' | 'untilOn' | 'reason'>[];
}

export async function patientCareOf(
  db: EntityManager,
  patient: Patient,
  today: PlainDate,
): Promise<PatientCare> {
  return {
    precautions: await precautionsOf(db, patient.id),
    pregnancyAnswers: await pregnancyAnswersOf(db, patient.id),
    toleratedSessions: toleratedSessions(await toleranceRecordOf(db, patient), today),
    alerts: (await openAlertsOf(db, [patient.id])).get(patient.id) ?? [],
    holds: await db.query(HOLDS, [patient.id, today]),
  };
}

const HOLDS = `
select h.id, h.until_on as "untilOn", h.reason
from hold h join course c on c.id = h.course_id
where c.patient_id = $1 and c.ended_on is null and h.lifted_at is null and h.from_on <= $2
  and h.until_on > $2
order by h.until_on, h.id`;
