import { dayIn, type PlainDate } from '../clinical/calendar';
import { momentAt, type WallTime } from './wall-clock';

it.each`
  zone                    | day             | time       | moment                    | why
  ${'America/New_York'}   | ${'2026-11-23'} | ${'09:30'} | ${'2026-11-23T14:30:00Z'} | ${'winter'}
  ${'America/New_York'}   | ${'2026-07-01'} | ${'09:30'} | ${'2026-07-01T13:30:00Z'} | ${'summer'}
  ${'America/New_York'}   | ${'2026-03-08'} | ${'09:30'} | ${'2026-03-08T13:30:00Z'} | ${'the clock went forward that night'}
  ${'America/New_York'}   | ${'2026-11-01'} | ${'09:30'} | ${'2026-11-01T14:30:00Z'} | ${'the clock went back that night'}
  ${'Pacific/Kiritimati'} | ${'2026-11-23'} | ${'09:30'} | ${'2026-11-22T19:30:00Z'} | ${'14 hours ahead'}
  ${'Asia/Kolkata'}       | ${'2024-02-29'} | ${'17:00'} | ${'2024-02-29T11:30:00Z'} | ${'half an hour off'}
  ${'UTC'}                | ${'2026-11-23'} | ${'09:30'} | ${'2026-11-23T09:30:00Z'} | ${'no offset'}
`(
  '$day $time in $zone is $moment: $why',
  ({ zone, day, time, moment }: { zone: string; day: PlainDate; time: WallTime; moment: string }) => {
    const found = momentAt(zone, day, time);
    expect(found).toEqual(new Date(moment));
    expect(dayIn(zone, found)).toBe(day);
  },
);
