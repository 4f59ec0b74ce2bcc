import type { ComponentChildren } from 'preact';
import type { PlainDate } from '../../../clinical/calendar';
import type { IndicationSlug } from '../../../clinical/catalogue/indications';
import { wallTimeOf, type Span } from '../../../clinical/schedule/opening-hours';
import { momentAt } from '../../../clinical/schedule/wall-clock';
import type { Clinic } from '../../../platform/clinic';
import type { CalendarEntry } from '../../../worklist/schedule/calendar-week.query';
import { marks } from '../../browser/marks';
import { addressWith } from '../../filled-query';
import { CLASSES, classes } from '../../shared/classes';
import { clockWords } from '../../shared/day-text';
import { AppointmentCard } from './appointment-card';
import { ROW_MINUTES, withGaps, type GridCell } from './day-grid';
import type { DayLanes, Lane, PlacedEntry } from './lay-out';

interface TimeAxisProps {
  readonly label: string;
  readonly axis: Span;
  readonly days: readonly DayLanes[];
  readonly clinic: Clinic;
  readonly mayOpenCourse: boolean;
  /** For which treatment a free time is offered. */
  readonly treatment?: IndicationSlug | undefined;
  /** Where what is done about a visit is found, where not beside it. */
  readonly actionsAt: (entry: CalendarEntry, day: PlainDate) => string | undefined;
  /** What stands above a day. */
  readonly headOf?: (day: PlainDate) => ComponentChildren;
}

/** Days beside each other on one time axis, in each a lane an injector: hours, visits, and the times that are free. On paper, and a week on a phone, a list. */
export function TimeAxis({ label, axis, days, headOf, ...props }: TimeAxisProps) {
  const { clinic } = props;
  const isWeek = days.length > 1;
  return (
    <div
      class={classes('axis', isWeek && 'axis-week', isWeek && isCrowded(days) && 'axis-crowded')}
      role="region"
      aria-label={label}
      {...marks({ axisFrom: axis.from, axisRows: (axis.to - axis.from) / ROW_MINUTES })}
    >
      <div class="axis-times" aria-hidden="true">
        {hoursOf(axis).map(({ at, rows }) => (
          <div key={at} class={classes('axis-time', CLASSES.ones[rows])}>
            {timeAt(days[0]!.day, at, clinic)}
          </div>
        ))}
      </div>
      {days.map(({ day, lanes }) => (
        <section
          key={day}
          class={classes('axis-day', day === clinic.today && 'axis-today')}
          aria-labelledby={headOf && `day-${day}`}
        >
          <div class="axis-head">{headOf?.(day)}</div>
          <div class="axis-lanes">
            {lanes.map((lane) => (
              <LaneOf key={lane.injectorId} lane={lane} isWeek={isWeek} {...props} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

/** So many lanes a day that a name needs two lines in a week. */
const CROWDED = 3;

function isCrowded(days: readonly DayLanes[]): boolean {
  return days.some(({ lanes }) => lanes.length >= CROWDED);
}

type LaneProps = Pick<TimeAxisProps, 'clinic' | 'mayOpenCourse' | 'treatment' | 'actionsAt'> & {
  readonly lane: Lane;
  readonly isWeek: boolean;
};

function LaneOf({ lane, isWeek, ...props }: LaneProps) {
  const { day, injectorId, name, cells } = lane;
  const Name = isWeek ? 'h3' : 'h2';
  return (
    <div class="lane">
      <Name class="lane-name">{name}</Name>
      <div class="lane-cells" {...marks({ lane: { day, injectorId } })}>
        {(isWeek ? withGaps(cells) : cells).map((cell) => (
          <Cell key={cell.at} cell={cell} lane={lane} isWeek={isWeek} {...props} />
        ))}
      </div>
    </div>
  );
}

function Cell({
  cell,
  lane,
  isWeek,
  clinic,
  mayOpenCourse,
  treatment,
  actionsAt,
}: LaneProps & { readonly cell: GridCell<PlacedEntry> }) {
  const { day, injectorId, name } = lane;
  const { at, rows, visits, clash, open, freeFrom } = cell;
  return (
    <div
      class={classes(
        'cell',
        CLASSES.tens[Math.floor(rows / 10)],
        CLASSES.ones[rows % 10],
        !open && 'cell-shut',
        visits.length === 0 && freeFrom === undefined && 'cell-empty',
        clash && 'cell-clash',
      )}
    >
      {clash && <p class="badge badge-warn">At the same time</p>}
      {visits.length > 0 && (
        <ol class="visits">
          {visits.map(({ entry }) => (
            <AppointmentCard
              key={entry.id}
              entry={entry}
              zone={clinic.zone}
              dayHasCome={day <= clinic.today}
              mayOpenCourse={mayOpenCourse}
              actionsAt={actionsAt(entry, day)}
            />
          ))}
        </ol>
      )}
      {freeFrom !== undefined && (
        <a
          class="free no-print"
          href={addressWith('/calendar/slot', {
            at: `${day}T${wallTimeOf(freeFrom)}`,
            with: injectorId,
            for: treatment,
          })}
        >
          Book {timeAt(day, freeFrom, clinic)}
          {isWeek && <span>{` to ${timeAt(day, at + rows * ROW_MINUTES, clinic)}`}</span>}
          <span class="visually-hidden">{` with ${name}`}</span>
        </a>
      )}
    </div>
  );
}

/** The hours of the axis, the first one perhaps half. */
function hoursOf({ from, to }: Span): { at: number; rows: 2 | 4 }[] {
  const hours: { at: number; rows: 2 | 4 }[] = [];
  for (let at = from; at < to;) {
    const rows = at % 60 === 0 && at + 60 <= to ? 4 : 2;
    hours.push({ at, rows });
    at += rows * ROW_MINUTES;
  }
  return hours;
}

function timeAt(day: PlainDate, at: number, { zone }: Clinic): string {
  const wall = at < 24 * 60 ? wallTimeOf(at) : '23:59';
  return clockWords(momentAt(`${day}T${wall}`, zone)!, zone);
}
