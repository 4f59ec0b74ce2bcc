import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../../clinical/calendar';
import { toleratedSessions } from '../../../clinical/safety/tolerance';
import { openAlertsOf, type OpenAlert } from '../../adverse-events/alert.query';
import type { Hold } from '../../courses/hold.entity';
import type { PrecautionRow } from '../../precautions/precaution.entity';
import { precautionsOfEach, pregnancyAnswersOfEach } from '../../precautions/precaution.query';
import type { PregnancyAnswerRow } from '../../precautions/pregnancy-answer.entity';
import { toleranceRecordsOf } from './borne-toxin.query';
import type { Patient } from '../patient.entity';

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
  return (await careOfPatients(db, [patient], today)).get(patient.id)!;
}

/** The same of several patients, by patient. */
export async function careOfPatients(
  db: EntityManager,
  patients: readonly Patient[],
  today: PlainDate,
): Promise<ReadonlyMap<string, PatientCare>> {
  const ids = patients.map(({ id }) => id);
  const precautions = await precautionsOfEach(db, ids);
  const answers = await pregnancyAnswersOfEach(db, ids);
  const tolerance = await toleranceRecordsOf(db, patients);
  const alerts = await openAlertsOf(db, ids);
  const holds = await db.query<HoldOf[]>(HOLDS, [ids, today]);
  return new Map(
    ids.map((id) => [
      id,
      {
        precautions: precautions.get(id)!,
        pregnancyAnswers: answers.get(id)!,
        toleratedSessions: toleratedSessions(tolerance.get(id)!, today),
        alerts: alerts.get(id) ?? [],
        holds: holds.filter(({ patientId }) => patientId === id),
      },
    ]),
  );
}

type HoldOf = PatientCare['holds'][number] & { readonly patientId: string };

const HOLDS = `
select c.patient_id as "patientId", h.id, h.until_on as "untilOn", h.reason
from hold h join course c on c.id = h.course_id
where c.patient_id = any($1::uuid[]) and c.ended_on is null and h.lifted_at is null and h.from_on <= $2
  and h.until_on > $2
order by h.until_on, h.id`;
