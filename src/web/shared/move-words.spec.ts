import { moveWords, type Moves } from './move-words';

const due = { due: { from: '2026-12-01', to: '2026-12-08' } };
const flag = (change: 'opens' | 'rises' | 'no-longer-shown') => ({ flag: { change } });

it.each`
  courses | changes                                               | words
  ${320}  | ${[]}                                                 | ${undefined}
  ${320}  | ${[{}]}                                               | ${undefined}
  ${1}    | ${[due]}                                              | ${'Of 1 course: 1 due day would move.'}
  ${320}  | ${[due, due]}                                         | ${'Of 320 courses: 2 due days would move.'}
  ${320}  | ${[{ ...due, ...flag('opens') }, due]}                | ${'Of 320 courses: 2 due days would move, 1 flag would open.'}
  ${320}  | ${[flag('opens'), flag('opens'), flag('rises')]}      | ${'Of 320 courses: 2 flags would open, 1 flag would rise to a higher tier.'}
  ${320}  | ${[flag('no-longer-shown'), flag('no-longer-shown')]} | ${'Of 320 courses: 2 flags would no longer be shown.'}
`('$words', ({ words, ...moves }: Moves & { words: string | undefined }) => {
  expect(moveWords(moves)).toBe(words);
});
