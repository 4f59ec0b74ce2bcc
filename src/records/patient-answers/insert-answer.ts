import type { EntityManager } from 'typeorm';
import { muscleOf } from '../../clinical/catalogue/muscles';
import type { PlainDate } from '../../clinical/calendar';
import { alertOf, type AlertReason } from '../../clinical/safety/side-effect-kinds';
import { refuseUnfitAnswer } from './answer-shape';
import type { AskedSession } from './asked-session';
import { PatientAnswerRow } from './patient-answer.entity';
import type { AnswerFields } from './patient-answers.dto';

type Answered = Pick<
  PatientAnswerRow,
  'id' | 'courseId' | 'answeredOn' | 'channel' | 'askedBy' | 'askedByName'
>;

/** Writes down what a patient said of a session. */
export async function insertAnswer(
  tx: EntityManager,
  session: AskedSession,
  { stillEffective, woreOffOn = null, helpedPct = null, trouble = null }: AnswerFields,
  { today, ...answered }: Answered & { readonly today: PlainDate },
): Promise<void> {
  const { performedOn, rootId } = session;
  refuseUnfitAnswer({ stillEffective, woreOffOn }, { performedOn, today, answeredOn: answered.answeredOn });
  await tx.insert(PatientAnswerRow, {
    ...answered,
    sessionId: rootId,
    stillEffective,
    woreOffOn,
    helpedPct,
    trouble,
    alert: trouble === null ? null : alertIn(trouble, session.muscles),
    outcome: null,
    settledBy: null,
    settledAt: null,
    version: 1,
  });
}

/** The words of a patient, read as those of a side effect are. */
function alertIn(trouble: string, muscles: readonly string[]): AlertReason | null {
  const kind = trouble.toLowerCase().replaceAll(/\s+/g, '_');
  return (
    alertOf(
      kind,
      muscles.map((muscle) => muscleOf(muscle).region),
    ) ?? null
  );
}
