import { isMoment } from './day-shapes';

it.each`
  value                               | moment   | why
  ${'2026-11-23T14:30:00Z'}           | ${true}  | ${'at UTC'}
  ${'2026-11-23T14:30:00+02:00'}      | ${true}  | ${'east of it'}
  ${'2026-11-23T14:30-05:00'}         | ${true}  | ${'without seconds'}
  ${'2026-11-23T14:30:00.123456789Z'} | ${true}  | ${'to a billionth of a second'}
  ${'2026-11-23T14:30:00+14:00'}      | ${true}  | ${'as far from UTC as a clock may be'}
  ${'2028-02-29T00:00:00Z'}           | ${true}  | ${'a leap day'}
  ${'2026-11-23T14:30:00'}            | ${false} | ${'without its offset'}
  ${'2026-11-23'}                     | ${false} | ${'a day'}
  ${'2026-11-23T14:30:00+15:00'}      | ${false} | ${'farther from UTC than any clock'}
  ${'2026-11-23 14:30:00Z'}           | ${false} | ${'a blank for the T'}
  ${'2026-02-29T00:00:00Z'}           | ${false} | ${'a day that does not exist'}
  ${'2026-11-23T25:00:00Z'}           | ${false} | ${'an hour that does not exist'}
  ${'2026-11-23T14:60:00Z'}           | ${false} | ${'a minute that does not exist'}
  ${'2026-11-23T14:30:00.Z'}          | ${false} | ${'a point with nothing behind it'}
  ${'x2026-11-23T14:30:00Z'}          | ${false} | ${'more text before it'}
  ${'2026-11-23T14:30:00Z '}          | ${false} | ${'more text behind it'}
  ${1_795_759_200_000}                | ${false} | ${'a number'}
  ${null}                             | ${false} | ${'nothing'}
`('$value is a moment, $moment: $why', ({ value, moment }: { value: unknown; moment: boolean }) => {
  expect(isMoment(value)).toBe(moment);
});
