import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { SYSTEM } from '../../src/platform/actor';
import { createUser } from '../../src/platform/users/create-user';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { AUTH_ENTITIES } from '../../src/platform/auth/auth.providers';
import { createTestDatabase } from '../support/database';
import { treatedPatients } from '../support/patients/treated-patients';

let dataSource: DataSource;
let work: UnitOfWork;
let signedId: string;
let unsignedId: string;

beforeAll(async () => {
  const { url } = await createTestDatabase('signed');
  dataSource = await new DataSource({ ...dataSourceOptions(url), entities: AUTH_ENTITIES }).initialize();
  work = new UnitOfWork(dataSource);
  const write = <T>(change: (tx: EntityManager) => Promise<T>) => work.write(SYSTEM, change);
  const injectorId = await write((tx) =>
    createUser(tx, {
      username: 'injector',
      displayName: 'Injector',
      role: 'neurologist',
      password: 'correct horse',
    }),
  );
  const { aCourse, aSession } = treatedPatients(write);
  const { courseId } = await aCourse();
  signedId = await aSession(courseId, injectorId, { performedOn: '2026-08-03', signed: true });
  unsignedId = await aSession(courseId, injectorId, { performedOn: '2026-11-02' });
});
afterAll(() => dataSource.destroy());

/** As somebody with the right to write, who knows SQL. `$1` is the session. */
function sql(statement: string, id: string): Promise<unknown> {
  const text = statement.replaceAll('$1', `'${id}'`).replaceAll('$unsigned', `'${unsignedId}'`);
  return work.write(SYSTEM, (tx) => tx.query(text));
}

const INTO = {
  injection: `insert into injection (session_id, position, muscle, side, units) values ($1, 9, 'trapezius', 'left', 5)`,
  vial: `insert into session_vial (session_id, position, lot_number, expires_on, vial_units) values ($1, 9, 'X', '2030-01-01', 100)`,
};

it.each`
  statement                                                                            | what
  ${`update injection_session set note = 'other' where id = $1`}                       | ${'the note'}
  ${`update injection_session set performed_on = '2026-08-04' where id = $1`}          | ${'the day'}
  ${`update injection_session set product = 'abo' where id = $1`}                      | ${'the product'}
  ${`update injection_session set findings = '[{}]' where id = $1`}                    | ${'the findings'}
  ${`update injection_session set signed_at = null, signed_by = null where id = $1`}   | ${'the signature'}
  ${`update injection_session set signed_by = gen_random_uuid() where id = $1`}        | ${'who signed'}
  ${`update injection_session set created_at = now() where id = $1`}                   | ${'when it was made'}
  ${`delete from injection_session where id = $1`}                                     | ${'the session as a whole'}
  ${`update injection set units = 1 where session_id = $1`}                            | ${'the units'}
  ${`delete from injection where session_id = $1`}                                     | ${'an injection'}
  ${INTO.injection}                                                                    | ${'one more injection'}
  ${`update injection set session_id = $1, position = 8 where session_id = $unsigned`} | ${'an injection moved into it'}
  ${`update injection set session_id = $unsigned, position = 8 where session_id = $1`} | ${'an injection moved out of it'}
  ${`update session_vial set lot_number = 'X' where session_id = $1`}                  | ${'the lot'}
  ${`delete from session_vial where session_id = $1`}                                  | ${'a vial'}
  ${INTO.vial}                                                                         | ${'one more vial'}
`('of a signed session nobody changes $what', async ({ statement }: { statement: string }) => {
  await expect(sql(statement, signedId)).rejects.toMatchObject({ driverError: { code: 'CL001' } });
});

it.each(['injection_session', 'injection', 'session_vial', 'response', 'patient'])(
  'nobody empties %s at one stroke',
  async (table) => {
    await expect(sql(`truncate ${table} cascade`, signedId)).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
  },
);

it('while unsigned all of this may be', async () => {
  await sql(
    `update injection_session set note = 'other', performed_on = '2026-11-03' where id = $1`,
    unsignedId,
  );
  await sql(`update injection set units = 1 where session_id = $1`, unsignedId);
  await sql(INTO.injection, unsignedId);
  await sql(INTO.vial, unsignedId);
  await sql(`delete from session_vial where session_id = $1`, unsignedId);
  expect(
    await work.db.query('select note, performed_on as day from injection_session where id = $1', [
      unsignedId,
    ]),
  ).toEqual([{ note: 'other', day: '2026-11-03' }]);
});

it('a signed session is voided or replaced once, and why it is void stays', async () => {
  const again = [
    `update injection_session set voided_at = null, voided_by = null, void_reason = null where id = $1`,
    `update injection_session set voided_at = now() + interval '1 hour' where id = $1`,
    `update injection_session set void_reason = 'another reason' where id = $1`,
    `update injection_session set voided_by = gen_random_uuid() where id = $1`,
  ];
  await sql(
    `update injection_session set voided_at = now(), voided_by = '${randomUUID()}', void_reason = 'wrong' where id = $1`,
    signedId,
  );
  for (const statement of again) {
    await expect(sql(statement, signedId)).rejects.toMatchObject({ driverError: { code: 'CL001' } });
  }
  await sql('update injection_session set replaced_at = now() where id = $1', signedId);
  await expect(
    sql('update injection_session set replaced_at = null where id = $1', signedId),
  ).rejects.toMatchObject({ driverError: { code: 'CL001' } });
});
