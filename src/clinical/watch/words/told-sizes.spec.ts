import { isScale } from '../../catalogue/scales';
import { BASELINE_KINDS, type BaselineKind } from '../evidence/baselines';
import { keyOf, type EnteredReading, type MeasureKey } from '../evidence/entered-reading';
import type { ResponseEvidence } from '../evidence/response-evidence';
import { measureName, singleMeasure, sizesText, valuesText } from './told-sizes';

/**
 * One reading: `rating 20`, `pgic 4`, `peak-effect 1`, `twstrs_total 43 of 45` held against 45 at cycle starts, `mas 2 of
 * 3 untreated`; `muscles` at the end where it is the mean of two, `blended` where the baseline is
 * made of several starts.
 */
function reading(text: string): EnteredReading {
  const [measure = '', value, , start, ...more] = text.split(' ');
  if (!isScale(measure) || measure === 'pgic')
    return { reading: measure as 'rating' | 'pgic' | 'peak-effect', value: Number(value) };
  const kind = more.find(isBaselineKind) ?? 'cycle-start';
  const values = more.includes('blended') ? 3 : 1;
  return {
    reading: 'scale',
    scale: measure,
    value: Number(value),
    ...(start !== undefined && { baseline: { kind, severity: severity(measure, Number(start)), values } }),
    ...(more.includes('muscles') && { meanOf: 2 }),
  };
}

const isBaselineKind = (word: string): word is BaselineKind => BASELINE_KINDS.some((kind) => kind === word);

/** How bad a start is where higher is better; of the others used here zero is the best. */
function severity(scale: string, start: number): number {
  return scale === 'mouth_opening' ? 50 - start : start;
}

/** A word a session: its readings beside each other, `-` where nothing is known; `25:` before them what they make together. */
function sessions(line: string): ResponseEvidence[] {
  return line.split('; ').map((session) => {
    if (session === '-') return {};
    const [, together, told] = /^(?:(-?[\d.]+): )?(.*)$/.exec(session)!;
    const entered = told!.split(' + ').map(reading);
    return {
      size: {
        improvementPct: Number(together ?? 20),
        variance: 20,
        readings: entered.map((size) => size.reading),
        entered,
      },
    };
  });
}

const TWICE = '18.6: rating 20 + twstrs_total 43 of 45; 28.2: rating 30 + twstrs_total 44 of 45';

it.each`
  line                                                                | tense        | text
  ${'rating 20'}                                                      | ${'present'} | ${"benefit is 20 % (patient's rating)"}
  ${'rating 20; rating 30'}                                           | ${'present'} | ${"benefit is 20-30 % (patient's rating)"}
  ${'rating 30; -; rating 20'}                                        | ${'past'}    | ${"benefit was 20-30 % (patient's rating)"}
  ${'rating -10; rating 5'}                                           | ${'past'}    | ${"benefit was -10 to 5 % (patient's rating)"}
  ${'pgic 4; pgic 4'}                                                 | ${'present'} | ${'PGIC is 4 (no change)'}
  ${'pgic 1'}                                                         | ${'present'} | ${'PGIC is 1 (very much improved)'}
  ${'pgic 2'}                                                         | ${'present'} | ${'PGIC is 2 (much improved)'}
  ${'pgic 3'}                                                         | ${'present'} | ${'PGIC is 3 (minimally improved)'}
  ${'pgic 5'}                                                         | ${'present'} | ${'PGIC is 5 (minimally worse)'}
  ${'pgic 6'}                                                         | ${'present'} | ${'PGIC is 6 (much worse)'}
  ${'pgic 7'}                                                         | ${'present'} | ${'PGIC is 7 (very much worse)'}
  ${'pgic 4; pgic 5'}                                                 | ${'past'}    | ${'PGIC was 4-5'}
  ${'peak-effect 0; peak-effect 1'}                                   | ${'present'} | ${'peak effect (0-4) is 0-1'}
  ${'twstrs_total 43 of 45; twstrs_total 44 of 46'}                   | ${'present'} | ${'TWSTRS total is 43-44 at the peak, against 45-46 at cycle starts'}
  ${'twstrs_total 43.04 of 45.25'}                                    | ${'past'}    | ${'TWSTRS total was 43 at the peak, against 45.3 at cycle starts'}
  ${'twstrs_total 43 of 45 untreated'}                                | ${'past'}    | ${'TWSTRS total was 43 at the peak, against 45 untreated'}
  ${'twstrs_total 43 of 45 assumed'}                                  | ${'past'}    | ${'TWSTRS total was 43 at the peak, against 45 assumed without treatment'}
  ${'twstrs_total 43 of 45; twstrs_total 43 of 47 untreated'}         | ${'past'}    | ${'TWSTRS total was 43 at the peak, against 45-47 at cycle starts or untreated'}
  ${'twstrs_total 43 of 45.3 blended; twstrs_total 44 of 46'}         | ${'present'} | ${'TWSTRS total is 43-44 at the peak, against a baseline of 45.3-46 from the cycle starts'}
  ${'twstrs_total 43 of 45 blended; twstrs_total 43 of 47 untreated'} | ${'past'}    | ${'TWSTRS total was 43 at the peak, against a baseline of 45-47 from the cycle starts or untreated'}
  ${'twstrs_total 43 of 47 untreated blended'}                        | ${'past'}    | ${'TWSTRS total was 43 at the peak, against 47 untreated'}
  ${'twstrs_total 43; twstrs_total 43 of 47'}                         | ${'past'}    | ${'TWSTRS total was 43 at the peak, against 47 at cycle starts'}
  ${'mouth_opening 26 of 25'}                                         | ${'past'}    | ${'mouth opening in mm was 26 at the peak, against 25 at cycle starts'}
  ${'mhd 21 of 22'}                                                   | ${'present'} | ${'headache days are 21 at the peak, against 22 at cycle starts'}
  ${'mmd 21 of 22'}                                                   | ${'past'}    | ${'migraine days were 21 at the peak, against 22 at cycle starts'}
  ${'mas 1.5 of 3; mas 2 of 3'}                                       | ${'present'} | ${'Modified Ashworth is 1+ to 2 at the peak, against 3 at cycle starts'}
  ${'mas 1.5 of 3 cycle-start muscles'}                               | ${'present'} | ${'Modified Ashworth is 1.5 (mean of the muscles) at the peak, against 3 at cycle starts'}
  ${TWICE}                                                            | ${'present'} | ${'benefit is 19-28 % combined improvement (rating 20-30 %; TWSTRS total 43-44 at the peak, against 45 at cycle starts)'}
  ${'20: rating 20; 40: pgic 2'}                                      | ${'past'}    | ${'benefit was 20-40 % combined improvement (rating 20 %; PGIC 2 (much improved))'}
  ${'20: rating 20; -; 40: rating 30 + pgic 2; 30: peak-effect 1'}    | ${'past'}    | ${'benefit was 20-40 % combined improvement (rating 20-30 %; PGIC 2 (much improved); peak effect (0-4) 1)'}
`('$line → $text', ({ line, tense, text }) => {
  expect(sizesText(sessions(line as string), tense as 'present' | 'past')).toBe(text);
});

