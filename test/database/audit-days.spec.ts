import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { PlainDate } from '../../src/clinical/calendar';
import { findAuditEntries } from '../../src/platform/audit/audit.query';
import { AUTH_ENTITIES } from '../../src/platform/auth/auth.providers';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { createTestDatabase } from '../support/database';

interface Case {
  day: PlainDate;
  zone: string;
  startsAt: string;
  endsAt: string;
}

let dataSource: DataSource;
beforeAll(async () => {
  const { url } = await createTestDatabase('audit_days');
  dataSource = await new DataSource({ ...dataSourceOptions(url), entities: AUTH_ENTITIES }).initialize();
});
afterAll(() => dataSource.destroy());

/** Which of two entries are in the trail of these days: one at a moment, one a millisecond before it. */
async function around(
  moment: string,
  [from, to]: readonly (PlainDate | undefined)[],
  zone: string,
): Promise<string[]> {
  const patientId = randomUUID();
  const before = new Date(Date.parse(moment) - 1).toISOString();
  for (const at of [before, moment]) {
    await dataSource.query(
      `insert into audit_entry (at, actor_name, actor_role, action, subject, patient_id)
        values ($1, 'x', 'system', 'read', 'patient', $2)`,
      [at, patientId],
    );
  }
  const found = await findAuditEntries(dataSource.manager, { patientId, from, to, limit: 9 }, zone);
  return found.map(({ at }) => (at.toISOString() === moment ? 'at' : 'before'));
}

it.each`
  day             | zone                    | startsAt                      | endsAt                        | why
  ${'2026-11-23'} | ${'UTC'}                | ${'2026-11-23T00:00:00.000Z'} | ${'2026-11-24T00:00:00.000Z'} | ${'UTC'}
  ${'2026-11-23'} | ${'America/New_York'}   | ${'2026-11-23T05:00:00.000Z'} | ${'2026-11-24T05:00:00.000Z'} | ${'winter in New York'}
  ${'2026-03-08'} | ${'America/New_York'}   | ${'2026-03-08T05:00:00.000Z'} | ${'2026-03-09T04:00:00.000Z'} | ${'23 hours: clocks go forward'}
  ${'2026-11-01'} | ${'America/New_York'}   | ${'2026-11-01T04:00:00.000Z'} | ${'2026-11-02T05:00:00.000Z'} | ${'25 hours: clocks go back'}
  ${'2026-11-23'} | ${'Pacific/Kiritimati'} | ${'2026-11-22T10:00:00.000Z'} | ${'2026-11-23T10:00:00.000Z'} | ${'the first to see a day'}
  ${'2026-11-23'} | ${'Pacific/Niue'}       | ${'2026-11-23T11:00:00.000Z'} | ${'2026-11-24T11:00:00.000Z'} | ${'the last to see a day'}
  ${'2011-12-30'} | ${'Pacific/Apia'}       | ${'2011-12-30T10:00:00.000Z'} | ${'2011-12-30T10:00:00.000Z'} | ${'a day that Samoa skipped has no moment'}
  ${'2026-04-24'} | ${'Africa/Cairo'}       | ${'2026-04-23T22:00:00.000Z'} | ${'2026-04-24T21:00:00.000Z'} | ${'a day that begins at one: midnight was skipped'}
  ${'2199-12-31'} | ${'UTC'}                | ${'2199-12-31T00:00:00.000Z'} | ${'2200-01-01T00:00:00.000Z'} | ${'the last day of the calendar'}
  ${'2026-11-01'} | ${'America/Havana'}     | ${'2026-11-01T05:00:00.000Z'} | ${'2026-11-02T05:00:00.000Z'} | ${'midnight strikes twice: the day begins at the second, as on the due list'}
`('$why: $day in $zone', async ({ day, zone, startsAt, endsAt }: Case) => {
  expect(await around(startsAt, [day, undefined], zone)).toEqual(['at']);
  expect(await around(endsAt, [undefined, day], zone)).toEqual(['before']);
  const onTheDay = startsAt === endsAt ? [] : ['at'];
  expect(await around(startsAt, [day, day], zone)).toEqual(onTheDay);
});
