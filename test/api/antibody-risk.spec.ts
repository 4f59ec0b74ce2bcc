import { startApp, type TestApp } from '../support/app';
import { logged, registered, started, voids } from '../support/builders';

let service: TestApp;
let patientId: string;
let courseId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
beforeEach(async () => {
  patientId = await registered(service.neurologist);
  courseId = await started(service.neurologist, { patientId });
});
afterAll(() => service.close());

const confirmed = ['S02', 'S03', 'S23'].map((code) => ({ code, reason: 'as it was given then' }));
const given = (performedOn: string, units: number, more: object = {}) =>
  logged(service.neurologist, courseId, {
    performedOn,
    injections: [{ muscle: 'trapezius', side: 'left', units }],
    confirmed,
    ...more,
  });
const risk = async () => (await service.neurologist.get(`/courses/${courseId}`)).body.antibodyRisk;

it('is null until something is given', async () => {
  expect(await risk()).toBeNull();
});

it('counts boosters, short intervals, years and the cumulative dose, a touch-up as a contact of its own', async () => {
  await given('2025-11-24', 100);
  const first = await given('2026-05-04', 60);
  await given('2026-05-12', 40, { continuesId: first });
  await given('2026-07-27', 100);
  expect(await risk()).toMatchObject({
    sessions: 4,
    boosters: 1,
    shortIntervals: 2,
    years: 0.7,
    cumulativeDoses: [{ product: 'ona', units: 300, sessions: 4, patientUnits: 300 }],
    uncountedElsewhere: 0,
  });
  const codes = (await risk()).items.map(({ code, sourceText }: { code: string; sourceText: string }) => [
    code,
    /\((V|P)/.test(sourceText),
  ]);
  expect(codes).toEqual([
    ['boosters', true],
    ['short-intervals', true],
    ['years', true],
    ['cumulative-dose', true],
  ]);
});

it('counts what the patient got in other courses and elsewhere, and nothing that is void or withdrawn', async () => {
  await given('2026-05-04', 100);
  await voids(service.neurologist, await given('2026-05-18', 50));
  const other = await started(service.neurologist, { patientId, indication: 'chronic_migraine' });
  await logged(service.neurologist, other, {
    performedOn: '2026-05-11',
    injections: [{ muscle: 'frontalis', side: 'bilateral', units: 30 }],
    confirmed,
  });
  const elsewhere = (dose: object) =>
    service.neurologist.post('/external-doses', {
      patientId,
      givenOn: '2026-01-12',
      region: 'forehead',
      source: 'patient',
      ...dose,
    });
  await elsewhere({ product: 'ona', units: 20 });
  await elsewhere({ brand: 'Botox Cosmetic', units: null });
  const { body: wrong } = await elsewhere({ product: 'ona', units: 1000 });
  await service.neurologist.patch(`/external-doses/${wrong.id}`, 1, {
    withdrawReason: 'another patient’s dose',
  });
  expect(await risk()).toMatchObject({
    boosters: 0,
    cumulativeDoses: [{ product: 'ona', units: 100, sessions: 1, patientUnits: 150 }],
    uncountedElsewhere: 1,
  });
  const { items } = (await service.neurologist.get(`/courses?patientId=${patientId}`)).body;
  expect(
    items.map(
      (course: { antibodyRisk: { cumulativeDoses: object[] } }) => course.antibodyRisk.cumulativeDoses,
    ),
  ).toContainEqual([{ product: 'ona', units: 30, sessions: 1, patientUnits: 150 }]);
});
