import { isNightDue } from './night-due';

it.each`
  now                       | last                      | zone                  | due      | why
  ${'2026-11-23T08:00:00Z'} | ${undefined}              | ${'America/New_York'} | ${true}  | ${'three in the morning, never yet'}
  ${'2026-11-23T07:59:00Z'} | ${undefined}              | ${'America/New_York'} | ${false} | ${'a minute before three'}
  ${'2026-11-23T05:00:00Z'} | ${undefined}              | ${'America/New_York'} | ${false} | ${'midnight'}
  ${'2026-11-23T08:10:00Z'} | ${'2026-11-23T08:00:00Z'} | ${'America/New_York'} | ${false} | ${'done this night'}
  ${'2026-11-24T04:59:00Z'} | ${'2026-11-23T08:00:00Z'} | ${'America/New_York'} | ${false} | ${'still the same day there'}
  ${'2026-11-24T08:00:00Z'} | ${'2026-11-23T08:00:00Z'} | ${'America/New_York'} | ${true}  | ${'the next night'}
  ${'2026-11-26T15:00:00Z'} | ${'2026-11-23T08:00:00Z'} | ${'America/New_York'} | ${true}  | ${'missed: made up for in the day'}
  ${'2026-11-22T18:00:00Z'} | ${undefined}              | ${'Asia/Tokyo'}       | ${true}  | ${'three in Tokyo'}
  ${'2026-07-01T07:00:00Z'} | ${undefined}              | ${'America/New_York'} | ${true}  | ${'three in summer'}
`('at $now in $zone, last $last: $due ($why)', ({ now, last, zone, due }) => {
  const lastAt = last === undefined ? undefined : new Date(last as string);
  expect(isNightDue(new Date(now as string), lastAt, zone as string)).toBe(due);
});
