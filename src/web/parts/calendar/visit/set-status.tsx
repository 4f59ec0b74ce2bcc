import type { AppointmentStatus } from '../../../../records/scheduling/appointment.entity';
import type { CalendarEntry } from '../../../../worklist/schedule/calendar-week.query';
import { marks } from '../../../browser/marks';

export const STATUS_WORDS: Readonly<Record<AppointmentStatus, string>> = {
  booked: 'Booked',
  attended: 'Came',
  'no-show': 'Did not come',
  cancelled: 'Cancelled',
};

interface SetStatusProps {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly status: AppointmentStatus;
  readonly label: string;
  /** The time that it would take again: what speaks against it is asked first. */
  readonly takes?: Pick<CalendarEntry, 'courseId' | 'startsAt' | 'durationMin'>;
}

/** Says what became of a visit. */
export function SetStatus({ id, version, name, status, label, takes }: SetStatusProps) {
  return (
    <form
      {...marks({
        api: `PATCH /api/v1/appointments/${id}`,
        version,
        after: 'refresh',
        refresh: '#week',
        saved: `${name}: ${STATUS_WORDS[status].toLowerCase()}.`,
        ...(takes && {
          checkFirst: `POST /api/v1/courses/${takes.courseId}/appointments/check`,
          checkWith: { appointmentId: id, startsAt: takes.startsAt, durationMin: takes.durationMin },
        }),
      })}
    >
      <input type="hidden" name="status" value={status} />
      <button type="submit" class="quiet">
        {label}
        <span class="visually-hidden">{`: ${name}`}</span>
      </button>
    </form>
  );
}
