import type { ComponentChildren } from 'preact';
import { CONTACT_CHANNELS, CONTACT_OUTCOMES } from '../../../records/scheduling/contact.entity';
import { AppointmentTime, type AppointmentTimeProps } from '../calendar/appointment-time';
import { Field, SelectField, type Choice } from '../page/field';

const CHANNELS: Readonly<Record<(typeof CONTACT_CHANNELS)[number], string>> = {
  phone: 'Telephone',
  sms: 'Text message',
  email: 'E-mail',
  portal: 'Patient portal',
  letter: 'Letter',
  'in-person': 'In person',
};

const OUTCOMES: Readonly<Record<(typeof CONTACT_OUTCOMES)[number], string>> = {
  agreed: 'Agreed to come',
  'call-later': 'Asked to be called later',
  'no-answer': 'No answer',
  declined: 'Does not want to come',
  moved: 'Has moved away',
  deceased: 'Has died',
};

const channels: readonly Choice[] = CONTACT_CHANNELS.map((value) => ({ value, label: CHANNELS[value] }));
const outcomes: readonly Choice[] = CONTACT_OUTCOMES.map((value) => ({ value, label: OUTCOMES[value] }));

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
        zone={zone}
        saved="Booked."
      >
        <AppointmentTime id="book-at-{courseId}" clinic={clinic} />
        <Field
          label="Minutes"
          name="durationMin"
          id="book-min-{courseId}"
          type="number"
          min={5}
          max={480}
          step={5}
          value={30}
          data-type="number"
        />
        <Field label="Note" name="note" id="book-note-{courseId}" data-type="omit-empty" />
      </RowForm>
      <RowForm
        name="call"
        title="What came of calling {name}?"
        api="POST /api/v1/courses/{courseId}/contacts"
        zone={zone}
        saved="Written down."
      >
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
          label="Hide from today’s calls until"
          name="snoozeUntilOn"
          id="call-until-{courseId}"
          type="date"
          data-type="omit-empty"
          {...{ 'data-empty': 'true' }}
        />
        <Field label="Note" name="note" id="call-note-{courseId}" data-type="omit-empty" />
      </RowForm>
      <RowForm
        name="snooze"
        title="Bring {name} back on"
        api="POST /api/v1/courses/{courseId}/contacts"
        zone={zone}
        saved="Snoozed."
      >
        <Field
          label="Day"
          name="snoozeUntilOn"
          id="snooze-until-{courseId}"
          type="date"
          min="{earliestOn}"
          required
        />
        <SelectField
          label="Why"
          name="outcome"
          id="snooze-outcome-{courseId}"
          options={outcomes}
          value="call-later"
        />
        <SelectField
          label="Heard by"
          name="channel"
          id="snooze-channel-{courseId}"
          options={channels}
          value="phone"
        />
        <Field label="Note" name="note" id="snooze-note-{courseId}" data-type="omit-empty" />
      </RowForm>
    </>
  );
}

interface RowFormProps {
  readonly name: string;
  readonly title: string;
  readonly api: string;
  readonly zone: string;
  readonly saved: string;
  readonly children: ComponentChildren;
}

function RowForm({ name, title, api, zone, saved, children }: RowFormProps) {
  return (
    <template data-form={name}>
      <form
        class="row-form"
        data-api={api}
        data-zone={zone}
        data-then="refresh"
        data-refresh="#course-{courseId}"
        data-refresh-from="{refresh}"
        data-saved={saved}
        aria-label={title}
      >
        <p class="strong">{title}</p>
        <div class="fields">{children}</div>
        <div class="row">
          <button type="submit" class="primary">
            Save
          </button>
          <button type="button" class="quiet" data-close>
            Cancel
          </button>
        </div>
      </form>
    </template>
  );
}
