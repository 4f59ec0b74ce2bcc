import { capitalised, counted, slugWords } from './words';

it.each`
  said                               | words
  ${capitalised('monday')}           | ${'Monday'}
  ${capitalised('')}                 | ${''}
  ${slugWords('flu_like_symptoms')}  | ${'Flu-like symptoms'}
  ${slugWords('multiple-sclerosis')} | ${'Multiple sclerosis'}
  ${counted(0, 'day')}               | ${'0 days'}
  ${counted(1, 'day')}               | ${'1 day'}
  ${counted(2, 'day')}               | ${'2 days'}
`('says “$words”', ({ said, words }) => {
  expect(said).toBe(words);
});
