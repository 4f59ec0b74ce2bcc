import { Refusal } from './refusal';
import { dayOf, momentOf } from './read-moment';

const ZONE = 'America/New_York';

it.each`
  text                     | day             | moment                        | why
  ${'20261127'}            | ${'2026-11-27'} | ${'2026-11-27T05:00:00.000Z'} | ${'a day begins by the clinic’s clock'}
  ${'2026112710'}          | ${'2026-11-27'} | ${'2026-11-27T15:00:00.000Z'} | ${'an hour'}
  ${'202611271030'}        | ${'2026-11-27'} | ${'2026-11-27T15:30:00.000Z'} | ${'a minute'}
  ${'20261127103059'}      | ${'2026-11-27'} | ${'2026-11-27T15:30:59.000Z'} | ${'a second'}
  ${'20261127103059.1234'} | ${'2026-11-27'} | ${'2026-11-27T15:30:59.000Z'} | ${'parts of one'}
  ${'20260727103000'}      | ${'2026-07-27'} | ${'2026-07-27T14:30:00.000Z'} | ${'in summer'}
  ${'20261127103000+0100'} | ${'2026-11-27'} | ${'2026-11-27T09:30:00.000Z'} | ${'its own offset'}
  ${'20261127233000-0800'} | ${'2026-11-27'} | ${'2026-11-28T07:30:00.000Z'} | ${'the day as it is written'}
  ${'202611'}              | ${undefined}    | ${'refused'}                  | ${'a month is no day'}
  ${'2026'}                | ${undefined}    | ${'refused'}                  | ${'nor is a year'}
  ${'20260230'}            | ${'refused'}    | ${'refused'}                  | ${'no such day'}
  ${'20261327'}            | ${'refused'}    | ${'refused'}                  | ${'no such month'}
  ${'2026112724'}          | ${'2026-11-27'} | ${'refused'}                  | ${'no such hour'}
  ${'202611272360'}        | ${'2026-11-27'} | ${'refused'}                  | ${'no such minute'}
  ${'2026-11-27'}          | ${'refused'}    | ${'refused'}                  | ${'not as HL7 writes it'}
  ${'27.11.2026'}          | ${'refused'}    | ${'refused'}                  | ${'nor is this'}
  ${'202611271030+9900'}   | ${'2026-11-27'} | ${'refused'}                  | ${'no such offset'}
`('$text: $why', ({ text, day, moment }: { text: string; day: unknown; moment: string }) => {
  expect(tried(() => dayOf(text, 'PID-7'))).toBe(day);
  expect(tried(() => momentOf(text, ZONE, 'EVN-2').toISOString())).toBe(moment);
});

function tried(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
}
