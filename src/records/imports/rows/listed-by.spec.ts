import { listedBy } from './listed-by';

it('lists rows under what they have in common, in the order that they came in', () => {
  const lists = listedBy(['apple', 'bean', 'avocado', 'beet', 'celery'], (word) => word.slice(0, 1));
  expect([...lists]).toEqual([
    ['a', ['apple', 'avocado']],
    ['b', ['bean', 'beet']],
    ['c', ['celery']],
  ]);
});

it('of no rows there is no list', () => {
  expect([...listedBy([], String)]).toEqual([]);
});
