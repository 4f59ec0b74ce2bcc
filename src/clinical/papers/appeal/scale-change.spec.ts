import type { Measurement } from '../../treated-session';
import type { PaperTreatment } from '../course-lines';
import { scaleChanges, scaleLine } from './scale-change';

const given = (...measurements: readonly Measurement[]): PaperTreatment => ({
  performedOn: '2026-05-04',
  product: 'ona',
  totalUnits: 130,
  response: { measurements },
});
const took = (phase: Measurement['phase'], value: Measurement['value'], scale = 'twstrs_total') => ({
  scale,
  phase,
  value,
});
const linesOf = (treatments: readonly PaperTreatment[]) => scaleChanges(treatments).map(scaleLine);

it.each`
  treatments                                                                          | line
  ${[given(took('cycle-start', 42), took('peak', 21))]}                               | ${'TWSTRS total: 42 at the start of the cycle, 21 at the peak: better by 21 (50 %).'}
  ${[given(took('untreated', 42), took('peak', 42))]}                                 | ${'TWSTRS total: 42 untreated, 42 at the peak: the same.'}
  ${[given(took('cycle-start', 40), took('peak', 44))]}                               | ${'TWSTRS total: 40 at the start of the cycle, 44 at the peak: worse by 4 (10 %).'}
  ${[given(took('cycle-start', 40), took('cycle-end', 38))]}                          | ${'TWSTRS total: 40 at the start of the cycle, 38 at the end of the cycle: better by 2 (5 %).'}
  ${[given(took('cycle-end', 38), took('peak', 20), took('untreated', 40))]}          | ${'TWSTRS total: 40 untreated, 20 at the peak: better by 20 (50 %).'}
  ${[given(took('untreated', 50)), given(took('peak', 25))]}                          | ${'TWSTRS total: 50 untreated, 25 at the peak: better by 25 (50 %).'}
  ${[given(took('untreated', 50)), given(took('cycle-start', 40), took('peak', 25))]} | ${'TWSTRS total: 40 at the start of the cycle, 25 at the peak: better by 15 (38 %).'}
  ${[given(took('cycle-start', 40)), given(took('peak', 25))]}                        | ${'TWSTRS total: not taken before, 25 at the peak.'}
  ${[given(took('cycle-start', 40))]}                                                 | ${'TWSTRS total: 40 at the start of the cycle, not taken after.'}
  ${[given(took('cycle-start', 0), took('peak', 2))]}                                 | ${'TWSTRS total: 0 at the start of the cycle, 2 at the peak: worse by 2.'}
  ${[given(took('cycle-start', 90, 'rom'), took('peak', 120, 'rom'))]}                | ${'Range of motion, degrees: 90 at the start of the cycle, 120 at the peak: better by 30 (33 %).'}
  ${[given(took('cycle-start', '2', 'mas'), took('peak', '1+', 'mas'))]}              | ${'Modified Ashworth: 2 at the start of the cycle, 1+ at the peak: better.'}
`('$line', ({ treatments, line }) => {
  expect(linesOf(treatments)).toEqual([line]);
});

it('compares a scale with itself alone, and a muscle group with itself', () => {
  const elbow = { of: 'elbow_flexors', measuredOn: '2026-06-01' } as const;
  const measurements = [
    { ...took('cycle-start', '3', 'mas'), of: 'finger_flexors' },
    { ...took('peak', '1', 'mas'), ...elbow },
  ];
  expect(linesOf([given(...measurements)])).toEqual([
    'Modified Ashworth (finger flexors): 3 at the start of the cycle, not taken after.',
    'Modified Ashworth (elbow flexors): not taken before, 1 at the peak (1 Jun 2026).',
  ]);
});

it('tells nothing of scales that were taken of earlier treatments alone', () => {
  expect(linesOf([given(took('untreated', 50), took('peak', 30)), given()])).toEqual([]);
  expect(linesOf([])).toEqual([]);
});
