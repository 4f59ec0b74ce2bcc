import type { SessionResponse } from '../../treated-session';
import { NO_TERMS } from '../payer-terms';
import type { Demand, RenewalFacts } from './demand';
import { payerMissing, renewalOf } from './renewal';

const treated = (performedOn: Demand['text'], response?: SessionResponse, more: object = {}) =>
  ({ performedOn, product: 'ona', totalUnits: 155, response, ...more }) as RenewalFacts['treatments'][number];
const scale = (before: number, peak: number): SessionResponse => ({
  measurements: [
    { scale: 'mhd', phase: 'cycle-start', value: before },
    { scale: 'mhd', phase: 'peak', value: peak },
  ],
});
const before = (value: number): SessionResponse => ({
  measurements: [{ scale: 'mhd', phase: 'cycle-start', value }],
});
const rated = (improvementPct: number): SessionResponse => ({ improvementPct });

const FACTS: RenewalFacts = {
  asOf: '2026-11-23',
  payer: 'eviCore',
  terms: NO_TERMS,
  unitsLimit: undefined,
  isAuthorized: true,
  course: {
    indication: 'chronic_migraine',
    side: null,
    etiology: null,
    diagnosisCode: 'G43.709',
    plannedProduct: 'ona',
  },
  treatments: [treated('2026-06-01', rated(60)), treated('2026-08-24', rated(55))],
  given: [
    { performedOn: '2026-06-01', units: 155 },
    { performedOn: '2026-08-24', units: 155 },
  ],
  prescriber: { name: 'Ana Meyer, MD', hasCredentials: true },
  nextOn: '2026-11-23',
  tried: ['Topiramate 2024, no effect.', 'Propranolol 2025, stopped.'],
};
const demandOf = (given: Partial<RenewalFacts>, code: string) =>
  renewalOf({ ...FACTS, ...given }).demands.find((demand) => demand.code === code);
const asks = (terms: Partial<RenewalFacts['terms']>) => ({ terms: { ...NO_TERMS, ...terms } });
const after = (...responses: (SessionResponse | undefined)[]) => ({
  treatments: responses.map((response, i) => treated(['2026-06-01', '2026-08-24'][i]!, response)),
});
const HALF = asks({ mustImprovePct: 50 });
const BY_SCALE = asks({ mustImprovePct: 50, scalesShown: true });
const BY_DAYS = asks({ mustImprovePct: 50, mustImproveScale: 'mhd' });
const SEVEN = asks({ mustFallDays: 7 });
const HALF_OR_SEVEN = asks({ mustImprovePct: 50, mustFallDays: 7 });
const BY_MIGRAINE = asks({ mustImprovePct: 50, mustImproveScale: 'mmd' });
const EIGHT = asks({ benefitWeeks: 8 });
const wore = (woreOffOn: Demand['text']) => ({ woreOffOn }) as SessionResponse;
const still = (stillEffectiveOn: Demand['text']) => ({ stillEffectiveOn }) as SessionResponse;
const TWO = asks({ triedFirst: 2 });
const SPACED = asks({ minDaysApart: 84 });
const AT = { nextOn: '2026-11-15' } as const;
const BY_PERCENT = 'by how many percent the session of 24 Aug 2026 helped';
const CAPPED = { unitsLimit: { product: 'ona', indication: null, billingUnits: 200 } as const };

