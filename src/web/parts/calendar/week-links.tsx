import { addDays, mondayOf, type PlainDate } from '../../../clinical/calendar';
import type { Injector } from '../../../worklist/schedule/free-slots.query';
import { calendarAddress, type CalendarView } from './free-for';

interface WeekLinksProps {
  readonly first: PlainDate;
  readonly today: PlainDate;
  readonly view: CalendarView;
}

/** Other weeks. */
export function WeekLinks({ first, today, view }: WeekLinksProps) {
  const weekOf = (week: PlainDate): string => calendarAddress('/calendar', { week }, view);
  return (
    <>
      <a class="button" href={weekOf(addDays(first, -7))}>
        <span aria-hidden="true">‹</span> Week before
      </a>
      <a class="button" href={weekOf(today)} aria-current={mondayOf(today) === first ? 'date' : undefined}>
        This week
      </a>
      <a class="button" href={weekOf(addDays(first, 7))}>
        Week after <span aria-hidden="true">›</span>
      </a>
      <form method="get" action="/calendar" class="row">
        <label class="visually-hidden" for="week-of">
          Week of this day
        </label>
        <input id="week-of" type="date" name="week" value={first} class="auto" />
        {Object.entries(view).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <button type="submit">Go</button>
      </form>
    </>
  );
}

interface WhoseWeekProps extends Omit<WeekLinksProps, 'today'> {
  readonly injectors: readonly Injector[];
}

/** The week of everybody, or of one injector. */
export function WhoseWeek({ first, injectors, view }: WhoseWeekProps) {
  const weekWith = (id?: string): string =>
    calendarAddress('/calendar', { week: first }, { ...view, with: id });
  return (
    <nav aria-label="Injectors" class="tabs">
      <a href={weekWith()} aria-current={view.with ? undefined : 'page'}>
        Everybody
      </a>
      {injectors.map(({ id, name }) => (
        <a key={id} href={weekWith(id)} aria-current={id === view.with ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
