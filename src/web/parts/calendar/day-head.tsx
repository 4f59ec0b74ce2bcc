import type { PlainDate } from '../../../clinical/calendar';
import { counted } from '../../../clinical/words';
import { shortDay } from '../../shared/day-text';

/** A day of a week, in numbers. */
export interface WeekDay {
  readonly day: PlainDate;
  readonly open: boolean;
  /** Courses to be booked on this day, and the due days that lead to it. */
  readonly toBook: number;
  readonly dueFrom: PlainDate;
  readonly booked: number;
}

export function DayHead({ day, toBook, dueFrom, booked, today }: WeekDay & { readonly today: PlainDate }) {
  return (
    <>
      <h2 id={`day-${day}`}>
        <a href={`/calendar/day?on=${day}`}>{shortDay(day, today)}</a>{' '}
        {day === today && <span class="badge badge-accent">Today</span>}
      </h2>
      <p>
        {counted(booked, 'visit')}
        {toBook > 0 && (
          <>
            {', '}
            <a href={`/due?from=${dueFrom}&to=${day}`}>{`${toBook} due`}</a>
          </>
        )}
      </p>
    </>
  );
}