it.each`
  code             | given                                                                        | met      | why
  ${'diagnosis'}   | ${{}}                                                                        | ${true}  | ${'a code that fits'}
  ${'diagnosis'}   | ${{ course: { ...FACTS.course, diagnosisCode: null } }}                      | ${null}  | ${'no code'}
  ${'diagnosis'}   | ${{ course: { ...FACTS.course, diagnosisCode: 'G24.3' } }}                   | ${false} | ${'a code of something else'}
  ${'prescriber'}  | ${{}}                                                                        | ${true}  | ${'with credentials'}
  ${'prescriber'}  | ${{ prescriber: { name: 'Ana', hasCredentials: false } }}                    | ${false} | ${'without'}
  ${'prescriber'}  | ${{ prescriber: null }}                                                      | ${null}  | ${'no session'}
  ${'effect'}      | ${after(rated(60), rated(0))}                                                | ${true}  | ${'both are known, a failure too'}
  ${'effect'}      | ${after(rated(60))}                                                          | ${true}  | ${'the only one is known'}
  ${'effect'}      | ${after(rated(60), undefined)}                                               | ${false} | ${'one of two is known'}
  ${'effect'}      | ${after(undefined, undefined)}                                               | ${null}  | ${'none is known'}
  ${'effect'}      | ${after(wore('2026-08-20'), rated(60))}                                      | ${false} | ${'a length says not how well'}
  ${'effect'}      | ${{ ...after(undefined, rated(60)), ...asks({ treatmentsShown: 1 }) }}       | ${true}  | ${'this payer wants the last one'}
  ${'improvement'} | ${{ ...HALF, ...after(rated(60), rated(50)) }}                               | ${true}  | ${'exactly so much'}
  ${'improvement'} | ${{ ...HALF, ...after(rated(60), rated(49)) }}                               | ${false} | ${'just under, in the latest'}
  ${'improvement'} | ${{ ...HALF, ...after(rated(60), undefined) }}                               | ${true}  | ${'the latest that says'}
  ${'improvement'} | ${{ ...HALF, ...after(undefined, undefined) }}                               | ${null}  | ${'nobody asked'}
  ${'improvement'} | ${{ ...HALF, ...after(scale(20, 10)) }}                                      | ${true}  | ${'half the headache days'}
  ${'improvement'} | ${{ ...HALF, ...after(scale(20, 11)) }}                                      | ${false} | ${'less than half of them gone'}
  ${'improvement'} | ${{ ...HALF, ...after({ ...scale(20, 15), ...rated(60) }) }}                 | ${true}  | ${'the best of scale and rating'}
  ${'improvement'} | ${{ ...BY_SCALE, ...after({ ...scale(20, 15), ...rated(60) }) }}             | ${false} | ${'the scale alone decides'}
  ${'improvement'} | ${{ ...BY_SCALE, ...after(rated(60)) }}                                      | ${null}  | ${'a rating is no scale'}
  ${'improvement'} | ${{ ...BY_DAYS, ...after({ ...scale(20, 10), ...rated(10) }) }}              | ${true}  | ${'the scale that the payer names'}
  ${'improvement'} | ${{ ...BY_DAYS, ...after({ ...scale(20, 11), ...rated(60) }) }}              | ${false} | ${'it alone decides'}
  ${'improvement'} | ${{ ...SEVEN, ...after(scale(20, 13)) }}                                     | ${true}  | ${'seven days fewer'}
  ${'improvement'} | ${{ ...SEVEN, ...after(scale(20, 14)) }}                                     | ${false} | ${'six days fewer'}
  ${'improvement'} | ${{ ...SEVEN, ...after(rated(90)) }}                                         | ${null}  | ${'a rating counts no days'}
  ${'improvement'} | ${{ ...HALF_OR_SEVEN, ...after(scale(28, 21)) }}                             | ${true}  | ${'seven days, and not half'}
  ${'improvement'} | ${{ ...HALF_OR_SEVEN, ...after(scale(10, 5)) }}                              | ${true}  | ${'half, and not seven days'}
  ${'improvement'} | ${{ ...HALF_OR_SEVEN, ...after(scale(20, 14)) }}                             | ${false} | ${'neither'}
  ${'improvement'} | ${{ ...HALF_OR_SEVEN, ...after(rated(60)) }}                                 | ${true}  | ${'half by the rating'}
  ${'improvement'} | ${{ ...BY_MIGRAINE, ...after({ ...scale(20, 10), ...rated(60) }) }}          | ${null}  | ${'another scale is not it'}
  ${'benefit'}     | ${{ ...EIGHT, ...after(wore('2026-07-27')) }}                                | ${true}  | ${'eight weeks to the day'}
  ${'benefit'}     | ${{ ...EIGHT, ...after(wore('2026-07-26')) }}                                | ${false} | ${'a day less'}
  ${'benefit'}     | ${{ ...EIGHT, ...after(still('2026-07-27')) }}                               | ${true}  | ${'it works that long already'}
  ${'benefit'}     | ${{ ...EIGHT, ...after(still('2026-07-26')) }}                               | ${null}  | ${'it still worked when one asked'}
  ${'benefit'}     | ${{ ...EIGHT, ...after(wore('2026-07-27'), still('2026-09-01')) }}           | ${true}  | ${'the one before tells, until the last can'}
  ${'benefit'}     | ${{ ...EIGHT, ...after(rated(60)) }}                                         | ${null}  | ${'no length'}
  ${'scales'}      | ${{ ...asks({ scalesShown: true }), ...after(scale(20, 10)) }}               | ${true}  | ${'before and after'}
  ${'scales'}      | ${{ ...asks({ scalesShown: true }), ...after(scale(20, 10), rated(60)) }}    | ${true}  | ${'of one of the two'}
  ${'scales'}      | ${{ ...asks({ scalesShown: true }), ...after(rated(60)) }}                   | ${null}  | ${'not taken'}
  ${'interval'}    | ${SPACED}                                                                    | ${true}  | ${'84 days, and 91 to the next'}
  ${'interval'}    | ${{ ...SPACED, nextOn: '2026-11-15' }}                                       | ${false} | ${'the next is a day early'}
  ${'interval'}    | ${{ ...SPACED, nextOn: '2026-11-16' }}                                       | ${true}  | ${'the next is just in time'}
  ${'interval'}    | ${{ ...SPACED, treatments: [treated('2026-06-02'), treated('2026-08-24')] }} | ${false} | ${'83 days'}
  ${'interval'}    | ${{ ...SPACED, treatments: [treated('2026-06-02')], nextOn: null }}          | ${true}  | ${'there is but one'}
  ${'units'}       | ${CAPPED}                                                                    | ${true}  | ${'155 in 84 days, the one before is out'}
  ${'units'}       | ${{ ...CAPPED, nextOn: '2026-11-15' }}                                       | ${false} | ${'the next would be the second in 84 days'}
  ${'units'}       | ${{ unitsLimit: { ...CAPPED.unitsLimit, billingUnits: 155 } }}               | ${true}  | ${'just so many'}
  ${'units'}       | ${{ unitsLimit: { ...CAPPED.unitsLimit, billingUnits: 154 } }}               | ${false} | ${'one too many'}
  ${'units'}       | ${{ ...CAPPED, treatments: [], given: [] }}                                  | ${null}  | ${'nothing was given yet'}
  ${'tried-first'} | ${{ ...TWO, isAuthorized: false }}                                           | ${true}  | ${'two lines'}
  ${'tried-first'} | ${{ ...TWO, isAuthorized: false, tried: ['Topiramate, propranolol.'] }}      | ${null}  | ${'one line may name two'}
  ${'tried-first'} | ${{ ...TWO, isAuthorized: false, tried: [] }}                                | ${null}  | ${'nothing written'}
`('$code: $why → $met', ({ code, given, met }) => {
  const demand = demandOf(given, code)!;
  expect(demand.met).toBe(met);
  expect(demand.text).toMatch(/\.$/);
  expect(demand.todo).toEqual(met === true ? undefined : expect.stringMatching(/\.$/));
  if (met !== null) expect(demand.evidence).toMatch(/\.$/);
});

