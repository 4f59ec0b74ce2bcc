import { asSeen } from './as-seen';

it.each`
  typed                    | seen                 | why
  ${' MR-1\u200b23\u00a0'} | ${'MR-123'}          | ${'a space without width, as web pages have it'}
  ${'\u200eMR-123'}        | ${'MR-123'}          | ${'a mark of direction, as file managers copy it'}
  ${'Gutie\u00adrrez'}     | ${'Gutierrez'}       | ${'a soft hyphen'}
  ${'\ufeffRivera'}        | ${'Rivera'}          | ${'a byte order mark'}
  ${'a\u202ebc'}           | ${'abc'}             | ${'what follows would read backwards'}
  ${'\u2067Ada\u2069'}     | ${'Ada'}             | ${'isolated from the line'}
  ${'\u200b\u200d'}        | ${''}                | ${'nothing at all'}
  ${'\u3164'}              | ${''}                | ${'a blank that counts as a letter'}
  ${'\u2800'}              | ${''}                | ${'a blank of braille'}
  ${'A\u{e0041}'}          | ${'A'}               | ${'a tag'}
  ${'علی\u200cرضا'}        | ${'علی\u200cرضا'}    | ${'a name that is written with a joiner'}
  ${'Ada\u200d 1'}         | ${'Ada 1'}           | ${'a joiner that joins nothing'}
  ${'👩\u200d⚕\ufe0f'}     | ${'👩\u200d⚕\ufe0f'} | ${'a sign made of two'}
  ${'👩🏽\u200d⚕\ufe0f'}     | ${'👩🏽\u200d⚕\ufe0f'} | ${'with a colour of skin'}
  ${'क्\u200dष'}            | ${'क्\u200dष'}        | ${'a half letter of Devanagari'}
  ${'e\u0301'}             | ${'e\u0301'}         | ${'a letter with its mark'}
  ${'Łukasz\t"Ö"\n2'}      | ${'Łukasz\t"Ö"\n2'}  | ${'what is seen, spaces of any kind among it'}
`('$why', ({ typed, seen }: { typed: string; seen: string }) => {
  expect(asSeen(typed)).toBe(seen);
});
