import type { EntityManager } from 'typeorm';

/** SQL that answers rows of a shape, alone or together with others. */
export interface Question<Row> {
  readonly text: string;
  /** Tells the shape alone. */
  readonly row?: Row;
}

type Questions = Readonly<Record<string, Question<unknown>>>;
type Values<Q extends Questions> = { readonly [Name in keyof Q]: readonly unknown[] };
export type AnswersTo<Q extends Questions> = {
  readonly [Name in keyof Q]: Q[Name] extends Question<infer Row> ? Row[] : never;
};

/**
 * Makes one statement of several questions: one round trip, and one moment for all. Rows come as JSON, in which days and
 * moments are text. `answer.*` is the row, even where it has a column of that name.
 */
export function together<Q extends Questions>(
  questions: Q,
): (db: EntityManager, values: Values<Q>) => Promise<AnswersTo<Q>> {
  const names = Object.keys(questions);
  let taken = 0;
  const parts = names.map((name) => {
    const { text } = questions[name]!;
    const most = valuesIn(text);
    const part = `(select coalesce(json_agg(answer.*), '[]') from (${renumbered(text, taken)}) answer) as "${name}"`;
    taken += most;
    return { name, most, part };
  });
  const statement = `select ${parts.map(({ part }) => part).join(',\n')}`;
  return async (db, values) => {
    const sent = parts.flatMap(({ name, most }) =>
      Array.from({ length: most }, (_, at) => values[name]![at]),
    );
    const [answers] = await db.query<[AnswersTo<Q>]>(statement, sent);
    return answers;
  };
}

/**
 * Makes one statement of several questions that are asked of many pairs of ids at once; each question names its pair `$1` and
 * `$2`. The answers come in the order of the pairs.
 */
export function togetherOfPairs<Q extends Questions>(
  questions: Q,
): (db: EntityManager, pairs: readonly (readonly [string, string])[]) => Promise<AnswersTo<Q>[]> {
  const parts = Object.entries(questions).map(
    ([name, { text }]) =>
      `(select coalesce(json_agg(answer.*), '[]') from (${ofPair(text)}) answer) as "${name}"`,
  );
  const statement = `select ${parts.join(',\n')}
from unnest($1::uuid[], $2::uuid[]) with ordinality as pair (one, other, place) order by place`;
  return (db, pairs) => db.query(statement, [pairs.map(([one]) => one), pairs.map(([, other]) => other)]);
}

/**
 * The same where the statement itself finds what is asked of: one row `given` of a text, or none. In the place of its values a
 * question has columns of that row; several that are asked of at once stand in a list.
 */
export function togetherOf<Q extends Questions>(
  given: string,
  questions: Q,
  columns: { readonly [Name in keyof Q]: readonly (string | readonly string[])[] },
): (db: EntityManager, values: readonly unknown[]) => Promise<AnswersTo<Q> | undefined> {
  const parts = Object.entries(questions).map(([name, { text }]) => {
    const asked = text.replaceAll(/\$(\d+)/g, (_, n) => columnOf(columns[name]![Number(n) - 1]!));
    return `(select coalesce(json_agg(answer.*), '[]') from (${asked}) answer) as "${name}"`;
  });
  const statement = `select ${parts.join(',\n')}\nfrom (${given}) given`;
  return async (db, values) => {
    const [answers] = await db.query<AnswersTo<Q>[]>(statement, [...values]);
    return answers;
  };
}

function columnOf(named: string | readonly string[]): string {
  return typeof named === 'string' ? `given.${named}` : `array[${named.map(columnOf).join(', ')}]`;
}

function ofPair(text: string): string {
  return text.replaceAll(/\$1\b/g, 'pair.one').replaceAll(/\$2\b/g, 'pair.other');
}

/** How many values a text names. */
export function valuesIn(text: string): number {
  return Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
}

/** The same text, its values counted from a later number on. */
export function renumbered(text: string, after: number): string {
  return text.replaceAll(/\$(\d+)/g, (_, n) => `$${Number(n) + after}`);
}
