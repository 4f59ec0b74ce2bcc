import { citedWords } from './cited-words';

it.each`
  text                                       | words
  ${'V:BNN (wrong muscles); M: the pattern'} | ${'British Neurotoxin Network (wrong muscles); from memory: the pattern'}
  ${'Both sides (V:AAPC; 50: M)'}            | ${'Both sides (AAPC on chemodenervation codes; 50: from memory, not verified)'}
  ${'At most 400 U (V:BOT-DC,BOT-HL)'}       | ${'At most 400 U (Botox dosage, drugs.com; Botox dosage, Healthline)'}
`('$text → $words', ({ text, words }: { text: string; words: string }) => {
  expect(citedWords(text)).toBe(words);
});
