import { ruleValues } from '../../rules';
import { alarmFigures, keepBudget, weightsToTry } from './alarm-budget';

const RULES = ruleValues();

const count = (episodes: readonly (readonly [number, number])[], patientYears: number) => ({
  add: () => undefined,
  episodes: episodes.map(([onMore, onScaleOnly]) => ({ onMore, onScaleOnly })),
  patientYears,
});

const WEIGHTS = [
  { weight: 0.05, weightOnScaleOnly: 0.042 },
  { weight: 0.063, weightOnScaleOnly: 0.053 },
  { weight: 0.2, weightOnScaleOnly: 0.14 },
  { weight: 0.4, weightOnScaleOnly: 0.28 },
];

interface Case {
  back: readonly (readonly [number, number])[];
  years: number;
  set: Parameters<typeof ruleValues>[0];
  proposed: number | null;
}

it.each`
  back                                    | years    | set                                                               | proposed | why
  ${[[30, 0], [25, 0], [9, 0], [1, 0]]}   | ${1000}  | ${{}}                                                             | ${null}  | ${'2.5 of 2.5: the weight that stands keeps the budget'}
  ${[[30, 0], [26, 0], [9, 0], [1, 0]]}   | ${1000}  | ${{}}                                                             | ${0.2}   | ${'2.6: the next one keeps it'}
  ${[[90, 0], [80, 0], [26, 0], [9, 0]]}  | ${1000}  | ${{}}                                                             | ${0.4}   | ${'the next but one'}
  ${[[90, 0], [80, 0], [60, 0], [26, 0]]} | ${1000}  | ${{}}                                                             | ${null}  | ${'none keeps it'}
  ${[[0, 0], [0, 0], [0, 0], [0, 0]]}     | ${1000}  | ${{}}                                                             | ${null}  | ${'never below the default'}
  ${[[0, 18], [0, 18], [0, 9], [0, 1]]}   | ${1000}  | ${{}}                                                             | ${0.2}   | ${'on a scale alone 18 count as 26.1'}
  ${[[0, 17], [0, 17], [0, 9], [0, 1]]}   | ${1000}  | ${{}}                                                             | ${null}  | ${'17 as 24.65'}
  ${[[30, 0], [26, 0], [9, 0], [1, 0]]}   | ${1000}  | ${{ 'R.alarm-budget': 3 }}                                        | ${null}  | ${'a larger budget'}
  ${[[30, 0], [20, 0], [9, 0], [1, 0]]}   | ${1000}  | ${{ 'R.review.weight': 0.4, 'R.review.weight.scale-only': 0.28 }} | ${0.063} | ${'a raised weight is no longer needed'}
  ${[[25, 0], [20, 0], [9, 0], [1, 0]]}   | ${1000}  | ${{ 'R.review.weight': 0.05 }}                                    | ${null}  | ${'set lower than the default, and it keeps the budget'}
  ${[[26, 0], [20, 0], [9, 0], [1, 0]]}   | ${1000}  | ${{ 'R.review.weight': 0.05 }}                                    | ${0.063} | ${'set lower than the default, and it does not'}
  ${[[30, 0], [26, 0], [9, 0], [1, 0]]}   | ${399.9} | ${{}}                                                             | ${null}  | ${'too few patient-years'}
  ${[[30, 0], [26, 0], [9, 0], [1, 0]]}   | ${400}   | ${{}}                                                             | ${0.2}   | ${'just enough of them'}
`('$back episodes in $years years with $set: $proposed is proposed: $why', (given: Case) => {
  const { back, years, set, proposed } = given;
  const rules = ruleValues(set);
  const counted = {
    forwards: count(
      [
        [60, 9],
        [50, 8],
        [40, 5],
        [20, 1],
      ],
      years,
    ),
    backwards: count(back, years),
  };
  const kept = keepBudget(alarmFigures(WEIGHTS, counted, 300), rules);
  expect(kept.proposed?.weight ?? null).toBe(proposed);
});

it.each`
  stands   | standing | why
  ${0.063} | ${0.063} | ${'as tried'}
  ${0.15}  | ${0.063} | ${'set since: the nearest below'}
  ${0.01}  | ${0.05}  | ${'lower than any that was tried'}
`('where $stands stands it is told at $standing: $why', ({ stands, standing }) => {
  const episodes = [
    [30, 0],
    [26, 0],
    [9, 0],
    [1, 0],
  ] as const;
  const counted = { forwards: count(episodes, 1000), backwards: count(episodes, 1000) };
  const rules = ruleValues({ 'R.review.weight': stands as number });
  expect(keepBudget(alarmFigures(WEIGHTS, counted, 300), rules).standing.weight).toBe(standing);
});

it.each`
  years   | back  | text
  ${1000} | ${25} | ${'At the weight of 0.063 an estimated 2.5 of 5.8 reviews per 100 patient-years are false: within the budget of 2.5.'}
  ${1000} | ${26} | ${'At the weight of 0.063 an estimated 2.6 of 5.8 reviews per 100 patient-years are false, beyond the budget of 2.5: at 0.2 (0.14 on a scale alone) it would be 0.9 of 4.5.'}
  ${120}  | ${26} | ${'The clinic’s courses cover 120 patient-years: from 400 on a weight can be proposed.'}
  ${0}    | ${0}  | ${'The clinic’s courses cover 0 patient-years: from 400 on a weight can be proposed.'}
`('$back in $years years: "$text"', ({ years, back, text }) => {
  const episodes = [
    [30, 0],
    [back as number, 0],
    [9, 0],
    [1, 0],
  ] as const;
  const forwards = count(
    [
      [60, 9],
      [50, 8],
      [40, 5],
      [20, 1],
    ],
    years as number,
  );
  const counted = { forwards, backwards: count(episodes, years as number) };
  expect(keepBudget(alarmFigures(WEIGHTS, counted, 300), RULES).text).toBe(text);
});

it.each`
  set                                                                | weights
  ${{}}                                                              | ${[0.038, 0.05, 0.063, 0.076, 0.095, 0.126, 0.158, 0.189, 0.252, 0.315, 0.378, 0.504]}
  ${{ 'R.review.weight': 0.11, 'R.review.weight.scale-only': 0.09 }} | ${[0.038, 0.05, 0.063, 0.076, 0.095, 0.11, 0.126, 0.158, 0.189, 0.252, 0.315, 0.378, 0.504]}
  ${{ 'R.review.weight': 0.126 }}                                    | ${[0.038, 0.05, 0.063, 0.076, 0.095, 0.126, 0.158, 0.189, 0.252, 0.315, 0.378, 0.504]}
`('with $set tries the weights $weights', ({ set, weights }) => {
  const rules = ruleValues(set as Case['set']);
  const tried = weightsToTry(rules);
  expect(tried.map(({ weight }) => weight)).toEqual(weights);
  expect(tried).toContainEqual({
    weight: rules['R.review.weight'],
    weightOnScaleOnly: rules['R.review.weight.scale-only'],
  });
});
