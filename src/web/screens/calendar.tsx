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
  takesTime,
  visitsByDay,
  type CalendarEntry,
} from '../../worklist/schedule/calendar-week.query';
import { injectorsHere, type Injector } from '../../worklist/schedule/free-slots.query';
import { minutesToOffer } from '../../clinical/schedule/visit-length';
import { actionsElsewhere, MOST_IN_SHORT } from '../parts/calendar/how-much';
import { DayHead, type WeekDay } from '../parts/calendar/day-head';
import { FreeFor, treatmentIn, type CalendarView } from '../parts/calendar/free-for';
import { layOut } from '../parts/calendar/lay-out';
import { Moved, MoveForm } from '../parts/calendar/visit/move-form';
import { NotComing } from '../parts/calendar/visit/not-coming';
import { WeekLinks, WhoseWeek } from '../parts/calendar/week-links';
import { TimeAxis } from '../parts/calendar/time-axis';
import { shortDay } from '../shared/day-text';
import { firstDueDayFor } from '../parts/calendar/open-day';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';

interface WeekProps {
  readonly actor: SignedIn;
  readonly clinic: Clinic;
  readonly now: Date;
  readonly injectors: readonly Injector[];
  /** Of whom alone the week is shown. */
  readonly only: Injector | undefined;
  readonly view: CalendarView;
  readonly days: readonly WeekDay[];
  readonly entries: readonly CalendarEntry[];
  /** There are more than can be shown: it tells how many. */
  readonly isCounted: boolean;
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
    patients: props.entries.map(({ patientId }) => patientId),
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
    const injectors = await injectorsHere(this.work.db);
    const only = injectors.find(({ id }) => id === query['with']);
    const visits = await visitsByDay(this.work.db, { from, to, zone }, only?.id);
    const isCounted = [...visits.values()].reduce((sum, ofDay) => sum + ofDay, 0) > MOST_IN_SHORT;
    const all = isCounted ? [] : await calendarEntries(this.work.db, { from, to, zone });
    const entries = only ? all.filter(({ injectorId }) => injectorId === only.id) : all;
    const toBook = await dueByBookDay(this.work.db, { from, to });
    const bookedOn = entries.filter(takesTime).map(({ startsAt }) => dayIn(zone, startsAt));
    const days = Array.from({ length: 7 }, (_, after): WeekDay => {
      const day = addDays(from, after);
      return {
        day,
        open: isOpenOn(day, due),
        toBook: toBook.get(day) ?? 0,
        dueFrom: firstDueDayFor(day, due),
        booked: isCounted ? (visits.get(day) ?? 0) : bookedOn.filter((on) => on === day).length,
      };
    });
    const now = this.clock.now();
    const view = { with: only?.id, for: treatmentIn(query) };
    return screenOf(
      reply,
      <Week {...{ actor, clinic, now, injectors, only, view, days, entries, isCounted }} />,
    );
  }
}

function Week({ actor, clinic, now, injectors, only, view, days, entries, isCounted }: WeekProps) {
  const { today, zone, schedule } = clinic;
  const first = days[0]!.day;
  const mayOpenCourse = may(actor.role, 'course.read');
  const actionsAt = actionsElsewhere(entries);
  const shown = days.filter(({ open, booked }) => open || booked > 0);
  const closed = days.filter((day) => !shown.includes(day));
  const week = layOut({
    days: shown.map(({ day }) => day),
    now,
    clinic,
    injectors: only ? [only] : injectors,
    minutes: minutesToOffer(view.for, schedule.visitLengths),
    entries: entries.filter(takesTime),
  });
  const headOf = (day: PlainDate) => <DayHead {...days.find((open) => open.day === day)!} today={today} />;
  return (
    <Page
      title={`Week of ${shortDay(first, today)}`}
      actor={actor}
      at="/calendar"
      wide
      axisFrom="desk"
      islands={['rows', 'drag-visit']}
      actions={<WeekLinks {...{ first, today, view }} />}
    >
      {injectors.length > 1 && <WhoseWeek {...{ first, injectors, view }} />}
      <FreeFor path="/calendar" days={{ week: first }} {...{ view, clinic }} />
      <Moved zone={zone} />
      <div id="week" class="stack">
        <p class="muted week-note">
          <span>{`Times are those of the clinic (${zone.replaceAll('_', ' ')}).`}</span>
          {closed.length > 0 && (
            <span>{`Closed: ${closed.map(({ day }) => shortDay(day, today)).join(', ')}.`}</span>
          )}
        </p>
        {isCounted && <CountedDays days={shown} headOf={headOf} />}
        {!isCounted && week.axis && (
          <TimeAxis
            label="The week by injector"
            treatment={view.for}
            {...{ clinic, mayOpenCourse, headOf, actionsAt }}
            {...week}
            axis={week.axis}
          />
        )}
        <NotComing {...{ entries, clinic, now, injectors, mayOpenCourse, actionsAt }} />
      </div>
      <MoveForm clinic={clinic} injectors={injectors} />
    </Page>
  );
}

/** A week of more visits than a page can show: how many each day has, and the way to them. */
function CountedDays({
  days,
  headOf,
}: Pick<WeekProps, 'days'> & { readonly headOf: (day: PlainDate) => VNode }) {
  return (
    <section class="panel stack" aria-label="The week in numbers">
      <p>{`These are more than ${MOST_IN_SHORT} visits. Open a day, or choose whose week to see.`}</p>
      <ul class="plain stack">
        {days.map(({ day }) => (
          <li key={day}>{headOf(day)}</li>
        ))}
      </ul>
    </section>
  );
}
