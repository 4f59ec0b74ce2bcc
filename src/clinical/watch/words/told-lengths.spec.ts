import { inWeeks, lengthsOf, lengthsText } from './told-lengths';

/** `45` wore off after 45 days; `45+` still effective on day 45. */
function lengths(line: string) {
  return line.split(' ').map((word) => ({
    kind: word.endsWith('+') ? ('at-least' as const) : ('wore-off' as const),
    days: Number.parseInt(word, 10),
    usable: true,
  }));
}

it.each`
  line             | text                        | why
  ${'84'}          | ${'12 weeks'}               | ${'one'}
  ${'7'}           | ${'1 week'}                 | ${'a single week'}
  ${'10'}          | ${'1 week'}                 | ${'ten days, rounded down'}
  ${'11'}          | ${'2 weeks'}                | ${'eleven, rounded up'}
  ${'84 83'}       | ${'12 weeks'}               | ${'the same in weeks'}
  ${'42 49'}       | ${'6-7 weeks'}              | ${'from the shortest to the longest'}
  ${'49 42 84 56'} | ${'6-12 weeks'}             | ${'in whichever order'}
  ${'84+'}         | ${'at least 12 weeks'}      | ${'it still helped'}
  ${'83+ 84'}      | ${'12 weeks'}               | ${'the longest is known'}
  ${'83 84+'}      | ${'at least 12 weeks'}      | ${'the longest may be longer'}
  ${'42 84+'}      | ${'6 to at least 12 weeks'} | ${'only the longest may be longer'}
  ${'42+ 84'}      | ${'6-12 weeks'}             | ${'the shortest that may be longer is within it'}
  ${'84 84+'}      | ${'12 weeks'}               | ${'of two as long the first'}
  ${'84+ 84'}      | ${'at least 12 weeks'}      | ${'and so when it may be longer'}
`('$line days: $text, $why', ({ line, text }) => {
  expect(lengthsText(lengths(line as string))).toBe(text);
});

it('takes the lengths that are known, and whole weeks', () => {
  const [length] = lengths('45');
  expect(lengthsOf([{}, { length }, {}])).toEqual([length]);
  expect([38, 39, 45, 46].map(inWeeks)).toEqual([5, 6, 6, 7]);
});
