import type { PayerException } from './payer-terms';
import type { UnitsLimit } from './units-limit';

export interface PayerProblem {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** What is wrong with the rows of a payer's rule: each is for something of its own, and an exception is for something. */
export function payerProblems({
  exceptions,
  unitsPer84Days,
}: {
  readonly exceptions: readonly Pick<PayerException, 'indication' | 'product'>[];
  readonly unitsPer84Days: readonly Pick<UnitsLimit, 'indication' | 'product'>[];
}): PayerProblem[] {
  const forNothing = exceptions.flatMap(({ indication, product }, index) =>
    indication === null && product === null
      ? [
          problem(
            `/exceptions/${index}`,
            'for-nothing',
            'Name the indication or the product that this exception is for; what holds for all stands in the payer itself',
          ),
        ]
      : [],
  );
  return [
    ...forNothing,
    ...repeated(exceptions, 'exceptions'),
    ...repeated(unitsPer84Days, 'unitsPer84Days'),
  ];
}

function repeated(
  rows: readonly Pick<PayerException, 'indication' | 'product'>[],
  field: string,
): PayerProblem[] {
  const keys = rows.map(({ indication, product }) => `${indication} ${product}`);
  return keys.flatMap((key, index) => {
    const first = keys.indexOf(key);
    if (first === index) return [];
    return [
      problem(
        `/${field}/${index}`,
        'repeated',
        `This is for the same as ${field}[${first}]: keep one of the two`,
      ),
    ];
  });
}

function problem(pointer: string, code: string, message: string): PayerProblem {
  return { pointer, code, message };
}
