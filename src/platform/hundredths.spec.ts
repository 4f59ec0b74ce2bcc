import { validateSync } from 'class-validator';
import 'reflect-metadata';
import { IsHundredths } from './hundredths';

class Given {
  @IsHundredths(0, 50_000) units: unknown;
}

it.each`
  units       | fits     | why
  ${0}        | ${true}  | ${'the least'}
  ${-0.01}    | ${false} | ${'less'}
  ${50_000}   | ${true}  | ${'the most'}
  ${50000.01} | ${false} | ${'more'}
  ${49999.99} | ${true}  | ${'hundredths of a large number'}
  ${1.15}     | ${true}  | ${'a fraction that no double holds exactly'}
  ${0.29}     | ${true}  | ${'another'}
  ${5.001}    | ${false} | ${'a thousandth'}
  ${1e-7}     | ${false} | ${'a number that is written with an exponent'}
  ${NaN}      | ${false} | ${'no number'}
  ${Infinity} | ${false} | ${'no end'}
  ${'5'}      | ${false} | ${'a text'}
  ${null}     | ${false} | ${'nothing'}
`('$units: $fits ($why)', ({ units, fits }: { units: unknown; fits: boolean }) => {
  const errors = validateSync(Object.assign(new Given(), { units }), { stopAtFirstError: true });
  expect(errors).toHaveLength(fits ? 0 : 1);
});
