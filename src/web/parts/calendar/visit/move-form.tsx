import type { Injector } from '../../../../worklist/schedule/free-slots.query';
import { marks } from '../../../browser/marks';
import { NumberField, SelectField } from '../../page/field';
import { AppointmentTime, type AppointmentTimeProps } from '../appointment-time';
import { CallEarlier } from './call-earlier';

interface MoveFormProps extends Omit<AppointmentTimeProps, 'id'> {
  readonly injectors: readonly Injector[];
}

/** The form for another time, once for the whole calendar; the island `rows` copies it to where it is asked for. What is moved can be moved back above the calendar. */
export function MoveForm({ clinic, injectors }: MoveFormProps) {
  return (
    <template {...marks({ rowForm: 'move' })}>
      <form
        class="row-form"
        {...marks({
          api: 'PATCH /api/v1/appointments/{id}',
          checkFirst: 'POST /api/v1/courses/{courseId}/appointments/check',
          moves: '{id}',
          version: '{version}',
          zone: clinic.zone,
          after: 'refresh',
          refresh: '#week',
          saved: 'Moved.',
        })}
        aria-label="Move the appointment of {name}"
      >
        <AppointmentTime id="move-at-{id}" clinic={clinic} />
        <SelectField
          label="With"
          name="injectorId"
          id="move-with-{id}"
          sentAs="null-if-empty"
          options={[
            { value: '', label: 'Nobody named' },
            ...injectors.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <NumberField label="Minutes" name="durationMin" id="move-min-{id}" inputMode="numeric" />
        <CallEarlier />
        <div class="row">
          <button type="submit" class="primary">
            Move
          </button>
          <button type="button" class="quiet" {...marks({ close: true })}>
            Back
          </button>
        </div>
      </form>
    </template>
  );
}

/** Where it is said what was moved, and moved back. */
export function Moved({ zone }: { readonly zone: string }) {
  return <div class="moved no-print" {...marks({ moved: true, zone })} />;
}
