import { Clock } from '../../src/platform/clock';
import { startApp, type TestApp } from '../support/app';
import { aPatient } from '../support/builders';
import { hl7, hl7Client } from '../support/clients/hl7';
import { until } from '../support/until';

let service: TestApp;
let now = new Date('2026-11-23T17:00:00Z');
beforeAll(async () => {
  service = await startApp({ env: { MLLP_PORT: '0' } });
  service.app.get(Clock).now = () => now;
});
afterAll(() => service.close());

const ready = (): Promise<Response> => fetch(`${service.url}/health/ready`);
const metrics = async (): Promise<string> => (await fetch(`${service.url}/metrics`)).text();
const settings = async (): Promise<string> => {
  const headers = { authorization: `Bearer ${service.admin.token}` };
  return (await fetch(`${service.url}/settings`, { headers })).text();
};

async function fill(): Promise<void> {
  await service.asOwner(`create or replace function no_room() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
  await service.asOwner(
    'create trigger no_room before insert on patient for each row execute function no_room()',
  );
}

const makeRoom = (): Promise<unknown> => service.asOwner('drop trigger no_room on patient');

it('a full disk is told to whoever writes, to what watches the service and to the administrator, until there is room', async () => {
  expect((await ready()).status).toBe(200);
  expect(await metrics()).not.toMatch(/^clinic_disk_full_timestamp_seconds /m);
  expect(await settings()).not.toContain('The disk of the database was full');

  await fill();
  expect(await service.neurologist.post('/patients', aPatient())).toMatchObject({
    status: 503,
    body: { detail: expect.stringContaining('The disk of the database is full. Nothing was written') },
  });
  await until(async () => (await ready()).status === 503);
  expect(await (await ready()).json()).toMatchObject({
    detail: 'The disk of the database is full: it takes no writes until there is room.',
  });
  expect(await metrics()).toMatch(
    new RegExp(`^clinic_disk_full_timestamp_seconds ${now.getTime() / 1000}$`, 'm'),
  );
  expect(await settings()).toContain('The disk of the database was full at Mon 23 Nov');

  await makeRoom();
  expect((await service.neurologist.post('/patients', aPatient())).status).toBe(201);
  now = new Date(now.getTime() + 31_000);
  await until(async () => (await ready()).status === 200);
});

it('a full disk that the message of a hospital meets is told to the same, and the message is kept once there is room', async () => {
  const hospital = await hl7Client(service);
  const message = hl7({ type: 'ADT^A28', pid: 'D-1^^^GENERAL^MR||Uxtester^Nora||19710304|F' });
  await fill();
  expect(await hospital.send(message)).toMatchObject({ code: 'AE', error: expect.stringContaining('207') });
  await until(async () => (await ready()).status === 503);
  expect(await metrics()).toMatch(
    new RegExp(`^clinic_disk_full_timestamp_seconds ${now.getTime() / 1000}$`, 'm'),
  );
  await makeRoom();
  expect(await hospital.send(message)).toMatchObject({ code: 'AA' });
  await hospital.close();
});
