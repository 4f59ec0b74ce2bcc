import { startApp, type TestApp } from '../support/app';
import { logged, started } from '../support/builders';

const NOTE = 'What asking would bring';
const DISMISS = '/clinic-notes/ask-wear-off/dismiss';

let service: TestApp;
/** A clinic that takes a scale each time and never asks how long it lasted; from two scales on it is told. */
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { neurologist, admin } = service;
  const { body } = await admin.get('/clinic-settings');
  await admin.patch('/clinic-settings', body.version, { ruleValues: { 'S22.note.scales': 2 } });
  const courseId = await started(neurologist);
  for (const performedOn of ['2026-02-02', '2026-05-04'] as const) {
    const id = await logged(neurologist, courseId, { performedOn });
    await neurologist.put(`/sessions/${id}/response`, {
      measurements: [{ scale: 'tsui', phase: 'peak', value: 8, measuredOn: performedOn }],
    });
  }
});
afterAll(() => service.close());

const isTold = async (path: string, token: string): Promise<boolean> =>
  (
    await (await fetch(service.url + path, { headers: { authorization: `Bearer ${token}` } })).text()
  ).includes(NOTE);

it('a clinic that takes scales and asks no wear-off day is told once what asking would bring, until it is put away', async () => {
  const { neurologist, admin, scheduler } = service;
  expect(await isTold('/flags', neurologist.token)).toBe(true);
  expect(await isTold('/settings', admin.token)).toBe(true);
  expect(await isTold('/due', scheduler.token)).toBe(false);
  expect((await neurologist.post(DISMISS)).status).toBe(204);
  expect((await admin.post(DISMISS)).status).toBe(204);
  expect(await isTold('/flags', neurologist.token)).toBe(false);
  expect(await isTold('/settings', admin.token)).toBe(false);
});

it('there is no other note', async () => {
  expect((await service.admin.post('/clinic-notes/other/dismiss')).status).toBe(404);
});
