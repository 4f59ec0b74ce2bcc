import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { TOXIN_PRODUCTS } from '../units';
import { drugCodeOf, elevenDigits } from './national-drug-code';

it.each`
  printed             | digits           | why
  ${'0023-1145-01'}   | ${'00023114501'} | ${'labeler of four'}
  ${'54321-123-01'}   | ${'54321012301'} | ${'product of three'}
  ${'54321-1234-1'}   | ${'54321123401'} | ${'package of one'}
  ${'15054-0500-01'}  | ${'15054050001'} | ${'all eleven'}
  ${'15054050001'}    | ${'15054050001'} | ${'as a claim has it'}
  ${' 15054050001 '}  | ${'15054050001'} | ${'blanks around it'}
  ${' 0023-1145-01 '} | ${'00023114501'} | ${'blanks around a printed one'}
  ${'150540500012'}   | ${undefined}     | ${'twelve digits'}
  ${'A15054050001'}   | ${undefined}     | ${'a letter before it'}
  ${'15054050001A'}   | ${undefined}     | ${'a letter behind it'}
  ${'A0023-1145-01'}  | ${undefined}     | ${'a letter before a printed one'}
  ${'0023-1145-01A'}  | ${undefined}     | ${'a letter behind a printed one'}
  ${'0023114501'}     | ${undefined}     | ${'ten without hyphens: nobody can tell which part is short'}
  ${'0023-114-01'}    | ${undefined}     | ${'nine'}
  ${'lot 4711'}       | ${undefined}     | ${'no code'}
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

it.each`
  product   | units    | source
  ${'ona'}  | ${100}   | ${'V:OR-PDL'}
  ${'ona'}  | ${200}   | ${'M'}
  ${'abo'}  | ${300}   | ${'V:OR-PDL'}
  ${'abo'}  | ${500}   | ${'V:OR-PDL'}
  ${'inco'} | ${50}    | ${'V:OR-PDL'}
  ${'inco'} | ${100}   | ${'V:OR-PDL'}
  ${'inco'} | ${200}   | ${'V:OR-PDL'}
  ${'rima'} | ${2500}  | ${'M'}
  ${'rima'} | ${5000}  | ${'M'}
  ${'rima'} | ${10000} | ${'M'}
  ${'daxi'} | ${100}   | ${'V:OR-PDL'}
`('the code of $units U $product says where it is from: $source', ({ product, units, source }) => {
  expect(drugCodeOf(product, units)?.source).toBe(source);
});
