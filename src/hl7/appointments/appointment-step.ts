import type { PlainDate } from '../../clinical/calendar';
import type { AppointmentStatus } from '../../records/scheduling/appointment.entity';
import { toldOrder } from '../taking/told-order';
import { isOver, type ToldAppointment } from './reading/read-appointment';

/** An appointment as it is on record. */
export interface StandingAppointment {
  readonly status: AppointmentStatus;
  readonly startsAt: Date;
  readonly durationMin: number;
  /** When what was told of it last took place. */
  readonly toldAt: Date;
  /** When somebody here changed it since a message did; null: nobody has. */
  readonly changedHereAt: Date | null;
}

type Told = Pick<ToldAppointment, 'status' | 'isNew' | 'startsAt' | 'durationMin'>;

/** `ask-attended`: they came, and the message says otherwise; `ask-changed`: it was changed here since. */
export type AppointmentStep = 'overtaken' | 'same' | 'write' | 'ask-attended' | 'ask-changed';

/**
 * May what a message tells of an appointment that is known be written over it?
 *
 * As of a patient the newest counts, and a change that was made here since is not written over unasked. That it was made is
 * told before everything else of it, so at one moment it counts last. Nobody who came is made to have stayed away.
 */
export function appointmentStep(
  told: Told,
  { occurredAt }: { readonly occurredAt: Date },
  standing: StandingAppointment,
): AppointmentStep {
  const { toldAt, changedHereAt, status } = standing;
  const differs = differsFrom(told, standing);
  const order = toldOrder({ occurredAt, latestToldAt: toldAt, changedHereAt, differs });
  if (order === 'overtaken' || order === 'same') return order;
  if (told.isNew && occurredAt.getTime() === toldAt.getTime()) return 'overtaken';
  if (status === 'attended') return 'ask-attended';
  return order === 'ask' ? 'ask-changed' : 'write';
}

/** When a visit is over, its time is what it was; where it has taken place, that it was booked is nothing new. */
function differsFrom({ status, startsAt, durationMin }: Told, standing: StandingAppointment): boolean {
  if (isOver(status)) return status !== standing.status;
  const moved = startsAt !== undefined && startsAt.getTime() !== standing.startsAt.getTime();
  if (standing.status === 'attended' || standing.status === 'no-show') return moved;
  const longer = durationMin !== undefined && durationMin !== standing.durationMin;
  return status === 'unsettled' || standing.status !== 'booked' || moved || longer;
}

/**
 * What speaks against taking what a message tells, whatever is on record? The sender has not booked it, it would be booked for
 * a day that is over, or have been kept or missed on a day to come. In words for whoever is asked.
 */
export function unlikely(
  status: ToldAppointment['status'],
  day: PlainDate,
  today: PlainDate,
): string | undefined {
  if (status === 'unsettled')
    return 'The sender has not booked it yet, it is pending there: take it once it is agreed';
  if (status === 'booked' && day < today)
    return `It would be booked for ${day}, and today is ${today}: take it if the visit did take place that day`;
  if ((status === 'attended' || status === 'no-show') && day > today)
    return `It says that they ${status === 'attended' ? 'came' : 'did not come'} on ${day}, which is still to come: ask the sender`;
  return undefined;
}
