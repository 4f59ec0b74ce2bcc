import type { EffectLength } from '../../due/effect/effect-length';
import { readAlone } from '../../../../test/support/walks/read-alone';
import type { SessionResponse } from '../../treated-session';
import { isScaleOnly } from './response-evidence';

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

const rated = (value: number, measuredOn?: string) => ({
  measurements: [{ scale: 'pct_improvement', phase: 'peak' as const, value, measuredOn }],
});

/** The session was on 2026-01-05; the peak is judged from day 21 to day 56. */
it.each`
  response                                                    | pct          | offPeak      | why
  ${{ improvementPct: 60 }}                                   | ${60}        | ${undefined} | ${'on a day that nobody knows'}
  ${{ improvementPct: 60, assessedOn: '2026-01-25' }}         | ${undefined} | ${'early'}   | ${'day 20'}
  ${{ improvementPct: 60, assessedOn: '2026-01-26' }}         | ${60}        | ${undefined} | ${'day 21'}
  ${{ improvementPct: 60, assessedOn: '2026-03-02' }}         | ${60}        | ${undefined} | ${'day 56'}
  ${{ improvementPct: 60, assessedOn: '2026-03-03' }}         | ${undefined} | ${'late'}    | ${'day 57'}
  ${{ ...rated(70, '2026-02-01'), assessedOn: '2026-01-10' }} | ${70}        | ${undefined} | ${'measured on a day of its own'}
  ${{ ...rated(70, '2026-01-10'), assessedOn: '2026-02-01' }} | ${undefined} | ${'early'}   | ${'measured sooner than all else'}
  ${{ ...rated(70), assessedOn: '2026-01-10' }}               | ${undefined} | ${'early'}   | ${'measured on the day of the answer'}
  ${{ ...rated(70), improvementPct: 50 }}                     | ${50}        | ${undefined} | ${'what was answered goes before what was measured'}
  ${{ ...twstrs(40, 25), assessedOn: '2026-02-01' }}          | ${50}        | ${undefined} | ${'a scale at the peak'}
`('$response → $pct %, off the peak $offPeak: $why', ({ response, pct, offPeak }) => {
  const evidence = readAlone(response as SessionResponse, unknown);
  if (pct === undefined) expect(evidence.size).toBeUndefined();
  else expect(evidence.size!.improvementPct).toBeCloseTo(pct as number);
  expect(evidence.offPeak).toBe(offPeak);
  expect('offPeak' in evidence).toBe(offPeak !== undefined);
});

it('a start is taken before the injection, and is not judged off the peak', () => {
  const [start, peak] = twstrs(40, 25).measurements;
  const evidence = readAlone(
    {
      measurements: [
        { ...start!, measuredOn: '2026-01-05' },
        { ...peak!, measuredOn: '2026-02-01' },
      ],
    },
    unknown,
  );
  expect(evidence.size!.improvementPct).toBeCloseTo(50);
  expect(evidence.offPeak).toBeUndefined();
});

it.each`
  response          | outcome
  ${{}}             | ${undefined}
  ${twstrs(45, 30)} | ${{ by: 'twstrs_total', outcome: 'responded' }}
  ${twstrs(45, 44)} | ${{ by: 'twstrs_total', outcome: 'failed' }}
`('$response by the measure of the indication: $outcome', ({ response, outcome }) => {
  const evidence = readAlone(response as SessionResponse, unknown);
  expect(evidence.outcome).toEqual(outcome);
  expect('outcome' in evidence).toBe(outcome !== undefined);
});

it.each`
  groups                         | meanOf       | why
  ${[undefined]}                 | ${undefined} | ${'of the whole'}
  ${['neck_left']}               | ${undefined} | ${'of one group'}
  ${['neck_left', 'neck_right']} | ${2}         | ${'of two groups the mean'}
`('a scale taken of $groups is a mean of $meanOf: $why', ({ groups, meanOf }) => {
  const measurements = (groups as (string | undefined)[]).flatMap((of) => [
    ...twstrs(40, 25).measurements.map((measured) => ({ ...measured, of })),
    { scale: 'tsui', phase: 'peak' as const, value: 5, of },
  ]);
  const [entered] = readAlone({ measurements }, unknown).size!.entered;
  expect(entered).toMatchObject({ reading: 'scale', scale: 'twstrs_total', value: 25 });
  expect(entered!.meanOf).toBe(meanOf);
  expect('meanOf' in entered!).toBe(meanOf !== undefined);
});

it.each`
  response                                     | readings               | alone    | why
  ${twstrs(40, 25)}                            | ${['scale']}           | ${true}  | ${'a scale and nothing else'}
  ${{ improvementPct: 60 }}                    | ${['rating']}          | ${false} | ${'no scale'}
  ${{ ...twstrs(40, 25), improvementPct: 60 }} | ${['rating', 'scale']} | ${false} | ${'both'}
`('$readings: a scale alone $alone, $why', ({ response, readings, alone }) => {
  const { size } = readAlone(response as SessionResponse, unknown);
  expect(size!.readings).toEqual(readings);
  expect(isScaleOnly(size!)).toBe(alone);
});

it.each`
  response             | why
  ${{ pgic: 0 }}       | ${'below PGIC'}
  ${{ pgic: 8 }}       | ${'above it'}
  ${{ peakEffect: 5 }} | ${'above the peak effect'}
`('a grade that there is not is not read: $response, $why', ({ response }) => {
  expect(readAlone(response as SessionResponse, unknown).size).toBeUndefined();
});
