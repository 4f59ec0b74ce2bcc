import { fillClinic } from '../../bench/speed/clinic-of-size';
import { addDays } from '../../src/clinical/calendar';
import { asAdministrator, createTestDatabase } from '../support/database';

it('the clinic of the benches is filled as the tables are now', async () => {
  const { name } = await createTestDatabase('filled');
  const { rows } = await asAdministrator(async (client) => {
    await fillClinic(client, { courses: 240, sessions: 3 }, addDays('2026-11-23', 0));
    return client.query(
      `select (select count(*)::int from course_assessment where due_on is not null) as due,
        (select count(*)::int from review_flag) as flags,
        (select count(*) > 240 from appointment where status = 'attended') as past`,
    );
  }, name);
  expect(rows).toEqual([{ due: 240, flags: 2, past: true }]);
});
