import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { aSession, registered, signs, started, voids } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const aLot = (given: object = {}) => ({
  product: 'ona',
  lotNumber: `L${randomUUID().slice(0, 8)}`,
  expiresOn: '2027-06-30',
  vialUnits: 200,
  ...given,
});

async function receives(given: object = {}): Promise<{ lotId: string; vialId: string; lotNumber: string }> {
  const lot = await service.neurologist.post('/lots', aLot(given));
  expect(lot.status).toBe(201);
  const vial = await service.neurologist.post('/vials', { lotId: lot.body.id });
  expect(vial.status).toBe(201);
  return { lotId: lot.body.id, vialId: vial.body.id, lotNumber: lot.body.lotNumber };
}

const vialOf = async (id: string) => (await service.neurologist.get(`/vials/${id}`)).body;
const neck = (units: number) => [{ muscle: 'splenius_capitis', side: 'right', units }];
const session = (courseId: string, given: object = {}) =>
  aSession(courseId, { performedOn: '2026-11-23', injections: neck(80), ...given });
const draws = (courseId: string, vialId: string, given: object = {}) =>
  service.neurologist.post('/sessions', session(courseId, { vials: [{ vialId }], ...given }));

async function movesOf(vialId: string): Promise<string[]> {
  const rows = await service.work.db.query<{ move: string }[]>(
    `select from_account || ' → ' || to_account || ' ' || units::float as move from vial_movement
      where vial_id = $1 order by moved_at, id`,
    [vialId],
  );
  return rows.map(({ move }) => move);
}

