import { ADVISORY_LOCKS } from './advisory-locks';

it('gives no number twice', () => {
  const numbers = Object.values(ADVISORY_LOCKS);
  expect(new Set(numbers).size).toBe(numbers.length);
});
