import * as fc from 'fast-check';
import {
  addDays,
  addDuration,
  ageOn,
  dayIn,
  daysBetween,
  isDuration,
  isPlainDate,
  isZone,
  latestOf,
  plainDate,
  weekdayOf,
  type Duration,
  type PlainDate,
} from './calendar';

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PlainDate);

describe('a calendar day', () => {
  it.each`
    text            | why
    ${'2026-11-22'} | ${'an ordinary day'}
    ${'2024-02-29'} | ${'a leap day'}
    ${'2000-02-29'} | ${'a leap day of a full century'}
    ${'2011-12-30'} | ${'a day that the clocks of Samoa skipped is a day elsewhere'}
    ${'1900-01-01'} | ${'the first day known here'}
    ${'2199-12-31'} | ${'the last day known here'}
  `('$text is one: $why', ({ text }: { text: string }) => {
    expect(isPlainDate(text)).toBe(true);
    expect(plainDate(text)).toBe(text);
  });

  it.each`
    text                      | why
    ${'2026-02-30'}           | ${'30 February'}
    ${'2026-02-29'}           | ${'29 February of a common year'}
    ${'1900-02-29'}           | ${'1900 was no leap year'}
    ${'2026-04-31'}           | ${'31 April'}
    ${'2026-13-01'}           | ${'month 13'}
    ${'2026-00-10'}           | ${'month 0'}
    ${'2026-01-00'}           | ${'day 0'}
    ${'2026-1-5'}             | ${'digits missing'}
    ${'20261122'}             | ${'hyphens missing'}
    ${'2026-W10'}             | ${'a week'}
    ${'2026-11-22T10:00:00Z'} | ${'a moment'}
    ${'2026-11-22\n'}         | ${'a line end'}
    ${' 2026-11-22'}          | ${'a space'}
    ${''}                     | ${'nothing'}
    ${'1899-12-31'}           | ${'before the first day known here'}
    ${'2200-01-01'}           | ${'after the last day known here'}
    ${'0026-11-22'}           | ${'a year of the first century'}
    ${'٢٠٢٦-١١-٢٢'}           | ${'other digits'}
    ${20261122}               | ${'a number'}
    ${null}                   | ${'null'}
    ${undefined}              | ${'absent'}
  `('$text is none: $why', ({ text }: { text: string }) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(RangeError);
  });
});

describe('moving a day', () => {
  it.each`
    day             | duration     | expected        | why
    ${'2026-11-30'} | ${'P3M'}     | ${'2027-03-01'} | ${'30 February does not exist: first of the next month'}
    ${'2027-11-29'} | ${'P3M'}     | ${'2028-02-29'} | ${'29 February exists in 2028'}
    ${'2024-02-29'} | ${'P1Y'}     | ${'2025-03-01'} | ${'a year after a leap day'}
    ${'2024-02-29'} | ${'P4Y'}     | ${'2028-02-29'} | ${'four years after a leap day'}
    ${'2026-11-30'} | ${'P3M-4D'}  | ${'2027-02-25'} | ${'roll first, then subtract'}
    ${'2026-11-22'} | ${'P12W1D'}  | ${'2027-02-15'} | ${'weeks and days'}
    ${'2026-11-22'} | ${'P1Y1M1D'} | ${'2027-12-23'} | ${'years and months before days'}
    ${'2026-03-31'} | ${'P-1M'}    | ${'2026-03-01'} | ${'31 February rolls forward also when going back'}
    ${'2026-11-22'} | ${'P0D'}     | ${'2026-11-22'} | ${'nothing'}
    ${'2026-10-31'} | ${'P1D'}     | ${'2026-11-01'} | ${'into the day of 25 hours in New York'}
    ${'2011-12-29'} | ${'P1D'}     | ${'2011-12-30'} | ${'into the day that Samoa skipped'}
  `('$day + $duration = $expected: $why', ({ day, duration, expected }) => {
    expect(addDuration(day as PlainDate, duration as Duration)).toBe(expected);
  });

  it.each`
    text          | is
    ${'P84D'}     | ${true}
    ${'P12W'}     | ${true}
    ${'P3M'}      | ${true}
    ${'P1Y6M'}    | ${true}
    ${'P-4D'}     | ${true}
    ${''}         | ${false}
    ${'P'}        | ${false}
    ${'P-'}       | ${false}
    ${'84D'}      | ${false}
    ${'P84'}      | ${false}
    ${'p84d'}     | ${false}
    ${'PT24H'}    | ${false}
    ${'P1DT2H'}   | ${false}
    ${'P1.5M'}    | ${false}
    ${'P1D2W'}    | ${false}
    ${'P100000D'} | ${false}
    ${'P84D '}    | ${false}
    ${84}         | ${false}
    ${null}       | ${false}
  `('$text is a duration: $is', ({ text, is }: { text: string; is: boolean }) => {
    expect(isDuration(text)).toBe(is);
    if (!is) expect(() => addDuration('2026-11-22', text as Duration)).toThrow(RangeError);
  });

  it('refuses to leave the years of four digits', () => {
    expect(() => addDuration('2026-11-22', 'P9999Y')).toThrow(RangeError);
    expect(() => addDuration('2026-11-22', 'P-9999Y')).toThrow(RangeError);
  });

  it('counts as many days as were added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it('a month later is never earlier than 28 days later, nor later than 31', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const days = daysBetween(day, addDuration(day, 'P1M'));
        expect(days).toBeGreaterThanOrEqual(28);
        expect(days).toBeLessThanOrEqual(31);
      }),
    );
  });
});