describe('a lot', () => {
  it('is received with its vials, and the administrator reads it back', async () => {
    const id = randomUUID();
    const body = aLot({ id, vials: 3, fridge: 'east' });
    const made = await service.admin.post('/lots', body);
    expect(made).toMatchObject({
      status: 201,
      body: { id, supplier: 'clinic', arrivedOn: '2026-11-23', vials: 3, vialsUnopened: 3, heldAt: null },
    });
    expect((await service.admin.post('/lots', body)).status).toBe(200);
    expect((await service.admin.post('/lots', { ...body, vials: 4 })).status).toBe(409);
    expect((await service.admin.get(`/lots/${id}`)).body).toEqual(made.body);
    const vials = (await service.scheduler.get(`/vials?lotId=${id}`)).body.items;
    expect(vials).toHaveLength(3);
    expect(vials[0]).toMatchObject({ state: 'unopened', unitsLeft: 200, product: 'ona' });
  });

  it('is read from its GS1 code, and a GTIN that came before tells product and size', async () => {
    const code = '(01)00300231145014(17)270228(10)GS1A(21)S1';
    const first = await service.neurologist.post('/lots', { code });
    expect(first).toMatchObject({ status: 400 });
    expect(first.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/product',
      '/vialUnits',
    ]);
    const lot = await service.neurologist.post('/lots', { code, product: 'ona', vialUnits: 100 });
    expect(lot).toMatchObject({
      status: 201,
      body: { lotNumber: 'GS1A', expiresOn: '2027-02-28', gtin: '00300231145014', vials: 0 },
    });
    const vial = await service.neurologist.post('/vials', { code });
    expect(vial).toMatchObject({ status: 201, body: { lotId: lot.body.id, serial: 'S1', unitsLeft: 100 } });
    expect((await service.neurologist.post('/vials', { code })).status).toBe(409);
    const next = await service.neurologist.post('/lots', { code: code.replace('GS1A', 'GS1B') });
    expect(next).toMatchObject({ status: 201, body: { product: 'ona', vialUnits: 100, lotNumber: 'GS1B' } });
    const unlike = await service.neurologist.post('/lots', { code, expiresOn: '2027-03-01' });
    expect(unlike).toMatchObject({ status: 400, body: { errors: [{ pointer: '/expiresOn' }] } });
    const unknown = await service.neurologist.post('/vials', { code: code.replace('GS1A', 'NEVER') });
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ code: 'no-such-lot' }] } });
  });

  it.each`
    given                          | pointer
    ${{ supplier: 'pharmacy' }}    | ${'/patientId'}
    ${{ arrivedOn: '2026-11-24' }} | ${'/arrivedOn'}
    ${{ product: undefined }}      | ${'/product'}
    ${{ code: 'hello' }}           | ${'/code'}
  `('with $given is refused at $pointer', async ({ given, pointer }) => {
    const { status, body } = await service.neurologist.post('/lots', aLot(given));
    expect(status).toBe(400);
    expect(body.errors[0].pointer).toBe(pointer);
  });

  it.each`
    given                                                   | pointer         | says
    ${{ orderedOn: '2026-11-24' }}                          | ${'/orderedOn'} | ${'has not come yet'}
    ${{ orderedOn: '2026-11-20', shippedOn: '2026-11-19' }} | ${'/shippedOn'} | ${'before it was ordered on 2026-11-20'}
    ${{ shippedOn: '2026-11-20', arrivedOn: '2026-11-19' }} | ${'/arrivedOn'} | ${'before it was shipped on 2026-11-20'}
    ${{ arrivedOn: '2026-11-23', expiresOn: '2026-11-22' }} | ${'/arrivedOn'} | ${'after its last day of use'}
  `('$given is refused: $says', async ({ given, pointer, says }) => {
    const { status, body } = await service.neurologist.post('/lots', aLot(given));
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer, message: expect.stringContaining(says) }]);
  });

  it('whose vial was used has arrived by then, whatever is corrected', async () => {
    const { lotId, vialId } = await receives({ arrivedOn: '2026-11-20' });
    await service.neurologist.post(`/vials/${vialId}/open`, { at: '2026-11-21T12:00:00Z' });
    for (const [arrivedOn, code] of [
      ['2026-11-22', 'after-use'],
      [null, 'in-use'],
    ] as const) {
      const { status, body } = await service.neurologist.patch(`/lots/${lotId}`, 1, { arrivedOn });
      expect([status, body.errors?.[0]?.code]).toEqual([400, code]);
    }
    expect((await service.neurologist.patch(`/lots/${lotId}`, 1, { fridge: 'east' })).status).toBe(200);
    expect((await service.neurologist.patch(`/lots/${lotId}`, 2, { arrivedOn: '2026-11-21' })).status).toBe(
      200,
    );
  });

  it('that was entered late is kept with its other days, and its own day of arrival is asked for when it is told', async () => {
    const { lotId, vialId } = await receives();
    await service.neurologist.post(`/vials/${vialId}/open`, { at: '2026-11-21T12:00:00Z' });
    const shipped = await service.neurologist.patch(`/lots/${lotId}`, 1, { shippedOn: '2026-11-18' });
    expect(shipped.status).toBe(200);
    const { status, body } = await service.neurologist.patch(`/lots/${lotId}`, 2, {
      arrivedOn: '2026-11-22',
    });
    expect([status, body.errors?.[0]?.code]).toEqual([400, 'after-use']);
  });

  it('that is on record already is a conflict', async () => {
    const lot = aLot();
    expect((await service.neurologist.post('/lots', lot)).status).toBe(201);
    const again = await service.neurologist.post('/lots', lot);
    expect(again).toMatchObject({ status: 409 });
    expect(again.body.detail).toContain('on record already');
  });
});

