import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { NameSessionsThatAttended1795751600000 } from '../../migrations/1795751600000-name-sessions-that-attended';
import { SYSTEM } from '../../src/platform/actor';
import { AUTH_ENTITIES } from '../../src/platform/auth/auth.providers';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { createUser } from '../../src/platform/users/create-user';
import { createTestDatabase } from '../support/database';
import { treatedPatients } from '../support/patients/treated-patients';

let dataSource: DataSource;
let work: UnitOfWork;
let injectorId: string;

beforeAll(async () => {
  const { url } = await createTestDatabase('attended');
  dataSource = await new DataSource({ ...dataSourceOptions(url), entities: AUTH_ENTITIES }).initialize();
  work = new UnitOfWork(dataSource);
  const password = 'correct horse';
  injectorId = await work.write(SYSTEM, (tx) =>
    createUser(tx, { username: 'injector', displayName: 'Injector', role: 'neurologist', password }),
  );
});
afterAll(() => dataSource.destroy());

const DESK = { id: randomUUID(), name: 'desk', role: 'scheduler' } as const;

/** An appointment of 3 August and a session, whose day `performedOn` is; `told` by the session's writer or the desk. */
async function attended({
  performedOn,
  told,
  voided = false,
}: Case): Promise<{ id: string; sessionId: string }> {
  const id = randomUUID();
  const bySession = (tx: EntityManager) =>
    tx.query(`update appointment set status = 'attended' where id = $1`, [id]);
  const { aCourse, aSession } = treatedPatients((change) =>
    work.write(SYSTEM, async (tx) => {
      const made = await change(tx);
      if (told === 'session') await bySession(tx);
      return made;
    }),
  );
  const { courseId } = await aCourse();
  await work.write(DESK, (tx) =>
    tx.query(
      `insert into appointment (id, course_id, starts_at, duration_min, status)
        values ($1, $2, '2026-08-03 14:00Z', 30, 'booked')`,
      [id, courseId],
    ),
  );
  const sessionId = await aSession(courseId, injectorId, { performedOn });
  if (told === 'desk') await work.write(DESK, bySession);
  if (voided)
    await work.write(SYSTEM, (tx) =>
      tx.query(
        `update injection_session set voided_at = now(), voided_by = $2, void_reason = 'entered in error' where id = $1`,
        [sessionId, injectorId],
      ),
    );
  return { id, sessionId };
}

interface Case {
  readonly performedOn: string;
  readonly told: 'session' | 'desk';
  readonly voided?: boolean;
}

it.each`
  of                                                              | named    | why
  ${{ performedOn: '2026-08-03', told: 'session' }}               | ${true}  | ${'written together with the session'}
  ${{ performedOn: '2026-08-03', told: 'desk' }}                  | ${false} | ${'the desk has told it by itself'}
  ${{ performedOn: '2026-08-04', told: 'session' }}               | ${false} | ${'no session of that day stands'}
  ${{ performedOn: '2026-08-03', told: 'session', voided: true }} | ${false} | ${'the session is void'}
`('an appointment attended before names its session: $named, $why', async ({ of, named }) => {
  const { id, sessionId } = await attended(of as Case);
  await dataSource.transaction(async (tx) => {
    await new NameSessionsThatAttended1795751600000().up(tx.queryRunner!);
  });
  const [row] = await dataSource.query<{ session: string | null }[]>(
    'select attended_session_id as session from appointment where id = $1',
    [id],
  );
  expect(row!.session).toBe(named ? sessionId : null);
});
