import type { PlainDate } from '../calendar';
import { bookingCheck } from './booking-check';
import { momentAt } from './wall-clock';

const ZONE = 'America/New_York';
const SETTINGS = {
  today: '2026-11-23' as const,
  zone: ZONE,
  due: { closedWeekdays: ['saturday', 'sunday'] as const, closedDays: [] },
  openingHours: [],
};
const at = (wall: string) => momentAt(wall, ZONE)!;
const booked = (wall: string | null) =>
  wall ? [{ injectorId: 'ann', startsAt: at(wall), durationMin: 30 }] : [];

/** On Mondays. */
function hours(opensAt: string, closesAt: string) {
  return { injectorId: null, weekday: 'monday', opensAt, closesAt };
}

it.each`
  startsAt              | earliestOn                      | patient               | injector              | found                        | why
  ${'2026-11-24T10:00'} | ${[]}                           | ${null}               | ${null}               | ${[]}                        | ${'an ordinary booking'}
  ${'2026-11-23T09:00'} | ${[]}                           | ${null}               | ${null}               | ${[]}                        | ${'earlier today: written down afterwards'}
  ${'2026-11-22T10:00'} | ${[]}                           | ${null}               | ${null}               | ${['past', 'outside-hours']} | ${'yesterday, a Sunday'}
  ${'2026-11-20T23:59'} | ${[]}                           | ${null}               | ${null}               | ${['past', 'outside-hours']} | ${'by the day of the clinic, not of UTC'}
  ${'2026-12-07T10:00'} | ${['2026-12-07']}               | ${null}               | ${null}               | ${[]}                        | ${'on the earliest day'}
  ${'2026-12-04T10:00'} | ${['2026-12-07']}               | ${null}               | ${null}               | ${['early']}                 | ${'before it'}
  ${'2026-12-07T10:00'} | ${['2026-12-01', '2026-12-08']} | ${null}               | ${null}               | ${['early']}                 | ${'one of two courses is not ready'}
  ${'2026-12-07T10:00'} | ${[]}                           | ${'2026-12-07T09:31'} | ${null}               | ${['double-booking']}        | ${'the patient is there already'}
  ${'2026-12-07T10:00'} | ${[]}                           | ${'2026-12-07T09:30'} | ${null}               | ${[]}                        | ${'one visit right after the other'}
  ${'2026-12-07T10:00'} | ${[]}                           | ${null}               | ${'2026-12-07T10:29'} | ${['clash']}                 | ${'the injector’s next patient comes a minute too early'}
  ${'2026-12-07T10:00'} | ${[]}                           | ${null}               | ${'2026-12-07T10:30'} | ${[]}                        | ${'the next patient right after'}
  ${'2026-12-07T16:30'} | ${[]}                           | ${null}               | ${null}               | ${[]}                        | ${'ends as the clinic closes'}
  ${'2026-12-07T16:31'} | ${[]}                           | ${null}               | ${null}               | ${['outside-hours']}         | ${'a minute later'}
`('$startsAt: $why', ({ startsAt, earliestOn, patient, injector, found }) => {
  const visit = { startsAt: at(startsAt), durationMin: 30, injectorId: 'ann', earliestOn };
  const around = { ofPatient: booked(patient), ofInjector: booked(injector) };
  expect(bookingCheck(visit, around, SETTINGS).map(({ code }) => code)).toEqual(found);
});

it('says the days with their distance and what to do', () => {
  const visit = (wall: string, earliestOn: PlainDate[]) => ({
    startsAt: at(wall),
    durationMin: 30,
    injectorId: null,
    earliestOn,
  });
  const none = { ofPatient: [], ofInjector: [] };
  const said = (wall: string, earliestOn: PlainDate[]) =>
    bookingCheck(visit(wall, earliestOn), none, SETTINGS)[0]!.text;
  expect(said('2026-11-20T10:00', [])).toBe(
    '2026-11-20 was 3 days ago. Was a day from 2026-11-23 on meant? Then choose it.',
  );
  expect(said('2026-11-24T10:00', ['2026-11-25'])).toBe(
    '2026-11-24 is 1 day before 2026-11-25, the earliest day for the next session. Book from 2026-11-25 on, or ask the neurologist.',
  );
});

it.each`
  startsAt              | openingHours                                          | text                                                                                                                             | why
  ${'2026-12-07T16:45'} | ${[]}                                                 | ${'4:45 pm (30 minutes) is outside the hours of that day, 9:00 am to 5:00 pm. Choose a time within them.'}                       | ${'it would end after closing'}
  ${'2026-12-07T12:00'} | ${[hours('09:00', '12:00'), hours('13:00', '17:00')]} | ${'12:00 pm (30 minutes) is outside the hours of that day, 9:00 am to 12:00 pm, 1:00 pm to 5:00 pm. Choose a time within them.'} | ${'in the break'}
  ${'2026-12-08T10:00'} | ${[hours('09:00', '12:00')]}                          | ${'No injections are given on Tuesday, 2026-12-08. Choose another day.'}                                                         | ${'hours on Mondays alone'}
  ${'2026-12-06T10:00'} | ${[]}                                                 | ${'The clinic is closed on Sunday, 2026-12-06. Choose a day on which it is open.'}                                               | ${'a closed weekday'}
`('$why: $text', ({ startsAt, openingHours, text }) => {
  const visit = { startsAt: at(startsAt), durationMin: 30, injectorId: 'ann', earliestOn: [] };
  const none = { ofPatient: [], ofInjector: [] };
  expect(bookingCheck(visit, none, { ...SETTINGS, openingHours })).toEqual([{ code: 'outside-hours', text }]);
});
