import { ruleValues } from '../rules';
import { planOf, switchPlan } from './switch-plan';

it('plans a call at two weeks and a peak check at four after the first type B session', () => {
  const plan = switchPlan('rima', 'P84D', '2026-11-23');
  expect(plan.steps.map(({ code, on }) => [code, on])).toEqual([
    ['call', '2026-12-07'],
    ['peak-check', '2026-12-21'],
    ['re-evaluate', null],
  ]);
  expect(plan.steps[0]!.text).toBe('Call: dry mouth, dysphagia, constipation, blurred vision?');
  expect(plan.steps[2]!.text).toContain('at least 4 sessions');
  expect(plan.text).toContain('May restore response, often temporarily');
});

it('tells the starting range of the label as text with its source', () => {
  expect(switchPlan('rima', 'P84D').labelStart).toMatchObject({ source: 'V:MYO-RG,MYO-HCP' });
  expect(switchPlan('rima', 'P84D').labelStart!.text).toContain('2,500 to 5,000 U of this product');
  expect(switchPlan('rima', 'P84D').steps.every(({ on }) => on === null)).toBe(true);
});

it('names no dose for another type A', () => {
  expect(switchPlan('inco', 'P84D', '2026-11-23')).toMatchObject({ labelStart: null });
});

it('after a switch within type A no call is due and no dry mouth is watched for', () => {
  expect(switchPlan('inco', 'P84D', '2026-11-23')).toEqual({
    product: 'inco',
    text: 'Another type A product: its effect is judged against what this patient usually had.',
    labelStart: null,
    steps: [
      {
        code: 'peak-check',
        text: 'Peak check: improvement, PGIC and scale',
        weeks: 4,
        on: '2026-12-21',
        source: 'P',
      },
      {
        code: 're-evaluate',
        text: 'Judge every session anew for at least 4 sessions',
        weeks: null,
        on: null,
        source: 'P',
      },
    ],
  });
});

it.each`
  usualInterval | text
  ${'P84D'}     | ${'plan 12 weeks, not the interval of type A'}
  ${'P10W'}     | ${'plan 10 weeks, not the interval of type A'}
  ${'P90D'}     | ${'plan 90 days, not the interval of type A'}
`('tells the clinic’s own usual interval, $usualInterval', ({ usualInterval, text }) => {
  expect(switchPlan('rima', usualInterval).text).toContain(text);
});

it('calls and checks the peak within what the rules count as such', () => {
  const rules = ruleValues();
  const [call, peak] = switchPlan('rima', 'P84D').steps.map(({ weeks }) => 7 * weeks!) as [number, number];
  expect(call >= rules['S22.contact.from'] && call <= rules['S22.contact.to']).toBe(true);
  expect(peak >= rules['S22.peak.scored.from'] && peak <= rules['S22.peak.scored.to']).toBe(true);
});

const toRima = { decision: 'switch', plannedProduct: 'rima', reviewedOn: '2026-11-22' } as const;
const toInco = { decision: 'switch', plannedProduct: 'inco', reviewedOn: '2027-03-01' } as const;
const wait = { decision: 'keep-watching', plannedProduct: null, reviewedOn: '2027-06-01' } as const;
const given = (product: string, performedOn: string) => ({ product, performedOn });

it.each`
  reviews                                  | sessions                                                      | product      | peakOn          | why
  ${[]}                                    | ${[]}                                                         | ${undefined} | ${undefined}    | ${'never reviewed'}
  ${[wait]}                                | ${[given('rima', '2027-06-02')]}                              | ${undefined} | ${undefined}    | ${'no switch'}
  ${[{ ...toRima, plannedProduct: null }]} | ${[]}                                                         | ${undefined} | ${undefined}    | ${'a switch without a product'}
  ${[toRima]}                              | ${[]}                                                         | ${'rima'}    | ${null}         | ${'nothing given since'}
  ${[toRima]}                              | ${[given('rima', '2026-11-23')]}                              | ${'rima'}    | ${'2026-12-21'} | ${'given the day after'}
  ${[toRima]}                              | ${[given('rima', '2026-11-22')]}                              | ${'rima'}    | ${'2026-12-20'} | ${'given on the day of the review'}
  ${[toRima]}                              | ${[given('rima', '2026-11-21')]}                              | ${'rima'}    | ${null}         | ${'given before the review'}
  ${[toRima]}                              | ${[given('ona', '2026-11-23')]}                               | ${'rima'}    | ${null}         | ${'the old product once more'}
  ${[toRima]}                              | ${[given('rima', '2026-11-23'), given('rima', '2027-02-15')]} | ${'rima'}    | ${'2026-12-21'} | ${'the first session with it counts'}
  ${[toRima, wait]}                        | ${[given('rima', '2026-11-23')]}                              | ${'rima'}    | ${'2026-12-21'} | ${'a later review that is no switch leaves the plan'}
  ${[toRima, toInco]}                      | ${[given('rima', '2026-11-23'), given('inco', '2027-03-02')]} | ${'inco'}    | ${'2027-03-30'} | ${'the latest switch counts'}
`('$why → $product, peak check $peakOn', ({ reviews, sessions, product, peakOn }) => {
  const plan = planOf(reviews, sessions, () => 'P84D');
  expect(plan?.product).toBe(product);
  expect(plan?.steps.find(({ code }) => code === 'peak-check')?.on).toBe(peakOn);
});

it('plans by the usual interval of the product that is switched to', () => {
  const usual = { rima: 'P10W', inco: 'P13W' } as const;
  const plan = planOf([toInco, toRima], [], (product) => usual[product as keyof typeof usual]);
  expect(plan?.text).toContain('plan 10 weeks');
});
