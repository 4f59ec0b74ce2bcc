import { plainDate } from '../calendar';
import type { ToxinProduct } from '../units';
import { latestFirst } from './latest-first';

const given = (text: string) => {
  const [day, product, units, sessionId] = text.split(' ');
  return {
    sessionId: sessionId!,
    performedOn: plainDate(`2026-11-${day}`),
    dose: { product: product as ToxinProduct, units: Number(units) },
  };
};

it.each`
  first            | then             | why
  ${'04 ona 10 b'} | ${'03 abo 90 a'} | ${'the later day, whatever was given'}
  ${'04 abo 10 b'} | ${'04 ona 90 a'} | ${'of one day by product: units of two are not compared'}
  ${'04 ona 96 b'} | ${'04 ona 1 a'}  | ${'of one day and product the larger'}
  ${'04 ona 96 a'} | ${'04 ona 96 b'} | ${'of equal ones always the same'}
`('$first before $then: $why', ({ first, then }: { first: string; then: string }) => {
  const [one, other] = [given(first), given(then)];
  expect([other, one].toSorted(latestFirst)).toEqual([one, other]);
  expect([one, other].toSorted(latestFirst)).toEqual([one, other]);
});

it('one is not before itself', () => {
  expect(latestFirst(given('04 ona 96 a'), given('04 ona 96 a'))).toBe(0);
});
