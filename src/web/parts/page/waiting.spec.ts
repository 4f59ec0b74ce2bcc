import { waits } from './waiting';

const alerts = (count: number): string => `${count} alert`;

it.each`
  counts                | words           | why
  ${[[4]]}              | ${'4'}          | ${'what the entry names'}
  ${[[4], [1, alerts]]} | ${'4, 1 alert'} | ${'and what it does not'}
  ${[[0], [1, alerts]]} | ${'1 alert'}    | ${'of nothing there is nothing to say'}
  ${[[0], [0, alerts]]} | ${''}           | ${'nothing waits'}
`('$counts are “$words”: $why', ({ counts, words }) => {
  expect(waits(counts)).toEqual({ words, tooLong: false });
});
