import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { SYSTEM } from '../../src/platform/actor';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { claimOnce, type Claim } from '../../src/platform/write-once';
import { createTestDatabase } from '../support/database';
import { until } from '../support/until';

const BODY = { product: 'ona', injections: [{ muscle: 'procerus', units: 5 }] };
let dataSource: DataSource;
let work: UnitOfWork;

beforeAll(async () => {
  const database = await createTestDatabase('write_once');
  dataSource = await new DataSource(dataSourceOptions(database.url)).initialize();
  work = new UnitOfWork(dataSource);
});
afterAll(() => dataSource.destroy());

/** Claims, and when the claim is new does what is given before it commits. */
function send(
  id: string,
  body: object,
  then: (tx: EntityManager) => Promise<void> = async () => undefined,
): Promise<Claim> {
  return work.write(SYSTEM, async (tx) => {
    await tx.query('set local lock_timeout = 0');
    await tx.query('set local statement_timeout = 0');
    const claim = await claimOnce(tx, 'session', id, body);
    if (claim === 'new') await then(tx);
    return claim;
  });
}

/** Until so many others wait for the end of this transaction: only then do they truly come at once. */
const whenAwaitedBy =
  (others: number) =>
  (tx: EntityManager): Promise<void> =>
    until(async () => {
      const [row] = await tx.query<[{ waiting: number }]>(
        `select count(distinct pid)::int as waiting from pg_locks
          where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`,
      );
      return row.waiting === others;
    });

it.each`
  kind         | body                           | claim         | why
  ${'session'} | ${{ ...BODY }}                 | ${'repeated'} | ${'the same body'}
  ${'patient'} | ${{ ...BODY, product: 'abo' }} | ${'new'}      | ${'the same id for another kind of thing'}
`('$why: $claim', async ({ kind, body, claim }: { kind: string; body: object; claim: Claim }) => {
  const id = randomUUID();
  expect(await send(id, BODY)).toBe('new');
  expect(await work.write(SYSTEM, (tx) => claimOnce(tx, kind, id, body))).toBe(claim);
});

it('another body under the same id is a 409', async () => {
  const id = randomUUID();
  await send(id, BODY);
  await expect(send(id, { ...BODY, product: 'abo' })).rejects.toMatchObject({ status: 409 });
  expect(await send(id, BODY)).toBe('repeated');
});

it('of ten at once one writes, nine have sent it again', async () => {
  const id = randomUUID();
  const claims = await Promise.all(Array.from({ length: 10 }, () => send(id, BODY, whenAwaitedBy(9))));
  expect(claims.toSorted()).toEqual(['new', ...Array<Claim>(9).fill('repeated')]);
});

it('of two bodies at once under one id one is written and the other refused', async () => {
  const id = randomUUID();
  const both = await Promise.allSettled([
    send(id, BODY, whenAwaitedBy(1)),
    send(id, { ...BODY, product: 'abo' }, whenAwaitedBy(1)),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

it('when the first of them is refused, the next one writes', async () => {
  const id = randomUUID();
  let others: Promise<Claim[]> | undefined;
  const refused = send(id, BODY, async (tx) => {
    others = Promise.all(Array.from({ length: 3 }, () => send(id, BODY)));
    await whenAwaitedBy(3)(tx);
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  expect((await others)?.toSorted()).toEqual(['new', 'repeated', 'repeated']);
});
