import { PassThrough } from 'node:stream';
import { askPassword } from './ask-password';

/** What is typed or piped, and everything that the terminal showed. */
async function ask(typed: string, isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  input.end(typed);
  const answer = await askPassword({ input, output }).catch((error: Error) => error.message);
  return { answer, shown: String(output.read() ?? '') };
}

it.each`
  typed                              | answer                        | why
  ${'secret 17\rsecret 17\r'}        | ${'secret 17'}                | ${'typed twice'}
  ${'secrex\u007ft 17\rsecret 17\r'} | ${'secret 17'}                | ${'a slip corrected with backspace'}
  ${'Über alles 1\rÜber alles 1\r'}  | ${'Über alles 1'}             | ${'letters beyond ASCII'}
  ${'secret 17\rsecret 18\r'}        | ${'The two passwords differ'} | ${'typed differently'}
  ${'secret 17\r'}                   | ${'No password was given'}    | ${'given up at the second question'}
  ${'sec\u0003'}                     | ${'No password was given'}    | ${'Ctrl-C'}
  ${''}                              | ${'No password was given'}    | ${'nothing'}
`('at a terminal, $why: $answer', async ({ typed, answer }: { typed: string; answer: string }) => {
  const asked = await ask(typed, true);
  expect(asked.answer).toBe(answer);
  expect(asked.shown).toMatch(/^Password: \n(The same password again: \n)?$/);
});

it.each`
  piped                      | answer                                           | why
  ${'secret 17\n'}           | ${'secret 17'}                                   | ${'one line'}
  ${'secret 17'}             | ${'secret 17'}                                   | ${'a line without an end'}
  ${'secret 17\r\n'}         | ${'secret 17'}                                   | ${'a line from Windows'}
  ${' secret 17 \nsecond\n'} | ${' secret 17 '}                                 | ${'the first of two, with its blanks'}
  ${''}                      | ${'No password was given on the standard input'} | ${'nothing'}
`('from a pipe, $why: $answer', async ({ piped, answer }: { piped: string; answer: string }) => {
  expect(await ask(piped, false)).toEqual({ answer, shown: '' });
});
