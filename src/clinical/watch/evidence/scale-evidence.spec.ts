import { improvementOnScale, scaleValue, severityAtStart } from './scale-evidence';
import type { Measurement } from '../../treated-session';

const measured = (scale: string, start: number | string, peak: number | string): Measurement[] => [
  { scale, phase: 'cycle-start', value: start },
  { scale, phase: 'peak', value: peak },
];

it.each`
  scale             | start  | peak    | pct          | why
  ${'twstrs_total'} | ${40}  | ${10}   | ${100}       | ${'three quarters gone is all that can go'}
  ${'twstrs_total'} | ${40}  | ${40}   | ${0}         | ${'unchanged'}
  ${'twstrs_total'} | ${40}  | ${60}   | ${-20}       | ${'worse counts as -20 at most'}
  ${'jrs'}          | ${1}   | ${0}    | ${110}       | ${'small starts make large percentages: 110 at most'}
  ${'twstrs_total'} | ${0}   | ${0}    | ${undefined} | ${'nothing to improve'}
  ${'mas'}          | ${'3'} | ${'1+'} | ${71.4286}   | ${'1+ lies between 1 and 2'}
  ${'hdss'}         | ${4}   | ${1}    | ${110}       | ${'1 is no symptoms'}
  ${'hdss'}         | ${4}   | ${2.5}  | ${55.5556}   | ${'half the way to 1'}
  ${'hit6'}         | ${66}  | ${58}   | ${undefined} | ${'has no point of no symptoms: left out'}
  ${'gas_t'}        | ${40}  | ${60}   | ${undefined} | ${'counts goals: left out'}
`('$scale $start to $peak → $pct: $why', ({ scale, start, peak, pct }) => {
  const improvement = improvementOnScale(measured(scale as string, start as number, peak as number));
  if (pct === undefined) expect(improvement).toBeUndefined();
  else expect(improvement!.improvementPct).toBeCloseTo(pct as number, 3);
});

it.each`
  scale                  | fullDrop | variance
  ${'twstrs_total'}      | ${0.75}  | ${370}
  ${'midas'}             | ${0.9}   | ${800}
  ${'mas'}               | ${0.7}   | ${540}
  ${'jrs'}               | ${0.8}   | ${490}
  ${'hfs7'}              | ${0.8}   | ${740}
  ${'twstrs_severity'}   | ${0.6}   | ${550}
  ${'twstrs_pain'}       | ${0.9}   | ${900}
  ${'twstrs_disability'} | ${0.75}  | ${700}
  ${'tsui'}              | ${0.75}  | ${600}
  ${'bsdi'}              | ${0.8}   | ${740}
  ${'hfs30'}             | ${0.8}   | ${740}
  ${'smc_grade'}         | ${0.8}   | ${900}
  ${'ashworth'}          | ${0.7}   | ${700}
  ${'das'}               | ${0.7}   | ${900}
  ${'mhd'}               | ${0.9}   | ${800}
  ${'mmd'}               | ${0.9}   | ${800}
  ${'nrs_pain'}          | ${0.9}   | ${800}
  ${'ftm'}               | ${0.6}   | ${900}
  ${'tetras'}            | ${0.6}   | ${900}
`('on $scale a fall by $fullDrop of the start is all that can go, variance $variance', (given) => {
  const { scale, fullDrop, variance } = given;
  const improvement = improvementOnScale(measured(scale, 10, 10 * (1 - fullDrop / 2)))!;
  expect(improvement.improvementPct).toBeCloseTo(50, 6);
  expect(improvement.variance).toBe(variance);
});

it.each`
  first             | second            | decides           | why
  ${'midas'}        | ${'twstrs_total'} | ${'twstrs_total'} | ${'it scatters less'}
  ${'twstrs_total'} | ${'midas'}        | ${'twstrs_total'} | ${'in whichever order'}
  ${'mhd'}          | ${'midas'}        | ${'mhd'}          | ${'both scatter alike: the first'}
  ${'midas'}        | ${'mhd'}          | ${'midas'}        | ${'both scatter alike: the first'}
`('of $first and $second $decides decides: $why', ({ first, second, decides }) => {
  expect(improvementOnScale([...measured(first, 60, 50), ...measured(second, 40, 25)])?.scale).toBe(decides);
});

it('several muscles on one scale are averaged', () => {
  const muscles = [...measured('mas', '3', '1'), ...measured('mas', '1', '1')];
  expect(improvementOnScale(muscles)!.improvementPct).toBeCloseTo((100 * (2 - 1)) / 2 / 0.7, 6);
});

it('each time is the mean of its own values, however many', () => {
  const values = [...measured('mas', '3', '1'), { scale: 'mas', phase: 'cycle-start', value: '1' } as const];
  expect(improvementOnScale(values)!.improvementPct).toBeCloseTo((100 * (2 - 1)) / 2 / 0.7, 6);
});

it('a scale taken only once, or at the end of the cycle, says nothing', () => {
  expect(improvementOnScale([{ scale: 'jrs', phase: 'peak', value: 2 }])).toBeUndefined();
  expect(
    improvementOnScale([
      { scale: 'jrs', phase: 'cycle-start', value: 6 },
      { scale: 'jrs', phase: 'cycle-end', value: 5 },
    ]),
  ).toBeUndefined();
});

it.each`
  value    | number
  ${'1+'}  | ${1.5}
  ${'0'}   | ${0}
  ${'4'}   | ${4}
  ${2.5}   | ${2.5}
  ${''}    | ${undefined}
  ${'bad'} | ${undefined}
`('“$value” is read as $number', ({ value, number }: { value: string | number; number?: number }) => {
  expect(scaleValue(value)).toBe(number);
});

it('severity before injection is counted from no symptoms', () => {
  const taken: Measurement[] = [
    ...measured('hdss', 3, 1),
    ...measured('twstrs_total', 0, 0),
    ...measured('hit6', 66, 58),
    { scale: 'jrs', phase: 'peak', value: 4 },
  ];
  expect([...severityAtStart(taken)]).toEqual([['hdss', 2]]);
});
