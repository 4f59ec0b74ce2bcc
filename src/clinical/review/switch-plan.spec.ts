import { switchPlan } from './switch-plan';

it('plans a call at two weeks and a peak check at four after the first type B session', () => {
  const plan = switchPlan('rima', '2026-11-23');
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
  expect(switchPlan('rima').labelStart).toMatchObject({ source: 'V:MYO-RG,MYO-HCP' });
  expect(switchPlan('rima').labelStart!.text).toContain('2,500 to 5,000 U of this product');
  expect(switchPlan('rima').steps.every(({ on }) => on === null)).toBe(true);
});

it('names no dose for another type A', () => {
  expect(switchPlan('inco', '2026-11-23')).toMatchObject({ labelStart: null });
});
