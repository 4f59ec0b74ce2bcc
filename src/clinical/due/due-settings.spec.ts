import { isInterval } from './due-settings';

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
  ${'P9999Y'}     | ${false} | ${'far longer'}
  ${'12 weeks'}   | ${false} | ${'not a duration'}
  ${'2026-11-22'} | ${false} | ${'a day'}
  ${undefined}    | ${false} | ${'absent'}
`('$text is an interval between sessions: $is ($why)', ({ text, is }: { text: string; is: boolean }) => {
  expect(isInterval(text)).toBe(is);
});
