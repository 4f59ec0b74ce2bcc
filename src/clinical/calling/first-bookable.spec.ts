import type { ClosedDays } from '../due/open-days';
import { firstBookable } from './first-bookable';

const CLOSED: ClosedDays = { closedWeekdays: ['saturday', 'sunday'], closedDays: ['2026-11-26'] };

it.each`
  bookOn          | today           | on              | why
  ${'2026-12-01'} | ${'2026-11-23'} | ${'2026-12-01'} | ${'the day to book, in days to come'}
  ${'2026-11-24'} | ${'2026-11-23'} | ${'2026-11-24'} | ${'tomorrow'}
  ${'2026-11-23'} | ${'2026-11-23'} | ${'2026-11-24'} | ${'today is too late for a proposal'}
  ${'2026-07-03'} | ${'2026-11-23'} | ${'2026-11-24'} | ${'a day in the past is never proposed'}
  ${'2026-07-03'} | ${'2026-11-25'} | ${'2026-11-27'} | ${'tomorrow is closed'}
  ${'2026-07-03'} | ${'2026-11-27'} | ${'2026-11-30'} | ${'tomorrow begins a weekend'}
  ${null}         | ${'2026-11-23'} | ${'2026-11-24'} | ${'a first visit has no day to book'}
`('$why: $on', ({ bookOn, today, on }) => {
  expect(firstBookable(bookOn, today, CLOSED)).toBe(on);
});