it.each`
  code             | given                                                                              | why
  ${'tried-first'} | ${TWO}                                                                             | ${'it was asked before the first authorization'}
  ${'improvement'} | ${{}}                                                                              | ${'the payer does not say'}
  ${'effect'}      | ${{ treatments: [] }}                                                              | ${'nothing was given yet'}
  ${'improvement'} | ${{ ...HALF, treatments: [treated('2026-06-01', rated(60), { product: 'abo' })] }} | ${'another product was given'}
  ${'units'}       | ${{}}                                                                              | ${'there is no limit'}
`('$code is not asked for: $why', ({ code, given }) => {
  expect(demandOf(given, code)).toBeUndefined();
});

it.each`
  code             | given                                                                         | says
  ${'improvement'} | ${{ ...HALF, ...after({ ...scale(20, 15), ...rated(30) }) }}                  | ${'Session of 1 Jun 2026: rated 30 % better; Headache days in 28 or 30 days 20 to 15 (25 % better).'}
  ${'improvement'} | ${{ ...HALF, ...after(scale(24.2, 12.2)) }}                                   | ${'Session of 1 Jun 2026: Headache days in 28 or 30 days 24.2 to 12.2 (49 % better).'}
  ${'improvement'} | ${{ ...HALF, ...after(rated(-10)) }}                                          | ${'Session of 1 Jun 2026: rated 10 % worse.'}
  ${'benefit'}     | ${{ ...EIGHT, ...after(wore('2026-07-28')) }}                                 | ${'Session of 1 Jun 2026: wore off on 28 Jul 2026, after 57 days.'}
  ${'interval'}    | ${SPACED}                                                                     | ${'Sessions of 1 Jun 2026 and 24 Aug 2026: 84 days apart. The next on 23 Nov 2026, 91 days after the last.'}
  ${'units'}       | ${{ ...CAPPED, nextOn: '2026-11-15' }}                                        | ${'155 from 2 Jun 2026 to 24 Aug 2026. 310 until 15 Nov 2026, if the next session is like the last.'}
  ${'effect'}      | ${after(rated(60), rated(0))}                                                 | ${'Response to the session of 1 Jun 2026 (155 U Botox): 60 % improvement. Response to the session of 24 Aug 2026 (155 U Botox): 0 % improvement.'}
  ${'effect'}      | ${after({ ...scale(20, 10), ...rated(60) })}                                  | ${'Response to the session of 1 Jun 2026 (155 U Botox): 60 % improvement.'}
  ${'effect'}      | ${after(scale(20, 10))}                                                       | ${'Session of 1 Jun 2026: Headache days in 28 or 30 days: 20 at the start of the cycle, 10 at the peak: better by 10 (50 %).'}
  ${'effect'}      | ${after(undefined)}                                                           | ${null}
  ${'benefit'}     | ${{ ...EIGHT, ...after(wore('2026-07-27')) }}                                 | ${'Session of 1 Jun 2026: wore off on 27 Jul 2026, after 8 weeks.'}
  ${'benefit'}     | ${{ ...EIGHT, ...after(still('2026-07-26')) }}                                | ${'Session of 1 Jun 2026: still effective on 26 Jul 2026, after 55 days.'}
  ${'benefit'}     | ${{ ...EIGHT, ...after(wore('2026-07-26'), rated(60)) }}                      | ${'Session of 1 Jun 2026: wore off on 26 Jul 2026, after 55 days.'}
  ${'benefit'}     | ${{ ...EIGHT, ...after(rated(60)) }}                                          | ${null}
  ${'scales'}      | ${{ ...BY_SCALE, ...after(scale(20, 10), scale(20, 12)) }}                    | ${'Session of 1 Jun 2026: Headache days in 28 or 30 days: 20 at the start of the cycle, 10 at the peak: better by 10 (50 %). Session of 24 Aug 2026: Headache days in 28 or 30 days: 20 at the start of the cycle, 12 at the peak: better by 8 (40 %).'}
  ${'scales'}      | ${{ ...BY_SCALE, ...after(before(20)) }}                                      | ${'Session of 1 Jun 2026: Headache days in 28 or 30 days: 20 at the start of the cycle, not taken after.'}
  ${'scales'}      | ${{ ...BY_SCALE, ...after(rated(60)) }}                                       | ${null}
  ${'interval'}    | ${{ ...SPACED, nextOn: null }}                                                | ${'Sessions of 1 Jun 2026 and 24 Aug 2026: 84 days apart.'}
  ${'interval'}    | ${{ ...SPACED, treatments: [treated('2026-06-02')] }}                         | ${'The next on 23 Nov 2026, 174 days after the last.'}
  ${'interval'}    | ${{ ...SPACED, treatments: [treated('2026-06-02')], nextOn: null }}           | ${'One session, on 2 Jun 2026.'}
  ${'units'}       | ${{ ...CAPPED, nextOn: null, given: FACTS.given.toReversed() }}               | ${'155 from 2 Jun 2026 to 24 Aug 2026.'}
  ${'units'}       | ${{ ...CAPPED, treatments: [treated('2026-06-01', {}, { product: 'abo' })] }} | ${'155 from 2 Jun 2026 to 24 Aug 2026.'}
  ${'units'}       | ${{ ...CAPPED, treatments: [], given: [] }}                                   | ${null}
  ${'prescriber'}  | ${{}}                                                                         | ${'Ana Meyer, MD.'}
  ${'prescriber'}  | ${{ prescriber: null }}                                                       | ${null}
  ${'diagnosis'}   | ${{ course: { ...FACTS.course, diagnosisCode: null } }}                       | ${null}
  ${'tried-first'} | ${{ ...TWO, isAuthorized: false }}                                            | ${'Topiramate 2024, no effect. Propranolol 2025, stopped.'}
  ${'tried-first'} | ${{ ...TWO, isAuthorized: false, tried: ['Topiramate.'] }}                    | ${'Topiramate.'}
  ${'tried-first'} | ${{ ...TWO, isAuthorized: false, tried: [] }}                                 | ${null}
  ${'improvement'} | ${{ ...BY_DAYS, ...after(scale(20, 10)) }}                                    | ${'Session of 1 Jun 2026: Headache days in 28 or 30 days 20 to 10 (50 % better).'}
`('$code says: $says', ({ code, given, says }) => {
  expect(demandOf(given, code)!.evidence).toBe(says);
});

