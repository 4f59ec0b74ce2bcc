import type { PlainDate, Weekday } from '../calendar';
import {
  hoursOn,
  hoursOverlap,
  isWallTime,
  minutesOf,
  wallTimeOf,
  type OpeningHours,
  type WallTime,
} from './opening-hours';

const CLOSED = { closedWeekdays: ['sunday'] as const, closedDays: ['2026-11-26'] as const };

/** `ann monday 08:00-12:00`; `all` for the clinic. */
function hoursFrom(text: string): OpeningHours {
  const [who, weekday, span] = text.split(' ') as [string, Weekday, string];
  const [opensAt, closesAt] = span.split('-') as [WallTime, WallTime];
  return { injectorId: who === 'all' ? null : who, weekday, opensAt, closesAt };
}

it.each`
  day             | hours                                                    | open                              | why
  ${'2026-11-23'} | ${[]}                                                    | ${['09:00-17:00']}                | ${'nothing is set: nine to five'}
  ${'2026-11-28'} | ${[]}                                                    | ${['09:00-17:00']}                | ${'a Saturday on which this clinic is open'}
  ${'2026-11-29'} | ${[]}                                                    | ${[]}                             | ${'a weekday on which it is closed'}
  ${'2026-11-26'} | ${['ann thursday 08:00-12:00']}                          | ${[]}                             | ${'a single closed day'}
  ${'2026-11-23'} | ${['all monday 08:00-16:00']}                            | ${['08:00-16:00']}                | ${'hours of the clinic'}
  ${'2026-11-24'} | ${['all monday 08:00-16:00']}                            | ${[]}                             | ${'the clinic has hours, but not this day'}
  ${'2026-11-23'} | ${['all monday 08:00-16:00', 'ann monday 10:00-12:00']}  | ${['10:00-12:00']}                | ${'own hours before those of the clinic'}
  ${'2026-11-24'} | ${['all tuesday 08:00-16:00', 'ann monday 10:00-12:00']} | ${[]}                             | ${'a day off'}
  ${'2026-11-24'} | ${['bob tuesday 08:00-12:00']}                           | ${['09:00-17:00']}                | ${'the hours of somebody else'}
  ${'2026-11-23'} | ${['ann monday 13:00-17:00', 'ann monday 08:00-12:00']}  | ${['08:00-12:00', '13:00-17:00']} | ${'a break, in whatever order they are set'}
`('$day with $hours: $why', ({ day, hours, open }: { day: PlainDate; hours: string[]; open: string[] }) => {
  const spans = hoursOn(day, 'ann', hours.map(hoursFrom), CLOSED);
  expect(spans.map(({ from, to }) => `${wallTimeOf(from)}-${wallTimeOf(to)}`)).toEqual(open);
});

it('without a name the hours of the clinic count', () => {
  const hours = ['ann monday 10:00-12:00', 'all monday 08:00-16:00'].map(hoursFrom);
  expect(hoursOn('2026-11-23', null, hours, CLOSED)).toEqual([{ from: 480, to: 960 }]);
});

it.each`
  one                         | other                       | overlap  | why
  ${'ann monday 08:00-12:00'} | ${'ann monday 11:59-17:00'} | ${true}  | ${'a minute of both'}
  ${'ann monday 08:00-12:00'} | ${'ann monday 12:00-17:00'} | ${false} | ${'one ends as the other begins'}
  ${'ann monday 08:00-12:00'} | ${'ann monday 13:00-17:00'} | ${false} | ${'a break between them'}
  ${'ann monday 08:00-12:00'} | ${'ann monday 09:00-10:00'} | ${true}  | ${'one within the other'}
  ${'ann monday 08:00-12:00'} | ${'bob monday 08:00-12:00'} | ${false} | ${'somebody else'}
  ${'ann monday 08:00-12:00'} | ${'all monday 08:00-12:00'} | ${false} | ${'those of the clinic'}
  ${'all monday 08:00-12:00'} | ${'all monday 08:00-12:00'} | ${true}  | ${'those of the clinic, twice'}
  ${'ann monday 08:00-12:00'} | ${'ann friday 08:00-12:00'} | ${false} | ${'another weekday'}
`('$one and $other: $why', ({ one, other, overlap }: { one: string; other: string; overlap: boolean }) => {
  expect(hoursOverlap(hoursFrom(one), hoursFrom(other))).toBe(overlap);
  expect(hoursOverlap(hoursFrom(other), hoursFrom(one))).toBe(overlap);
});

it.each`
  text         | is
  ${'00:00'}   | ${true}
  ${'09:30'}   | ${true}
  ${'13:05'}   | ${true}
  ${'23:59'}   | ${true}
  ${'24:00'}   | ${false}
  ${'30:00'}   | ${false}
  ${'9:00'}    | ${false}
  ${'09:60'}   | ${false}
  ${'109:00'}  | ${false}
  ${'09:000'}  | ${false}
  ${900}       | ${false}
  ${['09:00']} | ${false}
`('$text is a time on the wall: $is', ({ text, is }) => {
  expect(isWallTime(text)).toBe(is);
});

it('minutes of a day and back', () => {
  expect(minutesOf('13:05')).toBe(785);
  expect(wallTimeOf(785)).toBe('13:05');
});
