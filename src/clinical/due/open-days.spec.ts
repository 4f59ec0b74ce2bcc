import { WEEKDAYS, addDays } from '../calendar';
import { nextOpenDay } from './open-days';

const WEEKEND = ['saturday', 'sunday'] as const;

it.each`
  dueOn           | closedDays                      | on              | code               | text
  ${'2026-12-07'} | ${[]}                           | ${'2026-12-07'} | ${'open-day'}      | ${'the clinic is open on Monday 7 Dec 2026'}
  ${'2026-12-06'} | ${[]}                           | ${'2026-12-07'} | ${'clinic-closed'} | ${'the clinic is closed on Sunday 6 Dec 2026; it opens again on Monday 7 Dec 2026'}
  ${'2026-12-05'} | ${[]}                           | ${'2026-12-07'} | ${'clinic-closed'} | ${'the clinic is closed from Saturday 5 Dec 2026 to Sunday 6 Dec 2026; it opens again on Monday 7 Dec 2026'}
  ${'2026-11-26'} | ${['2026-11-26']}               | ${'2026-11-27'} | ${'clinic-closed'} | ${'the clinic is closed on Thursday 26 Nov 2026; it opens again on Friday 27 Nov 2026'}
  ${'2026-11-26'} | ${['2026-11-26', '2026-11-27']} | ${'2026-11-30'} | ${'clinic-closed'} | ${'the clinic is closed from Thursday 26 Nov 2026 to Sunday 29 Nov 2026; it opens again on Monday 30 Nov 2026'}
`('due on $dueOn: $text', ({ dueOn, closedDays, on, code, text }) => {
  expect(nextOpenDay(dueOn, { closedWeekdays: WEEKEND, closedDays })).toEqual({
    on,
    reason: { field: 'bookOn', code, text, sourceOn: dueOn },
  });
});

it.each`
  closedFor | bookOn          | code
  ${366}    | ${'2027-11-23'} | ${'clinic-closed'}
  ${367}    | ${'2026-11-22'} | ${'no-open-day'}
`('looks ahead for a year: $closedFor closed days → $bookOn', ({ closedFor, bookOn, code }) => {
  const closedDays = Array.from({ length: closedFor as number }, (_, ahead) => addDays('2026-11-22', ahead));
  const found = nextOpenDay('2026-11-22', { closedWeekdays: [], closedDays });
  expect(found).toMatchObject({ on: bookOn, reason: { code } });
});

it('offers the due day itself when the clinic never opens', () => {
  expect(nextOpenDay('2026-11-22', { closedWeekdays: WEEKDAYS, closedDays: [] })).toMatchObject({
    on: '2026-11-22',
    reason: { code: 'no-open-day', text: expect.stringContaining('choose the day by hand') },
  });
});
