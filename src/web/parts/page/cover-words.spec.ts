import { coverWords } from './cover-words';

const TODAY = '2026-11-23';

it.each`
  authorization           | code                 | on              | words
  ${'covered'}            | ${null}              | ${null}         | ${'Authorization in force'}
  ${'not-needed'}         | ${null}              | ${null}         | ${'Authorization not needed'}
  ${'expires-before-due'} | ${'ended'}           | ${'2026-11-22'} | ${'Authorization ran out 22 Nov'}
  ${'expires-before-due'} | ${'ended'}           | ${'2026-11-23'} | ${'Authorization runs out 23 Nov'}
  ${'expires-before-due'} | ${'ended'}           | ${'2027-01-03'} | ${'Authorization runs out 3 Jan 2027'}
  ${'expires-before-due'} | ${null}              | ${null}         | ${'Authorization runs out'}
  ${'missing'}            | ${'not-begun'}       | ${'2026-12-01'} | ${'Authorization begins 1 Dec'}
  ${'missing'}            | ${'other-insurer'}   | ${null}         | ${'Authorization is for another insurer'}
  ${'missing'}            | ${'other-product'}   | ${null}         | ${'Authorization is for another product'}
  ${'missing'}            | ${'other-treatment'} | ${null}         | ${'Authorization is for another treatment'}
  ${'missing'}            | ${'none'}            | ${null}         | ${'Authorization missing'}
  ${'units-short'}        | ${'used-up'}         | ${null}         | ${'Authorization used up'}
  ${'units-short'}        | ${'too-few-units'}   | ${null}         | ${'Authorization has too few units'}
  ${'units-short'}        | ${null}              | ${null}         | ${'Authorization has too little left'}
`('$authorization, $code $on: $words', ({ authorization, code, on, words }) => {
  expect(coverWords({ authorization, authorizationGap: code && { code, on } }, TODAY)).toBe(words);
});
