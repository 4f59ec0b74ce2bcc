import { capitalised, counted, inSentence, sentences, slugWords } from './words';

it.each`
  said                               | words
  ${capitalised('monday')}           | ${'Monday'}
  ${capitalised('')}                 | ${''}
  ${inSentence('Chronic migraine')}  | ${'chronic migraine'}
  ${slugWords('flu_like_symptoms')}  | ${'Flu-like symptoms'}
  ${slugWords('no_session')}         | ${'No session'}
  ${slugWords('multiple-sclerosis')} | ${'Multiple sclerosis'}
  ${counted(0, 'day')}               | ${'0 days'}
  ${counted(1, 'day')}               | ${'1 day'}
  ${counted(2, 'day')}               | ${'2 days'}
  ${sentences('One.', '', 'Two.')}   | ${'One. Two.'}
`('says “$words”', ({ said, words }) => {
  expect(said).toBe(words);
});
