import { TOXIN_PRODUCTS } from '../units';
import { aContext, aDose, aSession } from './example-session';
import { dayUnits, dosesOf, ofSession, sameDayDoses, sessionUnits } from './proposed-session';

it.each(TOXIN_PRODUCTS)('asks a session of %s, with its own units', (product) => {
  const session = aSession({ product, units: 55 });
  expect(ofSession<[string, number]>(session, (asked) => [asked.product, sessionUnits(asked)])).toEqual([
    product,
    55,
  ]);
});

it.each`
  product   | performedOn     | counts   | thatDay  | why
  ${'ona'}  | ${'2026-11-22'} | ${true}  | ${true}  | ${'the same product and day'}
  ${'ona'}  | ${'2026-11-21'} | ${true}  | ${false} | ${'the day before'}
  ${'ona'}  | ${'2026-11-23'} | ${true}  | ${false} | ${'the day after'}
  ${'inco'} | ${'2026-11-22'} | ${false} | ${false} | ${'another product of the same day is never added'}
`('$product on $performedOn: $why', ({ product, performedOn, counts, thatDay }) => {
  const context = aContext({ earlierDoses: [aDose({ product, performedOn, units: 40 })] });
  const session = aSession({ units: 100 });
  if (session.product !== 'ona') throw new Error('the usual session is of Botox');
  expect(dosesOf('ona', context)).toHaveLength(counts ? 1 : 0);
  expect(sameDayDoses(session, context)).toHaveLength(thatDay ? 1 : 0);
  expect(dayUnits(session, context)).toBe(thatDay ? 140 : 100);
});

it.each`
  ours         | theirs       | together | why
  ${'first'}   | ${'first'}   | ${true}  | ${'of one treatment'}
  ${'first'}   | ${'another'} | ${false} | ${'of another one'}
  ${'first'}   | ${undefined} | ${false} | ${'of none that is known'}
  ${undefined} | ${undefined} | ${false} | ${'nobody said of either that they belong together'}
`('given on another day, $why: one session $together', ({ ours, theirs, together }) => {
  const earlierDoses = [aDose({ performedOn: '2026-11-17', treatmentId: theirs as string | undefined })];
  const context = aContext({ earlierDoses, treatmentId: ours as string | undefined });
  const session = aSession();
  expect(ofSession<number>(session, (asked) => sameDayDoses(asked, context).length)).toBe(together ? 1 : 0);
});
