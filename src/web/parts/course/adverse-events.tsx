import type { PlainDate } from '../../../clinical/calendar';
import { dayText } from '../../../clinical/due/due-text';
import type { AdverseEventView } from '../../../records/adverse-events/adverse-events.dto';
import type { GivenSession } from '../../../records/courses/course-page.query';
import { Field, SelectField, TextField } from '../page/field';
import { marks } from '../../browser/marks';
import { SIDE_EFFECT_SLUGS } from '../../../clinical/safety/side-effect-kinds';
import { slugWords } from '../../../clinical/words';
import { AlertBadge } from '../alert/alert-badge';
import { AnswerForm } from '../alert/answer-form';

const SEVERITIES = ['mild', 'moderate', 'severe'].map((value) => ({ value, label: slugWords(value) }));

/** How many stand on the printed page. */
const PRINTED = 4;

/** Side effects of a course, with a form to add one in place. */
export function AdverseEvents({
  events,
  sessions,
  today,
}: {
  readonly events: readonly AdverseEventView[];
  readonly sessions: readonly GivenSession[];
  readonly today: PlainDate;
}) {
  return (
    <section class="panel stack events" aria-labelledby="events-heading">
      <h2 id="events-heading">Side effects</h2>
      {events.length === 0 ? (
        <p class="muted">None on record.</p>
      ) : (
        <ul class="plain">
          {events.map((event, i) => (
            <li key={event.id} class={i < PRINTED ? undefined : 'no-print'}>
              <strong>{slugWords(event.kind)}</strong>
              {`, ${event.severity}, from ${dayText(event.onsetOn)}${event.resolvedOn ? ` to ${dayText(event.resolvedOn)}` : ', not resolved'}${sessionWords(event, sessions)}`}
              {event.serious && <span class="badge badge-bad">Serious</span>}
              <AlertBadge event={event} />
              {event.note && <span class="reason muted">{event.note}</span>}
              {event.alertStatus === 'open' && (
                <details class="no-print">
                  <summary>Answer the alert</summary>
                  <AnswerForm adverseEventId={event.id} />
                </details>
              )}
              {!event.resolvedOn && (
                <details class="no-print">
                  <summary>Resolved</summary>
                  <form
                    class="row row-end"
                    {...marks({ api: `PATCH /api/v1/adverse-events/${event.id}`, version: event.version })}
                  >
                    <Field
                      label="Resolved on"
                      name="resolvedOn"
                      id={`resolved-${event.id}`}
                      type="date"
                      min={event.onsetOn}
                      max={today}
                      required
                    />
                    <button type="submit">Save</button>
                  </form>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {events.length > PRINTED && <p class="print-only">{`and ${events.length - PRINTED} earlier`}</p>}
      {sessions.length > 0 && (
        <details class="no-print">
          <summary>Add a side effect</summary>
          <form class="stack" {...marks({ api: 'POST /api/v1/adverse-events' })}>
            <div class="fields">
              <SelectField
                label="After which session"
                name="sessionId"
                id="event-session"
                options={sessions.toReversed().map(({ sessionId, number, performedOn }) => ({
                  value: sessionId,
                  label: `${number}. ${dayText(performedOn)}`,
                }))}
              />
              <SelectField
                label="What"
                name="kind"
                id="event-kind"
                options={SIDE_EFFECT_SLUGS.map((value) => ({ value, label: slugWords(value) }))}
              />
              <Field label="Since" name="onsetOn" id="event-onset" type="date" max={today} required />
              <SelectField label="How bad" name="severity" id="event-severity" options={SEVERITIES} />
            </div>
            <label class="choice">
              <input type="checkbox" name="serious" value="true" {...marks({ sentAs: 'boolean' })} />
              <span>Serious: death, danger to life, admission, lasting harm</span>
            </label>
            <TextField label="Note" name="note" id="event-note" rows={2} sentAs="omit-empty" />
            <div class="row">
              <button type="submit">Add</button>
            </div>
          </form>
        </details>
      )}
    </section>
  );
}

function sessionWords({ sessionId }: AdverseEventView, sessions: readonly GivenSession[]): string {
  const session = sessions.find((given) => given.sessionId === sessionId);
  return session ? `, after session ${session.number}` : '';
}
