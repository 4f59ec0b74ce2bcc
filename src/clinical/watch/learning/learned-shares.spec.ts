import { learnedShares } from './learned-shares';

const WEIGHTS = [0.1, 0.2, 0.4, 0.8].map((weight) => ({ weight, weightOnScaleOnly: weight }));
const count = (onMore: readonly number[]) => ({
  add: () => undefined,
  episodes: onMore.map((reviews) => ({ onMore: reviews, onScaleOnly: 1000 })),
  patientYears: 1,
});

it.each`
  forwards               | back               | shares                                                              | why
  ${[200, 150, 100, 50]} | ${[80, 40, 15, 5]} | ${[[0.8, 0.9, 50], [0.4, 0.8, 50], [0.2, 0.5, 50], [0.1, 0.2, 50]]} | ${'each cell for itself'}
  ${[199, 149, 99, 49]}  | ${[80, 40, 15, 5]} | ${[[0.4, 1 - 15 / 99, 99], [0.2, 0.5, 50], [0.1, 0.2, 50]]}         | ${'49 are no cell: taken together with the next'}
  ${[49, 40, 20, 10]}    | ${[9, 8, 7, 6]}    | ${[]}                                                               | ${'too few altogether'}
  ${[50, 0, 0, 0]}       | ${[70, 0, 0, 0]}   | ${[[0.1, 0, 50]]}                                                   | ${'more backwards than forwards: no share, not less'}
  ${[60, 0, 0, 0]}       | ${[0, 0, 0, 0]}    | ${[[0.1, 1, 60]]}                                                   | ${'none backwards'}
`('$forwards forwards, $back backwards: $why', ({ forwards, back, shares }) => {
  const counted = { forwards: count(forwards as number[]), backwards: count(back as number[]) };
  expect(learnedShares(WEIGHTS, counted)).toEqual(
    (shares as [number, number, number][]).map(([from, share, reviews]) => ({
      from,
      share: expect.closeTo(share, 9),
      reviews,
    })),
  );
});
