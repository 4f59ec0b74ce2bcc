import type { EntityManager } from 'typeorm';
import { renumbered, together, togetherOf, valuesIn, type Question } from './read-together';

it.each`
  text                                  | values | after | as
  ${'select 1'}                         | ${0}   | ${3}  | ${'select 1'}
  ${'select $1::int'}                   | ${1}   | ${0}  | ${'select $1::int'}
  ${'select $1::int + $1 + $2'}         | ${2}   | ${3}  | ${'select $4::int + $4 + $5'}
  ${'select $9, $10, $11 where a = $1'} | ${11}  | ${1}  | ${'select $10, $11, $12 where a = $2'}
`('$text names $values values, $as after $after', ({ text, values, after, as }) => {
  expect(valuesIn(text)).toBe(values);
  expect(renumbered(text, after)).toBe(as);
});

it('asks everything in one statement, each question by its own values', async () => {
  const sent: unknown[] = [];
  const db = {
    query: (...asked: unknown[]) => {
      sent.push(...asked);
      return Promise.resolve([{ a: [{ x: 1 }], b: [] }]);
    },
  } as unknown as EntityManager;
  const a: Question<{ x: number }> = { text: 'select $1::int as x where $2' };
  const b: Question<{ y: string }> = { text: 'select $1::text as y' };
  expect(await together({ a, b })(db, { a: [1], b: ['two'] })).toEqual({ a: [{ x: 1 }], b: [] });
  expect(sent).toEqual([
    `select (select coalesce(json_agg(answer.*), '[]') from (select $1::int as x where $2) answer) as "a",
(select coalesce(json_agg(answer.*), '[]') from (select $3::text as y) answer) as "b"`,
    [1, undefined, 'two'],
  ]);
});

it('asks of what the statement finds itself, by the columns of its row', async () => {
  const sent: unknown[] = [];
  const answers = [{ a: [{ x: 1 }], b: [] }];
  const db = {
    query: (...asked: unknown[]) => {
      sent.push(...asked);
      return Promise.resolve(answers.splice(0));
    },
  } as unknown as EntityManager;
  const a: Question<{ x: number }> = {
    text: 'select id as x from course where patient_id = any($1::uuid[]) and id <> $2',
  };
  const b: Question<{ y: string }> = { text: 'select now() as y' };
  const read = togetherOf(
    'select id, patient_id from course where id = $1',
    { a, b },
    { a: [['patient_id'], 'id'], b: [] },
  );
  expect(await read(db, ['c'])).toEqual({ a: [{ x: 1 }], b: [] });
  expect(sent).toEqual([
    `select (select coalesce(json_agg(answer.*), '[]') from (select id as x from course where patient_id = any(array[given.patient_id]::uuid[]) and id <> given.id) answer) as "a",
(select coalesce(json_agg(answer.*), '[]') from (select now() as y) answer) as "b"
from (select id, patient_id from course where id = $1) given`,
    ['c'],
  ]);
  expect(await read(db, ['nobody’s'])).toBeUndefined();
});
