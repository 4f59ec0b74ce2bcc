import type { ComponentChildren } from 'preact';
import { CONTACT_CHANNELS, CONTACT_OUTCOMES } from '../../../records/scheduling/contact.entity';
import { CallEarlier } from '../calendar/visit/call-earlier';
import { AppointmentTime, type AppointmentTimeProps } from '../calendar/appointment-time';
import { Field, NumberField, SelectField, type Choice } from '../page/field';
import { marks, type ApiAddress, type RowForm } from '../../browser/marks';
import { CHANNEL_WORDS, OUTCOME_WORDS } from './contact-words';

const channels: readonly Choice[] = CONTACT_CHANNELS.map((value) => ({ value, label: CHANNEL_WORDS[value] }));
const outcomes: readonly Choice[] = CONTACT_OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }));

/**
 * The forms of a row, once for the whole list: the island `rows` puts a copy into the row that asks for it and fills
 * in what stands in braces.
 */
export function DueForms({ clinic }: Omit<AppointmentTimeProps, 'id'>) {
  const { zone } = clinic;
  return (
    <>
      <RowForm
        name="book"
        title="Book {name}"
        api="POST /api/v1/courses/{courseId}/appointments"
        checkFirst="POST /api/v1/courses/{courseId}/appointments/check"
        zone={zone}
        saved="Booked."
      >
        <AppointmentTime id="book-at-{courseId}" clinic={clinic} />
        <NumberField
          label="Minutes"
          name="durationMin"
          id="book-min-{courseId}"
          inputMode="numeric"
          value={30}
        />
        <Field label="Note" name="note" id="book-note-{courseId}" sentAs="omit-empty" />
        <div class="also-for" {...marks({ offered: true })} />
        <CallEarlier />
      </RowForm>
      <RowForm
        name="call"
        title="What came of calling {name}?"
        api="POST /api/v1/courses/{courseId}/contacts"
        zone={zone}
        saved="Written down."
      >
        <AlsoFor />
        <SelectField
          label="Outcome"
          name="outcome"
          id="call-outcome-{courseId}"
          options={outcomes}
          value="no-answer"
        />
        <SelectField
          label="By"
          name="channel"
          id="call-channel-{courseId}"
          options={channels}
          value="phone"
        />
        <Field
          label="Call again on"
          name="snoozeUntilOn"
          id="call-until-{courseId}"
          type="date"
          sentAs="omit-empty"
          empty
        />
        <Field label="Note" name="note" id="call-note-{courseId}" sentAs="omit-empty" />
      </RowForm>
      <RowForm
        name="snooze"
        title="Call {name} again on"
        api="POST /api/v1/courses/{courseId}/snoozes"
        zone={zone}
        saved="Snoozed."
      >
        <AlsoFor />
        <Field
          label="Day"
          name="untilOn"
          id="snooze-until-{courseId}"
          type="date"
          min="{tomorrow}"
          required
        />
        <Field label="Note" name="note" id="snooze-note-{courseId}" sentAs="omit-empty" />
      </RowForm>
    </>
  );
}

/** The other courses of the patient that the call is about as well. */
function AlsoFor() {
  return <input type="hidden" name="alsoFor" {...marks({ sentAs: 'list' })} />;
}

interface RowFormProps {
  readonly name: RowForm;
  readonly title: string;
  readonly api: ApiAddress;
  readonly checkFirst?: ApiAddress;
  readonly zone: string;
  readonly saved: string;
  readonly children: ComponentChildren;
}

function RowForm({ name, title, api, checkFirst, zone, saved, children }: RowFormProps) {
  return (
    <template {...marks({ rowForm: name })}>
      <form
        class="row-form"
        {...marks({
          api,
          checkFirst,
          zone,
          after: 'refresh',
          refresh: '#{row}',
          refreshFrom: '{refresh}',
          saved,
        })}
        aria-label={title}
      >
        <p class="strong">{title}</p>
        <div class="fields">{children}</div>
        <div class="row">
          <button type="submit" class="primary">
            Save
          </button>
          <button type="button" class="quiet" {...marks({ close: true })}>
            Cancel
          </button>
        </div>
      </form>
    </template>
  );
}
