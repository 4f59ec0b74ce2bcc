import { payerProblems } from './payer-problems';

const NECK = { indication: 'cervical_dystonia', product: 'rima' };

it.each`
  exceptions                                   | unitsPer84Days                           | pointers                 | why
  ${[]}                                        | ${[]}                                    | ${[]}                    | ${'nothing said'}
  ${[NECK, { ...NECK, product: null }]}        | ${[NECK, { ...NECK, indication: null }]} | ${[]}                    | ${'each for something of its own'}
  ${[{ ...NECK, indication: null }]}           | ${[]}                                    | ${[]}                    | ${'of a product'}
  ${[{ indication: null, product: null }]}     | ${[]}                                    | ${['/exceptions/0']}     | ${'for nothing of its own'}
  ${[NECK, { ...NECK, product: 'ona' }, NECK]} | ${[]}                                    | ${['/exceptions/2']}     | ${'the same twice'}
  ${[]}                                        | ${[NECK, NECK]}                          | ${['/unitsPer84Days/1']} | ${'two limits of one treatment'}
`('$why → $pointers', ({ exceptions, unitsPer84Days, pointers }) => {
  expect(payerProblems({ exceptions, unitsPer84Days }).map(({ pointer }) => pointer)).toEqual(pointers);
});
