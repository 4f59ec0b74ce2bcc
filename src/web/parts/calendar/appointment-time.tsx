import type { Clinic } from '../../../platform/clinic';
import { Field } from '../page/field';
import { marks } from '../../browser/marks';

export interface AppointmentTimeProps {
  readonly id: string;
  readonly clinic: Clinic;
}

/** When somebody is to come. The island `rows` says so beside it when the clinic is closed on that day. */
export function AppointmentTime({ id, clinic: { due, today } }: AppointmentTimeProps) {
  const closed = {
    closedWeekdays: due.closedWeekdays,
    closedDays: due.closedDays.filter((day) => day >= today),
  };
  return (
    <div {...marks({ closed })}>
      <Field label="Day and time" name="startsAt" id={id} type="datetime-local" required sentAs="moment" />
      <p class="closed-note" role="status" />
    </div>
  );
}
