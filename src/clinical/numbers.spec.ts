import { mean, median, normalHazard, toHundredth, upperTail } from './numbers';

it.each`
  values             | average      | middle       | why
  ${[]}              | ${undefined} | ${undefined} | ${'nothing'}
  ${[3]}             | ${3}         | ${3}         | ${'one'}
  ${[1, 4]}          | ${2.5}       | ${2.5}       | ${'two'}
  ${[9, 1, 2]}       | ${4}         | ${2}         | ${'three, not in order'}
  ${[10, 9, 1, 100]} | ${30}        | ${9.5}       | ${'four: sorted as numbers, the two in the middle'}
  ${[-1, 0, 1]}      | ${0}         | ${0}         | ${'below zero too'}
`('$values have the mean $average and the median $middle: $why', ({ values, average, middle }) => {
  const given = [...(values as number[])];
  expect(mean(given)).toBe(average);
  expect(median(given)).toBe(middle);
  expect(given).toEqual(values);
});

it.each`
  value        | rounded
  ${0.1 + 0.2} | ${0.3}
  ${2.344}     | ${2.34}
  ${2.346}     | ${2.35}
  ${-1.234}    | ${-1.23}
  ${5000}      | ${5000}
`('$value is $rounded to a hundredth', ({ value, rounded }: { value: number; rounded: number }) => {
  expect(toHundredth(value)).toBe(rounded);
});

// Tables of the standard normal distribution.
it.each`
  z       | tail         | hazard
  ${-3}   | ${0.9986501} | ${0.0044378}
  ${-1}   | ${0.8413447} | ${0.2875999}
  ${0}    | ${0.5}       | ${0.7978846}
  ${0.25} | ${0.4012937} | ${0.9635556}
  ${1}    | ${0.1586553} | ${1.5251353}
  ${1.28} | ${0.1002726} | ${1.7536563}
  ${3}    | ${0.0013499} | ${3.2830986}
`(
  'beyond $z SD lies $tail, hazard $hazard',
  ({ z, tail, hazard }: Record<'z' | 'tail' | 'hazard', number>) => {
    expect(upperTail(z)).toBeCloseTo(tail, 6);
    expect(normalHazard(z)).toBeCloseTo(hazard, 3);
  },
);

it('an upper tail is never below zero, however far out', () => {
  expect(upperTail(40)).toBe(0);
  expect(upperTail(-40)).toBe(1);
});
