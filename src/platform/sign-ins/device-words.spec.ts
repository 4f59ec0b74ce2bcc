import { deviceWords } from './device-words';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';

it.each`
  userAgent                                                                                              | words
  ${`${WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`}                  | ${'Chrome on Windows'}
  ${`${WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`}    | ${'Edge on Windows'}
  ${`${WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 OPR/120.0`}        | ${'Opera on Windows'}
  ${`${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15`}                      | ${'Safari on macOS'}
  ${'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'}                            | ${'Firefox on Linux'}
  ${'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15'}   | ${'Safari on iOS'}
  ${'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'} | ${'Chrome on Android'}
  ${'Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'}  | ${'Chrome on ChromeOS'}
  ${'Chrome/140.0'}                                                                                      | ${'Chrome'}
  ${'curl/8.5.0'}                                                                                        | ${'curl'}
  ${'node'}                                                                                              | ${'node'}
  ${'<b>not a name</b>'}                                                                                 | ${'A program'}
  ${'x'.repeat(5000)}                                                                                    | ${'x'.repeat(40)}
  ${''}                                                                                                  | ${'A program'}
  ${undefined}                                                                                           | ${'A program'}
`('$userAgent is $words', ({ userAgent, words }: { userAgent?: string; words: string }) => {
  expect(deviceWords(userAgent)).toBe(words);
});