describe('a vial', () => {
  it('is opened once, reconstituted with its hours in use, and discarded with a reason', async () => {
    const { vialId } = await receives();
    const opened = await service.neurologist.post(`/vials/${vialId}/open`, { at: '2026-11-23T12:00:00Z' });
    expect(opened).toMatchObject({
      status: 200,
      body: { state: 'opened', openedAt: '2026-11-23T12:00:00.000Z' },
    });
    expect((await service.neurologist.post(`/vials/${vialId}/open`, {})).body).toEqual(opened.body);
    const early = { at: '2026-11-23T11:59:00Z', diluentMl: 4 };
    expect((await service.neurologist.post(`/vials/${vialId}/reconstitute`, early)).status).toBe(400);
    const made = await service.neurologist.post(`/vials/${vialId}/reconstitute`, {
      at: '2026-11-23T12:05:00Z',
      diluentMl: 4,
    });
    expect(made).toMatchObject({
      status: 200,
      body: { diluentMl: 4, storage: 'refrigerator', usableUntil: '2026-11-24T12:05:00.000Z' },
    });
    const twice = await service.neurologist.post(`/vials/${vialId}/reconstitute`, { diluentMl: 4 });
    expect(twice.status).toBe(409);
    expect((await service.neurologist.post(`/vials/${vialId}/discard`, { units: 20 })).status).toBe(400);
    const part = await service.neurologist.post(`/vials/${vialId}/discard`, { units: 20, reason: 'spilled' });
    expect(part).toMatchObject({ status: 200, body: { unitsLeft: 180 } });
    const over = await service.neurologist.post(`/vials/${vialId}/discard`, {
      units: 181,
      reason: 'spilled',
    });
    expect(over.status).toBe(409);
    const rest = await service.neurologist.post(`/vials/${vialId}/discard`, { reason: 'not used' });
    expect(rest).toMatchObject({ status: 200, body: { unitsLeft: 0, state: 'empty' } });
    expect((await service.neurologist.post(`/vials/${vialId}/discard`, { reason: 'not used' })).status).toBe(
      409,
    );
    expect((await movesOf(vialId)).toSorted()).toEqual([
      'supply → vial 200',
      'vial → waste 180',
      'vial → waste 20',
    ]);
  });

  it('that expired, is on hold or has not arrived stays closed', async () => {
    const expired = await receives({ expiresOn: '2026-11-22' });
    const ordered = await receives({ orderedOn: '2026-11-20' });
    const held = await receives();
    await service.neurologist.post(`/lots/${held.lotId}/hold`, { reason: 'fridge was warm' });
    for (const [{ vialId }, says] of [
      [expired, 'expired on 2026-11-22'],
      [ordered, 'not arrived'],
      [held, 'fridge was warm'],
    ] as const) {
      const { status, body } = await service.neurologist.post(`/vials/${vialId}/open`, {});
      expect(status).toBe(422);
      expect(body.detail).toContain(says);
    }
    expect((await vialOf(ordered.vialId)).state).toBe('expected');
    await service.neurologist.post(`/lots/${held.lotId}/release`);
    expect((await service.neurologist.post(`/vials/${held.vialId}/open`, {})).status).toBe(200);
  });

  it('is offered first when it expires first, and not when it may not be used', async () => {
    const late = await receives({ product: 'daxi', vialUnits: 100, expiresOn: '2027-09-30' });
    const soon = await receives({ product: 'daxi', vialUnits: 100, expiresOn: '2026-11-23' });
    const expired = await receives({ product: 'daxi', vialUnits: 100, expiresOn: '2026-11-22' });
    const patientId = await registered(service.neurologist);
    const own = await receives({ product: 'daxi', vialUnits: 100, expiresOn: '2027-01-31', patientId });
    const offered = async (query: string) =>
      (await service.neurologist.get(`/vials?product=daxi&usable=true${query}`)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await offered('')).toEqual([soon.vialId, late.vialId]);
    expect(await offered(`&patientId=${patientId}`)).toEqual([soon.vialId, own.vialId, late.vialId]);
    const all = (await service.neurologist.get('/vials?product=daxi')).body.items;
    expect(all[0].id).toBe(expired.vialId);
    const stock = (await service.scheduler.get('/stock')).body;
    expect(stock.asOf).toBe('2026-11-23');
    expect(stock.items).toContainEqual({
      product: 'daxi',
      vialUnits: 100,
      vials: 2,
      units: 200,
      nextExpiresOn: '2026-11-23',
      vialsOpen: 0,
      vialsOnHold: 0,
      vialsExpired: 1,
      vialsForPatients: 1,
    });
  });
});

