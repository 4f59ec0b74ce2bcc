import { nameOf, PLANNED_ANEW } from './named-client';

it.each`
  named    | text
  ${true}  | ${'select $1'}
  ${true}  | ${'select name from app_user where id = any($1::uuid[]) and role in ($2)'}
  ${true}  | ${'insert into client_request (id, kind) values ($1, $2)'}
  ${false} | ${`select name from patient where search_text like $1 ${PLANNED_ANEW}`}
  ${false} | ${'SELECT "id" FROM "app_user" WHERE "id" IN ($1, $2)'}
  ${false} | ${'insert into injection (id, units) values ($1, $2), ($3, $4)'}
`('$text is given a name: $named', ({ named, text }: { named: boolean; text: string }) => {
  expect(nameOf(text) !== undefined).toBe(named);
});

it('gives a text one name, and another text another', () => {
  expect(nameOf('select $1::int')).toBe(nameOf('select $1::int'));
  expect(nameOf('select $1::int')).not.toBe(nameOf('select $1::date'));
});

it('gives a bounded number of names, and keeps those it has given', () => {
  const first = nameOf('select $1::text');
  const given = Array.from({ length: 1000 }, (_, n) => nameOf(`select $1::int + ${n}`));
  expect(given.at(-1)).toBeUndefined();
  expect(nameOf('select $1::text')).toBe(first);
});