describe('age', () => {
  it.each`
    birthDate       | day             | years | why
    ${'2008-11-22'} | ${'2026-11-21'} | ${17} | ${'the day before the birthday'}
    ${'2008-11-22'} | ${'2026-11-22'} | ${18} | ${'the birthday'}
    ${'2008-11-22'} | ${'2026-11-23'} | ${18} | ${'the day after'}
    ${'2008-02-29'} | ${'2026-02-28'} | ${17} | ${'born on a leap day: not yet on 28 February'}
    ${'2008-02-29'} | ${'2026-03-01'} | ${18} | ${'born on a leap day: on 1 March'}
    ${'2008-02-29'} | ${'2028-02-29'} | ${20} | ${'born on a leap day: on the leap day'}
    ${'2008-03-01'} | ${'2024-02-29'} | ${15} | ${'the leap day lies before 1 March'}
    ${'2026-11-22'} | ${'2026-11-22'} | ${0}  | ${'the day of birth'}
  `('born $birthDate, on $day: $years ($why)', ({ birthDate, day, years }) => {
    expect(ageOn(birthDate as PlainDate, day as PlainDate)).toBe(years);
  });
});

describe('weekday and order', () => {
  it.each`
    day             | weekday
    ${'2026-11-22'} | ${'sunday'}
    ${'2026-11-26'} | ${'thursday'}
    ${'2024-02-29'} | ${'thursday'}
    ${'1900-01-01'} | ${'monday'}
  `('$day is a $weekday', ({ day, weekday }: { day: PlainDate; weekday: string }) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it('finds the latest day', () => {
    expect(latestOf('2026-11-22', '2027-01-01', '2026-12-31')).toBe('2027-01-01');
  });
});

describe('the day on the clinic’s wall', () => {
  it.each`
    zone                  | moment                    | day             | why
    ${'America/New_York'} | ${'2026-11-22T04:59:59Z'} | ${'2026-11-21'} | ${'a second before midnight'}
    ${'America/New_York'} | ${'2026-11-22T05:00:00Z'} | ${'2026-11-22'} | ${'midnight in winter'}
    ${'America/New_York'} | ${'2026-07-22T04:00:00Z'} | ${'2026-07-22'} | ${'midnight in summer'}
    ${'Asia/Tokyo'}       | ${'2026-11-22T15:00:00Z'} | ${'2026-11-23'} | ${'ahead of UTC'}
    ${'Pacific/Apia'}     | ${'2011-12-30T09:59:59Z'} | ${'2011-12-29'} | ${'the last second before the skipped day'}
    ${'Pacific/Apia'}     | ${'2011-12-30T10:00:00Z'} | ${'2011-12-31'} | ${'30 December did not happen there'}
  `('in $zone at $moment it is $day: $why', ({ zone, moment, day }) => {
    expect(dayIn(zone as string, new Date(moment as string))).toBe(day);
  });

  it.each`
    zone                  | is
    ${'America/New_York'} | ${true}
    ${'UTC'}              | ${true}
    ${'Mars/Base'}        | ${false}
    ${'+05:00'}           | ${false}
    ${''}                 | ${false}
    ${undefined}          | ${false}
  `('$zone is a zone: $is', ({ zone, is }: { zone: string; is: boolean }) => {
    expect(isZone(zone)).toBe(is);
  });
});
