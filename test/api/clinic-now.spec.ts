import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../../src/platform/actor';
import { send, startApp, type TestApp } from '../support/app';
import { aSession, started } from '../support/builders';
import { oneOfEach, type ExistingThings } from '../support/patients/existing';
import { RIGHT } from '../support/right-bodies';
import { statementsOf } from '../support/server/statements';

let service: TestApp;
let made: ExistingThings;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  made = await oneOfEach(service);
});
afterAll(() => service.close());

/** How often the settings of the clinic are read or written while `work` goes on; who asks is found with which they are, and no more. */
async function timesRead(work: () => Promise<unknown>): Promise<number> {
  const statements = (await statementsOf(work)).filter((sql) => /\bclinic_setting\b/.test(sql));
  return statements.filter((sql) => !/\btoken_hash\b/.test(sql)).length;
}

/** As another process would, or the owner by hand: with no word to the service. */
async function changed(): Promise<void> {
  await service.work.write(SYSTEM, (tx) => tx.query('update clinic_setting set lead_days = lead_days'));
}

it('logging a session reads the clinic once: it is judged and assessed by the same settings', async () => {
  const body = aSession(await started(service.neurologist), { performedOn: '2026-11-03' });
  let status: number | undefined;
  const times = await timesRead(async () => {
    ({ status } = await service.neurologist.post('/sessions', body));
  });
  expect({ status, times }).toEqual({ status: 201, times: 1 });
});

/** It is the settings that these change: the row is locked, written, and read again as it stands. */
const CHANGES_SETTINGS = ['PATCH /clinic-settings', 'POST /clinic-settings/preview'];

it.each(Object.keys(RIGHT).filter((operation) => !CHANGES_SETTINGS.includes(operation)))(
  '%s reads the clinic once at most',
  async (operation) => {
    const [method, path] = operation.split(' ') as [string, string];
    const { token } = /^\/(users|api-tokens)/.test(path) ? service.admin : service.neurologist;
    const headers = { authorization: `Bearer ${token}`, 'if-match': '"1"' };
    const body = { ...RIGHT[operation]!(made), ...(method === 'POST' && { id: randomUUID() }) };
    const times = await timesRead(() => send(service.url, method, made.address(path), { body, headers }));
    expect(times).toBeLessThanOrEqual(1);
  },
);

it.each`
  who              | path                                             | again
  ${'neurologist'} | ${'/api/v1/courses'}                             | ${0}
  ${'neurologist'} | ${'/api/v1/courses/{id}'}                        | ${0}
  ${'scheduler'}   | ${'/api/v1/due-list'}                            | ${0}
  ${'scheduler'}   | ${'/api/v1/due-list/summary'}                    | ${0}
  ${'scheduler'}   | ${'/api/v1/appointments?from=2026-11-23'}        | ${0}
  ${'neurologist'} | ${'/api/v1/catalog/rules'}                       | ${0}
  ${'reporting'}   | ${'/api/v1/reports/sessions.ndjson'}             | ${0}
  ${'admin'}       | ${'/api/v1/audit?from=2026-11-23&to=2026-11-23'} | ${0}
  ${'admin'}       | ${'/api/v1/clinic-settings'}                     | ${1}
  ${'scheduler'}   | ${'/due.csv'}                                    | ${0}
`(
  'GET $path reads the clinic once after a change, and then $again times',
  async ({
    who,
    path,
    again,
  }: {
    who: 'neurologist' | 'scheduler' | 'reporting' | 'admin';
    path: string;
    again: number;
  }) => {
    const { token } = service[who];
    const asked = async (): Promise<{ status?: number; times: number }> => {
      let status: number | undefined;
      const times = await timesRead(async () => {
        const answer = await fetch(`${service.url}${addressOf(path)}`, {
          headers: { authorization: `Bearer ${token}` },
        });
        await answer.text();
        ({ status } = answer);
      });
      return { status, times };
    };
    await changed();
    expect(await asked()).toEqual({ status: 200, times: 1 });
    expect(await asked()).toEqual({ status: 200, times: again });
  },
);

it('a change by somebody else counts for the next request', async () => {
  expect((await service.scheduler.get<{ asOf: string }>('/due-list')).body.asOf).toBe('2026-11-23');
  await service.work.write(SYSTEM, (tx) => tx.query("update clinic_setting set zone = 'Pacific/Kiritimati'"));
  expect((await service.scheduler.get<{ asOf: string }>('/due-list')).body.asOf).toBe('2026-11-24');
  await service.work.write(SYSTEM, (tx) => tx.query('update clinic_setting set zone = null'));
  expect((await service.scheduler.get<{ asOf: string }>('/due-list')).body.asOf).toBe('2026-11-23');
});

function addressOf(path: string): string {
  const [, prefix = '', operation] = /^(\/api\/v1)?(.*)$/.exec(path)!;
  return `${prefix}${made.address(operation!)}`;
}