describe('a session that names a vial', () => {
  it('draws from it; its lot, size and making up are those of the stock', async () => {
    const { vialId, lotNumber } = await receives();
    await service.neurologist.post(`/vials/${vialId}/reconstitute`, {
      at: '2026-11-23T12:00:00Z',
      diluentMl: 4,
    });
    const courseId = await started(service.neurologist);
    const { status, body } = await draws(courseId, vialId, { vials: [{ vialId, unitsDiscarded: 120 }] });
    expect(status).toBe(201);
    expect(body.findings).toEqual([]);
    expect(body.vials).toMatchObject([
      { vialId, lotNumber, expiresOn: '2027-06-30', vialUnits: 200, diluentMl: 4, unitsDiscarded: 120 },
    ]);
    expect(await vialOf(vialId)).toMatchObject({ state: 'empty', unitsLeft: 0, sessionId: body.id });
    expect((await movesOf(vialId)).toSorted()).toEqual([
      'supply → vial 200',
      'vial → patient 80',
      'vial → waste 120',
    ]);
  });

  it('is corrected and voided with its units moved back', async () => {
    const { vialId } = await receives();
    const courseId = await started(service.neurologist);
    const { body } = await draws(courseId, vialId);
    expect(await vialOf(vialId)).toMatchObject({ state: 'used', unitsLeft: 120 });
    const less = await service.neurologist.patch(`/sessions/${body.id}`, 1, { injections: neck(60) });
    expect(less.status).toBe(200);
    expect(await vialOf(vialId)).toMatchObject({ unitsLeft: 140 });
    await signs(service.neurologist, body.id);
    const { courseId: _course, ...content } = session(courseId, {
      injections: neck(70),
      vials: [{ vialId }],
    });
    const amended = await service.neurologist.post(`/sessions/${body.id}/amend`, {
      ...content,
      reason: 'read the syringe wrongly',
    });
    expect(amended.status).toBe(201);
    expect(await vialOf(vialId)).toMatchObject({ unitsLeft: 130, sessionId: amended.body.id });
    expect((await voids(service.neurologist, amended.body.id)).status).toBe(200);
    expect(await vialOf(vialId)).toMatchObject({ state: 'unopened', unitsLeft: 200, sessionId: null });
    expect((await draws(await started(service.neurologist), vialId)).status).toBe(201);
  });

  it('is refused with the reason where the vial may not be used', async () => {
    const other = await registered(service.neurologist);
    const courseId = await started(service.neurologist);
    const refusals: [object, string][] = [
      [{ expiresOn: '2026-11-22' }, 'expired on 2026-11-22'],
      [{ patientId: other }, 'for another patient'],
      [{ orderedOn: '2026-11-20' }, 'not arrived'],
      [{ product: 'abo', vialUnits: 300 }, 'this vial is Dysport'],
      [{ vialUnits: 50.5 }, 'were given'],
    ];
    for (const [given, says] of refusals) {
      const { vialId } = await receives(given);
      const { status, body } = await draws(courseId, vialId);
      expect(status).toBe(422);
      expect(JSON.stringify(body.findings)).toContain(says);
      expect(await movesOf(vialId)).toHaveLength(1);
    }
    const { vialId, lotId } = await receives();
    await service.neurologist.post(`/lots/${lotId}/hold`, { reason: 'fridge was warm' });
    expect((await draws(courseId, vialId)).body.detail).toContain('fridge was warm');
  });

  it('is refused where the hours of the vial ran out the day before', async () => {
    const { vialId } = await receives();
    await service.neurologist.post(`/vials/${vialId}/reconstitute`, {
      at: '2026-11-21T12:00:00Z',
      diluentMl: 4,
    });
    const { status, body } = await draws(await started(service.neurologist), vialId);
    expect(status).toBe(422);
    expect(body.detail).toContain('usable for 24 hours');
  });

  it('is the only one: the vial is for one patient and one session', async () => {
    const { vialId } = await receives();
    expect((await draws(await started(service.neurologist), vialId)).status).toBe(201);
    const second = await draws(await started(service.neurologist), vialId);
    expect(second.status).toBe(422);
    expect(second.body.detail).toContain('used in another session, on 2026-11-23');
  });

  it('takes no more than the vial holds, however many draw at once', async () => {
    const { vialId } = await receives();
    const courses = await Promise.all(Array.from({ length: 6 }, () => started(service.neurologist)));
    const answers = await Promise.all(
      courses.map((courseId) => draws(courseId, vialId, { injections: neck(90) })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422, 422, 422, 422]);
    expect(await vialOf(vialId)).toMatchObject({ unitsLeft: 110 });
  });

  it('must name one that is there, once', async () => {
    const courseId = await started(service.neurologist);
    expect(await draws(courseId, randomUUID())).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/vials/0/vialId', code: 'no-such-vial' }] },
    });
    const { vialId } = await receives();
    expect(await draws(courseId, vialId, { vials: [{ vialId }, { vialId }] })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/vials/1/vialId', code: 'vial-twice' }] },
    });
    expect(await draws(courseId, vialId, { vials: [{ lotNumber: 'C1' }] })).toMatchObject({ status: 400 });
  });
});

