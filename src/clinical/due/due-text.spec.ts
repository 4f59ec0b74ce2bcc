import { dayOfYearText, dayText, durationText, weeksText } from './due-text';

it('says a day so that no month is taken for it', () => {
  expect(dayText('2026-09-04')).toBe('4 Sep 2026');
});

it('names each month', () => {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  expect(months.map((month) => dayOfYearText(`2026-${month}-01` as '2026-01-01')).join(', ')).toBe(
    '1 Jan, 1 Feb, 1 Mar, 1 Apr, 1 May, 1 Jun, 1 Jul, 1 Aug, 1 Sep, 1 Oct, 1 Nov, 1 Dec',
  );
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
