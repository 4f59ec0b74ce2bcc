import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { Hold } from '../courses/hold.entity';
import type { PrecautionRow } from '../precautions/precaution.entity';
import { precautionsOf, pregnancyAnswersOf } from '../precautions/precaution.query';
import type { PregnancyAnswerRow } from '../precautions/pregnancy-answer.entity';
import { toleratedSessions } from './doses-of-patient.query';

/** What bears on giving this patient a toxin, from the record. */
export interface PatientCare {
  readonly precautions: readonly PrecautionRow[];
  readonly pregnancyAnswers: readonly PregnancyAnswerRow[];
  /** Sessions here before today; none where one had a serious side effect. */
  readonly toleratedSessions: number;
  readonly holds: readonly Pick<Hold, 'id' | 'untilOn' | 'reason'>[];
}

export async function patientCareOf(
  db: EntityManager,
  patientId: string,
  today: PlainDate,
): Promise<PatientCare> {
  const tolerated = await toleratedSessions(db, [patientId], today);
  return {
    precautions: await precautionsOf(db, patientId),
    pregnancyAnswers: await pregnancyAnswersOf(db, patientId),
    toleratedSessions: tolerated.get(patientId) ?? 0,
    holds: await db.query(HOLDS, [patientId, today]),
  };
}

const HOLDS = `
select h.id, h.until_on as "untilOn", h.reason
from hold h join course c on c.id = h.course_id
where c.patient_id = $1 and c.ended_on is null and h.lifted_at is null and h.until_on > $2
order by h.until_on, h.id`;
