import { ruleValues } from '../rules';
import { outcomeOfAnswer, takenOver, type AnsweredFields, type PatientAnswer } from './patient-answer';

const RULES = ruleValues();
const SESSION_ON = '2026-08-03';

const said = (answer: Partial<PatientAnswer>): PatientAnswer => ({
  answeredOn: '2026-11-02',
  stillEffective: null,
  woreOffOn: null,
  helpedPct: null,
  ...answer,
});

it.each`
  answer                                                | before                                              | taken                                                  | why
  ${{ stillEffective: true }}                           | ${{}}                                               | ${{ stillEffectiveOn: '2026-11-02' }}                  | ${'still working on the day it was asked'}
  ${{ stillEffective: true }}                           | ${{ stillEffectiveOn: '2026-10-01' }}               | ${{ stillEffectiveOn: '2026-11-02' }}                  | ${'the later day says more'}
  ${{ stillEffective: true }}                           | ${{ woreOffOn: '2026-10-20' }}                      | ${{ stillEffectiveOn: '2026-11-02', woreOffOn: null }} | ${'the wear-off is contradicted'}
  ${{ stillEffective: false, woreOffOn: '2026-10-26' }} | ${{}}                                               | ${{ woreOffOn: '2026-10-26' }}                         | ${'the day it wore off'}
  ${{ stillEffective: false, woreOffOn: '2026-10-26' }} | ${{ stillEffectiveOn: '2026-10-25' }}               | ${{ woreOffOn: '2026-10-26' }}                         | ${'still working the day before: both stand'}
  ${{ stillEffective: false, woreOffOn: '2026-10-26' }} | ${{ stillEffectiveOn: '2026-10-26' }}               | ${{ woreOffOn: '2026-10-26', stillEffectiveOn: null }} | ${'both on one day cannot be'}
  ${{ stillEffective: false, woreOffOn: '2026-10-26' }} | ${{ woreOffOn: '2026-10-26' }}                      | ${{}}                                                  | ${'on record already'}
  ${{ stillEffective: false }}                          | ${{}}                                               | ${{}}                                                  | ${'worn off on an unknown day is no length'}
  ${{ stillEffective: null }}                           | ${{ woreOffOn: '2026-10-26' }}                      | ${{}}                                                  | ${'not knowing takes nothing back'}
  ${{ answeredOn: '2026-08-24', helpedPct: 60 }}        | ${{}}                                               | ${{ improvementPct: 60, assessedOn: '2026-08-24' }}    | ${'day 21: the peak'}
  ${{ answeredOn: '2026-11-02', helpedPct: 60 }}        | ${{}}                                               | ${{ improvementPct: 60, assessedOn: '2026-11-02' }}    | ${'week 13: kept with its day, which says that it was late'}
  ${{ answeredOn: '2026-11-02', helpedPct: 60 }}        | ${{ improvementPct: 70, assessedOn: '2026-09-07' }} | ${{}}                                                  | ${'a rating of the peak stays'}
  ${{ answeredOn: '2026-11-02', helpedPct: 60 }}        | ${{ improvementPct: 70 }}                           | ${{}}                                                  | ${'so does one without a day'}
  ${{ answeredOn: '2026-09-07', helpedPct: 60 }}        | ${{ improvementPct: 70, assessedOn: '2026-08-10' }} | ${{ improvementPct: 60, assessedOn: '2026-09-07' }}    | ${'one of day 7 gives way to the peak'}
  ${{ answeredOn: '2026-09-07', helpedPct: 0 }}         | ${{ improvementPct: null, assessedOn: null }}       | ${{ improvementPct: 0, assessedOn: '2026-09-07' }}     | ${'no help at all is an answer'}
`('$answer over $before: $taken ($why)', ({ answer, before, taken }) => {
  expect(takenOver(said(answer as Partial<PatientAnswer>), before, SESSION_ON, RULES)).toEqual(taken);
});

it.each`
  now                                                       | outcome        | why
  ${{ woreOffOn: '2026-10-26', improvementPct: 70 }}        | ${'confirmed'} | ${'as the patient said; the rating of the peak stays'}
  ${{ woreOffOn: '2026-10-25', improvementPct: 70 }}        | ${'corrected'} | ${'another day'}
  ${{ stillEffectiveOn: '2026-11-02', improvementPct: 70 }} | ${'corrected'} | ${'the opposite'}
  ${{ improvementPct: 70 }}                                 | ${'corrected'} | ${'left as it was'}
`('a response of $now: $outcome ($why)', ({ now, outcome }) => {
  const answer = said({ stillEffective: false, woreOffOn: '2026-10-26', helpedPct: 20 });
  const before: AnsweredFields = { improvementPct: 70, assessedOn: '2026-09-07' };
  const standing = { assessedOn: '2026-09-07', ...(now as AnsweredFields) } as const;
  expect(outcomeOfAnswer(answer, { before, now: standing }, SESSION_ON, RULES)).toBe(outcome);
});

it('what the patient did not know is confirmed by whatever stands', () => {
  const now = { woreOffOn: '2026-10-26' } as const;
  expect(outcomeOfAnswer(said({}), { before: {}, now }, SESSION_ON, RULES)).toBe('confirmed');
});
