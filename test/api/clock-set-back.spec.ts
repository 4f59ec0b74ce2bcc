import { Logger } from '@nestjs/common';
import { Clock } from '../../src/platform/clock';
import { ClockWatch } from '../../src/platform/clocks/clock-watch';
import { startApp, type TestApp } from '../support/app';
import { aPatient, aSession, logged, started } from '../support/builders';
import { hl7, hl7Client } from '../support/clients/hl7';
import { until } from '../support/until';

let service: TestApp;
let stands: Date;
let said: jest.SpyInstance;
beforeAll(async () => {
  service = await startApp({ env: { MLLP_PORT: '0' } });
  const clock = service.app.get(Clock);
  stands = clock.now();
  clock.machine = () => stands;
});
beforeEach(() => (said = jest.spyOn(Logger.prototype, 'error').mockImplementation()));
afterEach(() => said.mockRestore());
afterAll(() => service.close());

const DAY_MS = 86_400_000;
const move = (ms: number): void => void (stands = new Date(stands.getTime() + ms));
const linesOfClocks = (): string[] =>
  said.mock.calls.map(([line]) => String(line)).filter((line) => line.startsWith('The clock'));
const metrics = async (): Promise<string> => (await fetch(`${service.url}/metrics`)).text();
const ready = (): Promise<Response> => fetch(`${service.url}/health/ready`);

it('by a clock that is set back while the service runs nothing is signed, written or due; one line says it', async () => {
  const { neurologist, scheduler, admin } = service;
  const courseId = await started(neurologist);
  const sessionId = await logged(neurologist, courseId);
  const before = await scheduler.get('/due-list');
  expect(await metrics()).toMatch(/^clinic_clock_wrong 0$/m);

  const from = stands.toISOString();
  move(-2 * DAY_MS);
  const words = `The clock of the service was set back: it told ${from} before.`;
  const signed = await neurologist.post(`/sessions/${sessionId}/sign`, undefined, { 'if-match': '"1"' });
  expect(signed).toMatchObject({
    status: 503,
    body: { detail: expect.stringMatching(/Nothing was written\.$/) },
  });
  expect(signed.body.detail).toContain(words);
  expect((await scheduler.post('/patients', aPatient())).status).toBe(503);
  expect((await neurologist.post('/sessions/check', aSession(courseId))).status).toBe(503);
  const hospital = await hl7Client(service);
  const message = hl7({ type: 'ADT^A28', pid: 'C-1^^^GENERAL^MR||Uxtester^Nora||19710304|F' });
  expect(await hospital.send(message)).toMatchObject({ code: 'AE' });
  // Who only looks sees the day that it was.
  expect((await scheduler.get('/due-list')).body.items).toEqual(before.body.items);
  expect((await neurologist.get(`/sessions/${sessionId}`)).body.signedAt).toBeNull();
  await until(async () => (await ready()).status === 503);
  expect(await metrics()).toMatch(/^clinic_clock_wrong 1$/m);
  const settings = await fetch(`${service.url}/settings`, {
    headers: { authorization: `Bearer ${admin.token}` },
  });
  expect(await settings.text()).toContain(words);
  await service.app.get(ClockWatch).look();
  expect(linesOfClocks()).toEqual([expect.stringContaining(words)]);

  move(2 * DAY_MS);
  expect(await hospital.send(message)).toMatchObject({ code: 'AA' });
  await hospital.close();
  expect(await metrics()).toMatch(/^clinic_clock_wrong 0$/m);
  await until(async () => (await ready()).status === 200);
  expect(
    (await neurologist.post(`/sessions/${sessionId}/sign`, undefined, { 'if-match': '"1"' })).status,
  ).toBe(200);
});

it('a database whose clock goes another way is told once, and writes go on', async () => {
  const watch = service.app.get(ClockWatch);
  move(6 * 60_000);
  await watch.look();
  await watch.look();
  expect(linesOfClocks()).toEqual([expect.stringMatching(/^The clock of this machine stands at/)]);
  expect(await metrics()).toMatch(/^clinic_clock_wrong 1$/m);
  expect((await service.scheduler.post('/patients', aPatient())).status).toBe(201);
});
