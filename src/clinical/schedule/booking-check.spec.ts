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
  const visit = { startsAt: at(startsAt), durationMin: 30, injectorId: 'ann', named: true, earliestOn };
  const around = { ofPatient: booked(patient), ofInjector: booked(injector) };
  expect(bookingCheck(visit, around, SETTINGS).map(({ code }) => code)).toEqual(found);
});

it.each`
  named    | severity     | why
  ${true}  | ${'confirm'} | ${'the injector was chosen'}
  ${false} | ${'note'}    | ${'it is only the usual one: a script goes on, and is told'}
`('a clash is $severity: $why', ({ named, severity }) => {
  const visit = {
    startsAt: at('2026-12-07T10:00'),
    durationMin: 30,
    injectorId: 'ann',
    named,
    earliestOn: [],
  };
  const around = { ofPatient: [], ofInjector: booked('2026-12-07T10:15') };
  expect(bookingCheck(visit, around, SETTINGS)).toMatchObject([{ code: 'clash', severity }]);
});

it('says the days with their distance and what to do', () => {
  const visit = (wall: string, earliestOn: PlainDate[]) => ({
    startsAt: at(wall),
    durationMin: 30,
    injectorId: null,
    named: false,
    earliestOn,
  });
  const none = { ofPatient: [], ofInjector: [] };
  const said = (wall: string, earliestOn: PlainDate[]) =>
    bookingCheck(visit(wall, earliestOn), none, SETTINGS)[0]!.message;
  expect(said('2026-11-20T10:00', [])).toBe(
    '2026-11-20 was 3 days ago. Was a day from 2026-11-23 on meant? Choose one, or give the reason for booking in the past.',
  );
  expect(said('2026-11-24T10:00', ['2026-11-25'])).toBe(
    '2026-11-24 is 1 day before 2026-11-25, the earliest day for the next session. Book from 2026-11-25 on, or give the reason for an earlier visit.',
  );
});
