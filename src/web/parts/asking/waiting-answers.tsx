import type { PlainDate } from '../../../clinical/calendar';
import { INDICATIONS } from '../../../clinical/catalogue/indications';
import type { Patient } from '../../../records/patients/patient.entity';
import type { WaitingAnswer } from '../../../records/patient-answers/waiting-answer.query';
import { dayWords, shortDay } from '../../shared/day-text';
import { REASON_WORDS } from '../alert/alert-words';
import { listedNameOf } from '../../../clinical/person-name';
import { ANSWER_CHANNEL_WORDS, saidWords } from './answer-words';

interface WaitingAnswersProps {
  readonly answers: readonly WaitingAnswer[];
  readonly patients: ReadonlyMap<string, Patient>;
  readonly today: PlainDate;
}

/** What patients said that no neurologist has looked at: trouble first. It is confirmed where the response is recorded. */
export function WaitingAnswers({ answers, patients, today }: WaitingAnswersProps) {
  if (answers.length === 0) return null;
  return (
    <section class="panel stack" aria-labelledby="answers-heading">
      <h2 id="answers-heading">{`Patients’ answers (${answers.length})`}</h2>
      <ul class="plain">
        {answers.map((answer) => (
          <li key={answer.id}>
            <a href={`/sessions/${answer.sessionId}/response`}>
              {listedNameOf(patients.get(answer.patientId))}
            </a>{' '}
            {answer.alert && <span class="badge badge-bad">{REASON_WORDS[answer.alert]}</span>}{' '}
            {answer.trouble && !answer.alert && <span class="badge badge-warn">Trouble</span>}{' '}
            <span>{saidWords(answer, today)}.</span>
            <span class="muted">
              {` Asked ${ANSWER_CHANNEL_WORDS[answer.channel]} by ${answer.askedByName} ${dayWords(answer.answeredOn, today)}, about ${INDICATIONS[answer.indication].name} of ${shortDay(answer.performedOn, today)}.`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
