import { clockText, momentAt, wallTimeAt } from './wall-clock';

const ZONE = 'America/New_York';

describe('the time on the clinic’s wall', () => {
  it.each`
    wall                  | moment                        | why
    ${'2026-08-25T14:30'} | ${'2026-08-25T18:30:00.000Z'} | ${'summer time'}
    ${'2026-12-01T09:00'} | ${'2026-12-01T14:00:00.000Z'} | ${'winter time'}
    ${'2026-03-08T01:59'} | ${'2026-03-08T06:59:00.000Z'} | ${'a minute before the clocks go forward'}
    ${'2026-03-08T03:00'} | ${'2026-03-08T07:00:00.000Z'} | ${'just after'}
    ${'2026-11-01T03:00'} | ${'2026-11-01T08:00:00.000Z'} | ${'after the clocks went back'}
  `('$wall is $moment ($why)', ({ wall, moment }: { wall: string; moment: string }) => {
    expect(momentAt(wall, ZONE)?.toISOString()).toBe(moment);
    expect(wallTimeAt(new Date(moment), ZONE)).toBe(wall);
  });

  it.each(['', '2026-08-25', '2026-13-40T10:00', 'soon'])('does not guess from "%s"', (text) => {
    expect(momentAt(text, ZONE)).toBeUndefined();
  });
});

it.each`
  time       | text
  ${'00:00'} | ${'12:00 am'}
  ${'09:05'} | ${'9:05 am'}
  ${'11:59'} | ${'11:59 am'}
  ${'12:00'} | ${'12:00 pm'}
  ${'16:30'} | ${'4:30 pm'}
`('$time is said $text', ({ time, text }) => {
  expect(clockText(time)).toBe(text);
});
