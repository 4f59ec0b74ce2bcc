import type { FlagOnPath, FlagReview, ReviewDecision } from './review-path';
import { applyReview, flagOnPath, nextSteps, REVIEW_DECISIONS } from './review-path';

const open: FlagOnPath = { status: 'open', tier: 'review', cause: 'review:s6', sessionIds: ['s5', 's6'] };
const because = 'Examined on the day';

it.each`
  flag                                                                         | steps               | why
  ${open}                                                                      | ${REVIEW_DECISIONS} | ${'everything is possible while it is open'}
  ${{ ...open, status: 'reviewed', decision: 'adjust' }}                       | ${[]}               | ${'decided: a new flag opens on new evidence'}
  ${{ ...open, status: 'reviewed', decision: 'test', awaitsTestResult: true }} | ${REVIEW_DECISIONS} | ${'a test result is awaited'}
`('$why', ({ flag, steps }: { flag: FlagOnPath; steps: ReviewDecision[] }) => {
  expect(nextSteps(flag, 'cervical_dystonia').map(({ decision }) => decision)).toEqual(steps);
});

it.each(REVIEW_DECISIONS.filter((decision) => decision !== 'switch'))(
  '"%s" needs a reason and nothing else',
  (decision) => {
    expect(applyReview(open, { decision, reason: because }, 'ona').flag).toMatchObject({
      status: 'reviewed',
      decision,
    });
    expect(applyReview(open, { decision, reason: ' ' }, 'ona').findings).toMatchObject([
      { code: 'reason-missing' },
    ]);
  },
);

it.each`
  review                                                                         | codes                    | why
  ${{ decision: 'switch' }}                                                      | ${['product-missing']}   | ${'to what?'}
  ${{ decision: 'switch', plannedProduct: 'ona' }}                               | ${['product-unchanged']} | ${'that is what failed'}
  ${{ decision: 'switch', plannedProduct: 'inco' }}                              | ${[]}                    | ${'another type A'}
  ${{ decision: 'switch', plannedProduct: 'rima' }}                              | ${['tolerance-missing']} | ${'the label asks for it'}
  ${{ decision: 'switch', plannedProduct: 'rima', priorTolerance: 'tolerated' }} | ${[]}                    | ${'answered'}
  ${{ decision: 'switch', plannedProduct: 'rima', priorTolerance: 'unknown' }}   | ${[]}                    | ${'unknown is an answer'}
  ${{ decision: 'adjust', plannedProduct: 'inco' }}                              | ${['product-not-asked']} | ${'an adjustment stays with the product'}
  ${{ decision: 'test', testResult: { test: 'frontalis', result: 'none' } }}     | ${[]}                    | ${'the result at once'}
  ${{ decision: 'dismiss', testResult: { test: 'frontalis', result: 'none' } }}  | ${['result-not-asked']}  | ${'no test was decided'}
`('$review → $codes: $why', ({ review, codes }: { review: Partial<FlagReview>; codes: string[] }) => {
  const outcome = applyReview(open, { reason: because, ...review } as FlagReview, 'ona');
  expect((outcome.findings ?? []).map(({ code }) => code)).toEqual(codes);
});

it('a flag is decided once; only an awaited test result comes later', () => {
  const tested = applyReview(open, { decision: 'test', reason: because }).flag!;
  expect(tested.awaitsTestResult).toBe(true);
  const result = { test: 'frontalis', result: 'none' } as const;
  const switched = applyReview(
    tested,
    {
      decision: 'switch',
      reason: because,
      plannedProduct: 'rima',
      priorTolerance: 'tolerated',
      testResult: result,
    },
    'ona',
  ).flag!;
  expect(switched).toMatchObject({ decision: 'switch', awaitsTestResult: false });
  expect(applyReview(switched, { decision: 'stop', reason: because }).findings).toMatchObject([
    { code: 'already-decided' },
  ]);
});

it.each`
  latest                                           | decision     | awaits   | why
  ${undefined}                                     | ${undefined} | ${false} | ${'not reviewed yet'}
  ${{ decision: 'test', testResult: null }}        | ${'test'}    | ${true}  | ${'a test without its result'}
  ${{ decision: 'test', testResult: 'paralysis' }} | ${'test'}    | ${false} | ${'its result is known'}
  ${{ decision: 'adjust', testResult: null }}      | ${'adjust'}  | ${false} | ${'nothing was tested'}
`('$why: latest $latest → awaits a result $awaits', ({ latest, decision, awaits }) => {
  expect(flagOnPath(open, latest)).toEqual({ ...open, decision, awaitsTestResult: awaits });
});

it.each`
  decision     | testResult                               | awaits   | why
  ${'test'}    | ${undefined}                             | ${true}  | ${'its result is still to come'}
  ${'test'}    | ${{ test: 'frontalis', result: 'none' }} | ${false} | ${'its result came at once'}
  ${'adjust'}  | ${undefined}                             | ${false} | ${'nothing is tested'}
  ${'dismiss'} | ${undefined}                             | ${false} | ${'nothing is tested'}
`(
  'after $decision with $testResult a result is awaited: $awaits, $why',
  ({ decision, testResult, awaits }) => {
    const { flag } = applyReview(open, { decision, reason: because, testResult }, 'ona');
    expect(flag).toEqual({ ...open, status: 'reviewed', decision, awaitsTestResult: awaits });
  },
);