it('in any order of drawing, correcting, discarding and voiding a vial holds its content less what was given and discarded', async () => {
  const { vialId } = await receives();
  const { neurologist } = service;
  const sum = async () => {
    const [row] = await service.work.db.query<[{ balance: number; given: number; wasted: number }]>(
      `select sum(case when to_account = 'vial' then units else -units end)::float as balance,
        coalesce(sum(case 'patient' when to_account then units when from_account then -units end), 0)::float as given,
        coalesce(sum(case 'waste' when to_account then units when from_account then -units end), 0)::float as wasted
      from vial_movement where vial_id = $1`,
      [vialId],
    );
    return row;
  };
  let random = 20261123;
  const next = (most: number) => (random = (random * 48271) % 2147483647) % most;
  let standing: { id: string; version: number } | undefined;
  let thrownAway = 0;
  for (let step = 0; step < 30; step += 1) {
    const units = 15 + next(60);
    if (!standing) {
      const made = await draws(await started(neurologist), vialId, { injections: neck(units) });
      if (made.status === 201) standing = made.body;
    } else if (next(4) === 0) {
      expect((await voids(neurologist, standing.id)).status).toBe(200);
      standing = undefined;
    } else if (next(5) === 0) {
      const { status } = await neurologist.post(`/vials/${vialId}/discard`, {
        units: 1 + next(5),
        reason: 'spilled',
      });
      expect([200, 409]).toContain(status);
    } else {
      const changed = await neurologist.patch(`/sessions/${standing.id}`, standing.version, {
        injections: neck(units),
      });
      if (changed.status === 200) standing = changed.body;
    }
    const { balance, given, wasted } = await sum();
    const stands = standing && (await neurologist.get(`/sessions/${standing.id}`)).body.totalUnits;
    expect(given).toBe(stands ?? 0);
    expect(balance).toBe(200 - given - wasted);
    expect(balance).toBeGreaterThanOrEqual(0);
    expect(wasted).toBeGreaterThanOrEqual(thrownAway);
    thrownAway = wasted;
  }
});

it('a movement is never edited nor taken away', async () => {
  const { vialId } = await receives();
  for (const statement of [
    'update vial_movement set units = 1 where vial_id = $1',
    'delete from vial_movement where vial_id = $1',
  ])
    await expect(service.asOwner(statement, [vialId])).rejects.toThrow('stays as it is');
});

