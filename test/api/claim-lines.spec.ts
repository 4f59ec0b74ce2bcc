import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, PREEMPT, signs, started, voids } from '../support/builders';

let service: TestApp;
let courseId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
beforeEach(async () => {
  courseId = await started(service.neurologist, { indication: 'chronic_migraine', diagnosisCode: 'G43.709' });
});
afterAll(() => service.close());

const VIAL = { lotNumber: 'C7654', expiresOn: '2027-06-30', vialUnits: 200 };
const log = (given: object = {}) => logged(service.neurologist, courseId, { injections: PREEMPT, ...given });
const claim = (id: string) => service.neurologist.get(`/sessions/${id}/claim-lines`);

it('a signed session from one vial: what was given, what was thrown away, the procedure', async () => {
  const id = await log({ vials: [{ ...VIAL, unitsDiscarded: 45 }] });
  await signs(service.neurologist, id);
  const { status, body } = await claim(id);
  expect(status).toBe(200);
  expect(body).toEqual({
    lines: [
      { code: 'J0585', modifiers: [], billingUnits: 155, ndc: '00023392102', text: expect.any(String) },
      { code: 'J0585', modifiers: ['JW'], billingUnits: 45, ndc: '00023392102', text: expect.any(String) },
      { code: '64615', modifiers: [], billingUnits: 1, text: expect.any(String) },
    ],
    missing: [],
  });
});

it('takes what was thrown away of a vial of the stock after the session', async () => {
  const lot = {
    product: 'ona',
    lotNumber: randomUUID().slice(0, 8),
    expiresOn: '2027-06-30',
    vialUnits: 200,
  };
  const { body: received } = await service.neurologist.post('/lots', { ...lot, vials: 1 });
  const vials = (await service.neurologist.get(`/vials?lotId=${received.id}`)).body.items;
  const id = await log({ vials: [{ vialId: vials[0].id }] });
  await signs(service.neurologist, id);
  expect((await claim(id)).body.missing).toEqual([expect.stringContaining('not on record')]);
  const { status } = await service.neurologist.post(`/vials/${vials[0].id}/discard`, {
    reason: 'what was left',
  });
  expect(status).toBeLessThan(300);
  const { body } = await claim(id);
  expect(body.lines[1]).toMatchObject({ modifiers: ['JW'], billingUnits: 45 });
  expect(body.missing).toEqual([]);
});

it('says what is not on record', async () => {
  const { body } = await claim(await log());
  expect(body.missing).toEqual([
    expect.stringContaining('The vials are not on record'),
    expect.stringContaining('not signed'),
  ]);
});

it('claims nothing of a void session, and there is none of an unknown one', async () => {
  const id = await log();
  await voids(service.neurologist, id);
  expect((await claim(id)).body).toEqual({
    lines: [],
    missing: ['This session is void: nothing is claimed.'],
  });
  expect((await claim(randomUUID())).status).toBe(404);
  expect((await claim('1')).status).toBe(400);
});
