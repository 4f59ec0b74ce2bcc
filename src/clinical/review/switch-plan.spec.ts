import { ruleValues } from '../rules';
import { switchPlan } from './switch-plan';

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
