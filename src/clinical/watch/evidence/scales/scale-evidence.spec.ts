import { groupsMeasured, startBaselines } from '../baselines';
import { fallInCycle, improvementOnScale, severityAtStart } from './scale-evidence';
import { readingOf } from './scale-readings';
import { scaleValue } from './scale-value';
import { SCALE_SLUGS } from '../../../catalogue/scales';
import type { Measurement } from '../../../treated-session';

const measured = (scale: string, start: number | string, peak: number | string): Measurement[] => [
  { scale, phase: 'cycle-start', value: start },
  { scale, phase: 'peak', value: peak },
];

/** The last of some sessions. */
function read(...sessions: readonly (readonly Measurement[])[]) {
  const baselines = startBaselines();
  for (const session of sessions) baselines.add(session);
  return improvementOnScale(sessions.at(-1)!, baselines);
}

it.each`
  scale              | start  | peak    | pct          | why
  ${'twstrs_total'}  | ${40}  | ${10}   | ${100}       | ${'three quarters gone is all that can go'}
  ${'twstrs_total'}  | ${40}  | ${40}   | ${0}         | ${'unchanged'}
  ${'twstrs_total'}  | ${40}  | ${60}   | ${-20}       | ${'worse counts as -20 at most'}
  ${'jrs'}           | ${1}   | ${0}    | ${110}       | ${'small starts make large percentages: 110 at most'}
  ${'twstrs_total'}  | ${0}   | ${0}    | ${undefined} | ${'nothing to improve'}
  ${'mas'}           | ${'3'} | ${'1+'} | ${71.4286}   | ${'1+ lies between 1 and 2'}
  ${'hdss'}          | ${4}   | ${1}    | ${110}       | ${'1 is no symptoms'}
  ${'hdss'}          | ${4}   | ${2.5}  | ${55.5556}   | ${'half the way to 1'}
  ${'hit6'}          | ${66}  | ${51}   | ${100}       | ${'half the way to 36 is all that can go'}
  ${'hit6'}          | ${66}  | ${66}   | ${0}         | ${'unchanged'}
  ${'mhd'}           | ${20}  | ${11}   | ${50}        | ${'headache days in the diary'}
  ${'gas_t'}         | ${37}  | ${50}   | ${62.8019}   | ${'the goals were met: up is better'}
  ${'gas_t'}         | ${37}  | ${30}   | ${-20}       | ${'further from the goals than before'}
  ${'gait_speed'}    | ${0.5} | ${0.66} | ${50}        | ${'up is better'}
  ${'mouth_opening'} | ${50}  | ${52}   | ${undefined} | ${'as wide as without the illness'}
`('$scale $start to $peak → $pct: $why', ({ scale, start, peak, pct }) => {
  const improvement = read(measured(scale as string, start as number, peak as number));
  if (pct === undefined) expect(improvement).toBeUndefined();
  else expect(improvement!.improvementPct).toBeCloseTo(pct as number, 3);
});

const start = (value: number): Measurement => ({ scale: 'twstrs_total', phase: 'cycle-start', value });
const untreated = (value: number): Measurement => ({ scale: 'twstrs_total', phase: 'untreated', value });
const peak = (value: number): Measurement => ({ scale: 'twstrs_total', phase: 'peak', value });

it.each`
  sessions                                                             | kind             | severity | values | why
  ${[[start(45), peak(20)]]}                                           | ${'cycle-start'} | ${45}    | ${1}   | ${'the first start'}
  ${[[start(45)], [start(39)], [start(36)], [start(30)], [start(24)]]} | ${'cycle-start'} | ${43.25} | ${3}   | ${'carry-over: the first holds, less half of what it errs'}
  ${[[start(30)], [start(30)], [start(30)], [start(36)], [start(42)]]} | ${'cycle-start'} | ${40.25} | ${3}   | ${'the illness grew: the latest holds, less as much'}
  ${[[untreated(48), start(40)], [start(30)]]}                         | ${'untreated'}   | ${48}    | ${2}   | ${'untreated holds over every start'}
  ${[[start(40)], [untreated(50)], [untreated(46)], [untreated(48)]]}  | ${'untreated'}   | ${48}    | ${3}   | ${'of several the mean'}
  ${[[start(40)], [peak(20)]]}                                         | ${'cycle-start'} | ${40}    | ${1}   | ${'no start in this cycle: those before serve'}
  ${[[peak(20)]]}                                                      | ${undefined}     | ${null}  | ${0}   | ${'nothing to hold it against'}
`('$why: $kind $severity', ({ sessions, kind, severity, values }) => {
  const baselines = startBaselines();
  for (const session of sessions as Measurement[][]) baselines.add(session);
  expect(baselines.of('twstrs_total')).toEqual(kind && { kind, severity, values });
});

