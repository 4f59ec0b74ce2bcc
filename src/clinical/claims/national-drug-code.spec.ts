import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { TOXIN_PRODUCTS } from '../units';
import { drugCodeOf, elevenDigits } from './national-drug-code';

it.each`
  printed            | digits           | why
  ${'0023-1145-01'}  | ${'00023114501'} | ${'labeler of four'}
  ${'54321-123-01'}  | ${'54321012301'} | ${'product of three'}
  ${'54321-1234-1'}  | ${'54321123401'} | ${'package of one'}
  ${'15054-0500-01'} | ${'15054050001'} | ${'all eleven'}
  ${'15054050001'}   | ${'15054050001'} | ${'as a claim has it'}
  ${'0023114501'}    | ${undefined}     | ${'ten without hyphens: nobody can tell which part is short'}
  ${'0023-114-01'}   | ${undefined}     | ${'nine'}
  ${'lot 4711'}      | ${undefined}     | ${'no code'}
`('$printed → $digits: $why', ({ printed, digits }) => {
  expect(elevenDigits(printed as string)).toBe(digits);
});

it('knows a code of eleven digits for every vial that a product comes in but one, whose code no source at hand prints', () => {
  const unknown = TOXIN_PRODUCTS.flatMap((product) =>
    PRODUCT_ROWS[product].facts.vialUnits
      .filter((units) => !/^\d{11}$/.test(drugCodeOf(product, units)?.code ?? ''))
      .map((units) => `${product} ${units} U`),
  );
  expect(unknown).toEqual(['daxi 50 U']);
});
