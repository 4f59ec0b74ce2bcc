import { DatabaseError } from 'pg';
import { shareStatement } from './share-statement';

const refused = new DatabaseError('refused', 7, 'error');

/** Doubles; refuses what holds a 0, and remembers what was asked together. */
function doubling(error: Error = refused): { ask: (n: number) => Promise<number>; asked: number[][] } {
  const asked: number[][] = [];
  const ask = shareStatement<number, number>(async (numbers) => {
    asked.push([...numbers]);
    if (numbers.includes(0)) throw error;
    return numbers.map((n) => 2 * n);
  });
  return { ask, asked };
}

it('asks once for all of one turn, and gives each its own answer', async () => {
  const { ask, asked } = doubling();
  expect(await Promise.all([ask(3), ask(1), ask(3)])).toEqual([6, 2, 6]);
  expect(await ask(4)).toBe(8);
  expect(asked).toEqual([[3, 1, 3], [4]]);
});

it('refuses nobody for what another asked', async () => {
  const { ask, asked } = doubling();
  const answers = await Promise.allSettled([ask(1), ask(0), ask(2)]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(asked).toEqual([[1, 0, 2], [1], [0], [2]]);
});

it('asks nothing again of a database that is gone: it may have been done', async () => {
  const { ask, asked } = doubling(new Error('Connection terminated'));
  const answers = await Promise.allSettled([ask(1), ask(0)]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked).toEqual([[1, 0]]);
});
