import { isGtin } from './gtin';

it.each`
  text                 | right    | why
  ${'00300231145014'}  | ${true}  | ${'the last digit checks the others'}
  ${'00300231145015'}  | ${false} | ${'the last digit is one too high'}
  ${'00300231145003'}  | ${false} | ${'the last digit is one too low'}
  ${'00302031145014'}  | ${false} | ${'two digits have changed places'}
  ${'0300231145014'}   | ${false} | ${'thirteen digits'}
  ${'0030023114501 '}  | ${false} | ${'a blank for a digit'}
  ${'0300231145014 '}  | ${false} | ${'thirteen digits and a blank'}
  ${'000300231145014'} | ${false} | ${'fifteen digits, the last fourteen would do'}
  ${'003002311450140'} | ${false} | ${'fifteen digits, the first fourteen would do'}
  ${'0030023114501A'}  | ${false} | ${'a letter'}
  ${''}                | ${false} | ${'nothing'}
`('$text → $right: $why', ({ text, right }) => {
  expect(isGtin(text)).toBe(right);
});
