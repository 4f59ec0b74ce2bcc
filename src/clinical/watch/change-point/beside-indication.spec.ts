import { courseOf } from '../../../../test/support/patients/course-line';
import { courseRules } from '../../course/course-rules';
import { usualNoise } from '../clinic-noise';
import { assessTrend } from '../response-trend';
import { besideIndication } from './beside-indication';

const RULES = courseRules();
const PRIOR = { usual: 60, days: 95 };

const judged = (line: string) => assessTrend(courseOf(line), 'cervical_dystonia', RULES.values);
const besides = (line: string, learned = RULES.learned) =>
  judged(line).sessions.map((session) =>
    besideIndication(
      session,
      { indication: 'cervical_dystonia', product: 'ona' },
      { values: RULES.values, learned },
    ),
  );

it('who never had benefit is drawn beside what the indication gives, not beside their own low sessions', () => {
  const line = '15/5 20/5 15/5 20/5';
  expect(judged(line).states.at(-1)?.tier).toBe('primary');
  expect(judged(line).sessions.at(-1)!.expected.sizePct.usual).toBeLessThan(PRIOR.usual - 20);
  for (const { expected, size, share } of besides(line)) {
    expect(expected.sizePct.usual).toBeCloseTo(PRIOR.usual);
    expect(expected.days.usual).toBeCloseTo(PRIOR.days);
    expect(size!.improvementPct).toBeLessThan(expected.sizePct.from);
    expect(share!.usual).toMatchObject({
      sizePct: expect.closeTo(PRIOR.usual),
      days: expect.closeTo(PRIOR.days),
    });
    expect(share!.benefit).toBeLessThan(0.5);
  }
});

it('at the dose of each session', () => {
  const [full, half] = besides('15/5 15/5@50');
  expect(half!.expected.sizePct.usual).toBeLessThan(full!.expected.sizePct.usual);
});

it('beside what the clinic has learned of the indication, once that was accepted', () => {
  const noise = usualNoise(RULES.values);
  const usual = { cervical_dystonia: { meanSizePct: 50, medianDays: 80, courses: 100 } };
  const [first] = besides('15/5', { noise, usual, calibration: [] });
  expect(first!.expected.sizePct.usual).toBeCloseTo(50);
  expect(first!.expected.days.usual).toBeCloseTo(80);
});

it('nothing known stays unknown', () => {
  const [first] = besides('-');
  expect(first!.share).toBeUndefined();
});
