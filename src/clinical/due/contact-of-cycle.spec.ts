import { isOfThisCycle } from './contact-of-cycle';

const session = { on: '2026-08-10', recordedAt: new Date('2026-08-10T15:00:00Z') } as const;

it.each`
  on              | recordedAt                | counts   | why
  ${'2026-08-09'} | ${'2026-08-09T15:00:00Z'} | ${false} | ${'the day before: it was about that session'}
  ${'2026-08-09'} | ${'2026-08-12T15:00:00Z'} | ${false} | ${'the day before, written down later'}
  ${'2026-08-10'} | ${'2026-08-10T14:59:59Z'} | ${false} | ${'on the day, before the session was recorded'}
  ${'2026-08-10'} | ${'2026-08-10T15:00:00Z'} | ${false} | ${'on the day, with it'}
  ${'2026-08-10'} | ${'2026-08-10T15:00:01Z'} | ${true}  | ${'on the day, after it: about the next one'}
  ${'2026-08-11'} | ${'2026-08-10T14:00:00Z'} | ${true}  | ${'the day after'}
`('a contact of $on written down at $recordedAt counts: $counts ($why)', ({ on, recordedAt, counts }) => {
  expect(isOfThisCycle({ on, recordedAt: new Date(recordedAt) }, session)).toBe(counts);
});

it('every contact counts before any session', () => {
  expect(isOfThisCycle(session, undefined)).toBe(true);
});
