import type { PlainDate } from '../../clinical/calendar';
import { clockWords, dayWords, saidDays, shortDay, timeWords } from './day-text';

interface Case {
  day: PlainDate;
  words: string;
  at: string;
  zone: string;
}

describe('a day as people say it, on Sat 22 Aug 2026', () => {
  it.each`
    day             | words
    ${'2026-08-22'} | ${'Sat 22 Aug, today'}
    ${'2026-08-23'} | ${'Sun 23 Aug, tomorrow'}
    ${'2026-08-21'} | ${'Fri 21 Aug, yesterday'}
    ${'2026-08-25'} | ${'Tue 25 Aug, in 3 days'}
    ${'2026-09-04'} | ${'Fri 4 Sep, in 13 days'}
    ${'2026-09-05'} | ${'Sat 5 Sep, in 2 weeks'}
    ${'2026-08-09'} | ${'Sun 9 Aug, 13 days ago'}
    ${'2026-10-30'} | ${'Fri 30 Oct, in 10 weeks'}
    ${'2026-10-31'} | ${'Sat 31 Oct, in 2 months'}
    ${'2027-01-02'} | ${'Sat 2 Jan 2027, in 4 months'}
    ${'2024-08-21'} | ${'Wed 21 Aug 2024, 2 years ago'}
  `('$day → $words', ({ day, words }: Case) => {
    expect(dayWords(day, '2026-08-22')).toBe(words);
  });

  it('names the year when it is not known which year it is now', () => {
    expect(shortDay('2026-08-25')).toBe('Tue 25 Aug 2026');
  });
});

it.each`
  at                        | zone                  | words
  ${'2026-08-25T18:30:00Z'} | ${'America/New_York'} | ${'Tue 25 Aug 2026, 2:30 pm'}
  ${'2026-08-25T03:05:00Z'} | ${'America/New_York'} | ${'Mon 24 Aug 2026, 11:05 pm'}
  ${'2026-08-25T04:00:00Z'} | ${'America/New_York'} | ${'Tue 25 Aug 2026, 12:00 am'}
`('$at in $zone is $words', ({ at, zone, words }: Case) => {
  expect(timeWords(new Date(at), zone)).toBe(words);
  expect(words).toContain(clockWords(new Date(at), zone));
});

it.each`
  text                                      | words
  ${'Since session 7 (2026-02-11) benefit'} | ${'Since session 7 (11 Feb 2026) benefit'}
  ${'2026-11-28 or later, not 2026-02-30'}  | ${'28 Nov 2026 or later, not 2026-02-30'}
  ${'lot 12026-11-28-7'}                    | ${'lot 12026-11-28-7'}
`('says the days of “$text” as people read them', ({ text, words }: { text: string; words: string }) => {
  expect(saidDays(text)).toBe(words);
});

it('names the year of a moment only when it is another than today’s', () => {
  const at = new Date('2026-12-04T21:00:00Z');
  expect(timeWords(at, 'America/New_York', '2026-11-25')).toBe('Fri 4 Dec, 4:00 pm');
  expect(timeWords(at, 'America/New_York', '2027-01-02')).toBe('Fri 4 Dec 2026, 4:00 pm');
});
