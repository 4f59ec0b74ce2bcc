import type { IndicationSlug } from '../../catalogue/indications';
import type { Measurement } from '../../treated-session';
import { startBaselines } from './baselines';
import type { EnteredReading, SizeReading } from './entered-reading';
import { outcomeOf } from './session-outcome';

/** `twstrs_total 40>32`: 40 at the start of the cycle, 32 at the peak; `>32` no start; `40>` no peak; `ashworth.elbow 3>2` of a group. */
function measured(text: string): Measurement[] {
  return text.split(', ').flatMap((part): Measurement[] => {
    const [, scale, of, start, peak] = /^(\w+)(?:\.(\w+))? (\d*)>(\d*)$/.exec(part) ?? [];
    if (!scale) return [];
    const taken = { scale, ...(of && { of }) };
    return [
      ...(start ? [{ ...taken, phase: 'cycle-start', value: Number(start) } as const] : []),
      ...(peak ? [{ ...taken, phase: 'peak', value: Number(peak) } as const] : []),
    ];
  });
}

/** `rating 40, pgic 3` */
function entered(text: string): EnteredReading[] {
  return text.split(', ').flatMap((part) => {
    const [reading, value] = part.split(' ') as [SizeReading, string?];
    return value ? [{ reading, value: Number(value) }] : [];
  });
}

