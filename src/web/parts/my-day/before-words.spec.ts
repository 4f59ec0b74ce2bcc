import { ruleValues } from '../../../clinical/rules';
import { beforeWords } from './before-words';

const RULES = ruleValues({ 'S22.peak.scored.from': 20, 'S22.peak.scored.to': 60 });
const NOTHING = {
  assessedOn: null,
  improvementPct: null,
  pgic: null,
  peakEffect: null,
  woreOffOn: null,
  stillEffectiveOn: null,
};

it.each`
  response                                                     | words                                   | why
  ${undefined}                                                 | ${'no response recorded'}               | ${'nobody asked'}
  ${{}}                                                        | ${'no response recorded'}               | ${'a note alone'}
  ${{ improvementPct: 60 }}                                    | ${'60 %'}                               | ${'the day is not known'}
  ${{ improvementPct: 60, pgic: 2, assessedOn: '2026-10-23' }} | ${'60 %'}                               | ${'after 60 days: the peak'}
  ${{ improvementPct: 60, assessedOn: '2026-10-24' }}          | ${'60 %, asked after 9 weeks'}          | ${'a day later'}
  ${{ improvementPct: -10 }}                                   | ${'−10 %'}                              | ${'worse'}
  ${{ improvementPct: 0 }}                                     | ${'0 %'}                                | ${'no better'}
  ${{ pgic: 1, peakEffect: 4 }}                                | ${'very much improved'}                 | ${'in words'}
  ${{ pgic: 7 }}                                               | ${'very much worse'}                    | ${'the last of the list'}
  ${{ peakEffect: 0 }}                                         | ${'peak effect none'}                   | ${'the first of the list'}
  ${{ woreOffOn: '2026-11-09' }}                               | ${'wore off after 11 weeks, Mon 9 Nov'} | ${'the length alone'}
  ${{ woreOffOn: '2026-09-06' }}                               | ${'wore off after 13 days, Sun 6 Sep'}  | ${'in days below two weeks'}
  ${{ improvementPct: 60, stillEffectiveOn: '2026-11-02' }}    | ${'60 %; still working after 10 weeks'} | ${'both'}
`('$response → $words: $why', ({ response, words }) => {
  const given = response ? { ...NOTHING, ...response } : null;
  expect(beforeWords({ performedOn: '2026-08-24', response: given }, '2026-11-23', RULES)).toBe(words);
});