describe('a refrigerator that left its range', () => {
  it('puts the lots that are kept there on hold, and no other', async () => {
    const inside = await receives({ fridge: 'North' });
    const outside = await receives({ fridge: 'South' });
    const { status, body } = await service.neurologist.post('/stock/excursions', {
      fridge: 'north',
      temperatureC: 14.5,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ lotsOnHold: [inside.lotId], noticedAt: '2026-11-23T17:00:00.000Z' });
    const courseId = await started(service.neurologist);
    const refused = await draws(courseId, inside.vialId);
    expect(refused.status).toBe(422);
    expect(refused.body.detail).toContain('north was at 14.5 °C');
    expect((await draws(courseId, outside.vialId)).status).toBe(201);
  });

  it.each`
    temperatureC | status
    ${1.9}       | ${201}
    ${2}         | ${400}
    ${8}         | ${400}
    ${8.1}       | ${201}
  `('$temperatureC °C is answered $status', async ({ temperatureC, status }) => {
    const answer = await service.neurologist.post('/stock/excursions', { fridge: 'empty', temperatureC });
    expect(answer.status).toBe(status);
  });

  it('is listed, the latest first, with the lots still on hold, and comes again when one is released', async () => {
    const kept = [await receives({ fridge: 'Cellar' }), await receives({ fridge: 'cellar' })];
    const first = await service.neurologist.post('/stock/excursions', {
      fridge: 'Cellar',
      temperatureC: 12,
      noticedAt: '2026-11-22T06:00:00Z',
    });
    const list = async (asked = '') => (await service.scheduler.get(`/stock/excursions${asked}`)).body;
    const { items, nextUpdatedSince } = await list();
    const moments = items.map(({ noticedAt }: { noticedAt: string }) => noticedAt);
    expect(moments).toEqual(moments.toSorted().toReversed());
    expect(items).toContainEqual(first.body);
    expect(first.body.lotsOnHold).toEqual(kept.map(({ lotId }) => lotId).toSorted());
    expect((await list(`?updatedSince=${nextUpdatedSince}`)).items).not.toContainEqual(first.body);
    const lot = `/lots/${kept[0]!.lotId}`;
    expect((await service.neurologist.post(`${lot}/release`, { reason: 'x' })).status).toBe(400);
    const reason = 'The maker’s stability data allow it';
    const released = await service.neurologist.post(`${lot}/release`, { reason });
    expect(released).toMatchObject({
      status: 200,
      body: {
        heldAt: null,
        releasedAt: '2026-11-23T17:00:00.000Z',
        releasedBy: (await service.neurologist.get('/me')).body.id,
        releaseReason: reason,
      },
    });
    await receives({ fridge: 'Cellar' });
    expect((await list(`?updatedSince=${nextUpdatedSince}`)).items).toMatchObject([
      { id: first.body.id, lotsOnHold: [kept[1]!.lotId] },
    ]);
    const { items: page, nextCursor } = await list('?limit=1');
    expect([...page, ...(await list(`?limit=500&cursor=${nextCursor}`)).items]).toHaveLength(items.length);
  });

  it('was noticed at a moment that has come', async () => {
    const body = { fridge: 'empty', temperatureC: 12, noticedAt: '2026-11-24T17:00:00Z' };
    expect((await service.neurologist.post('/stock/excursions', body)).status).toBe(400);
  });
});

describe('a recall', () => {
  it('names everybody who got of the lot, by stock or by its number typed, and no dose', async () => {
    const { lotId, vialId, lotNumber } = await receives();
    const patients = [await registered(service.neurologist), await registered(service.neurologist)];
    const [one, two] = await Promise.all(
      patients.map((patientId) => started(service.neurologist, { patientId })),
    );
    await draws(one!, vialId);
    const typed = { lotNumber: lotNumber.toLowerCase(), expiresOn: '2027-06-30', vialUnits: 200 };
    await service.neurologist.post('/sessions', session(two!, { performedOn: '2026-11-20', vials: [typed] }));
    const voided = await service.neurologist.post(
      '/sessions',
      session(await started(service.neurologist), { vials: [typed] }),
    );
    await voids(service.neurologist, voided.body.id);
    const { status, body } = await service.scheduler.get(`/lots/${lotId}/patients`);
    expect(status).toBe(200);
    expect(body.items.map(({ patientId }: { patientId: string }) => patientId)).toEqual(patients);
    expect(JSON.stringify(body)).not.toContain('nits');
    await service.scheduler.post(`/courses/${two}/contacts`, { channel: 'phone', outcome: 'deceased' });
    const { body: later } = await service.scheduler.get(`/lots/${lotId}/patients`);
    expect(later.items.map(({ deceasedOn }: { deceasedOn: unknown }) => deceasedOn)).toEqual([
      null,
      expect.any(String),
    ]);
    expect((await service.scheduler.get(`/lots/${randomUUID()}/patients`)).status).toBe(404);
  });
});

