import type { PlainDate } from '../../../clinical/calendar';
import { INDICATIONS } from '../../../clinical/catalogue/indications';
import { unitsText } from '../../../clinical/doses/dose-cap';
import { slugWords } from '../../../clinical/words';
import type { AlertView } from '../../../records/adverse-events/alerts.dto';
import type { Patient } from '../../../records/patients/patient.entity';
import { dayWords, shortDay, timeWords } from '../../shared/day-text';
import { listedNameOf } from '../../../clinical/person-name';
import { ANSWER_WORDS, REASON_WORDS } from './alert-words';
import { AnswerForm } from './answer-form';

interface AlertListProps {
  /** Those that wait for an answer, or those that have one. */
  readonly status: 'open' | 'answered';
  /** Whoever looks: alerts after own sessions stand first and are said to be own. */
  readonly lookerId: string;
  readonly alerts: readonly AlertView[];
  readonly patients: ReadonlyMap<string, Patient>;
  readonly today: PlainDate;
  readonly zone: string;
}

/** Side effects that a neurologist should answer on the same day, each with its form or with what was answered. */
export function AlertList({ status, lookerId, alerts, patients, today, zone }: AlertListProps) {
  return (
    <section class="stack" aria-labelledby="alerts-heading">
      <h2 id="alerts-heading">{`${HEADINGS[status]} (${alerts.length})`}</h2>
      {alerts.length === 0 && <p class="panel empty">{NOTHING[status]}</p>}
      {alerts.map((alert) => (
        <AlertItem
          key={alert.adverseEventId}
          alert={alert}
          own={alert.injectorId === lookerId}
          patient={patients.get(alert.patientId)}
          today={today}
          zone={zone}
        />
      ))}
    </section>
  );
}

const HEADINGS = { open: 'Alerts', answered: 'Answered alerts' } as const;
const NOTHING = { open: 'No alert waits for an answer.', answered: 'No alert has been answered.' } as const;

function AlertItem({
  alert,
  own,
  patient,
  today,
  zone,
}: {
  readonly alert: AlertView;
  readonly own: boolean;
  readonly patient: Patient | undefined;
  readonly today: PlainDate;
  readonly zone: string;
}) {
  const { adverseEventId, patientId, courseId, kind, severity, onsetOn, resolvedOn } = alert;
  const until = resolvedOn ? ` to ${shortDay(resolvedOn, today)}` : ', not resolved';
  const heading = `alert-${adverseEventId}`;
  return (
    <article class="panel stack" aria-labelledby={heading}>
      <div class="row">
        <h3 id={heading}>
          <a href={`/patients/${patientId}`}>{listedNameOf(patient)}</a>
        </h3>
        <span class="badge badge-bad">{REASON_WORDS[alert.reason]}</span>
        {alert.serious && <span class="badge badge-bad">Serious</span>}
        {own && <span class="badge badge-accent">Your session</span>}
      </div>
      <p>
        <strong>{slugWords(kind)}</strong>
        {`, ${severity}, from ${dayWords(onsetOn, today)}${until}. After the `}
        <a href={`/sessions/${alert.sessionId}`}>{`session of ${shortDay(alert.performedOn, today)}`}</a>
        {`: ${unitsText(alert.product, alert.totalUnits)}, `}
        <a href={`/courses/${courseId}`}>{INDICATIONS[alert.indication].name}</a>.
      </p>
      {alert.note && <p class="muted">{alert.note}</p>}
      {alert.answers.map(({ id, decision, note, answeredAt }) => (
        <p key={id}>
          {`${ANSWER_WORDS[decision]}, ${timeWords(new Date(answeredAt), zone, today)}: `}
          <q>{note}</q>
        </p>
      ))}
      {alert.status === 'open' && <AnswerForm adverseEventId={adverseEventId} />}
    </article>
  );
}
