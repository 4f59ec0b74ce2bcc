import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, signs, started, voids } from '../support/builders';
import { FADING, treated } from '../support/patients/histories';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

type Row = Record<string, unknown>;
const rows = async (path: string): Promise<Row[]> => {
  const { status, body } = await service.reporting.get<Row[]>(`/reports/${path}`);
  expect(status).toBe(200);
  return body;
};
const neck = (units: number) => [{ muscle: 'splenius_capitis', side: 'right', units }];

describe('use of vials', () => {
  it('adds up what was given and thrown away by lot, of the vials whose waste is known', async () => {
    const lotNumber = `U${randomUUID().slice(0, 8)}`;
    const vial = (given: object) => ({ lotNumber, expiresOn: '2027-06-30', vialUnits: 200, ...given });
    const gives = async (units: number, given: object): Promise<string> =>
      logged(service.neurologist, await started(service.neurologist), {
        performedOn: '2026-11-16',
        injections: neck(units),
        vials: [vial(given)],
      });
    await gives(150, { unitsDiscarded: 50 });
    await gives(200, { unitsDiscarded: 0 });
    await gives(100, {});
    await voids(service.neurologist, await gives(180, { unitsDiscarded: 20 }));
    const found = (await rows('vial-use.json?product=ona')).filter((row) => row['lotNumber'] === lotNumber);
    expect(found).toEqual([
      {
        product: 'ona',
        lotNumber,
        expiresOn: '2027-06-30',
        vialUnits: 200,
        sessions: 3,
        vials: 3,
        vialsWithWasteKnown: 2,
        unitsGiven: 350,
        unitsDiscarded: 50,
      },
    ]);
    expect(await rows('vial-use.json?to=2026-11-15')).toEqual([]);
  });

  it('counts what was thrown away of a vial of the stock after its session', async () => {
    const lotNumber = `S${randomUUID().slice(0, 8)}`;
    const lot = { product: 'ona', lotNumber, expiresOn: '2027-06-30', vialUnits: 200 };
    const { body } = await service.admin.post<{ id: string }>('/lots', lot);
    const made = await service.admin.post<{ id: string }>('/vials', { lotId: body.id });
    const courseId = await started(service.neurologist);
    await logged(service.neurologist, courseId, {
      performedOn: '2026-11-23',
      injections: neck(180),
      vials: [{ vialId: made.body.id }],
    });
    const of = async () => (await rows('vial-use.json')).find((row) => row['lotNumber'] === lotNumber);
    expect(await of()).toMatchObject({ vials: 1, vialsWithWasteKnown: 0, unitsGiven: 0 });
    await service.neurologist.post(`/vials/${made.body.id}/discard`, { reason: 'rest of the vial' });
    expect(await of()).toMatchObject({ vialsWithWasteKnown: 1, unitsGiven: 180, unitsDiscarded: 20 });
  });
});

it('lots that expire are told with what is closed of them, the first to expire first', async () => {
  const lots = ['2026-12-31', '2026-11-30'].map((expiresOn) => ({
    product: 'daxi',
    lotNumber: expiresOn,
    expiresOn,
    vialUnits: 100,
    vials: 2,
  }));
  for (const lot of lots) expect((await service.admin.post('/lots', lot)).status).toBe(201);
  expect(await rows('expiring-lots.json?product=daxi')).toMatchObject([
    { lotNumber: '2026-11-30', daysLeft: 7, vialsUnopened: 2, unitsUnopened: 200, onHold: false },
    { lotNumber: '2026-12-31', daysLeft: 38 },
  ]);
  expect(await rows('expiring-lots.json?product=daxi&from=2026-12-01&asOf=2027-01-01')).toMatchObject([
    { lotNumber: '2026-12-31', daysLeft: -1 },
  ]);
});