it.each`
  code             | given                                                                               | todo
  ${'prescriber'}  | ${{ prescriber: null }}                                                             | ${'Name the prescriber in the request: no session is on record.'}
  ${'prescriber'}  | ${{ prescriber: { name: 'Ana', hasCredentials: false } }}                           | ${'Let an administrator set under Users how Ana signs.'}
  ${'diagnosis'}   | ${{ course: { ...FACTS.course, diagnosisCode: null } }}                             | ${'The course has no diagnosis code: record one that fits its side and cause.'}
  ${'effect'}      | ${after(undefined, undefined)}                                                      | ${'Ask the patient how it worked and record it for the session of 1 Jun 2026 and the session of 24 Aug 2026.'}
  ${'effect'}      | ${after(rated(60), undefined)}                                                      | ${'Ask the patient how it worked and record it for the session of 24 Aug 2026.'}
  ${'improvement'} | ${{ ...HALF, ...after(undefined, undefined) }}                                      | ${'Record by how many percent the session of 24 Aug 2026 helped.'}
  ${'improvement'} | ${{ ...BY_SCALE, ...after(rated(60)) }}                                             | ${'Take a scale before the injection and again at the peak: this payer does not go by a rating.'}
  ${'improvement'} | ${{ ...HALF, ...after(rated(49)) }}                                                 | ${'Give the reason for going on in the request, or review the course.'}
  ${'benefit'}     | ${{ ...EIGHT, ...after(rated(60), rated(60)) }}                                     | ${'Record how long the session of 24 Aug 2026 worked.'}
  ${'benefit'}     | ${{ ...EIGHT, ...after(wore('2026-07-26')) }}                                       | ${'Give the reason for going on in the request, or review the course.'}
  ${'scales'}      | ${{ ...BY_SCALE, ...after(rated(60)) }}                                             | ${'Take Headache days in 28 or 30 days before the injection, and again 4 to 6 weeks after it.'}
  ${'interval'}    | ${{ ...SPACED, treatments: [treated('2026-06-02'), treated('2026-08-24')] }}        | ${'Say in the request why it was given after 83 days.'}
  ${'interval'}    | ${{ ...SPACED, nextOn: '2026-11-15' }}                                              | ${'Book on 16 Nov 2026 or later.'}
  ${'interval'}    | ${{ ...SPACED, treatments: [treated('2026-06-02'), treated('2026-08-24')], ...AT }} | ${'Say in the request why it was given after 83 days. Book on 16 Nov 2026 or later.'}
  ${'units'}       | ${{ ...CAPPED, nextOn: '2026-11-15' }}                                              | ${'Ask the insurer for 310 billing units in 84 days, with the reason.'}
  ${'units'}       | ${{ unitsLimit: { ...CAPPED.unitsLimit, billingUnits: 154 }, nextOn: null }}        | ${'Ask the insurer for 155 billing units in 84 days, with the reason.'}
  ${'units'}       | ${{ ...CAPPED, treatments: [], given: [] }}                                         | ${'Plan no more than 200 billing units for the first session.'}
  ${'tried-first'} | ${{ ...TWO, isAuthorized: false, tried: [] }}                                       | ${'Write down under the course what was tried, a line each, with days and outcome.'}
`('$code, to do: $todo', ({ code, given, todo }) => {
  expect(demandOf(given, code)!.todo).toBe(todo);
});

