import { dayText, durationText, weeksText } from './due-text';

it('says a day so that no month is taken for it', () => {
  expect(dayText('2026-09-04')).toBe('4 Sep 2026');
});

it.each`
  duration     | text
  ${'P84D'}    | ${'12 weeks'}
  ${'P12W'}    | ${'12 weeks'}
  ${'P7D'}     | ${'1 week'}
  ${'P1D'}     | ${'1 day'}
  ${'P90D'}    | ${'90 days'}
  ${'P3M'}     | ${'3 months'}
  ${'P1Y'}     | ${'12 months'}
  ${'P12W1D'}  | ${'12 weeks and 1 day'}
  ${'P3M-4D'}  | ${'3 months less 4 days'}
  ${'P1M2W1D'} | ${'1 month and 2 weeks and 1 day'}
  ${'P-4D'}    | ${'minus 4 days'}
  ${'P0D'}     | ${'0 days'}
`('says $duration as "$text"', ({ duration, text }) => {
  expect(durationText(duration)).toBe(text);
});

it.each`
  from   | to     | text
  ${98}  | ${112} | ${'14 to 16 weeks'}
  ${84}  | ${86}  | ${'12 weeks'}
  ${87}  | ${88}  | ${'12 to 13 weeks'}
  ${7}   | ${7}   | ${'1 week'}
  ${180} | ${201} | ${'26 to 29 weeks'}
`('says $from to $to days as "$text"', ({ from, to, text }) => {
  expect(weeksText(from, to)).toBe(text);
});
