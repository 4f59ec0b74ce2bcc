import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase('named');
  dataSource = await new DataSource(dataSourceOptions(database.url)).initialize();
});
afterAll(() => dataSource.destroy());

const ASKED = 'select * from named_thing where id > $1';

it('a connection parses a statement once, whatever it is asked', async () => {
  const runner = dataSource.createQueryRunner();
  for (const id of [1, 2, 3]) await runner.query('select $1::int + 1 as next', [id]);
  const kept: { statement: string; calls: number }[] = await runner.query(
    `select statement, (generic_plans + custom_plans)::int as calls from pg_prepared_statements where statement like '%as next'`,
  );
  await runner.release();
  expect(kept).toEqual([{ statement: 'select $1::int + 1 as next', calls: 3 }]);
});

it('whoever asks in text only, without values, may ask several things at once', async () => {
  await dataSource.query('create table named_thing (id int); insert into named_thing values (1); select 1');
  expect(await dataSource.query(ASKED, [0])).toEqual([{ id: 1 }]);
});

it('what a migration beside us has changed is asked anew after one failure', async () => {
  expect(await dataSource.query(ASKED, [0])).toEqual([{ id: 1 }]);
  await dataSource.query('alter table named_thing add column name text');
  await expect(dataSource.query(ASKED, [0])).rejects.toThrow('cached plan must not change result type');
  expect(await dataSource.query(ASKED, [0])).toEqual([{ id: 1, name: null }]);
});