it.each`
  indication                  | scales                                      | readings               | outcome        | by                 | why
  ${'cervical_dystonia'}      | ${'twstrs_total 40>32'}                     | ${''}                  | ${'responded'} | ${'twstrs_total'}  | ${'8 points'}
  ${'cervical_dystonia'}      | ${'twstrs_total 40>33'}                     | ${''}                  | ${'failed'}    | ${'twstrs_total'}  | ${'7 points'}
  ${'cervical_dystonia'}      | ${'twstrs_total 40>48'}                     | ${''}                  | ${'failed'}    | ${'twstrs_total'}  | ${'worse'}
  ${'cervical_dystonia'}      | ${'tsui 12>9'}                              | ${''}                  | ${'responded'} | ${'tsui'}          | ${'a quarter'}
  ${'cervical_dystonia'}      | ${'tsui 12>10'}                             | ${''}                  | ${'failed'}    | ${'tsui'}          | ${'a sixth'}
  ${'cervical_dystonia'}      | ${'tsui 12>3, twstrs_total 40>40'}          | ${'rating 90'}         | ${'failed'}    | ${'twstrs_total'}  | ${'the first of its measures decides'}
  ${'cervical_dystonia'}      | ${'twstrs_total 0>0'}                       | ${'rating 40'}         | ${'responded'} | ${'rating'}        | ${'nothing to take away: the next measure'}
  ${'cervical_dystonia'}      | ${'twstrs_total >20'}                       | ${'rating 40'}         | ${'responded'} | ${'rating'}        | ${'no start to compare with'}
  ${'cervical_dystonia'}      | ${'twstrs_total 40>'}                       | ${'rating 40'}         | ${'responded'} | ${'rating'}        | ${'not taken at the peak'}
  ${'cervical_dystonia'}      | ${''}                                       | ${'rating 39'}         | ${'between'}   | ${'rating'}        | ${'just under 40 %'}
  ${'cervical_dystonia'}      | ${''}                                       | ${'rating 31'}         | ${'between'}   | ${'rating'}        | ${'just over 30 %'}
  ${'cervical_dystonia'}      | ${''}                                       | ${'rating 30'}         | ${'failed'}    | ${'rating'}        | ${'30 %'}
  ${'cervical_dystonia'}      | ${''}                                       | ${'pgic 1, rating 20'} | ${'failed'}    | ${'rating'}        | ${'the rating before the impression'}
  ${'cervical_dystonia'}      | ${''}                                       | ${'pgic 3'}            | ${'responded'} | ${'pgic'}          | ${'a little better'}
  ${'cervical_dystonia'}      | ${''}                                       | ${'pgic 4'}            | ${'failed'}    | ${'pgic'}          | ${'unchanged'}
  ${'cervical_dystonia'}      | ${''}                                       | ${'peak-effect 2'}     | ${'responded'} | ${'peak-effect'}   | ${'moderate'}
  ${'cervical_dystonia'}      | ${''}                                       | ${'peak-effect 1'}     | ${'failed'}    | ${'peak-effect'}   | ${'slight'}
  ${'spasticity_upper'}       | ${'gas_t >50'}                              | ${''}                  | ${'responded'} | ${'gas_t'}         | ${'the goal is met: no start is asked for'}
  ${'spasticity_upper'}       | ${'gas_t >49'}                              | ${''}                  | ${'failed'}    | ${'gas_t'}         | ${'just not'}
  ${'spasticity_upper'}       | ${'gas_t 100>50'}                           | ${''}                  | ${'responded'} | ${'gas_t'}         | ${'the goal is met from whatever start'}
  ${'spasticity_upper'}       | ${'ashworth.elbow 3>2, ashworth.wrist 3>3'} | ${''}                  | ${'responded'} | ${'ashworth'}      | ${'a grade in one of two groups'}
  ${'spasticity_upper'}       | ${'ashworth.elbow 3>3, ashworth.wrist 2>2'} | ${''}                  | ${'failed'}    | ${'ashworth'}      | ${'a grade in neither'}
  ${'spasticity_upper'}       | ${'ashworth.elbow 3>, ashworth 3>2'}        | ${''}                  | ${'responded'} | ${'ashworth'}      | ${'the group was not taken again, the whole limb was'}
  ${'spasticity_upper'}       | ${'ashworth 3>3, gas_t >50'}                | ${''}                  | ${'responded'} | ${'gas_t'}         | ${'no grade, but the goal is met'}
  ${'spasticity_upper'}       | ${'ashworth 3>3, gas_t >49'}                | ${''}                  | ${'failed'}    | ${'ashworth'}      | ${'no grade, and the goal is not met'}
  ${'spasticity_upper'}       | ${'ashworth 3>2, gas_t >50'}                | ${''}                  | ${'responded'} | ${'ashworth'}      | ${'the grade before the goal'}
  ${'hyperhidrosis_axillary'} | ${'hdss 4>2'}                               | ${''}                  | ${'responded'} | ${'hdss'}          | ${'two grades'}
  ${'hyperhidrosis_axillary'} | ${'hdss 4>3'}                               | ${''}                  | ${'between'}   | ${'hdss'}          | ${'one grade'}
  ${'hyperhidrosis_axillary'} | ${'hdss 4>4'}                               | ${''}                  | ${'failed'}    | ${'hdss'}          | ${'none'}
  ${'tmj_dysfunction'}        | ${'mouth_opening 30>35'}                    | ${''}                  | ${'responded'} | ${'mouth_opening'} | ${'5 mm wider'}
  ${'tmj_dysfunction'}        | ${'mouth_opening 30>34'}                    | ${''}                  | ${'failed'}    | ${'mouth_opening'} | ${'4 mm wider'}
  ${'tmj_dysfunction'}        | ${'mouth_opening 35>30'}                    | ${''}                  | ${'failed'}    | ${'mouth_opening'} | ${'narrower'}
  ${'chronic_migraine'}       | ${'mhd 20>14'}                              | ${''}                  | ${'responded'} | ${'mhd'}           | ${'30 %'}
  ${'chronic_migraine'}       | ${'mhd 20>15'}                              | ${''}                  | ${'failed'}    | ${'mhd'}           | ${'25 %'}
  ${'chronic_migraine'}       | ${'hit6 64>58'}                             | ${''}                  | ${'responded'} | ${'hit6'}          | ${'6 points in migraine'}
  ${'tension_headache'}       | ${'hit6 64>57'}                             | ${''}                  | ${'failed'}    | ${'hit6'}          | ${'7 points in tension headache'}
  ${'tension_headache'}       | ${'hit6 64>56'}                             | ${''}                  | ${'responded'} | ${'hit6'}          | ${'8 points'}
  ${'tmj_dysfunction'}        | ${'nrs_pain 8>6'}                           | ${''}                  | ${'responded'} | ${'nrs_pain'}      | ${'2 points'}
  ${'tmj_dysfunction'}        | ${'nrs_pain 3>2'}                           | ${''}                  | ${'responded'} | ${'nrs_pain'}      | ${'1 point, a third'}
  ${'tmj_dysfunction'}        | ${'nrs_pain 4>3'}                           | ${''}                  | ${'failed'}    | ${'nrs_pain'}      | ${'1 point, a quarter'}
  ${'chronic_migraine'}       | ${''}                                       | ${''}                  | ${undefined}   | ${undefined}       | ${'nothing was taken'}
`(
  '$indication, $scales $readings → $outcome by $by: $why',
  ({ indication, scales, readings, outcome, by }) => {
    const measurements = measured(scales as string);
    const baselines = startBaselines();
    baselines.add(measurements);
    const read = {
      indication: indication as IndicationSlug,
      entered: entered(readings as string),
      measurements,
      baselines,
    };
    expect(outcomeOf(read)).toEqual(outcome && { by, outcome });
  },
);
