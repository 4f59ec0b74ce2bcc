import type { PlainDate } from '../clinical/calendar';
import { holidaysAfter } from './holidays';

it.each`
  today           | holidays
  ${'2026-11-23'} | ${'2026-11-26 2026-11-27 2026-12-25 2027-01-01 2027-05-31 2027-07-04 2027-09-06'}
  ${'2026-12-25'} | ${'2027-01-01 2027-05-31 2027-07-04 2027-09-06 2027-11-25 2027-11-26 2027-12-25'}
  ${'2028-02-29'} | ${'2028-05-29 2028-07-04 2028-09-04 2028-11-23 2028-11-24 2028-12-25 2029-01-01'}
`('in the year after $today: $holidays', ({ today, holidays }: { today: PlainDate; holidays: string }) => {
  expect(holidaysAfter(today).toSorted().join(' ')).toBe(holidays);
});
