import { dayIn, type PlainDate } from '../../../../clinical/calendar';
import type { Clinic } from '../../../../platform/clinic';
import { takesTime, type CalendarEntry } from '../../../../worklist/schedule/calendar-week.query';
import type { Injector } from '../../../../worklist/schedule/free-slots.query';
import { shortDay } from '../../../shared/day-text';
import { AppointmentCard } from '../appointment-card';
import { freedTime } from './freed-time';

interface NotComingProps {
  readonly entries: readonly CalendarEntry[];
  readonly clinic: Clinic;
  readonly now: Date;
  readonly injectors: readonly Injector[];
  readonly mayOpenCourse: boolean;
  readonly actionsAt: (entry: CalendarEntry, day: PlainDate) => string | undefined;
}

/** Whose time is free again: who cancelled, and who did not come. */
export function NotComing({ entries, clinic, now, injectors, mayOpenCourse, actionsAt }: NotComingProps) {
  const { today, zone } = clinic;
  const off = entries.filter((entry) => !takesTime(entry));
  if (off.length === 0) return null;
  return (
    <section aria-labelledby="off" class="stack">
      <h2 id="off">Cancelled, or did not come</h2>
      <ol class="visits">
        {off.map((entry) => {
          const day = dayIn(zone, entry.startsAt);
          return (
            <AppointmentCard
              key={entry.id}
              entry={entry}
              zone={zone}
              dayHasCome={day <= today}
              mayOpenCourse={mayOpenCourse}
              freedAt={freedTime(entry, { now, zone, injectors })}
              day={shortDay(day, today)}
              actionsAt={actionsAt(entry, day)}
            />
          );
        })}
      </ol>
    </section>
  );
}
