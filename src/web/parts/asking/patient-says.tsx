import { takenOver, type AnsweredFields } from '../../../clinical/asking/patient-answer';
import type { PlainDate } from '../../../clinical/calendar';
import type { RuleValues } from '../../../clinical/rules';
import { judgedAt } from '../../../clinical/watch/evidence/peak-window';
import type { PatientAnswerRow } from '../../../records/patient-answers/patient-answer.entity';
import type { Response } from '../../../records/responses/response.entity';
import type { Session } from '../../../records/sessions/session.entity';
import { marks } from '../../browser/marks';
import { dayWords, shortDay } from '../../shared/day-text';
import { REASON_WORDS } from '../alert/alert-words';
import type { NextPage } from '../response/next-page';
import { ANSWER_CHANNEL_WORDS, saidWords } from './answer-words';

interface PatientSaysProps {
  readonly session: Session;
  readonly response: Response | null;
  /** Those that wait, the latest first. */
  readonly answers: readonly PatientAnswerRow[];
  readonly rules: RuleValues;
  readonly today: PlainDate;
  readonly next: NextPage;
}

/** The patient's own words beside the response: confirmed in one tap, or recorded otherwise in the form below. */
export function PatientSays({ session, response, answers, rules, today, next }: PatientSaysProps) {
  const [latest] = answers;
  if (!latest) return null;
  const taken = takenOver(latest, response ?? {}, session.performedOn, rules);
  const troubled = answers.some(({ trouble }) => trouble !== null);
  return (
    <section class="panel stack" aria-labelledby="patient-says">
      <h2 id="patient-says">The patient says</h2>
      <ul class="plain">
        {answers.map((answer) => (
          <li key={answer.id}>
            {answer.alert && <span class="badge badge-bad">{REASON_WORDS[answer.alert]}</span>}{' '}
            <strong>{saidWords(answer, today)}.</strong>
            <span class="muted">
              {` Asked ${ANSWER_CHANNEL_WORDS[answer.channel]} by ${answer.askedByName} ${dayWords(answer.answeredOn, today)}.`}
            </span>
          </li>
        ))}
      </ul>
      {troubled && (
        <p>
          <a href={`/courses/${session.courseId}#events-heading`}>Record the trouble as a side effect</a>
        </p>
      )}
      <p class="muted">Not confirmed yet: neither the trend nor the due day is decided by it.</p>
      <form
        class="row"
        {...marks({
          api: `PUT /api/v1/sessions/${session.id}/response`,
          after: next.href,
          saved: 'Confirmed.',
        })}
      >
        <input type="hidden" name="answerId" value={latest.id} />
        {Object.entries(taken).map(([name, value]) => (
          <input
            key={name}
            type="hidden"
            name={name}
            value={value ?? ''}
            {...marks({ sentAs: name === 'improvementPct' ? ['number', 'null-if-empty'] : 'null-if-empty' })}
          />
        ))}
        <button type="submit" class="primary">
          Confirm
        </button>
        <span>{takenWords(taken, session.performedOn, rules, today)}</span>
      </form>
    </section>
  );
}

/** `Records: worn off on Mon 26 Oct; 60 %, asked on Mon 23 Nov, outside the peak.` */
function takenWords(
  taken: AnsweredFields,
  performedOn: PlainDate,
  rules: RuleValues,
  today: PlainDate,
): string {
  const { woreOffOn, stillEffectiveOn, improvementPct, assessedOn } = taken;
  const outside = assessedOn && judgedAt({ performedOn }, assessedOn, rules) !== 'peak';
  const records = [
    woreOffOn && `worn off on ${shortDay(woreOffOn, today)}`,
    stillEffectiveOn && `still working on ${shortDay(stillEffectiveOn, today)}`,
    typeof improvementPct === 'number' &&
      `${improvementPct} %${outside ? ', asked outside the peak: kept as that, it does not count as the size' : ''}`,
  ].filter(Boolean);
  return records.length > 0
    ? `Records: ${records.join('; ')}. Or record it otherwise below.`
    : 'Changes nothing of the response. Or record it otherwise below.';
}
