import { ruleValues } from '../../rules';
import { aContext, aDose, aSession, said } from '../../session-check/example-session';
import type { ToxinProduct } from '../../units';
import { productBeforeFindings } from './product-before';
import { usualInSession } from '../usual-doses';

const RULES = ruleValues();
type Given = Parameters<typeof aDose>[0];

/** The course's session with 500 U Dysport on 2026-08-23, unless said otherwise. */
const dysport = (given: Given = {}) =>
  aDose({ sameCourse: true, product: 'abo', units: 500, performedOn: '2026-08-23', ...given });
const botox = (given: Given = {}) => dysport({ product: 'ona', units: 200, ...given });

function findingsOf(
  doses: readonly ReturnType<typeof aDose>[],
  {
    units = 500,
    product = 'ona',
    planned,
  }: { units?: number; product?: ToxinProduct; planned?: ToxinProduct } = {},
  rules = RULES,
) {
  const context = aContext({ indication: 'cervical_dystonia', plannedProduct: planned, earlierDoses: doses });
  return productBeforeFindings(aSession({ product, units }), context, rules);
}

it.each`
  doses                                                | says             | why
  ${[]}                                                | ${''}            | ${'the first session'}
  ${[dysport()]}                                       | ${'S23 confirm'} | ${'the units of Dysport, beside Botox'}
  ${[dysport({ units: 200 })]}                         | ${''}            | ${'other numbers'}
  ${[dysport({ product: 'inco' })]}                    | ${''}            | ${'a product of the same order'}
  ${[dysport({ sameCourse: false })]}                  | ${''}            | ${'in another course'}
  ${[dysport({ performedOn: '2026-11-22' })]}          | ${''}            | ${'in another session of the day'}
  ${[dysport({ performedOn: '2026-11-23' })]}          | ${''}            | ${'in a later one'}
  ${[dysport(), botox({ performedOn: '2026-10-01' })]} | ${''}            | ${'Botox since'}
  ${[botox({ performedOn: '2026-10-01' }), dysport()]} | ${''}            | ${'in whichever order'}
  ${[botox({ performedOn: '2026-05-23' }), dysport()]} | ${'S23 confirm'} | ${'Botox before that'}
  ${[dysport(), botox({ performedOn: '2026-05-23' })]} | ${'S23 confirm'} | ${'in whichever order'}
`('500 U Botox, $why → $says', ({ doses, says }) => {
  expect(said(findingsOf(doses as ReturnType<typeof aDose>[]))).toBe(says);
});

it.each`
  units  | planned      | says             | why
  ${200} | ${undefined} | ${''}            | ${'so much is usual of Botox'}
  ${200} | ${'ona'}     | ${''}            | ${'and it was planned'}
  ${200} | ${'abo'}     | ${'S23 confirm'} | ${'Dysport was planned'}
`('$units U Botox after as much Dysport, planned $planned → $says: $why', ({ units, planned, says }) => {
  const doses = [dysport({ units: units as number })];
  expect(said(findingsOf(doses, { units: units as number, planned: planned as ToxinProduct }))).toBe(says);
});

const USUAL = usualInSession('cervical_dystonia', 'ona');
it.each`
  units             | says             | why
  ${USUAL.from}     | ${''}            | ${'the least that is usual'}
  ${USUAL.from - 1} | ${'S23 confirm'} | ${'less'}
  ${USUAL.to}       | ${''}            | ${'the most that is usual'}
  ${USUAL.to + 1}   | ${'S23 confirm'} | ${'more'}
`('$units U Botox after as much Dysport → $says: $why', ({ units, says }) => {
  expect(said(findingsOf([dysport({ units: units as number })], { units: units as number }))).toBe(says);
});

it('asks the other way round as well: the units of Botox beside Dysport', () => {
  expect(said(findingsOf([botox()], { product: 'abo', units: 200 }))).toBe('S23 confirm');
});

it('tells both products, and where it stands', () => {
  expect(findingsOf([dysport()])).toEqual([
    expect.objectContaining({
      pointer: '/product',
      message:
        '500 U Botox, and the last session (2026-08-23) had 500 U Dysport: was Dysport given, or are these the units of Dysport? Those of Botox are its own. Correct the product or the units, or give the reason.',
    }),
  ]);
});