it.each`
  given                           | text                                                | told | why
  ${{}}                           | ${'The effect of the last 2 treatments on record.'} | ${2} | ${'payers usually want two'}
  ${asks({ treatmentsShown: 1 })} | ${'The effect of the last treatment on record.'}    | ${1} | ${'one'}
  ${asks({ treatmentsShown: 3 })} | ${'The effect of the last 3 treatments on record.'} | ${2} | ${'three, of which there are two'}
`('of the effect $told treatments are told: $why', ({ given, text, told }) => {
  const demand = demandOf(given, 'effect')!;
  expect(demand.text).toBe(text);
  expect(demand.evidence!.match(/Response to/g)).toHaveLength(told as number);
});

it.each`
  given                                                     | missing                                                                       | why
  ${{}}                                                     | ${[]}                                                                         | ${'all is there'}
  ${{ prescriber: null }}                                   | ${['prescriber']}                                                             | ${'nobody has injected'}
  ${{ prescriber: { name: 'Ana', hasCredentials: false } }} | ${['credentials of Ana']}                                                     | ${'a name alone'}
  ${{ ...TWO, isAuthorized: false, tried: [] }}             | ${['what was tried before, with days and outcome']}                           | ${'nothing is written down'}
  ${{ ...BY_SCALE, ...after(rated(60), rated(55)) }}        | ${[BY_PERCENT, 'one scale both before and after the session of 24 Aug 2026']} | ${'a rating alone'}
`('the record lacks $missing: $why', ({ given, missing }) => {
  expect(renewalOf({ ...FACTS, ...given }).missing).toEqual(missing);
});

