import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { addDays, isPlainDate, type PlainDate } from '../../clinical/calendar';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { Clock } from '../../platform/clock';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { Allow, may } from '../../platform/permissions';
import { calendarEntries, takesTime, type CalendarEntry } from '../../worklist/schedule/calendar-week.query';
import { injectorsHere, type Injector } from '../../worklist/schedule/free-slots.query';
import { minutesToOffer } from '../../clinical/schedule/visit-length';
import { calendarAddress, FreeFor, treatmentIn, type CalendarView } from '../parts/calendar/free-for';
import { actionsElsewhere } from '../parts/calendar/how-much';
import { layOut } from '../parts/calendar/lay-out';
import { Moved, MoveForm } from '../parts/calendar/visit/move-form';
import { NotComing } from '../parts/calendar/visit/not-coming';
import { TimeAxis } from '../parts/calendar/time-axis';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { shortDay } from '../shared/day-text';

interface DayProps {
  readonly actor: SignedIn;
  readonly clinic: Clinic;
  readonly now: Date;
  readonly day: PlainDate;
  readonly view: CalendarView;
  readonly injectors: readonly Injector[];
  readonly entries: readonly CalendarEntry[];
  /** The id of the visit beside which stands what is done about it, on a day of many. */
  readonly opened: unknown;
}

/** A day of the clinic on a time axis, by injector. */
@Screen('calendar/day')
export class CalendarDayScreen {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('scheduling.read')
  @Reads('appointment', ({ props }: VNode<DayProps>) => ({
    patients: props.entries.map(({ patientId }) => patientId),
  }))
  async day(
    @By() actor: SignedIn,
    @Query() query: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<DayProps>>> {
    const day = isPlainDate(query['on']) ? query['on'] : clinic.today;
    const entries = await calendarEntries(this.work.db, { from: day, to: day, zone: clinic.zone });
    const injectors = await injectorsHere(this.work.db);
    const now = this.clock.now();
    const view = { for: treatmentIn(query) };
    const opened = query['visit'];
    return screenOf(reply, <Day {...{ actor, clinic, now, day, view, injectors, entries, opened }} />);
  }
}

function Day({ actor, clinic, now, day, view, injectors, entries, opened }: DayProps) {
  const { today, schedule } = clinic;
  const mayOpenCourse = may(actor.role, 'course.read');
  const actionsAt = actionsElsewhere(entries, opened);
  const { axis, days } = layOut({
    days: [day],
    now,
    clinic,
    injectors,
    minutes: minutesToOffer(view.for, schedule.visitLengths),
    entries: entries.filter(takesTime),
  });
  return (
    <Page
      title={shortDay(day, today)}
      actor={actor}
      at="/calendar"
      wide
      axisFrom="any-width"
      islands={['rows', 'drag-visit']}
      actions={<DayLinks {...{ day, today, view }} />}
    >
      <FreeFor path="/calendar/day" days={{ on: day }} {...{ view, clinic }} />
      <Moved zone={clinic.zone} />
      <div id="week" class="stack">
        {axis ? (
          <TimeAxis
            label="The day by injector"
            treatment={view.for}
            {...{ axis, days, clinic, mayOpenCourse, actionsAt }}
          />
        ) : (
          <p class="muted">The clinic is closed on this day, and nobody is booked.</p>
        )}
        <NotComing {...{ entries, clinic, now, injectors, mayOpenCourse, actionsAt }} />
      </div>
      <MoveForm clinic={clinic} injectors={injectors} />
    </Page>
  );
}

function DayLinks({ day, today, view }: Pick<DayProps, 'day' | 'view'> & { readonly today: PlainDate }) {
  const dayAt = (on: PlainDate): string => calendarAddress('/calendar/day', { on }, view);
  return (
    <>
      <a class="button" href={dayAt(addDays(day, -1))}>
        <span aria-hidden="true">‹</span> Day before
      </a>
      <a class="button" href={dayAt(today)} aria-current={day === today ? 'date' : undefined}>
        Today
      </a>
      <a class="button" href={dayAt(addDays(day, 1))}>
        Day after <span aria-hidden="true">›</span>
      </a>
      <a class="button" href={calendarAddress('/calendar', { week: day }, view)}>
        Week
      </a>
    </>
  );
}
