import { contradictions, type Attempt, type Event, type StoredSession } from './history';

const sent = (id: string, outcome: Attempt['outcome']): Attempt => ({
  kind: 'session',
  id,
  courseId: 'c',
  injections: 2,
  outcome,
});
const look = (...seen: string[]): Event => ({ kind: 'look', courseId: 'c', seen });
const row = (id: string, injections = 2): StoredSession => ({ id, courseId: 'c', injections });
const [A, B] = [row('a'), row('b')];

it.each`
  history                                                                  | sessions         | fault
  ${[sent('a', 'written')]}                                                | ${[A]}           | ${'nothing'}
  ${[sent('a', 'written')]}                                                | ${[]}            | ${'session a was acknowledged and is there 0 times'}
  ${[sent('a', 'written')]}                                                | ${[A, A]}        | ${'session a was acknowledged and is there 2 times'}
  ${[sent('a', 'refused')]}                                                | ${[]}            | ${'nothing'}
  ${[sent('a', 'refused')]}                                                | ${[A]}           | ${'session a was refused and is there'}
  ${[sent('a', 'unwritten')]}                                              | ${[A]}           | ${'session a was refused and is there'}
  ${[sent('a', 'unknown')]}                                                | ${[A]}           | ${'nothing'}
  ${[sent('a', 'unknown')]}                                                | ${[]}            | ${'nothing'}
  ${[sent('a', 'unknown'), sent('a', 'repeated')]}                         | ${[A]}           | ${'nothing'}
  ${[sent('a', 'unwritten'), sent('a', 'written')]}                        | ${[A]}           | ${'nothing'}
  ${[sent('a', 'unwritten'), sent('a', 'repeated')]}                       | ${[A]}           | ${'session a was said not to be written, and was'}
  ${[sent('a', 'unwritten'), sent('a', 'unknown'), sent('a', 'repeated')]} | ${[A]}           | ${'nothing'}
  ${[]}                                                                    | ${[A]}           | ${'session a is there and nobody sent it'}
  ${[sent('a', 'written')]}                                                | ${[row('a', 1)]} | ${'session a has 1 injections of 2'}
  ${[sent('a', 'written'), sent('b', 'written')]}                          | ${[A, B]}        | ${'nothing'}
  ${[sent('a', 'written'), sent('b', 'written')]}                          | ${[B, A]}        | ${'the sessions of course c are not in the order in which they were acknowledged'}
  ${[sent('a', 'written'), look('a')]}                                     | ${[A]}           | ${'nothing'}
  ${[sent('a', 'written'), look()]}                                        | ${[A]}           | ${'session a was acknowledged and then not shown'}
  ${[look(), sent('a', 'written')]}                                        | ${[A]}           | ${'nothing'}
  ${[look('a'), sent('a', 'written')]}                                     | ${[A]}           | ${'session a was shown before anybody sent it'}
  ${[sent('a', 'unknown'), look('a')]}                                     | ${[A]}           | ${'nothing'}
`('against it: $fault', ({ history, sessions, fault }) => {
  expect(contradictions(history as Event[], { sessions, others: [] })).toEqual(
    fault === 'nothing' ? [] : [fault],
  );
});

it('a patient who was acknowledged is there once', () => {
  const patient: Attempt = { kind: 'patient', id: 'p', outcome: 'written' };
  expect(contradictions([patient], { sessions: [], others: ['p'] })).toEqual([]);
  expect(contradictions([patient], { sessions: [], others: [] })).toEqual([
    'patient p was acknowledged and is there 0 times',
  ]);
});
