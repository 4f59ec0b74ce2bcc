import { addDays } from '../../clinical/calendar';
import { ruleValues } from '../../clinical/rules';
import { aContext, aDose } from '../../clinical/session-check/example-session';
import { orderFindings, type InjectedBefore } from './order-findings';

const RULES = ruleValues();
const TODAY = aContext().today;
const BEFORE: InjectedBefore[] = [
  { muscle: 'splenius_capitis', side: 'right', units: 80 },
  { muscle: 'trapezius', side: 'right', units: 50 },
];

function codes(units: number, { daysAgo = 91, before = BEFORE } = {}): string[] {
  const earlier = aDose({ performedOn: addDays(TODAY, -daysAgo), sameCourse: true });
  const context = aContext({ indication: 'cervical_dystonia', earlierDoses: [earlier] });
  const found = orderFindings({ product: 'ona', units }, before, context, RULES);
  return [...new Set(found.map(({ code }) => code))];
}

it.each`
  units   | daysAgo | says              | why
  ${130}  | ${84}   | ${[]}             | ${'the last day of the interval is allowed'}
  ${130}  | ${83}   | ${['S02']}        | ${'a day too early'}
  ${4000} | ${91}   | ${['S03', 'S23']} | ${'a slip: no reading of the label makes it possible'}
`('$units U after $daysAgo days: $says, $why', ({ units, daysAgo, says }) => {
  expect(codes(units, { daysAgo }).toSorted()).toEqual(says);
});

it.each`
  units  | overLimit
  ${400} | ${false}
  ${401} | ${true}
`('$units U are over the limit: $overLimit', ({ units, overLimit }) => {
  expect(codes(units).includes('S03')).toBe(overLimit);
});

it('where nothing was given yet, nothing can be shared out and nothing is said', () => {
  expect(codes(4000, { before: [] })).toEqual([]);
});
