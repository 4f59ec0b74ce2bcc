import { saidWords } from './answer-words';

const NOTHING = {
  answeredOn: '2026-11-23',
  stillEffective: null,
  woreOffOn: null,
  helpedPct: null,
  trouble: null,
} as const;

it.each`
  answer                                                | words
  ${{ stillEffective: true }}                           | ${'Still working'}
  ${{ stillEffective: false, woreOffOn: '2026-10-26' }} | ${'Wore off on Mon 26 Oct'}
  ${{ stillEffective: false }}                          | ${'Wore off, the day is not known'}
  ${{ helpedPct: 0 }}                                   | ${'Does not know whether it still works; helped 0 % at its best'}
  ${{ stillEffective: true, helpedPct: -10 }}           | ${'Still working; helped −10 % at its best'}
  ${{ stillEffective: true, trouble: 'a dry mouth' }}   | ${'Still working; trouble: a dry mouth'}
`('$answer: $words', ({ answer, words }) => {
  expect(saidWords({ ...NOTHING, ...answer }, '2026-11-23')).toBe(words);
});
