import { NO_TERMS } from '../../../clinical/payers/payer-terms';
import { exceptionWords, limitWords, termWords } from './term-words';

it.each`
  terms                                              | words
  ${{}}                                              | ${[]}
  ${{ initialMonths: 1 }}                            | ${['First granted for 1 month.']}
  ${{ renewalMonths: 12 }}                           | ${['Renewed for 12 months.']}
  ${{ triedFirst: 2 }}                               | ${['At least 2 other treatments tried before.']}
  ${{ mustImprovePct: 50 }}                          | ${['At least 50 % improvement before it is renewed.']}
  ${{ mustFallDays: 7 }}                             | ${['At least 7 headache days in a month fewer before it is renewed.']}
  ${{ mustImprovePct: 50, mustFallDays: 1 }}         | ${['At least 50 % improvement or at least 1 headache day in a month fewer before it is renewed.']}
  ${{ mustImprovePct: 50, mustImproveScale: 'mmd' }} | ${['At least 50 % improvement, by Migraine days in 28 or 30 days, before it is renewed.']}
  ${{ benefitWeeks: 8 }}                             | ${['Benefit for at least 8 weeks before it is renewed.']}
  ${{ treatmentsShown: 1 }}                          | ${['The effect of the last treatment on record.']}
  ${{ treatmentsShown: 2 }}                          | ${['The effect of the last 2 treatments on record.']}
  ${{ scalesShown: true }}                           | ${['A scale taken before treatment and after it.']}
  ${{ scalesShown: false }}                          | ${['No scale is asked for.']}
  ${{ minDaysApart: 84 }}                            | ${['At least 84 days from one session to the next.']}
`('$terms → $words', ({ terms, words }) => {
  expect(termWords({ ...NO_TERMS, ...terms })).toEqual(words);
});

it.each`
  indication            | product   | words
  ${'chronic_migraine'} | ${null}   | ${'Chronic migraine'}
  ${null}               | ${'rima'} | ${'Myobloc'}
  ${'chronic_migraine'} | ${'ona'}  | ${'Chronic migraine with Botox'}
`('an exception for $words', ({ indication, product, words }) => {
  expect(exceptionWords({ ...NO_TERMS, indication, product })).toBe(words);
});

it.each`
  indication      | words
  ${null}         | ${'At most 50 billing units of Myobloc in 84 days.'}
  ${'sialorrhea'} | ${'At most 50 billing units of Myobloc in 84 days, in chronic sialorrhea.'}
`('a limit: $words', ({ indication, words }) => {
  expect(limitWords({ product: 'rima', indication, billingUnits: 50 })).toBe(words);
});
