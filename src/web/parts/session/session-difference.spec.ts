import { differenceOf } from './session-difference';

const given = (product: 'ona' | 'rima', ...doses: readonly (readonly [muscle: string, units: number])[]) => ({
  product,
  injections: doses.map(([muscle, units]) => ({ muscle, side: 'right' as const, units })),
});
const BEFORE = given('ona', ['trapezius', 50], ['scalenes', 20]);

it.each`
  now                                                       | trapezius                                      | scalenes
  ${given('ona', ['trapezius', 50], ['scalenes', 20])}      | ${'unchanged'}                                 | ${'unchanged'}
  ${given('ona', ['trapezius', 60], ['scalenes', 17.5])}    | ${'10 units more'}                             | ${'2.5 units fewer'}
  ${given('ona', ['trapezius', 50])}                        | ${'unchanged'}                                 | ${'no longer given, was 20 units'}
  ${given('rima', ['trapezius', 2500], ['scalenes', 1000])} | ${'another product: units cannot be compared'} | ${'another product: units cannot be compared'}
`('trapezius: $trapezius; scalenes: $scalenes', ({ now, ...expected }) => {
  const words = Object.fromEntries(
    differenceOf(now, BEFORE).map((difference) => [difference.muscle, difference.words]),
  );
  expect(words).toEqual(expected);
});

it('names a muscle that is new', () => {
  const [added] = differenceOf(given('ona', ['levator_scapulae', 30]), BEFORE);
  expect(added).toMatchObject({ words: 'new, 30 units', mark: 'new', tone: 'more' });
});
