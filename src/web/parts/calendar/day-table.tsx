import { hoursOn, minutesOf, wallTimeOf } from '../../../clinical/schedule/opening-hours';
import { freeSlots } from '../../../clinical/schedule/free-slots';
import { USUAL_VISIT_MINUTES } from '../../../clinical/schedule/visit-length';
import { momentAt, wallTimeAt } from '../../../clinical/schedule/wall-clock';
import type { PlainDate } from '../../../clinical/calendar';
import type { Clinic } from '../../../platform/clinic';
import type { CalendarEntry } from '../../../worklist/schedule/calendar-week.query';
import type { Injector } from '../../../worklist/schedule/free-slots.query';
import { classes } from '../../shared/classes';
import { clockWords } from '../../shared/day-text';
import { AppointmentCard } from './appointment-card';
import { axisOf, columnCells, oneAfterAnother, ROW_MINUTES, type GridCell, type Placed } from './day-grid';

export interface DayTableProps {
  readonly day: PlainDate;
  readonly now: Date;
  readonly clinic: Clinic;
  readonly injectors: readonly Injector[];
  /** Those that take time: booked, or come. */
  readonly entries: readonly CalendarEntry[];
  readonly mayOpenCourse: boolean;
}

type PlacedEntry = Placed & { readonly entry: CalendarEntry };

interface Column {
  readonly id: string | null;
  readonly name: string;
  readonly cells: readonly GridCell<PlacedEntry>[];
  /** The minutes at which a visit could begin. */
  readonly free: ReadonlySet<number>;
}

/** A day on a time axis, a column an injector: hours, visits, and the times that are free. */
export function DayTable(props: DayTableProps) {
  const { axis, columns } = layOut(props);
  if (!axis) return <p class="muted">The clinic is closed on this day, and nobody is booked.</p>;
  const rows = Array.from(
    { length: (axis.to - axis.from) / ROW_MINUTES },
    (_, i) => axis.from + i * ROW_MINUTES,
  );
  return (
    <div class="scroll" role="region" aria-label="The day by injector" tabIndex={0}>
      <table class="day-table">
        <thead>
          <tr>
            <th scope="col">Time</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((at) => (
            <tr key={at}>
              {at % 30 === 0 && (
                <th scope="row" rowSpan={2}>
                  {timeAt(props, at)}
                </th>
              )}
              {columns.map((column) => (
                <DayCell key={column.id} at={at} column={column} {...props} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayCell({ at, column, ...props }: DayTableProps & { readonly at: number; readonly column: Column }) {
  const cell = column.cells.find((one) => one.at === at);
  if (!cell) return null;
  const { day, clinic, mayOpenCourse } = props;
  const isFree = cell.visits.length === 0 && column.free.has(at);
  return (
    <td rowSpan={cell.rows} class={classes(!cell.open && 'day-shut')}>
      {cell.clash && <p class="badge badge-warn">At the same time</p>}
      {cell.visits.length > 0 && (
        <ol class="visits">
          {cell.visits.map(({ entry }) => (
            <AppointmentCard
              key={entry.id}
              entry={entry}
              zone={clinic.zone}
              dayHasCome={day <= clinic.today}
              mayOpenCourse={mayOpenCourse}
            />
          ))}
        </ol>
      )}
      {isFree && (
        <a class="no-print" href={`/calendar/slot?at=${day}T${wallTimeOf(at)}&with=${column.id}`}>
          Book {timeAt(props, at)}
          <span class="visually-hidden">{` with ${column.name}`}</span>
        </a>
      )}
    </td>
  );
}

function timeAt({ day, clinic }: Pick<DayTableProps, 'day' | 'clinic'>, at: number): string {
  return clockWords(momentAt(`${day}T${wallTimeOf(at)}`, clinic.zone)!, clinic.zone);
}

function layOut({ day, now, clinic, injectors, entries }: DayTableProps) {
  const { zone, due, schedule } = clinic;
  const known = new Set(injectors.map(({ id }) => id));
  const placed = entries.map((entry): PlacedEntry => {
    const from = minutesOf(wallTimeAt(entry.startsAt, zone).slice(11));
    return { entry, from, to: Math.min(from + entry.durationMin, 24 * 60) };
  });
  const others = placed.filter(({ entry }) => !known.has(entry.injectorId ?? ''));
  const hours = (id: string) => hoursOn(day, id, schedule.openingHours, due);
  const axis = axisOf([...placed, ...injectors.flatMap(({ id }) => hours(id))]);
  if (!axis) return { axis, columns: [] };
  const settings = { zone, closed: due, openingHours: schedule.openingHours };
  const minutes = USUAL_VISIT_MINUTES;
  const columns = injectors.map(({ id, name }): Column => {
    const search = { from: day, to: day, now, minutes, injectorIds: [id], taken: entries, most: 200 };
    const starts = freeSlots(search, settings).map(({ startsAt }) =>
      minutesOf(wallTimeAt(startsAt, zone).slice(11)),
    );
    const theirs = placed.filter(({ entry }) => entry.injectorId === id);
    return {
      id,
      name,
      cells: columnCells(theirs, hours(id), axis),
      free: new Set(oneAfterAnother(starts, minutes)),
    };
  });
  if (others.length > 0)
    columns.push({
      id: null,
      name: 'Nobody named',
      cells: columnCells(others, [], axis),
      free: new Set(),
    });
  return { axis, columns };
}
