import { doseOf, toxinUnits, totalUnits, type Dose } from './units';

describe('units of one product', () => {
  it.each`
    amount      | is
    ${0}        | ${true}
    ${0.01}     | ${true}
    ${10_000}   | ${true}
    ${-0.01}    | ${false}
    ${NaN}      | ${false}
    ${Infinity} | ${false}
  `('$amount is an amount: $is', ({ amount, is }: { amount: number; is: boolean }) => {
    if (is) expect(toxinUnits('ona', amount)).toBe(amount);
    else expect(() => toxinUnits('ona', amount)).toThrow(RangeError);
  });

  it('stand beside their product', () => {
    expect(doseOf('rima', 5000)).toEqual({ product: 'rima', units: 5000 });
    expect(() => doseOf('rima', -1)).toThrow(RangeError);
  });

  it('are added to a hundredth', () => {
    const tenths = Array.from({ length: 3 }, () => toxinUnits('ona', 0.1));
    expect(totalUnits(tenths)).toBe(0.3);
    expect(totalUnits([])).toBe(0);
  });

  it('are never added across products: the type checker refuses it', () => {
    // @ts-expect-error a list that mixes products does not compile
    expect(totalUnits([toxinUnits('ona', 100), toxinUnits('rima', 5000)])).toBe(5100);
  });

  it('are never taken for those of another product: the type checker refuses it', () => {
    // @ts-expect-error units of Myobloc under the name of Botox do not compile
    const dose: Dose = { product: 'ona', units: toxinUnits('rima', 5000) };
    expect(dose.product).toBe('ona');
  });
});
