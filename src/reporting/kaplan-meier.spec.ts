import fc from 'fast-check';
import { medianLength } from './kaplan-meier';

interface Case {
  ended: number[];
  ongoing: number[];
  median: number | null;
}

it.each`
  ended                 | ongoing       | median  | why
  ${[]}                 | ${[]}         | ${null} | ${'nothing known'}
  ${[84]}               | ${[]}         | ${84}   | ${'one ended'}
  ${[]}                 | ${[84, 90]}   | ${null} | ${'all ongoing: not reached'}
  ${[80, 90, 100]}      | ${[]}         | ${90}   | ${'an odd number: the middle one'}
  ${[70, 80, 90, 100]}  | ${[]}         | ${85}   | ${'level at one half: the middle of the stretch'}
  ${[70, 80, 90, 100]}  | ${[100]}      | ${90}   | ${'an ongoing one at an end outlasts it'}
  ${[70, 80]}           | ${[100, 100]} | ${80}   | ${'half ended, none after: where the half was reached'}
  ${[70]}               | ${[100, 100]} | ${null} | ${'fewer than half ended'}
  ${[70, 70, 70]}       | ${[60, 70]}   | ${70}   | ${'ties fall together'}
  ${[60, 70, 100, 110]} | ${[30, 30]}   | ${85}   | ${'followed too short to say anything'}
  ${[100, 60, 110, 70]} | ${[30]}       | ${85}   | ${'in any order'}
`('$ended ended, $ongoing ongoing: $why → $median', ({ ended, ongoing, median }: Case) => {
  expect(medianLength(ended, ongoing)).toBe(median);
});

// Remission under 6-mercaptopurine and placebo (Freireich 1963, Gehan 1965): the textbook example of the method.
it.each`
  group                 | ended                                                                      | ongoing                                           | median
  ${'6-mercaptopurine'} | ${[6, 6, 6, 7, 10, 13, 16, 22, 23]}                                        | ${[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]} | ${23}
  ${'placebo'}          | ${[1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]} | ${[]}                                             | ${8}
`('agrees with the published median of $group: $median weeks', ({ ended, ongoing, median }: Case) => {
  expect(medianLength(ended, ongoing)).toBe(median);
});

const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 60 });

it('is the plain median when every end is known', () => {
  fc.assert(fc.property(lengths, (ended) => expect(medianLength(ended, [])).toBe(plainMedian(ended))));
});

it('is never shorter than the median of the ended ones alone, and leaves its lists as they were', () => {
  fc.assert(
    fc.property(lengths, lengths, (ended, ongoing) => {
      const before = structuredClone({ ended, ongoing });
      expect(medianLength(ended, ongoing) ?? Infinity).toBeGreaterThanOrEqual(lowerMedian(ended) ?? 0);
      expect({ ended, ongoing }).toEqual(before);
    }),
  );
});

function plainMedian(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}

function lowerMedian(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? null;
}
