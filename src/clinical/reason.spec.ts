import { isReason, reasonAsked } from './reason';

it.each`
  text                       | is       | why
  ${''}                      | ${false} | ${'nothing'}
  ${'x'}                     | ${false} | ${'one letter'}
  ${'in pain'}               | ${false} | ${'six letters'}
  ${'relapsing'}             | ${false} | ${'nine letters'}
  ${'considered'}            | ${true}  | ${'ten letters in one word'}
  ${'back early, in pain'}   | ${true}  | ${'several words'}
  ${'1234567890'}            | ${false} | ${'ten digits are no letters'}
  ${'..........'}            | ${false} | ${'ten points'}
  ${'see 12/34/56 page 789'} | ${false} | ${'seven letters among digits'}
  ${'xxxxxxxxxx'}            | ${false} | ${'one letter ten times'}
  ${'XxXxXxXxXx'}            | ${false} | ${'one letter in two cases'}
  ${'asdfasdfasdf'}          | ${false} | ${'four different letters'}
  ${'asdfgasdfg'}            | ${false} | ${'a run of keys, twice'}
  ${'qwertyuiop'}            | ${false} | ${'a row of keys'}
  ${'poiuytrewq'}            | ${false} | ${'from right to left'}
  ${'qwertz yxcvbnm'}        | ${false} | ${'two rows of a German keyboard'}
  ${'asdfghjkl asdfh'}       | ${true}  | ${'not only runs: who wants to, can'}
  ${'abcdefghij'}            | ${false} | ${'the alphabet'}
  ${'йцукенгшщз'}            | ${false} | ${'a row of another script'}
  ${'reason reason'}         | ${false} | ${'one word twice: six letters'}
  ${'very very sore neck'}   | ${true}  | ${'a word twice among others: twelve letters'}
  ${'ok ok ok ok ok ok'}     | ${false} | ${'two letters'}
  ${'   considered   '}      | ${true}  | ${'spaces around it'}
  ${'расхождение с планом'}  | ${true}  | ${'another script'}
  ${'Spätwirkung läßt nach'} | ${true}  | ${'letters with marks'}
  ${'wegen Stoß'}            | ${false} | ${'ß is one letter: nine'}
  ${'te\u0301rapides'}       | ${false} | ${'a mark put behind its letter is no letter of its own: nine'}
`('“$text” is a reason: $is ($why)', ({ text, is }: { text: string; is: boolean }) => {
  expect(isReason(text)).toBe(is);
});

it.each`
  text            | is       | why
  ${'x'}          | ${false} | ${'one letter'}
  ${'ill'}        | ${false} | ${'three letters'}
  ${'pain'}       | ${true}  | ${'four letters'}
  ${'aaaa'}       | ${false} | ${'one letter four times'}
  ${'haha'}       | ${false} | ${'two different letters'}
  ${'test'}       | ${true}  | ${'three different letters'}
  ${'asdf'}       | ${false} | ${'a run of keys'}
  ${'qwerty'}     | ${false} | ${'a row of an English keyboard'}
  ${'zxcv'}       | ${false} | ${'another one'}
  ${'wertz'}      | ${false} | ${'of a German one'}
  ${'klöä'}       | ${false} | ${'with its own letters'}
  ${'yxcv'}       | ${false} | ${'another one'}
  ${'azert'}      | ${false} | ${'of a French one'}
  ${'hjklm'}      | ${false} | ${'another one'}
  ${'цуке'}       | ${false} | ${'of a Russian one'}
  ${'ролд'}       | ${false} | ${'another one'}
  ${'defg'}       | ${false} | ${'the alphabet'}
  ${'asd'}        | ${false} | ${'three letters'}
  ${'asdfasdf'}   | ${false} | ${'a run of keys, twice'}
  ${'fed up'}     | ${true}  | ${'three letters side by side are a word'}
  ${'pain pain'}  | ${true}  | ${'one word, twice'}
  ${'1234'}       | ${false} | ${'digits are no letters'}
  ${'pregnancy'}  | ${true}  | ${'a word that says it all'}
  ${'  fever   '} | ${true}  | ${'spaces around it'}
`('“$text” is a word: $is ($why)', ({ text, is }: { text: string; is: boolean }) => {
  expect(isReason(text, 'word')).toBe(is);
});

it('is asked for with how long it has to be', () => {
  expect([reasonAsked(), reasonAsked('word')]).toEqual([
    'Give the reason in words: at least 10 letters.',
    'Give the reason in words: at least 4 letters.',
  ]);
});

it('takes a long run no longer than a short one, and one letter beside it for who wants to', () => {
  const run = 'abcdefghijklmnop'.repeat(120);
  expect([isReason(run), isReason(`${run}b`)]).toEqual([false, true]);
});