it('goals are held against what is usual where no start was entered', () => {
  expect(startBaselines().of('gas_t')).toEqual({ kind: 'assumed', severity: 23, values: 1 });
});

it.each`
  severity | at    | starts | variance     | why
  ${40}    | ${40} | ${1}   | ${416.66667} | ${'no improvement: the start errs as much'}
  ${40}    | ${10} | ${1}   | ${286.45833} | ${'hardly anything left: the start matters little'}
  ${40}    | ${40} | ${3}   | ${324.07407} | ${'three starts err less'}
  ${20}    | ${20} | ${1}   | ${1666.6667} | ${'from a low start a point is worth twice as much'}
`(
  'TWSTRS $severity → $at after $starts starts varies by $variance: $why',
  ({ severity, at, starts, variance }) => {
    const sessions = Array.from({ length: starts as number }, () => [
      start(severity as number),
      peak(at as number),
    ]);
    expect(read(...sessions)!.variance).toBeCloseTo(variance as number, 3);
  },
);

it('a clinic’s own scatter widens or narrows it', () => {
  const baselines = startBaselines();
  baselines.add(measured('twstrs_total', 40, 40));
  const usual = improvementOnScale(measured('twstrs_total', 40, 40), baselines)!;
  const loose = improvementOnScale(measured('twstrs_total', 40, 40), baselines, { twstrs_total: 1.6 })!;
  expect(loose.variance / usual.variance).toBeCloseTo(1.6, 10);
});

it.each`
  scale                  | fullDrop | error
  ${'twstrs_total'}      | ${0.75}  | ${5}
  ${'midas'}             | ${0.9}   | ${13}
  ${'mas'}               | ${0.7}   | ${0.45}
  ${'jrs'}               | ${0.8}   | ${0.85}
  ${'hfs7'}              | ${0.8}   | ${2.6}
  ${'twstrs_severity'}   | ${0.6}   | ${3}
  ${'twstrs_pain'}       | ${0.9}   | ${2.5}
  ${'twstrs_disability'} | ${0.75}  | ${3.5}
  ${'tsui'}              | ${0.75}  | ${2}
  ${'bsdi'}              | ${0.8}   | ${0.5}
  ${'hfs30'}             | ${0.8}   | ${9}
  ${'ashworth'}          | ${0.7}   | ${0.45}
  ${'das'}               | ${0.7}   | ${0.5}
  ${'mhd'}               | ${0.9}   | ${3}
  ${'mmd'}               | ${0.9}   | ${3}
  ${'nrs_pain'}          | ${0.9}   | ${1.2}
  ${'ftm'}               | ${0.6}   | ${8}
  ${'tetras'}            | ${0.6}   | ${4}
`('on $scale a fall by $fullDrop of the baseline is all that can go, a reading errs by $error', (given) => {
  const { scale, fullDrop, error } = given;
  const improvement = read(measured(scale, 10, 10 * (1 - fullDrop / 2)))!;
  expect(improvement.improvementPct).toBeCloseTo(50, 6);
  const perPoint = 100 / (10 * fullDrop);
  expect(improvement.variance).toBeCloseTo(
    perPoint ** 2 * error ** 2 * (1 + 0.5 * (1 - fullDrop / 2) ** 2),
    6,
  );
});

it('of two scales the one that scatters least decides', () => {
  const [midas, twstrs] = [measured('midas', 60, 60), measured('twstrs_total', 40, 25)];
  expect(read([...midas, ...twstrs])).toMatchObject({ scale: 'twstrs_total', peak: 25 });
  expect(read([...twstrs, ...midas])).toMatchObject({ scale: 'twstrs_total', peak: 25 });
});

it('several muscles on one scale are averaged', () => {
  const muscles = [...measured('mas', '3', '1'), ...measured('mas', '1', '1')];
  expect(read(muscles)!.improvementPct).toBeCloseTo((100 * (2 - 1)) / 2 / 0.7, 6);
});

it('each time is the mean of its own values, however many', () => {
  const values = [...measured('mas', '3', '1'), { scale: 'mas', phase: 'cycle-start', value: '1' } as const];
  expect(read(values)!.improvementPct).toBeCloseTo((100 * (2 - 1)) / 2 / 0.7, 6);
});

it('a scale taken at the end of the cycle says nothing of the peak', () => {
  expect(
    read([
      { scale: 'jrs', phase: 'cycle-start', value: 6 },
      { scale: 'jrs', phase: 'cycle-end', value: 5 },
    ]),
  ).toBeUndefined();
});

