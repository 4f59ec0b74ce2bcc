import { hashToken } from '../auth/token';
import { hashOfTyped, makeRecoveryCodes, RECOVERY_CODES } from './recovery-code';

it('makes ten codes, each another, that read back as they are', () => {
  const codes = makeRecoveryCodes();
  expect(new Set(codes).size).toBe(RECOVERY_CODES);
  for (const code of codes) {
    expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
    expect(hashOfTyped(code)).toEqual(hashToken(code.replaceAll('-', '')));
  }
});

it.each`
  typed                              | letters                       | why
  ${'7hq2-m0xd-9k4c-v3wt-p5rs-n8e6'} | ${'7hq2m0xd9k4cv3wtp5rsn8e6'} | ${'as it is shown'}
  ${'7hq2-m0xd-9k4c-v3wt'}           | ${'7hq2m0xd9k4cv3wt'}         | ${'as it was shown before'}
  ${' 7HQ2 M0XD 9K4C V3WT '}         | ${'7hq2m0xd9k4cv3wt'}         | ${'in capitals, with blanks'}
  ${'7hq2mOxd9k4cv3wt'}              | ${'7hq2m0xd9k4cv3wt'}         | ${'an o for the nought'}
  ${'1hq2-m0xd-9k4c-v3wl'}           | ${'1hq2m0xd9k4cv3w1'}         | ${'an l for the one'}
  ${'7hq2-m0xd-9k4c-v3w'}            | ${undefined}                  | ${'a letter short'}
  ${'7hq2-m0xd-9k4c-v3wt-p5rs'}      | ${undefined}                  | ${'a group short'}
  ${'7hq2-m0xd-9k4c-v3wtt'}          | ${undefined}                  | ${'a letter more'}
  ${'7hq2-m0xd-9k4c-v3wu'}           | ${undefined}                  | ${'a letter that is in none'}
  ${'287082'}                        | ${undefined}                  | ${'a code of the app'}
  ${''}                              | ${undefined}                  | ${'nothing'}
`('“$typed” is $letters: $why', ({ typed, letters }: { typed: string; letters?: string }) => {
  expect(hashOfTyped(typed)).toEqual(letters === undefined ? undefined : hashToken(letters));
});
