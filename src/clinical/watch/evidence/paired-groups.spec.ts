import type { Measurement, MeasurementPhase } from '../../treated-session';
import { courseOf } from '../../../../test/support/patients/course-line';
import { doseOf } from '../../units';
import { pairedGroups, withPairedGroups } from './paired-groups';

const PHASES: Readonly<Record<string, MeasurementPhase>> = { u: 'untreated', s: 'cycle-start', p: 'peak' };

/** `s:elbow=3`: the grade of a group at the start of the cycle; without a group `s:=3`. */
function read(text: string): Measurement[] {
  return text.split(' ').map((part) => {
    const [, phase, of, value] = /^(\w):(\w*)=(.+)$/.exec(part)!;
    return { scale: 'mas', phase: PHASES[phase!]!, value: value!, ...(of && { of }) };
  });
}

function written(measurements: readonly Measurement[]): string {
  const letter = (phase: MeasurementPhase) => (phase === 'cycle-start' ? 's' : phase.charAt(0));
  return measurements.map(({ phase, of, value }) => `${letter(phase)}:${of ?? ''}=${value}`).join(' ');
}

it.each`
  taken                                                  | compared                                     | why
  ${'s:=3 p:=2'}                                         | ${'s:=3 p:=2'}                               | ${'no group is named'}
  ${'s:elbow=3 s:wrist=2 p:elbow=2 p:wrist=2'}           | ${'s:elbow=3 s:wrist=2 p:elbow=2 p:wrist=2'} | ${'both at both times'}
  ${'s:elbow=3 s:wrist=2 p:elbow=2'}                     | ${'s:elbow=3 p:elbow=2'}                     | ${'the wrist was not taken again'}
  ${'s:elbow=3 p:elbow=2 p:wrist=1'}                     | ${'s:elbow=3 p:elbow=2'}                     | ${'the wrist was not taken before'}
  ${'s:elbow=3 p:wrist=1'}                               | ${''}                                        | ${'nothing to compare'}
  ${'s:elbow=3 s:wrist=2'}                               | ${'s:elbow=3 s:wrist=2'}                     | ${'not at the peak yet'}
  ${'u:elbow=4 p:elbow=2 p:wrist=1'}                     | ${'u:elbow=4 p:elbow=2'}                     | ${'against the untreated'}
  ${'u:elbow=4 s:elbow=3 s:wrist=2 p:elbow=2 p:wrist=1'} | ${'s:elbow=3 s:wrist=2 p:elbow=2 p:wrist=1'} | ${'untreated of one of them only is no mean of both'}
  ${'u:elbow=4 u:wrist=3 p:elbow=2'}                     | ${'u:elbow=4 p:elbow=2'}                     | ${'untreated alone: the wrist was not taken again'}
  ${'s:=3 s:elbow=3'}                                    | ${'s:=3 s:elbow=3'}                          | ${'not at the peak yet, the whole limb too'}
  ${'p:=2 p:elbow=2'}                                    | ${'p:=2 p:elbow=2'}                          | ${'nothing was taken before'}
  ${'s:=3 s:elbow=3 p:=2 p:elbow=2'}                     | ${'s:=3 s:elbow=3 p:=2 p:elbow=2'}           | ${'the whole limb at both times too'}
  ${'s:=3 s:elbow=3 p:elbow=2'}                          | ${'s:elbow=3 p:elbow=2'}                     | ${'the whole limb was not taken again'}
`('$taken: “$compared” ($why)', ({ taken, compared }) => {
  expect(written(pairedGroups(read(taken)))).toBe(compared);
});

it('leaves other scales alone', () => {
  const das: Measurement = { scale: 'das', phase: 'peak', value: 1 };
  expect(pairedGroups([...read('s:elbow=3 p:wrist=2'), das])).toEqual([das]);
});

it.each`
  muscles                | compared                                                                               | why
  ${['biceps_brachii']}  | ${'s:elbow_flexors_left=3 p:elbow_flexors_left=2'}                                     | ${'the wrist was not injected'}
  ${['triceps_brachii']} | ${'s:elbow_flexors_left=3 s:wrist_flexors=3 p:elbow_flexors_left=2 p:wrist_flexors=3'} | ${'no target was measured'}
  ${undefined}           | ${'s:elbow_flexors_left=3 s:wrist_flexors=3 p:elbow_flexors_left=2 p:wrist_flexors=3'} | ${'the muscles are not known'}
`('after $muscles the watch reads “$compared”: $why', ({ muscles, compared }) => {
  const taken = 's:elbow_flexors_left=3 s:wrist_flexors=3 p:elbow_flexors_left=2 p:wrist_flexors=3';
  const session = {
    performedOn: '2026-01-05',
    dose: doseOf('ona', 100),
    muscles,
    response: { measurements: read(taken) },
  } as const;
  expect(written(withPairedGroups(session).response.measurements)).toBe(compared);
});

it('leaves what was taken of the whole limb, or on a scale that no target was taken on, beside a target', () => {
  const whole = read('s:=3 p:=2');
  const das = (phase: MeasurementPhase): Measurement => ({
    scale: 'das',
    phase,
    value: 1,
    of: 'wrist_flexors',
  });
  const taken = [
    ...read('s:elbow_flexors_left=3 p:elbow_flexors_left=2'),
    ...whole,
    das('cycle-start'),
    das('peak'),
  ];
  const session = {
    performedOn: '2026-01-05',
    dose: doseOf('ona', 100),
    muscles: ['biceps_brachii'],
    response: { measurements: taken },
  } as const;
  expect(withPairedGroups(session).response.measurements).toEqual(taken);
});

it('compares the groups of one scale with each other, not with those of another', () => {
  const das = (phase: MeasurementPhase): Measurement => ({ scale: 'das', phase, value: 1, of: 'wrist' });
  const taken = [...read('s:elbow=3 p:elbow=2'), das('cycle-start'), das('peak')];
  expect(pairedGroups(taken)).toEqual(taken);
  expect(pairedGroups([...read('s:elbow=3 p:elbow=2'), das('peak')])).toContainEqual(das('peak'));
});

it('reads a session with its comparable groups alone, and leaves one without groups as it is', () => {
  const [session] = courseOf('60/12');
  const took = (text: string) => ({
    ...session!,
    response: { ...session!.response, measurements: read(text) },
  });
  const both = took('s:elbow=3 s:wrist=2 p:elbow=2');
  expect(withPairedGroups(both)).toEqual(took('s:elbow=3 p:elbow=2'));
  const mixed = took('s:=3 s:elbow=3 p:elbow=2');
  expect(withPairedGroups(mixed)).toEqual(took('s:elbow=3 p:elbow=2'));
  const whole = took('s:=3 p:=2');
  expect(withPairedGroups(whole)).toBe(whole);
  expect(withPairedGroups(session!)).toBe(session);
  const unanswered = { ...session!, response: undefined };
  expect(withPairedGroups(unanswered)).toBe(unanswered);
});
