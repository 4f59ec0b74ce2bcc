import { NO_TERMS, termsFor, type PayerException } from './payer-terms';

const exception = (given: Partial<PayerException>): PayerException => ({
  ...NO_TERMS,
  indication: null,
  product: null,
  ...given,
});

const PAYER = {
  ...NO_TERMS,
  initialMonths: 12,
  benefitWeeks: 8,
  exceptions: [
    exception({ product: 'rima', initialMonths: 9, minDaysApart: 84 }),
    exception({ indication: 'chronic_migraine', initialMonths: 6, mustImprovePct: 50 }),
    exception({ indication: 'chronic_migraine', product: 'rima', initialMonths: 3 }),
  ],
};

it.each`
  indication             | product   | initialMonths | mustImprovePct | minDaysApart | why
  ${'cervical_dystonia'} | ${'ona'}  | ${12}         | ${null}        | ${null}      | ${'in general'}
  ${'cervical_dystonia'} | ${'rima'} | ${9}          | ${null}        | ${84}        | ${'of the product'}
  ${'chronic_migraine'}  | ${'ona'}  | ${6}          | ${50}          | ${null}      | ${'of the indication'}
  ${'chronic_migraine'}  | ${'rima'} | ${3}          | ${50}          | ${84}        | ${'of both, then of the indication, then of the product'}
`('$indication with $product: $why', ({ indication, product, ...terms }) => {
  const { why: _, ...expected } = terms as Record<string, unknown>;
  expect(termsFor(PAYER, { indication, product })).toEqual({ ...NO_TERMS, benefitWeeks: 8, ...expected });
});

it('a payer that says nothing asks for nothing', () => {
  const course = { indication: 'tremor', product: 'ona' } as const;
  expect(termsFor({ ...NO_TERMS, exceptions: [] }, course)).toEqual(NO_TERMS);
});
