import { addDays, mondayOf, type PlainDate } from '../../../clinical/calendar';
import type { Injector } from '../../../worklist/schedule/free-slots.query';

interface WeekLinksProps {
  readonly first: PlainDate;
  readonly today: PlainDate;
  /** Of whom alone the week is shown. */
  readonly only: Injector | undefined;
}

/** Other weeks. */
export function WeekLinks({ first, today, only }: WeekLinksProps) {
  const whose = only ? `&with=${only.id}` : '';
  return (
    <>
      <a class="button" href={`/calendar?week=${addDays(first, -7)}${whose}`}>
        <span aria-hidden="true">‹</span> Week before
      </a>
      <a
        class="button"
        href={`/calendar?week=${today}${whose}`}
        aria-current={mondayOf(today) === first ? 'date' : undefined}
      >
        This week
      </a>
      <a class="button" href={`/calendar?week=${addDays(first, 7)}${whose}`}>
        Week after <span aria-hidden="true">›</span>
      </a>
      <form method="get" action="/calendar" class="row">
        <label class="visually-hidden" for="week-of">
          Week of this day
        </label>
        <input id="week-of" type="date" name="week" value={first} class="auto" />
        {only && <input type="hidden" name="with" value={only.id} />}
        <button type="submit">Go</button>
      </form>
    </>
  );
}

interface WhoseWeekProps {
  readonly first: PlainDate;
  readonly injectors: readonly Injector[];
  readonly only: Injector | undefined;
}

/** The week of everybody, or of one injector. */
export function WhoseWeek({ first, injectors, only }: WhoseWeekProps) {
  return (
    <nav aria-label="Injectors" class="tabs">
      <a href={`/calendar?week=${first}`} aria-current={only ? undefined : 'page'}>
        Everybody
      </a>
      {injectors.map(({ id, name }) => (
        <a
          key={id}
          href={`/calendar?week=${first}&with=${id}`}
          aria-current={id === only?.id ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