it.each`
  line                                        | key               | why
  ${'-'}                                      | ${undefined}      | ${'nothing known'}
  ${'rating 20'}                              | ${'rating'}       | ${'one'}
  ${'-; rating 20; rating 30'}                | ${'rating'}       | ${'the same each time'}
  ${'rating 20; pgic 2'}                      | ${undefined}      | ${'one after the other'}
  ${'rating 20 + pgic 2'}                     | ${undefined}      | ${'beside each other'}
  ${'rating 20; rating 20 + pgic 2'}          | ${undefined}      | ${'another one in the second'}
  ${'twstrs_total 43 of 45'}                  | ${'twstrs_total'} | ${'a scale by its own name'}
  ${'twstrs_total 43 of 45; twstrs_total 40'} | ${'twstrs_total'} | ${'held against whatever'}
  ${'twstrs_total 43 of 45; tsui 14 of 14'}   | ${undefined}      | ${'two scales'}
`('$line rests on $key alone: $why', ({ line, key }) => {
  expect(singleMeasure(sessions(line as string))).toBe(key);
});

it.each`
  key               | name
  ${'rating'}       | ${"patient's rating"}
  ${'pgic'}         | ${'PGIC'}
  ${'peak-effect'}  | ${'peak effect (0-4)'}
  ${'midas'}        | ${'MIDAS'}
  ${'msq'}          | ${'MSQ'}
  ${'tardieu'}      | ${'Tardieu'}
  ${'repas'}        | ${'REPAS'}
  ${'bsdi'}         | ${'BSDI'}
  ${'twstrs_total'} | ${'TWSTRS total'}
`('$key is called $name', ({ key, name }) => {
  expect(measureName(key as MeasureKey)).toBe(name);
});

it.each`
  readings                                           | values
  ${'rating 20 + rating 30'}                         | ${'20-30 %'}
  ${'pgic 4 + pgic 5'}                               | ${'4-5'}
  ${'twstrs_total 30 + twstrs_total 29'}             | ${'29-30'}
  ${'mas 1.5 of 3 + mas 1.5 of 3'}                   | ${'1+'}
  ${'mas 1 of 3 + mas 1.5 of 3'}                     | ${'1-1+'}
  ${'mas 1.5 of 3 + mas 3 of 3'}                     | ${'1+ to 3'}
  ${'mas 1.5 of 3 cycle-start muscles + mas 2 of 3'} | ${'1.5-2 (mean of the muscles)'}
  ${'tardieu 1.5 of 3'}                              | ${'1.5'}
`('$readings are told as $values', ({ readings, values }) => {
  const entered = (readings as string).split(' + ').map(reading);
  expect(valuesText(keyOf(entered[0]!), entered)).toBe(values);
});
