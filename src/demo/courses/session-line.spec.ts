import { PATTERNS } from './patterns';
import { readSessionLine } from './session-line';

it('reads a word a session', () => {
  expect(readSessionLine('60/12 55 /11@80 - 50/10~70', 'ona_preempt')).toEqual([
    { pattern: PATTERNS.ona_preempt, dosePct: 100, improvementPct: 60, weeks: 12 },
    { pattern: PATTERNS.ona_preempt, dosePct: 100, improvementPct: 55 },
    { pattern: PATTERNS.ona_preempt, dosePct: 80, weeks: 11 },
    { pattern: PATTERNS.ona_preempt, dosePct: 100 },
    { pattern: PATTERNS.ona_preempt, dosePct: 100, improvementPct: 50, weeks: 10, daysSince: 70 },
  ]);
});

it('goes on with another pattern and its product', () => {
  const products = readSessionLine('20/6 :rima_neck_right 60/12@150 50/12', 'ona_neck_right').map(
    ({ pattern }) => pattern.product,
  );
  expect(products).toEqual(['ona', 'rima', 'rima']);
});

it('a course that has not begun has no session', () => {
  expect(readSessionLine('', 'ona_preempt')).toEqual([]);
});

it.each(['60/', 'sixty', '60/12!', ':ona_elbow', '@80@'])('%s is refused', (word) => {
  expect(() => readSessionLine(word, 'ona_preempt')).toThrow(RangeError);
});
