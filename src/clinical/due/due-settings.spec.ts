import { DEFAULT_DUE_SETTINGS, isInterval } from './due-settings';

it.each`
  text            | is       | why
  ${'P84D'}       | ${true}  | ${'12 weeks'}
  ${'P3M'}        | ${true}  | ${'3 months'}
  ${'P1D'}        | ${true}  | ${'a day: the shortest'}
  ${'P0D'}        | ${false} | ${'no time at all'}
  ${'P-84D'}      | ${false} | ${'backwards'}
  ${'P3M-4D'}     | ${true}  | ${'3 months less 4 days'}
  ${'P1M-27D'}    | ${true}  | ${'a day even after February'}
  ${'P1M-28D'}    | ${false} | ${'may be no time at all'}
  ${'P-1M32D'}    | ${true}  | ${'a day even after a long month'}
  ${'P-1M31D'}    | ${false} | ${'may be no time at all'}
  ${'P3660D'}     | ${true}  | ${'ten years: the longest'}
  ${'P3661D'}     | ${false} | ${'longer than ten years'}
  ${'P522W'}      | ${true}  | ${'ten years in whole weeks'}
  ${'P523W'}      | ${false} | ${'a week more than ten years'}
  ${'P118M'}      | ${true}  | ${'ten years even of long months'}
  ${'P119M'}      | ${false} | ${'more than ten years of long months'}
  ${'P-1M3688D'}  | ${true}  | ${'ten years even less a February'}
  ${'P-1M3689D'}  | ${false} | ${'more than ten years, less a February'}
  ${'P9999Y'}     | ${false} | ${'far longer'}
  ${'12 weeks'}   | ${false} | ${'not a duration'}
  ${'2026-11-22'} | ${false} | ${'a day'}
  ${undefined}    | ${false} | ${'absent'}
`('$text is an interval between sessions: $is ($why)', ({ text, is }: { text: string; is: boolean }) => {
  expect(isInterval(text)).toBe(is);
});

it('a clinic that has set nothing is closed on Saturday and Sunday, and on no other day', () => {
  const { closedWeekdays, closedDays } = DEFAULT_DUE_SETTINGS;
  expect([closedWeekdays, closedDays]).toEqual([['saturday', 'sunday'], []]);
});
