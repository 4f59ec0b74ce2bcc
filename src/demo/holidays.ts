import { addDays, type PlainDate, type Weekday, WEEKDAYS, weekdayOf } from '../clinical/calendar';

/** The days within a year on which the demo clinic is closed beside its weekends: the usual US holidays. */
export function holidaysAfter(today: PlainDate): PlainDate[] {
  const year = Number(today.slice(0, 4));
  const until = addDays(today, 365);
  return [year, year + 1].flatMap(holidaysOf).filter((day) => day > today && day <= until);
}

function holidaysOf(year: number): PlainDate[] {
  const thanksgiving = addDays(firstIn(year, 11, 'thursday'), 21);
  return [
    dayOf(year, 1, 1),
    addDays(firstIn(year, 6, 'monday'), -7),
    dayOf(year, 7, 4),
    firstIn(year, 9, 'monday'),
    thanksgiving,
    addDays(thanksgiving, 1),
    dayOf(year, 12, 25),
  ];
}

function firstIn(year: number, month: number, weekday: Weekday): PlainDate {
  const first = dayOf(year, month, 1);
  return addDays(first, (WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdayOf(first)) + 7) % 7);
}

function dayOf(year: number, month: number, day: number): PlainDate {
  return `${year}-${two(month)}-${two(day)}` as PlainDate;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
