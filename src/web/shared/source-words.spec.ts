import { sourceWords } from './source-words';

it.each`
  text                                    | words
  ${'Pregnancy is asked about (P)'}       | ${'Pregnancy is asked about (our proposal)'}
  ${'Diluted Myobloc within 4 hours (M)'} | ${'Diluted Myobloc within 4 hours (from memory, not verified)'}
  ${'At most 400 U (V:BOT-DC,BOT-HL)'}    | ${'At most 400 U (BOT-DC, BOT-HL)'}
  ${'V:MYO-RG,MYO-HCP'}                   | ${'MYO-RG, MYO-HCP'}
`('$text → $words', ({ text, words }: { text: string; words: string }) => {
  expect(sourceWords(text)).toBe(words);
});
