import type { PlainDate } from '../../clinical/calendar';
import { endOfDay, startOfDay } from './clinic-day';

interface Case {
  day: PlainDate;
  zone: string;
  startsAt: string;
  endsAt: string;
}

it.each`
  day             | zone                    | startsAt                      | endsAt                        | why
  ${'2026-11-23'} | ${'UTC'}                | ${'2026-11-23T00:00:00.000Z'} | ${'2026-11-24T00:00:00.000Z'} | ${'UTC'}
  ${'2026-11-23'} | ${'America/New_York'}   | ${'2026-11-23T05:00:00.000Z'} | ${'2026-11-24T05:00:00.000Z'} | ${'winter in New York'}
  ${'2026-03-08'} | ${'America/New_York'}   | ${'2026-03-08T05:00:00.000Z'} | ${'2026-03-09T04:00:00.000Z'} | ${'23 hours: clocks go forward'}
  ${'2026-11-01'} | ${'America/New_York'}   | ${'2026-11-01T04:00:00.000Z'} | ${'2026-11-02T05:00:00.000Z'} | ${'25 hours: clocks go back'}
  ${'2026-11-23'} | ${'Pacific/Kiritimati'} | ${'2026-11-22T10:00:00.000Z'} | ${'2026-11-23T10:00:00.000Z'} | ${'the first to see a day'}
  ${'2026-11-23'} | ${'Pacific/Niue'}       | ${'2026-11-23T11:00:00.000Z'} | ${'2026-11-24T11:00:00.000Z'} | ${'the last to see a day'}
  ${'2011-12-30'} | ${'Pacific/Apia'}       | ${'2011-12-30T10:00:00.000Z'} | ${'2011-12-30T10:00:00.000Z'} | ${'a day that Samoa skipped has no moment'}
  ${'2026-04-24'} | ${'Africa/Cairo'}       | ${'2026-04-23T22:00:00.000Z'} | ${'2026-04-24T21:00:00.000Z'} | ${'a day that begins at one: midnight was skipped'}
  ${'2199-12-31'} | ${'UTC'}                | ${'2199-12-31T00:00:00.000Z'} | ${'2200-01-01T00:00:00.000Z'} | ${'the last day of the calendar'}
`('$why: $day in $zone', ({ day, zone, startsAt, endsAt }: Case) => {
  expect(startOfDay(day, zone).toISOString()).toBe(startsAt);
  expect(endOfDay(day, zone).toISOString()).toBe(endsAt);
});
