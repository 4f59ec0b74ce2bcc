import type { ComponentChildren } from 'preact';
import { INDICATIONS } from '../../../clinical/catalogue/indications';
import { slugWords } from '../../../clinical/words';
import type { AlertView } from '../../../records/adverse-events/alerts.dto';
import type { WaitingAnswer } from '../../../records/patient-answers/waiting-answer.query';
import type { Patient } from '../../../records/patients/patient.entity';
import type { OpenFlag } from '../../../records/reviews/open-flags.query';
import type { PeakCheckRowView } from '../../../worklist/peak-checks/peak-checks.dto';
import type { UnsignedRowView } from '../../../worklist/unsigned/unsigned.dto';
import type { PlainDate } from '../../../clinical/calendar';
import { shortDay } from '../../shared/day-text';
import { REASON_WORDS } from '../alert/alert-words';
import { FlagBadge, UnsignedBadge } from '../page/badges';
import { listedName } from '../../../clinical/person-name';
import { treatmentWords } from '../patient/patient-words';

/** What waits beside the patients of the day: of each the first few, and how many there are. */
export interface DayWaitingFacts {
  readonly alerts: Some<AlertView>;
  readonly answers: Some<WaitingAnswer>;
  readonly flags: Some<OpenFlag>;
  readonly unsigned: Some<UnsignedRowView>;
  readonly peakChecks: Some<PeakCheckRowView>;
  /** Whom alerts, answers and flags are about. */
  readonly patients: ReadonlyMap<string, Patient>;
}

export interface Some<Item> {
  readonly total: number;
  readonly items: readonly Item[];
}

interface DayWaitingProps {
  readonly facts: DayWaitingFacts;
  readonly today: PlainDate;
}

/** Alerts first, which are of the day; then what to decide, to sign and to ask. */
export function DayWaiting({ facts, today }: DayWaitingProps) {
  const { alerts, answers, flags, unsigned, peakChecks, patients } = facts;
  const nameOf = (patientId: string): string => {
    const patient = patients.get(patientId);
    return patient ? listedName(patient) : 'Unknown patient';
  };
  return (
    <div class="day-waiting no-print">
      <Waiting id="alerts" name="Alerts" of={alerts} href="/flags" none="No alert waits for an answer.">
        {alerts.items.map(({ adverseEventId, patientId, reason, kind, onsetOn }) => (
          <li key={adverseEventId}>
            <a href={`/flags#alert-${adverseEventId}`}>{nameOf(patientId)}</a>{' '}
            <span class="badge badge-bad">{REASON_WORDS[reason]}</span>
            <p class="muted">{`${slugWords(kind)}, from ${shortDay(onsetOn, today)}`}</p>
          </li>
        ))}
      </Waiting>
      <Waiting id="review" name="To review" of={flags} href="/flags" none="Nothing waits for a decision.">
        {flags.items.map(({ id, patientId, tier, indication, opensOn }) => (
          <li key={id}>
            <a href={`/flags/${id}`}>{nameOf(patientId)}</a> <FlagBadge tier={tier} />
            <p class="muted">{`${INDICATIONS[indication].name}, since ${shortDay(opensOn, today)}`}</p>
          </li>
        ))}
      </Waiting>
      {answers.total > 0 && (
        <Waiting id="answers" name="Patients’ answers" of={answers} href="/flags" none="">
          {answers.items.map(({ id, sessionId, patientId, alert, answeredOn }) => (
            <li key={id}>
              <a href={`/sessions/${sessionId}/response`}>{nameOf(patientId)}</a>{' '}
              {alert && <span class="badge badge-bad">{REASON_WORDS[alert]}</span>}
              <p class="muted">{`Answered ${shortDay(answeredOn, today)}`}</p>
            </li>
          ))}
        </Waiting>
      )}
      <Waiting
        id="unsigned"
        name="Your unsigned sessions"
        of={unsigned}
        href="/unsigned?mine=yes"
        none="All of yours are signed."
      >
        {unsigned.items.map((row) => (
          <li key={row.sessionId}>
            <a href={`/sessions/${row.sessionId}`}>{listedName(row.patient)}</a>{' '}
            <UnsignedBadge daysUnsigned={row.daysUnsigned} overdue={row.overdue} />
            <p class="muted">{`${treatmentWords(row)}, ${shortDay(row.performedOn, today)}`}</p>
          </li>
        ))}
      </Waiting>
      <Waiting
        id="checks"
        name="Checks due"
        of={peakChecks}
        href="/peak-checks"
        none="Nobody is to be asked today."
      >
        {peakChecks.items.map(({ courseId, patient, check, toOn, ...course }) => (
          <li key={courseId}>
            <a href={`/peak-checks?q=${encodeURIComponent(patient.mrn)}`}>{listedName(patient)}</a>{' '}
            <span class={toOn === today ? 'badge badge-warn' : 'badge'}>
              {check === 'peak' ? 'Peak check' : 'First call'}
            </span>
            <p class="muted">
              {`${treatmentWords(course)}, ${toOn === today ? 'last day today' : `until ${shortDay(toOn, today)}`}`}
            </p>
          </li>
        ))}
      </Waiting>
    </div>
  );
}

interface WaitingProps {
  readonly id: string;
  readonly name: string;
  readonly of: Some<unknown>;
  readonly href: string;
  /** What is said where nothing waits. */
  readonly none: string;
  readonly children: ComponentChildren;
}

function Waiting({ id, name, of: { total, items }, href, none, children }: WaitingProps) {
  const more = total - items.length;
  return (
    <section class="panel day-wait" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        <a href={href}>{`${name} (${total})`}</a>
      </h2>
      {total === 0 ? <p class="muted">{none}</p> : <ul class="plain">{children}</ul>}
      {more > 0 && (
        <a href={href}>
          {`${more} more`}
          <span class="visually-hidden">{`: ${name}`}</span>
        </a>
      )}
    </section>
  );
}
