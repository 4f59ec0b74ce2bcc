import { DataSource } from 'typeorm';
import { SYSTEM } from '../../src/platform/actor';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { countRoundTrips, type CountingWire } from '../../bench/speed/processes';
import { createTestDatabase } from '../support/database';

let wire: CountingWire;
let dataSource: DataSource;
let work: UnitOfWork;
beforeAll(async () => {
  const url = new URL((await createTestDatabase('pipelined')).url);
  wire = await countRoundTrips(Number(url.port));
  url.port = String(wire.port);
  dataSource = await new DataSource(dataSourceOptions(url.href)).initialize();
  work = new UnitOfWork(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  wire.close();
});

const NOTED = `insert into client_request (kind, id, body_hash) values ($1, gen_random_uuid(), '') returning kind`;
const noted = async (kind: string): Promise<number> =>
  (
    await dataSource.query<[{ n: number }]>('select count(*)::int as n from client_request where kind = $1', [
      kind,
    ])
  )[0].n;

it('what is asked at once waits for one answer, the start of the transaction and the name of its actor with it', async () => {
  const ask = () =>
    work.write(SYSTEM, (tx) => Promise.all([1, 2, 3].map((n) => tx.query('select $1::int as n', [n]))));
  await ask();
  const before = wire.roundTrips();
  expect(await ask()).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
  // All of them, and COMMIT.
  expect(wire.roundTrips() - before).toBe(2);
});

it('one that is refused takes with it what was asked after it and before it, and its error is the one that is told', async () => {
  const asked = work.write(SYSTEM, (tx) =>
    Promise.all([
      tx.query(NOTED, ['pipelined']),
      tx.query('select 1 / $1::int', [0]),
      tx.query(NOTED, ['pipelined']),
    ]),
  );
  await expect(asked).rejects.toMatchObject({ driverError: { code: '22012' } });
  expect(await noted('pipelined')).toBe(0);
});

it('a write whose actor cannot be named writes nothing, and says so', async () => {
  const nameless = { ...SYSTEM, name: 'nobody\0' };
  const asked = work.write(nameless, (tx) => tx.query(NOTED, ['nameless']));
  await expect(asked).rejects.toMatchObject({ driverError: { code: '22021' } });
  expect(await noted('nameless')).toBe(0);
});

it('a transaction whose connection is lost at its start fails, and the next has another', async () => {
  const runner = dataSource.createQueryRunner();
  const [{ pid }] = await runner.query('select pg_backend_pid() as pid');
  await dataSource.query('select pg_terminate_backend($1, 5000)', [pid]);
  await expect(runner.startTransaction().then(() => runner.query('select 1'))).rejects.toThrow(
    /terminat|not queryable|released/,
  );
  await runner.release();
  expect(await work.write(SYSTEM, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
});