it('every scale is read, but for those that are the change itself, a length or a range of motion', () => {
  expect(SCALE_SLUGS.filter((slug) => !readingOf(slug)).toSorted()).toEqual([
    'cgi_i',
    'duration_days',
    'pct_improvement',
    'peak_effect_0_4',
    'pgic',
    'rom',
  ]);
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
  const taken: Measurement[] = [
    ...measured('hdss', 3, 1),
    ...measured('twstrs_total', 0, 0),
    ...measured('pgic', 4, 2),
    { scale: 'jrs', phase: 'peak', value: 4 },
  ];
  expect([...severityAtStart(taken)]).toEqual([['hdss', 2]]);
});

it('progression looks at the fall within one cycle, whatever the baseline', () => {
  expect(fallInCycle(measured('twstrs_total', 40, 25), 'twstrs_total')).toBeCloseTo(50, 10);
  expect(fallInCycle([start(40)], 'twstrs_total')).toBeUndefined();
});

it.each`
  taken                                                    | fall         | why
  ${measured('twstrs_total', 40, 25)}                      | ${50}        | ${'half of all that can go'}
  ${[{ scale: 'twstrs_total', phase: 'peak', value: 25 }]} | ${undefined} | ${'no start in this cycle'}
  ${measured('twstrs_total', 40, 25).slice(0, 1)}          | ${undefined} | ${'no peak'}
  ${measured('twstrs_total', 0, 0)}                        | ${undefined} | ${'nothing to fall from'}
  ${measured('mouth_opening', 52, 55)}                     | ${undefined} | ${'wider than without the illness already'}
  ${measured('rom', 40, 25)}                               | ${undefined} | ${'a scale that is not read'}
`('the fall within the cycle: $fall, $why', ({ taken, fall }) => {
  const [{ scale }] = taken as [Measurement];
  const fell = fallInCycle(taken as Measurement[], scale);
  if (fall === undefined) expect(fell).toBeUndefined();
  else expect(fell).toBeCloseTo(fall as number);
});

it('a scale that is not read, or that no catalogue knows, improves nothing', () => {
  expect(read(measured('rom', 40, 25))).toBeUndefined();
  expect(read(measured('a scale of old', 40, 25))).toBeUndefined();
});

it('of two scales that scatter alike the first is read', () => {
  expect(read([...measured('ndi', 40, 25), ...measured('odi', 40, 25)])?.scale).toBe('ndi');
  expect(read([...measured('odi', 40, 25), ...measured('ndi', 40, 25)])?.scale).toBe('odi');
});

describe('baselines of muscle groups', () => {
  const of = (group: string | undefined, value: number, phase: Measurement['phase'] = 'cycle-start') => ({
    scale: 'mas',
    phase,
    value,
    of: group,
  });
  it.each`
    group               | severity     | why
    ${undefined}        | ${2}         | ${'the mean of both'}
    ${'elbow_flexors'}  | ${3}         | ${'the one'}
    ${'wrist_flexors'}  | ${1}         | ${'the other'}
    ${'finger_flexors'} | ${undefined} | ${'not taken'}
  `('of $group: $severity, $why', ({ group, severity }) => {
    const baselines = startBaselines();
    baselines.add([
      of('elbow_flexors', 3),
      of('wrist_flexors', 1),
      { scale: 'ashworth', phase: 'cycle-start', value: 4, of: 'finger_flexors' },
    ]);
    expect(baselines.of('mas', group as string | undefined)?.severity).toBe(severity);
  });

  it('names each group of a scale once, and none of another scale', () => {
    const taken = [
      of('elbow_flexors', 3),
      of('elbow_flexors', 1, 'peak'),
      of('wrist_flexors', 1),
      of(undefined, 2),
    ];
    expect(groupsMeasured([...taken, { ...of('finger_flexors', 1), scale: 'ashworth' }], 'mas')).toEqual([
      'elbow_flexors',
      'wrist_flexors',
    ]);
  });
});

it('has no baseline of a scale that no catalogue knows', () => {
  const baselines = startBaselines();
  baselines.add(measured('a scale of old', 40, 25));
  expect(baselines.of('a scale of old')).toBeUndefined();
});

it('of six starts the first three and the last three each count alone', () => {
  const baselines = startBaselines();
  const starts = [30, 60, 60, 20, 20, 20];
  for (const value of starts) baselines.add([start(value)]);
  expect(baselines.of('twstrs_total')!.severity).toBe(50);
  const backwards = startBaselines();
  for (const value of starts.toReversed()) backwards.add([start(value)]);
  expect(backwards.of('twstrs_total')!.severity).toBe(50);
});
