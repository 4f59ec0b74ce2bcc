import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { addDays, mondayOf, dayIn, isPlainDate, type PlainDate } from '../../clinical/calendar';
import { isOpenOn } from '../../clinical/due/open-days';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import type { Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { Allow, may } from '../../platform/permissions';
import {
  calendarEntries,
  dueByBookDay,
  type CalendarEntry,
} from '../../worklist/schedule/calendar-week.query';
import { injectorsHere, type Injector } from '../../worklist/schedule/free-slots.query';
import { freedTime } from '../parts/calendar/freed-time';
import { AppointmentCard, MoveForm } from '../parts/calendar/appointment-card';
import { shortDay } from '../shared/day-text';
import { firstDueDayFor } from '../parts/calendar/open-day';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { counted } from '../../clinical/words';
import { classes } from '../shared/classes';

interface Day {
  readonly day: PlainDate;
  readonly open: boolean;
  /** Courses to be booked on this day, and the due days that lead to it. */
  readonly toBook: number;
  readonly dueFrom: PlainDate;
  readonly entries: readonly CalendarEntry[];
}

interface WeekProps {
  readonly actor: SignedIn;
  readonly clinic: Clinic;
  readonly now: Date;
  readonly injectors: readonly Injector[];
  readonly days: readonly Day[];
}

/** A week of the clinic: open and closed days, who comes when, and how many fall due. */
@Screen('calendar')
export class CalendarScreen {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('scheduling.read')
  @Reads('appointment', ({ props }: VNode<WeekProps>) => ({
    patients: props.days.flatMap(({ entries }) => entries.map(({ patientId }) => patientId)),
  }))
  async week(
    @By() actor: SignedIn,
    @Query() query: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<WeekProps>>> {
    const { today, zone, due } = clinic;
    const from = mondayOf(isPlainDate(query['week']) ? query['week'] : today);
    const to = addDays(from, 6);
    const entries = await calendarEntries(this.work.db, { from, to, zone });
    const toBook = await dueByBookDay(this.work.db, { from, to });
    const injectors = await injectorsHere(this.work.db);
    const now = this.clock.now();
    const days = Array.from({ length: 7 }, (_, after): Day => {
      const day = addDays(from, after);
      return {
        day,
        open: isOpenOn(day, due),
        toBook: toBook.get(day) ?? 0,
        dueFrom: firstDueDayFor(day, due),
        entries: entries.filter(({ startsAt }) => dayIn(zone, startsAt) === day),
      };
    });
    return screenOf(reply, <Week {...{ actor, clinic, now, injectors, days }} />);
  }
}

function Week({ actor, clinic, now, injectors, days }: WeekProps) {
  const { today, zone } = clinic;
  const first = days[0]!.day;
  const props = { today, zone, now, injectors, mayOpenCourse: may(actor.role, 'course.read') };
  return (
    <Page
      title={`Week of ${shortDay(first, today)}`}
      actor={actor}
      at="/calendar"
      islands={['rows']}
      actions={<WeekLinks first={first} today={today} />}
    >
      <p class="muted">{`Times are those of the clinic (${zone.replaceAll('_', ' ')}).`}</p>
      <div id="week" class="week">
        {days.map((day) => (
          <WeekDay key={day.day} {...day} {...props} />
        ))}
      </div>
      <MoveForm clinic={clinic} />
    </Page>
  );
}

function WeekLinks({ first, today }: { readonly first: PlainDate; readonly today: PlainDate }) {
  return (
    <>
      <a class="button" href={`/calendar?week=${addDays(first, -7)}`}>
        <span aria-hidden="true">‹</span> Week before
      </a>
      <a class="button" href="/calendar" aria-current={mondayOf(today) === first ? 'date' : undefined}>
        This week
      </a>
      <a class="button" href={`/calendar?week=${addDays(first, 7)}`}>
        Week after <span aria-hidden="true">›</span>
      </a>
      <form method="get" action="/calendar" class="row">
        <label class="visually-hidden" for="week-of">
          Week of this day
        </label>
        <input id="week-of" type="date" name="week" value={first} class="auto" />
        <button type="submit">Go</button>
      </form>
    </>
  );
}

type WeekDayProps = Day & {
  readonly today: PlainDate;
  readonly zone: string;
  readonly now: Date;
  readonly injectors: readonly Injector[];
  readonly mayOpenCourse: boolean;
};

function WeekDay({ day, open, toBook, dueFrom, entries, today, mayOpenCourse, ...freed }: WeekDayProps) {
  const { zone } = freed;
  const booked = entries.filter(({ status }) => status !== 'cancelled').length;
  return (
    <section
      class={classes('week-day panel', !open && 'week-closed', day === today && 'week-today')}
      aria-labelledby={`day-${day}`}
    >
      <div class="week-head">
        <h2 id={`day-${day}`}>
          <a href={`/calendar/day?on=${day}`}>{shortDay(day, today)}</a>
        </h2>
        <p>
          {day === today && <span class="badge badge-accent">Today</span>}{' '}
          {!open && <span class="badge">Closed</span>}
        </p>
        {(open || booked > 0) && <p>{counted(booked, 'appointment')}</p>}
        {toBook > 0 && (
          <p>
            <a
              href={`/due?from=${dueFrom}&to=${day}`}
            >{`${toBook} ${toBook === 1 ? 'falls' : 'fall'} due`}</a>
          </p>
        )}
      </div>
      {entries.length > 0 ? (
        <ol class="visits">
          {entries.map((entry) => (
            <AppointmentCard
              key={entry.id}
              entry={entry}
              zone={zone}
              dayHasCome={day <= today}
              mayOpenCourse={mayOpenCourse}
              freedAt={freedTime(entry, freed)}
            />
          ))}
        </ol>
      ) : (
        open && <p class="muted week-none">Nobody booked yet</p>
      )}
    </section>
  );
}
