import { numberText, readNumber } from './typed-number';

it.each`
  typed             | number        | why
  ${'12'}           | ${12}         | ${'whole'}
  ${'12.5'}         | ${12.5}       | ${'decimal point'}
  ${'12,5'}         | ${12.5}       | ${'decimal comma'}
  ${' 12.5 '}       | ${12.5}       | ${'spaces around'}
  ${'0'}            | ${0}          | ${'zero that was typed'}
  ${'007'}          | ${7}          | ${'zeros before'}
  ${'.5'}           | ${0.5}        | ${'no digit before the point'}
  ${',5'}           | ${0.5}        | ${'nor before the comma'}
  ${'-3'}           | ${-3}         | ${'below zero, which the field may refuse'}
  ${'−3'}           | ${-3}         | ${'with a real minus'}
  ${'12.34'}        | ${12.34}      | ${'two decimals'}
  ${'12,34'}        | ${12.34}      | ${'two decimals behind a comma'}
  ${'1,234.5'}      | ${1234.5}     | ${'thousands as in New York'}
  ${'1.234,5'}      | ${1234.5}     | ${'thousands as in Berlin'}
  ${'1 234,5'}      | ${1234.5}     | ${'thousands apart by a space'}
  ${'1 234.5'}      | ${1234.5}     | ${'and with a point'}
  ${'1\u00a0234,5'} | ${1234.5}     | ${'by a space that does not break'}
  ${'1\u202f234,5'} | ${1234.5}     | ${'by a narrow one'}
  ${'1 234'}        | ${1234}       | ${'a space is never a decimal mark'}
  ${'1,234,567'}    | ${1_234_567}  | ${'two groups can only be thousands'}
  ${'1.234.567'}    | ${1_234_567}  | ${'in Berlin too'}
  ${'1,234,567.89'} | ${1234567.89} | ${'with decimals'}
  ${'1234.567'}     | ${1234.567}   | ${'four digits are no group'}
  ${'0.125'}        | ${0.125}      | ${'no group begins with zero'}
  ${'0,125'}        | ${0.125}      | ${'nor here'}
  ${'1.2345'}       | ${1.2345}     | ${'four decimals are no group'}
  ${'1,23'}         | ${1.23}       | ${'nor are two'}
  ${'1,234'}        | ${undefined}  | ${'1234 in New York, 1.234 in Berlin'}
  ${'1.234'}        | ${undefined}  | ${'and the other way round'}
  ${'999,999'}      | ${undefined}  | ${'the greatest of these'}
  ${'12 5'}         | ${undefined}  | ${'a space before one digit'}
  ${'1,23,456'}     | ${undefined}  | ${'groups of two'}
  ${'1,234,56'}     | ${undefined}  | ${'a group too short'}
  ${'1,234.567,8'}  | ${undefined}  | ${'marks mixed'}
  ${'1.2.3'}        | ${undefined}  | ${'two points'}
  ${'12..5'}        | ${undefined}  | ${'a point too many'}
  ${'12.'}          | ${undefined}  | ${'not finished'}
  ${'.'}            | ${undefined}  | ${'a point alone'}
  ${'-'}            | ${undefined}  | ${'a minus alone'}
  ${''}             | ${undefined}  | ${'empty is no zero'}
  ${'  '}           | ${undefined}  | ${'nor are spaces'}
  ${'12a'}          | ${undefined}  | ${'a letter'}
  ${'12 U'}         | ${undefined}  | ${'a unit'}
  ${'1e3'}          | ${undefined}  | ${'a power'}
  ${'0x10'}         | ${undefined}  | ${'a number of programmers'}
  ${'Infinity'}     | ${undefined}  | ${'a word'}
  ${'5-3'}          | ${undefined}  | ${'a range'}
`('reads “$typed” as $number: $why', ({ typed, number }: { typed: string; number?: number }) => {
  expect(readNumber(typed)).toBe(number);
});

it.each`
  number     | text
  ${80}      | ${'80'}
  ${2.25}    | ${'2.25'}
  ${0.125}   | ${'0.125'}
  ${1.124}   | ${'1.1240'}
  ${-1.124}  | ${'-1.1240'}
  ${1234.5}  | ${'1234.5'}
  ${999.999} | ${'999.9990'}
`('writes $number as “$text”, which is read as the same', ({ number, text }) => {
  expect(numberText(number as number)).toBe(text);
  expect(readNumber(text as string)).toBe(number);
});