it('names what the record does not tell, and not what it tells otherwise than the payer would like', () => {
  const { missing } = renewalOf({
    ...FACTS,
    terms: { ...NO_TERMS, mustImprovePct: 50, benefitWeeks: 8, scalesShown: true },
    course: { ...FACTS.course, diagnosisCode: null },
    ...after(rated(10), undefined),
  });
  expect(missing).toEqual([
    'diagnosis code',
    'effect of the session of 24 Aug 2026',
    'by how many percent the session of 24 Aug 2026 helped',
    'how long the session of 24 Aug 2026 worked',
    'one scale both before and after the session of 24 Aug 2026',
  ]);
  expect(renewalOf({ ...FACTS, ...HALF, ...after(rated(60), rated(10)) }).missing).toEqual([]);
});

it.each`
  payer        | terms        | missing
  ${null}      | ${undefined} | ${['insurer']}
  ${'Aetna'}   | ${undefined} | ${['what Aetna asks for: it is not on the list of payers']}
  ${'eviCore'} | ${NO_TERMS}  | ${[]}
`('of the payer $payer: $missing', ({ payer, terms, missing }) => {
  expect(payerMissing({ payer, terms })).toEqual(missing);
});

it('a scale that the payer names is named in what it asks, what is to be done and what is missing', () => {
  const given = { ...FACTS, ...BY_MIGRAINE, ...after({ ...scale(20, 10), ...rated(60) }) };
  expect(demandOf(given, 'improvement')).toMatchObject({
    text: 'At least 50 % improvement, by Migraine days in 28 or 30 days.',
    todo: expect.stringContaining('Take Migraine days in 28 or 30 days before the injection'),
  });
  expect(renewalOf(given).missing).toContain(
    'by how many percent the session of 1 Jun 2026 helped, by Migraine days in 28 or 30 days',
  );
});
