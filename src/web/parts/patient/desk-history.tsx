import type { AppointmentStatus } from '../../../records/scheduling/appointment.entity';
import type { PatientAppointment, PatientContact } from '../../../records/scheduling/patient-desk.query';
import type { Clinic } from '../../../platform/clinic';
import { CHANNEL_WORDS, OUTCOME_WORDS } from '../due-board/contact-words';
import { timeWords } from '../../shared/day-text';
import { treatmentWords } from './patient-words';

const STATUS_WORDS: Readonly<Record<AppointmentStatus, string>> = {
  booked: 'booked',
  attended: 'came',
  'no-show': 'did not come',
  cancelled: 'cancelled',
};

interface DeskHistoryProps {
  readonly appointments: readonly PatientAppointment[];
  readonly contacts: readonly PatientContact[];
  readonly clinic: Clinic;
}

/** What the desk has done: every appointment with what became of it, and every call with what was said; the latest first. */
export function DeskHistory({ appointments, contacts, clinic: { zone, today } }: DeskHistoryProps) {
  return (
    <>
      <section class="panel stack" aria-labelledby="appointments">
        <h2 id="appointments">Appointments</h2>
        {appointments.length === 0 && <p class="muted">None was booked yet.</p>}
        <ul class="people">
          {appointments.map(({ id, startsAt, status, note, cancelReason, ...course }) => (
            <li key={id} class="desk-entry">
              <b class={status === 'no-show' ? 'missed' : undefined}>
                {`${timeWords(startsAt, zone, today)}: ${STATUS_WORDS[status]}`}
              </b>{' '}
              <span>{treatmentWords(course)}</span>
              {(cancelReason ?? note) && <p class="muted">{cancelReason ?? note}</p>}
            </li>
          ))}
        </ul>
      </section>
      <section class="panel stack" aria-labelledby="calls-made">
        <h2 id="calls-made">Calls and messages</h2>
        {contacts.length === 0 && <p class="muted">None yet.</p>}
        <ul class="people">
          {contacts.map(({ id, at, channel, outcome, note, ...course }) => (
            <li key={id} class="desk-entry">
              <b>{`${timeWords(at, zone, today)}: ${OUTCOME_WORDS[outcome].toLowerCase()}`}</b>{' '}
              <span>{`${CHANNEL_WORDS[channel].toLowerCase()}, about ${treatmentWords(course)}`}</span>
              {note && <p class="muted">{note}</p>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
