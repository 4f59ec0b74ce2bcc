import type { IndicationSlug } from '../../catalogue/indications';
import type { Measurement, MeasurementPhase } from '../../treated-session';
import { startBaselines } from './baselines';
import { outcomeOf } from './session-outcome';

const PHASES: Readonly<Record<string, MeasurementPhase>> = { u: 'untreated', s: 'cycle-start', p: 'peak' };

/** `mas s:elbow=3 p:elbow=2; gas_t p:=52` */
function read(text: string): Measurement[] {
  return text.split('; ').flatMap((taken) => {
    const [scale, ...parts] = taken.split(' ');
    return parts.map((part) => {
      const [, phase, of, value] = /^(\w):(\w*)=(.+)$/.exec(part)!;
      const given = scale === 'mas' ? value! : Number(value);
      return { scale: scale!, phase: PHASES[phase!]!, value: given, ...(of && { of }) };
    });
  });
}

function outcome(text: string, indication: IndicationSlug = 'spasticity_upper') {
  const measurements = read(text);
  const baselines = startBaselines();
  baselines.add(measurements);
  return outcomeOf({ indication, entered: [], measurements, baselines });
}

it.each`
  taken                                                              | by         | says           | why
  ${'mas s:=3 p:=2'}                                                 | ${'mas'}   | ${'responded'} | ${'a grade'}
  ${'mas s:=2 p:=1+'}                                                | ${'mas'}   | ${'failed'}    | ${'less than a grade on the line from 0 to 4'}
  ${'mas s:elbow=3 s:wrist=3 s:hand=3 p:elbow=2 p:wrist=3 p:hand=3'} | ${'mas'}   | ${'responded'} | ${'one of three falls by a grade: the mean would not'}
  ${'mas s:elbow=3 s:wrist=3 p:elbow=3 p:wrist=3'}                   | ${'mas'}   | ${'failed'}    | ${'none falls'}
  ${'mas s:elbow=3 s:wrist=2 p:elbow=2 p:wrist=3'}                   | ${'mas'}   | ${'responded'} | ${'one falls, another rises'}
  ${'mas u:elbow=4 s:elbow=2 p:elbow=2'}                             | ${'mas'}   | ${'responded'} | ${'against the untreated'}
  ${'mas s:elbow=3 p:elbow=3; gas_t p:=50'}                          | ${'gas_t'} | ${'responded'} | ${'the goal is met'}
  ${'mas s:elbow=3 p:elbow=3; gas_t p:=49'}                          | ${'mas'}   | ${'failed'}    | ${'nor the goal'}
  ${'mas s:elbow=3 p:elbow=2; gas_t p:=40'}                          | ${'mas'}   | ${'responded'} | ${'a grade without the goal'}
`('spasticity, $taken: $says by $by ($why)', ({ taken, by, says }) => {
  expect(outcome(taken)).toEqual({ by, outcome: says });
});

it('other indications go by their own measure', () => {
  expect(outcome('hdss s:=4 p:=3', 'hyperhidrosis_axillary')).toEqual({ by: 'hdss', outcome: 'between' });
  expect(outcome('jrs s:=6 p:=5', 'blepharospasm')).toEqual({ by: 'jrs', outcome: 'failed' });
});
