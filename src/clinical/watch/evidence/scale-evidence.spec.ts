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

it('of two scales the one that scatters least decides', () => {
  const both = [...measured('midas', 60, 60), ...measured('twstrs_total', 40, 25)];
  expect(improvementOnScale(both)).toMatchObject({ scale: 'twstrs_total', variance: 370 });
});

it('several muscles on one scale are averaged', () => {
  const muscles = [...measured('mas', '3', '1'), ...measured('mas', '1', '1')];
  expect(improvementOnScale(muscles)!.improvementPct).toBeCloseTo((100 * (2 - 1)) / 2 / 0.7, 6);
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
`('$value is read as $number', ({ value, number }: { value: string | number; number?: number }) => {
  expect(scaleValue(value)).toBe(number);
});

it('severity before injection is counted from no symptoms', () => {
  expect([...severityAtStart([...measured('hdss', 3, 1), ...measured('twstrs_total', 0, 0)])]).toEqual([
    ['hdss', 2],
  ]);
});
