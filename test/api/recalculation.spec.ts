import { startApp, type TestApp } from '../support/app';
import { logged, started } from '../support/builders';
import { FADING, treated } from '../support/patients/histories';

let service: TestApp;
let neck: string;
let fading: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { neurologist } = service;
  neck = await started(neurologist);
  await logged(neurologist, neck, { performedOn: '2026-09-14' });
  fading = await started(neurologist);
  await treated(neurologist, fading, '2024-09-02', FADING);
});
afterAll(() => service.close());

it('says what a change of settings would move before it does, and moves it only when asked to', async () => {
  const { admin, neurologist } = service;
  const change = { intervals: [{ indication: 'cervical_dystonia', product: 'ona', interval: 'P14W' }] };
  const preview = await admin.post('/clinic-settings/preview', change);
  expect(preview).toMatchObject({
    status: 200,
    body: { courses: 2, changes: [{ courseId: neck, due: { from: '2026-12-07', to: '2026-12-21' } }] },
  });
  expect((await neurologist.get(`/courses/${neck}`)).body.forecast.dueOn).toBe('2026-12-07');

  const { version } = (await admin.get('/clinic-settings')).body;
  expect((await admin.patch('/clinic-settings', version, change)).status).toBe(200);
  expect((await neurologist.get(`/courses/${neck}`)).body.forecast.dueOn).toBe('2026-12-21');
});

it('a threshold of the clinic opens or drops flags, shown beforehand', async () => {
  const { admin } = service;
  const strict = await admin.post('/clinic-settings/preview', {
    ruleValues: { 'R.watch.weight': 0.999999, 'R.review.weight': 0.9999999 },
  });
  expect(strict.body.changes).toEqual([
    { courseId: fading, flag: { change: 'no-longer-shown', tier: 'review' } },
  ]);
});

it('the flag rate counts what opened in twelve months against the time looked at', async () => {
  const { body } = await service.reporting.get('/reports/flag-rate.json');
  // Looked at: the neck for 70 days from its session, the fading course from 2025-11-23 to 84 days after 2026-03-02.
  expect(body).toContainEqual({
    tier: 'review',
    indication: null,
    flags: 1,
    patientYears: 0.69,
    per100PatientYears: 144.37,
  });
});