it.each`
  flag                                                 | review                                                               | at                   | why
  ${{ ...open, status: 'reviewed', decision: 'stop' }} | ${{ decision: 'stop' }}                                              | ${'/decision'}       | ${'decided already'}
  ${open}                                              | ${{ decision: 'stop', reason: ' ' }}                                 | ${'/reason'}         | ${'no reason'}
  ${open}                                              | ${{ decision: 'switch' }}                                            | ${'/plannedProduct'} | ${'no product'}
  ${open}                                              | ${{ decision: 'switch', plannedProduct: 'ona' }}                     | ${'/plannedProduct'} | ${'the same product'}
  ${open}                                              | ${{ decision: 'stop', plannedProduct: 'inco' }}                      | ${'/plannedProduct'} | ${'a product that is not asked for'}
  ${open}                                              | ${{ decision: 'switch', plannedProduct: 'rima' }}                    | ${'/priorTolerance'} | ${'tolerance not answered'}
  ${open}                                              | ${{ decision: 'stop', testResult: { test: 'edb', result: 'none' } }} | ${'/testResult'}     | ${'a result that is not asked for'}
`('$why: stands at $at', ({ flag, review, at }) => {
  const { findings } = applyReview(flag, { reason: because, ...review }, 'ona');
  expect(findings?.map(({ pointer }) => pointer)).toEqual([at]);
});

it('every decision asks for a reason, a switch for a product too', () => {
  expect(
    nextSteps(open, 'cervical_dystonia').map(({ decision, asks }) => [decision, asks.join(', ')]),
  ).toEqual([
    ['keep-watching', 'reason'],
    ['adjust', 'reason'],
    ['test', 'reason'],
    ['switch', 'reason, plannedProduct'],
    ['stop', 'reason'],
    ['dismiss', 'reason'],
  ]);
});

const CAUSES_FIRST = 'adjust, keep-watching, dismiss, stop, test, switch';
const WAITING_FIRST = 'keep-watching, adjust, dismiss, test, stop, switch';
const AS_NAMED = 'keep-watching, adjust, test, switch, stop, dismiss';

it.each`
  indication                  | tier         | order            | why
  ${'cervical_dystonia'}      | ${'review'}  | ${AS_NAMED}      | ${'a loss is as likely as assumed'}
  ${'spasticity_upper'}       | ${'review'}  | ${AS_NAMED}      | ${'a loss is as likely as assumed'}
  ${'chronic_migraine'}       | ${'review'}  | ${CAUSES_FIRST}  | ${'a loss is rare: other causes first'}
  ${'tension_headache'}       | ${'review'}  | ${CAUSES_FIRST}  | ${'as migraine'}
  ${'hyperhidrosis_axillary'} | ${'review'}  | ${CAUSES_FIRST}  | ${'a loss is rare'}
  ${'hyperhidrosis_other'}    | ${'review'}  | ${CAUSES_FIRST}  | ${'a loss is rare'}
  ${'cervical_dystonia'}      | ${'primary'} | ${CAUSES_FIRST}  | ${'it never helped: nothing to be restored'}
  ${'cervical_dystonia'}      | ${'watch'}   | ${WAITING_FIRST} | ${'no task yet'}
  ${'chronic_migraine'}       | ${'watch'}   | ${WAITING_FIRST} | ${'no task yet'}
`('a $tier in $indication proposes $order: $why', ({ indication, tier, order }) => {
  const steps = nextSteps({ ...open, tier }, indication);
  expect(steps.map(({ decision }) => decision).join(', ')).toBe(order);
});

it.each`
  indication                  | decision    | text
  ${'cervical_dystonia'}      | ${'adjust'} | ${'Change dose, muscles or guidance; the next session is the test'}
  ${'cervical_dystonia'}      | ${'switch'} | ${'Go on with another product'}
  ${'chronic_migraine'}       | ${'adjust'} | ${'First ask about medication overuse, a new preventive and gaps in the diary; then change the dose or where it is given, and the next session is the test'}
  ${'chronic_migraine'}       | ${'switch'} | ${'Go on with another product: a lasting loss is rare here, so after the other causes'}
  ${'hyperhidrosis_axillary'} | ${'adjust'} | ${'First ask about the area that was missed, a new drug, menopause or the thyroid; then change the dose or where it is given, and the next session is the test'}
  ${'chronic_migraine'}       | ${'test'}   | ${'Frontalis, EDB or assay before resistance is spoken of'}
`('in $indication "$decision" is told as "$text"', ({ indication, decision, text }) => {
  expect(nextSteps(open, indication).find((step) => step.decision === decision)).toMatchObject({ text });
});