it('the forecast says what the next twelve weeks need, what is here, and what to order', async () => {
  const ofInco = async () =>
    (await service.scheduler.get('/stock/forecast')).body.items.find(
      ({ product }: { product: string }) => product === 'inco',
    );
  expect(await ofInco()).toBeUndefined();
  const { neurologist } = service;
  const inco = (courseId: string, performedOn: string) =>
    neurologist.post('/sessions', aSession(courseId, { product: 'inco', performedOn, injections: neck(90) }));
  const given = { plannedProduct: 'inco' };
  for (const day of ['2026-08-24', '2026-09-07', '2026-09-14', '2025-01-06'])
    expect((await inco(await started(neurologist, given), day)).status).toBe(201);
  const pharmacys = await registered(neurologist);
  await inco(await started(neurologist, { ...given, patientId: pharmacys }), '2026-09-07');
  await receives({ product: 'inco', vialUnits: 100, patientId: pharmacys });
  await receives({ product: 'inco', vialUnits: 100, expiresOn: '2026-12-31' });
  expect(await ofInco()).toEqual({
    product: 'inco',
    visits: 3,
    visitsWithoutDose: 0,
    unitsNeeded: 270,
    unitsInStock: 100,
    unitsExpiring: 0,
    shortFrom: '2026-12-07',
    order: [{ vialUnits: 100, vials: 2 }],
    overdueNotBooked: { visits: 1, unitsNeeded: 90, order: [{ vialUnits: 100, vials: 1 }] },
    givenBefore: { sessions: 3, unitsGiven: 270 },
  });
});

it('the forecast counts who is booked on that day, and a session with what continues it as one', async () => {
  const { neurologist, scheduler } = service;
  const ofDaxi = async () =>
    (await scheduler.get('/stock/forecast')).body.items.find(
      ({ product }: { product: string }) => product === 'daxi',
    );
  const courseId = await started(neurologist, { plannedProduct: 'daxi' });
  const daxi = (performedOn: string, units: number, more: object = {}) =>
    neurologist.post(
      '/sessions',
      aSession(courseId, { product: 'daxi', performedOn, injections: neck(units), ...more }),
    );
  const { body: first } = await daxi('2026-09-07', 60);
  const part = {
    continuesId: first.id,
    injections: [{ muscle: 'levator_scapulae', side: 'left', units: 30 }],
  };
  expect((await daxi('2026-09-21', 30, part)).status).toBe(201);
  expect(await ofDaxi()).toMatchObject({ visits: 1, unitsNeeded: 90 });
  const later = { startsAt: '2027-03-01T15:00:00Z' };
  expect((await scheduler.post(`/courses/${courseId}/appointments`, later)).status).toBe(201);
  expect((await ofDaxi())?.visits ?? 0).toBe(0);
});

it('shows a scheduler no dose: neither session nor rest of a vial that was used', async () => {
  const { vialId } = await receives();
  await draws(await started(service.neurologist), vialId);
  expect((await service.scheduler.get(`/vials/${vialId}`)).body).toMatchObject({
    state: 'used',
    unitsLeft: null,
    sessionId: null,
  });
});

it('a lot is changed by the version that was seen', async () => {
  const { lotId } = await receives({ orderedOn: '2026-11-20' });
  const shipped = await service.neurologist.patch(`/lots/${lotId}`, 1, { shippedOn: '2026-11-22' });
  expect(shipped).toMatchObject({ status: 200, body: { version: 2, arrivedOn: null } });
  const arrived = await service.neurologist.patch(`/lots/${lotId}`, 1, { arrivedOn: '2026-11-23' });
  expect(arrived.status).toBe(412);
});
