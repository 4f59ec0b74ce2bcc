import type { CourseAsked } from '../../../hl7/appointments/told-appointments.query';
import type { Hl7MessageRow, Hl7State } from '../../../hl7/hl7-message.entity';
import { textFor } from '../../../hl7/hl7-messages.query';
import type { Role } from '../../../platform/actor';
import type { Clinic } from '../../../platform/clinic';
import { marks } from '../../browser/marks';
import { timeWords } from '../../shared/day-text';

export const STATE_WORDS: Readonly<Record<Hl7State, string>> = {
  done: 'Written',
  same: 'On record already',
  overtaken: 'Newer facts on record',
  waiting: 'Waiting for a person',
  dismissed: 'Left',
  refused: 'Refused',
};

interface MessageRowProps {
  readonly row: Hl7MessageRow;
  /** The courses that it may be for, where it waits to be told for which. */
  readonly courses?: readonly CourseAsked[];
  readonly clinic: Pick<Clinic, 'zone' | 'today'>;
  readonly role: Role;
}

/** What came, what became of it and why, and what a person may make of it. */
export function MessageRow({ row, courses = [], clinic, role }: MessageRowProps) {
  const { id, type, sender, controlId, state, reason, receivedAt, patientId, text } = row;
  const retry = `POST /api/v1/hl7-messages/${id}/retry` as const;
  return (
    <li class="stack">
      <p>
        <strong>{type || 'No message'}</strong>
        {` ${STATE_WORDS[state]} · ${timeWords(receivedAt, clinic.zone)} · ${sender} ${controlId}`}
        {patientId && (
          <>
            {' · '}
            <a href={`/patients/${patientId}`}>Patient</a>
          </>
        )}
      </p>
      {reason && <p>{reason}.</p>}
      <details>
        <summary>{`Message ${controlId}`}</summary>
        <pre class="message-text">{textFor(role, text).replaceAll(/\r\n?/g, '\n')}</pre>
      </details>
      {state === 'waiting' && (
        <div class="row">
          {courses.map((course) => (
            <form
              key={course.id}
              {...marks({
                api: `${retry}?evenSo=true&courseId=${course.id}`,
                noId: true,
                saved: `The message was taken for ${course.name}.`,
              })}
            >
              <button type="submit">{`It is for ${course.name}`}</button>
            </form>
          ))}
          <form {...marks({ api: retry, noId: true, saved: 'The message was looked at again.' })}>
            <button type="submit">Try again</button>
          </form>
          {courses.length === 0 && (
            <form
              {...marks({
                api: `${retry}?evenSo=true`,
                noId: true,
                confirm: 'Write what the message tells, although it asks?',
                saved: 'The message was taken.',
              })}
            >
              <button type="submit">Take it even so</button>
            </form>
          )}
          <form
            {...marks({
              api: `POST /api/v1/hl7-messages/${id}/dismiss`,
              noId: true,
              confirm: 'Leave this message? Nothing is written of it.',
              saved: 'The message was left.',
            })}
          >
            <button type="submit">Leave it</button>
          </form>
        </div>
      )}
    </li>
  );
}
