import { DatabaseError } from 'pg';

interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets whoever asks the same in one turn of the event loop share a statement: under load many do, and to send one and be
 * answered takes longer than what it asks for. Nobody waits for another turn, and who asks alone is asked for alone.
 *
 * What the database refuses is asked again one by one, so that nobody is refused for what another asked.
 */
export function shareStatement<Q, A>(
  answer: (questions: readonly Q[]) => Promise<readonly A[]>,
): (question: Q) => Promise<A> {
  let waiting: Waiting<Q, A>[] = [];

  async function answerAll(asked: readonly Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await answer(asked.map(({ question }) => question));
      asked.forEach(({ resolve }, at) => resolve(answers[at]!));
    } catch (error) {
      if (asked.length > 1 && error instanceof DatabaseError)
        await Promise.all(asked.map((one) => answerAll([one])));
      else asked.forEach(({ reject }) => reject(error));
    }
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (waiting.length > 1) return;
      setImmediate(() => {
        const asked = waiting;
        waiting = [];
        void answerAll(asked);
      });
    });
}
