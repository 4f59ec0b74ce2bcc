import { asDays, searchDate } from './search-date';

it.each`
  text            | prefix  | fromOn          | toOn            | why
  ${'2026-11-23'} | ${'eq'} | ${'2026-11-23'} | ${'2026-11-23'} | ${'without a prefix: that day'}
  ${'ge2026-11'}  | ${'ge'} | ${'2026-11-01'} | ${'2026-11-30'} | ${'a month is all its days'}
  ${'2024-02'}    | ${'eq'} | ${'2024-02-01'} | ${'2024-02-29'} | ${'in a leap year too'}
  ${'lt2026'}     | ${'lt'} | ${'2026-01-01'} | ${'2026-12-31'} | ${'a year is all its days'}
  ${'ap2026-12'}  | ${'ap'} | ${'2026-12-01'} | ${'2026-12-31'} | ${'the last month of a year'}
`('$text → $prefix $fromOn to $toOn: $why', ({ text, prefix, fromOn, toOn }) => {
  expect(searchDate(text)).toEqual({ prefix, fromOn, toOn });
});

it.each`
  text                             | fromAt                        | beforeAt                      | why
  ${'2026-11-23T14:30Z'}           | ${'2026-11-23T14:30:00.000Z'} | ${'2026-11-23T14:31:00.000Z'} | ${'a minute'}
  ${'2026-11-23T14:30:05Z'}        | ${'2026-11-23T14:30:05.000Z'} | ${'2026-11-23T14:30:06.000Z'} | ${'a second'}
  ${'2026-11-23T14:30:05.250Z'}    | ${'2026-11-23T14:30:05.250Z'} | ${'2026-11-23T14:30:05.251Z'} | ${'a millisecond'}
  ${'gt2026-11-23T14:30:05 01:00'} | ${'2026-11-23T13:30:05.000Z'} | ${'2026-11-23T13:30:06.000Z'} | ${'a plus sign that came as a space'}
`('$text → $fromAt to before $beforeAt: $why', ({ text, fromAt, beforeAt }) => {
  expect(searchDate(text)).toMatchObject({ fromAt: new Date(fromAt), beforeAt: new Date(beforeAt) });
});

it.each(['', 'ge', '2026-02-30', '2026-13', '26', 'soon', 'xx2026-11-23', '2026-11-23T14:30:00', '2026-1'])(
  '%j is no date',
  (text) => {
    expect(searchDate(text)).toBeUndefined();
  },
);

it.each`
  zone                  | on              | why
  ${'UTC'}              | ${'2026-11-24'} | ${'past midnight there'}
  ${'America/New_York'} | ${'2026-11-23'} | ${'still the evening before'}
`('a moment is the day that the clinic has then: in $zone $on', ({ zone, on }) => {
  expect(asDays(searchDate('2026-11-24T02:00:00Z')!, zone)).toEqual({ fromOn: on, toOn: on });
});