it('an authorization is told with what is left of it, in billing units of its product', async () => {
  const patientId = await registered(service.neurologist);
  const courseId = await started(service.neurologist, { patientId, plannedProduct: 'abo' });
  const authorization = {
    patientId,
    payer: 'Acme',
    number: randomUUID(),
    product: 'abo',
    startsOn: '2026-01-01',
    endsOn: '2026-12-03',
    billingUnitsApproved: 200,
    sessionsApproved: 2,
  };
  expect((await service.scheduler.post('/authorizations', authorization)).status).toBe(201);
  await logged(service.neurologist, courseId, {
    product: 'abo',
    performedOn: '2026-11-16',
    injections: neck(250),
  });
  const [row] = await rows('authorizations.json?product=abo');
  expect(row).toMatchObject({
    daysLeft: 10,
    billingUnitsApproved: 200,
    billingUnitsUsed: 50,
    billingUnitsLeft: 150,
    sessionsUsed: 1,
    sessionsLeft: 1,
  });
  expect(JSON.stringify(row)).not.toContain('Acme');
});

it('an interval is told with its days without effect; the last one is followed until asOf', async () => {
  const courseId = await started(service.neurologist, { indication: 'blepharospasm' });
  const eye = { injections: [{ muscle: 'orbicularis_oculi', side: 'right', units: 15 }] };
  const first = await logged(service.neurologist, courseId, { ...eye, performedOn: '2026-05-04' });
  await logged(service.neurologist, courseId, { ...eye, performedOn: '2026-08-10' });
  await service.neurologist.put(`/sessions/${first}/response`, { woreOffOn: '2026-07-27' });
  expect(await rows('intervals.json?indication=blepharospasm')).toMatchObject([
    {
      performedOn: '2026-05-04',
      nextOn: '2026-08-10',
      intervalDays: 98,
      followedDays: 98,
      effectDays: 84,
      daysWithoutEffect: 14,
    },
    { performedOn: '2026-08-10', nextOn: null, intervalDays: null, followedDays: 105, effectDays: null },
  ]);
  expect(await rows('intervals.json?indication=blepharospasm&asOf=2026-08-09')).toMatchObject([
    { nextOn: null, followedDays: 97, daysWithoutEffect: 13 },
  ]);
});

it('retention is told by course: how long it has gone on, and whether it had ended on that day', async () => {
  const courseId = await started(service.neurologist, { indication: 'hemifacial_spasm', side: 'left' });
  const face = { injections: [{ muscle: 'orbicularis_oculi', side: 'left', units: 15 }] };
  const first = await logged(service.neurologist, courseId, { ...face, performedOn: '2026-05-04' });
  const last = await logged(service.neurologist, courseId, { ...face, performedOn: '2026-08-10' });
  for (const id of [first, last]) await signs(service.neurologist, id);
  await service.neurologist.post(`/courses/${courseId}/end`, { on: '2026-10-12', reason: 'moved' });
  const of = (query = '') => rows(`retention.json?indication=hemifacial_spasm${query}`);
  expect(await of()).toMatchObject([
    { treatments: 2, latestOn: '2026-08-10', ended: true, endedOn: '2026-10-12', daysInTreatment: 161 },
  ]);
  expect(await of('&asOf=2026-10-11')).toMatchObject([{ ended: false, endedOn: null, daysInTreatment: 160 }]);
  expect(await of('&asOf=2026-05-03')).toEqual([]);
});

it('a flag is told with what was decided, and what was given next', async () => {
  const courseId = await started(service.neurologist);
  await treated(service.neurologist, courseId, '2024-10-07', FADING);
  const [open] = await rows('flags.json');
  expect(open).toMatchObject({ status: 'open', reviews: 0, decision: null, daysToDecision: null });
  const flags = await service.neurologist.get<{ items: { id: string }[] }>(`/flags?courseId=${courseId}`);
  const decided = await service.neurologist.post(`/flags/${flags.body.items[0]!.id}/reviews`, {
    decision: 'switch',
    plannedProduct: 'rima',
    reason: 'weaker twice, no other cause',
    priorTolerance: 'tolerated',
  });
  expect(decided.status).toBe(201);
  const [row] = await rows('flags.json');
  expect(row).toMatchObject({
    reviews: 1,
    decision: 'switch',
    plannedProduct: 'rima',
    daysToDecision: expect.any(Number),
  });
});
