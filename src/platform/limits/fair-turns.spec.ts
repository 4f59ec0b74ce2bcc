import { setTimeout as later } from 'node:timers/promises';
import { FairTurns, MOST_WAITING } from './fair-turns';

it('gives each who waits a turn before anybody has their second', async () => {
  const turns = new FairTurns();
  const done: string[] = [];
  const take = (who: string, name: string) => turns.take(who, () => void done.push(name));
  await Promise.all([take('a', 'a1'), take('a', 'a2'), take('a', 'a3'), take('b', 'b1'), take('c', 'c1')]);
  expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3']);
});

it('lets others in between two of them', async () => {
  const turns = new FairTurns();
  const seen: string[] = [];
  const all = Promise.all(
    ['one', 'two', 'three'].map((name) => turns.take(name, () => void seen.push(name))),
  );
  seen.push('between');
  await all;
  expect(seen).toEqual(['one', 'between', 'two', 'three']);
});

it('answers what the work gives, and throws what it throws', async () => {
  const turns = new FairTurns();
  const failing = turns.take('a', () => {
    throw new Error('no such day');
  });
  const after = turns.take('a', () => 7);
  await expect(failing).rejects.toThrow('no such day');
  await expect(after).resolves.toBe(7);
  await later(0);
  await expect(turns.take('a', () => 8)).resolves.toBe(8);
});

it(`refuses one more than ${MOST_WAITING} that wait of the same user, and of nobody else`, async () => {
  const turns = new FairTurns();
  // The first is done at once: it does not wait.
  const taken = Array.from({ length: MOST_WAITING + 1 }, (_, index) => turns.take('a', () => index));
  await expect(turns.take('a', () => 0)).rejects.toMatchObject({
    status: 429,
    more: { retryAfterSeconds: 1 },
  });
  await expect(turns.take('b', () => 'in')).resolves.toBe('in');
  expect(await Promise.all(taken)).toHaveLength(MOST_WAITING + 1);
});
