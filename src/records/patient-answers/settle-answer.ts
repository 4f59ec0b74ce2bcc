import { IsNull, type EntityManager } from 'typeorm';
import { outcomeOfAnswer, type AnsweredFields } from '../../clinical/asking/patient-answer';
import type { PlainDate } from '../../clinical/calendar';
import type { RuleValues } from '../../clinical/rules';
import type { Actor } from '../../platform/actor';
import { malformed } from '../../platform/http/problem';
import { PatientAnswerRow } from './patient-answer.entity';

export interface SettledResponse {
  /** The first version of the session. */
  readonly rootId: string;
  readonly performedOn: PlainDate;
  readonly before: AnsweredFields;
  readonly now: AnsweredFields;
}

/**
 * A neurologist has recorded a response in view of this answer, and with it what was said before it: does the response say
 * the same? What was settled before stays as it was.
 *
 * @throws Problem 400 when it is not an answer about this session.
 */
export async function settleAnswer(
  tx: EntityManager,
  { answerId, actor, at }: { readonly answerId: string; readonly actor: Actor; readonly at: Date },
  { rootId, performedOn, before, now }: SettledResponse,
  rules: RuleValues,
): Promise<void> {
  const answer = await tx.findOneBy(PatientAnswerRow, { id: answerId, sessionId: rootId });
  if (!answer)
    throw malformed(
      '/answerId',
      'unknown-answer',
      'The patient gave no answer of this id about this session',
    );
  const open = await tx.findBy(PatientAnswerRow, { sessionId: rootId, outcome: IsNull() });
  for (const said of open) {
    if (said.id !== answerId && said.createdAt > answer.createdAt) continue;
    await tx.update(
      PatientAnswerRow,
      { id: said.id },
      {
        outcome: outcomeOfAnswer(said, { before, now }, performedOn, rules),
        settledBy: actor.id,
        settledAt: at,
        version: said.version + 1,
      },
    );
  }
}
