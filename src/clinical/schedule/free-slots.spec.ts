import type { PlainDate } from '../calendar';
import { freeSlots, overlaps } from './free-slots';
import type { OpeningHours, WallTime } from './opening-hours';
import { momentAt, wallTimeAt } from './wall-clock';

const ZONE = 'America/New_York';
const OPEN = { closedWeekdays: ['saturday', 'sunday'] as const, closedDays: ['2026-11-26'] as const };
const all = (opensAt: WallTime, closesAt: WallTime, injectorId: string | null = null): OpeningHours[] =>
  (['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'sunday'] as const).map((weekday) => ({
    injectorId,
    weekday,
    opensAt,
    closesAt,
  }));

/** `2026-11-23T10:00 30` */
const takenAt = (text: string) => {
  const [wall, minutes] = text.split(' ') as [string, string];
  return { injectorId: 'ann', startsAt: momentAt(wall, ZONE)!, durationMin: Number(minutes) };
};

it.each`
  minutes | hours                    | taken                      | now                   | free                           | why
  ${30}   | ${all('09:00', '10:00')} | ${[]}                      | ${'2026-11-22T09:00'} | ${['09:00', '09:15', '09:30']} | ${'every quarter; the last one ends as it closes'}
  ${45}   | ${all('09:00', '10:00')} | ${[]}                      | ${'2026-11-22T09:00'} | ${['09:00', '09:15']}          | ${'a longer visit'}
  ${60}   | ${all('09:00', '10:00')} | ${[]}                      | ${'2026-11-22T09:00'} | ${['09:00']}                   | ${'as long as it is open'}
  ${61}   | ${all('09:00', '10:00')} | ${[]}                      | ${'2026-11-22T09:00'} | ${[]}                          | ${'a minute longer than it is open'}
  ${30}   | ${all('09:00', '10:30')} | ${['2026-11-23T09:30 30']} | ${'2026-11-22T09:00'} | ${['09:00', '10:00']}          | ${'up to the next one, and from its end'}
  ${30}   | ${all('09:00', '10:30')} | ${['2026-11-23T09:29 30']} | ${'2026-11-22T09:00'} | ${['10:00']}                   | ${'one minute is shared'}
  ${30}   | ${all('09:00', '10:30')} | ${['2026-11-23T08:00 90']} | ${'2026-11-22T09:00'} | ${['09:30', '09:45', '10:00']} | ${'one that began before the opening'}
  ${30}   | ${all('09:00', '10:00')} | ${[]}                      | ${'2026-11-23T09:15'} | ${['09:15', '09:30']}          | ${'this very minute is still free'}
  ${30}   | ${all('09:00', '10:00')} | ${[]}                      | ${'2026-11-23T09:16'} | ${['09:30']}                   | ${'a minute later it is not'}
`('$minutes minutes, $taken taken: $why', ({ minutes, hours, taken, now, free }) => {
  const search = {
    from: '2026-11-23' as const,
    to: '2026-11-23' as const,
    minutes,
    most: 99,
    injectorIds: ['ann'],
  };
  const found = freeSlots(
    { ...search, now: momentAt(now, ZONE)!, taken: taken.map(takenAt) },
    { zone: ZONE, closed: OPEN, openingHours: hours },
  );
  expect(found.map(({ startsAt }) => wallTimeAt(startsAt, ZONE).slice(11))).toEqual(free);
});

it.each`
  day             | hours                    | free                                                            | why
  ${'2027-03-14'} | ${all('01:30', '03:30')} | ${['06:30Z', '06:45Z', '07:00Z']}                               | ${'in spring the hour from two to three is skipped'}
  ${'2026-11-01'} | ${all('00:30', '02:15')} | ${['04:30Z', '04:45Z', '05:00Z', '05:15Z', '05:30Z', '05:45Z']} | ${'in autumn each time on the wall is offered once'}
  ${'2027-03-15'} | ${all('09:00', '09:30')} | ${['13:00Z']}                                                   | ${'the day after, an hour nearer to UTC'}
  ${'2027-03-12'} | ${all('09:00', '09:30')} | ${['14:00Z']}                                                   | ${'the Friday before'}
`(
  '$day in New York: $why',
  ({ day, hours, free }: { day: PlainDate; hours: OpeningHours[]; free: string[] }) => {
    const found = freeSlots(
      { from: day, to: day, now: new Date(0), minutes: 30, injectorIds: ['ann'], taken: [], most: 99 },
      { zone: ZONE, closed: { closedWeekdays: [], closedDays: [] }, openingHours: hours },
    );
    expect(found.map(({ startsAt }) => `${startsAt.toISOString().slice(11, 16)}Z`)).toEqual(free);
  },
);

it('goes on over closed days, by time and then by injector, as many as are asked for', () => {
  const hours = [...all('09:00', '09:30'), ...all('09:15', '09:45', 'bob')];
  const found = freeSlots(
    {
      from: '2026-11-25',
      to: '2026-11-30',
      now: new Date(0),
      minutes: 30,
      injectorIds: ['bob', 'ann'],
      taken: [],
      most: 5,
    },
    { zone: ZONE, closed: OPEN, openingHours: hours },
  );
  expect(found.map(({ startsAt, injectorId }) => `${wallTimeAt(startsAt, ZONE)} ${injectorId}`)).toEqual([
    '2026-11-25T09:00 ann',
    '2026-11-25T09:15 bob',
    '2026-11-27T09:00 ann',
    '2026-11-27T09:15 bob',
    '2026-11-30T09:00 ann',
  ]);
});

it('what somebody else has booked keeps nobody', () => {
  const one = { startsAt: new Date('2026-11-23T14:00:00Z'), durationMin: 30 };
  const search = {
    from: '2026-11-23' as const,
    to: '2026-11-23' as const,
    now: new Date(0),
    minutes: 30,
    most: 9,
  };
  const settings = { zone: ZONE, closed: OPEN, openingHours: all('09:00', '09:30') };
  const withTaken = (injectorId: string | null) =>
    freeSlots({ ...search, injectorIds: ['ann'], taken: [{ ...one, injectorId }] }, settings).length;
  expect([withTaken('ann'), withTaken('bob'), withTaken(null)]).toEqual([0, 1, 1]);
  expect(overlaps(one, { ...one, startsAt: new Date('2026-11-23T14:30:00Z') })).toBe(false);
});
