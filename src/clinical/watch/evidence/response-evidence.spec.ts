import type { EffectLength } from '../../due/effect-length';
import { readAlone } from '../../../../test/support/read-alone';
import type { SessionResponse } from '../../treated-session';

const unknown: EffectLength = { kind: 'unknown', days: 0, usable: false };
const twstrs = (start: number, peak: number) => ({
  measurements: [
    { scale: 'twstrs_total', phase: 'cycle-start' as const, value: start },
    { scale: 'twstrs_total', phase: 'peak' as const, value: peak },
  ],
});

it.each`
  response                           | pct    | variance     | readings              | why
  ${{ improvementPct: 60 }}          | ${60}  | ${20}        | ${['rating']}         | ${'the rating as it is'}
  ${{ improvementPct: -40 }}         | ${-40} | ${20}        | ${['rating']}         | ${'worse is below zero'}
  ${{ pgic: 1 }}                     | ${86}  | ${90}        | ${['pgic']}           | ${'very much improved'}
  ${{ pgic: 4 }}                     | ${12}  | ${80}        | ${['pgic']}           | ${'no change: expectation alone gives 12'}
  ${{ pgic: 2 }}                     | ${60}  | ${80}        | ${['pgic']}           | ${'much improved'}
  ${{ pgic: 3 }}                     | ${35}  | ${80}        | ${['pgic']}           | ${'minimally improved'}
  ${{ pgic: 5 }}                     | ${-4}  | ${60}        | ${['pgic']}           | ${'minimally worse'}
  ${{ pgic: 6 }}                     | ${-10} | ${60}        | ${['pgic']}           | ${'much worse'}
  ${{ pgic: 7 }}                     | ${-10} | ${60}        | ${['pgic']}           | ${'very much worse'}
  ${{ peakEffect: 0 }}               | ${5}   | ${120}       | ${['peak-effect']}    | ${'no effect'}
  ${{ peakEffect: 1 }}               | ${22}  | ${120}       | ${['peak-effect']}    | ${'slight'}
  ${{ peakEffect: 2 }}               | ${45}  | ${150}       | ${['peak-effect']}    | ${'moderate'}
  ${{ peakEffect: 3 }}               | ${68}  | ${150}       | ${['peak-effect']}    | ${'good'}
  ${{ peakEffect: 4 }}               | ${86}  | ${120}       | ${['peak-effect']}    | ${'marked'}
  ${twstrs(40, 25)}                  | ${50}  | ${332.03125} | ${['scale']}          | ${'a fall of 37.5 % of 75 %; five points are 17 %, and the start errs too'}
  ${{ improvementPct: 60, pgic: 2 }} | ${60}  | ${16}        | ${['rating', 'pgic']} | ${'both agree'}
  ${{ improvementPct: 50, pgic: 2 }} | ${52}  | ${16}        | ${['rating', 'pgic']} | ${'the rating scatters least and weighs most'}
`('$response → $pct %: $why', ({ response, pct, variance, readings }) => {
  const { size } = readAlone(response as SessionResponse, unknown);
  expect(size!.improvementPct).toBeCloseTo(pct as number, 6);
  expect(size!.variance).toBeCloseTo(variance as number, 6);
  expect(size!.readings).toEqual(readings);
});

it.each`
  scale                | value | pct
  ${'pct_improvement'} | ${70} | ${70}
  ${'cgi_i'}           | ${2}  | ${60}
  ${'pgic'}            | ${3}  | ${35}
  ${'peak_effect_0_4'} | ${4}  | ${86}
`(
  '$scale measured at the peak is read as such a reading',
  ({ scale, value, pct }: { scale: string; value: number; pct: number }) => {
    const measurements = [{ scale, phase: 'peak' as const, value }];
    expect(readAlone({ measurements }, unknown).size!.improvementPct).toBeCloseTo(pct, 6);
  },
);

it('nothing recorded is no evidence', () => {
  expect(readAlone(undefined, unknown)).toEqual({ size: undefined, length: undefined });
  expect(readAlone({ onsetOn: '2026-01-09' }, unknown)).toEqual({ size: undefined, length: undefined });
});

it('a null is not asked', () => {
  const nulls = { improvementPct: null, pgic: null, peakEffect: null } as unknown as SessionResponse;
  expect(readAlone(nulls, unknown).size).toBeUndefined();
});

it.each`
  phase            | pct          | why
  ${'peak'}        | ${70}        | ${'taken at the peak'}
  ${'cycle-start'} | ${undefined} | ${'taken before the injection'}
  ${'cycle-end'}   | ${undefined} | ${'taken when it had worn off'}
`('a rating measured at $phase → $pct: $why', ({ phase, pct }) => {
  const measurements = [{ scale: 'pct_improvement', phase, value: 70 }];
  expect(readAlone({ measurements }, unknown).size?.improvementPct).toBe(pct);
});

it.each`
  length                                           | known    | why
  ${{ kind: 'wore-off', days: 84, usable: true }}  | ${true}  | ${'it wore off'}
  ${{ kind: 'at-least', days: 84, usable: false }} | ${true}  | ${'it still helped'}
  ${{ kind: 'unknown', days: 0, usable: false }}   | ${false} | ${'nobody asked'}
`('$why: known $known', ({ length, known }) => {
  expect(readAlone({ improvementPct: 60 }, length).length).toEqual(known ? length : undefined);
});
