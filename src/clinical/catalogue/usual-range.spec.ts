import { usualRange } from './usual-range';

it.each`
  written                                 | from   | to      | source           | text
  ${'60-200|V:BOT-PI'}                    | ${60}  | ${200}  | ${'V:BOT-PI'}    | ${'60-200 U'}
  ${'5|P'}                                | ${5}   | ${5}    | ${'P'}           | ${'5 U'}
  ${'2.5-10'}                             | ${2.5} | ${10}   | ${'M'}           | ${'2.5-10 U'}
  ${'0.5-2.25'}                           | ${0.5} | ${2.25} | ${'M'}           | ${'0.5-2.25 U'}
  ${'500-3000|P'}                         | ${500} | ${3000} | ${'P'}           | ${'500-3,000 U'}
  ${'up to 150'}                          | ${0}   | ${150}  | ${'M'}           | ${'up to 150 U'}
  ${'about 100'}                          | ${100} | ${100}  | ${'M'}           | ${'about 100 U'}
  ${'10-40 (10 in migraine)|V:CPT-15; P'} | ${10}  | ${40}   | ${'V:CPT-15; P'} | ${'10-40 U (10 in migraine)'}
`('reads $written as $from to $to', ({ written, ...range }) => {
  expect(usualRange(written)).toEqual(range);
});

it.each`
  written                                 | from   | to
  ${'60-200; child 1.5-3 U/kg|V:BOT-PED'} | ${1.5} | ${3}
  ${'60-200; child 2-6.25 U/kg'}          | ${2}   | ${6.25}
  ${'60-200; child 10-15 U/kg'}           | ${10}  | ${15}
`('of a child reads $written as $from to $to a kilogram', ({ written, from, to }) => {
  expect(usualRange(written).childPerKg).toEqual({ from, to });
});

it.each(['', 'unknown', 'some 5', 'up to'])('refuses “%s”', (written) => {
  expect(() => usualRange(written)).toThrow(new RangeError(`Not a range: ${written}`));
});
