import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { aSession, logged, PREEMPT, signs, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const NECK = { muscle: 'splenius_capitis', side: 'right', units: 80, sites: 3, volumeMl: null };
const aProtocol = (given: object = {}) => ({
  name: `Neck ${randomUUID().slice(0, 8)}`,
  indication: 'cervical_dystonia',
  product: 'ona',
  rows: [NECK],
  ...given,
});
const keep = (given: object = {}) => service.neurologist.post('/protocols', aProtocol(given));
const change = (id: string, version: number, body: object, client = service.neurologist) =>
  client.patch(`/protocols/${id}`, version, body);
const listed = async (query = '') =>
  (await service.neurologist.get(`/protocols?limit=500${query}`)).body.items;
const preempt = async (name: string) =>
  (await listed('&indication=chronic_migraine&product=ona')).find(
    (item: { name: string }) => item.name === name,
  );

it.each`
  name               | totalUnits | totalSites | source
  ${'PREEMPT 155 U'} | ${155}     | ${31}      | ${'CPT-15'}
  ${'PREEMPT 195 U'} | ${195}     | ${39}      | ${'EHF'}
`(
  '$name is there, of $totalSites sites, with its source',
  async ({ name, totalUnits, totalSites, source }) => {
    const protocol = await preempt(name);
    expect(protocol).toMatchObject({ version: 1, totalUnits, totalSites, retired: false, madeBy: null });
    expect(protocol.source).toContain(source);
    expect(protocol.rows).toContainEqual({
      muscle: 'frontalis',
      side: 'bilateral',
      product: 'ona',
      units: 20,
      sites: 4,
      volumeMl: null,
    });
  },
);

it('PREEMPT 155 U in a patient with migraine asks nothing, and the session names what it began from', async () => {
  const { neurologist } = service;
  const { id, rows } = await preempt('PREEMPT 155 U');
  const courseId = await started(neurologist, { indication: 'chronic_migraine' });
  const injections = rows.map(({ muscle, side, units, sites }: Record<string, unknown>) => ({
    muscle,
    side,
    units,
    sites,
  }));
  const session = aSession(courseId, { performedOn: '2026-11-23', injections, protocolId: id });
  expect((await neurologist.post('/sessions/check', session)).body.findings).toEqual([]);
  const { status, body } = await neurologist.post('/sessions', session);
  expect(status).toBe(201);
  expect(body).toMatchObject({ protocolId: id, protocolVersion: 1, totalUnits: 155, findings: [] });
});

it('is kept by a neurologist or the administrator, and read back as it was sent', async () => {
  const id = randomUUID();
  const body = aProtocol({ id, dilution: { vialUnits: 100, diluentMl: 2 } });
  const made = await service.admin.post('/protocols', body);
  expect(made).toMatchObject({ status: 201 });
  expect(made.body).toEqual({
    ...body,
    rows: [{ ...NECK, product: 'ona' }],
    dilution: { product: 'ona', vialUnits: 100, diluentMl: 2 },
    version: 1,
    totalUnits: 80,
    totalSites: 3,
    source: null,
    retired: false,
    madeBy: expect.any(String),
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
  expect((await service.neurologist.get(`/protocols/${id}`)).body).toEqual(made.body);
  expect(await listed('&indication=cervical_dystonia')).toContainEqual(made.body);
  expect(await listed('&indication=cervical_dystonia&product=abo')).not.toContainEqual(made.body);
});

it('a change is a new version; the one before can be read, and a session still names it', async () => {
  const { neurologist, admin } = service;
  const { id, name } = (await keep()).body;
  const courseId = await started(neurologist);
  const sessionId = await logged(neurologist, courseId, { protocolId: id });
  const changed = await change(id, 1, { rows: [{ ...NECK, units: 60 }] }, admin);
  expect(changed).toMatchObject({ status: 200, body: { id, name, version: 2, totalUnits: 60 } });
  expect((await neurologist.get(`/protocols/${id}?version=1`)).body).toMatchObject({ totalUnits: 80 });
  expect((await neurologist.get(`/sessions/${sessionId}`)).body).toMatchObject({
    protocolId: id,
    protocolVersion: 1,
  });
  const later = { performedOn: '2026-11-09', protocolId: id };
  const next = await logged(neurologist, courseId, later);
  expect((await neurologist.get(`/sessions/${next}`)).body).toMatchObject({ protocolVersion: 2 });
  expect(await change(id, 1, { name: 'Other' })).toMatchObject({ status: 412 });
  expect(await neurologist.get(`/protocols/${id}?version=3`)).toMatchObject({ status: 404 });
  const trail = await admin.get(`/audit?subject=protocol&limit=500`);
  const entries = trail.body.items.filter(({ subjectId }: { subjectId: string }) => subjectId === id);
  expect(entries.map(({ action }: { action: string }) => action)).toEqual(['insert', 'insert']);
});

it('is no longer offered once it is retired, and may be offered again', async () => {
  const { id } = (await keep()).body;
  const ids = async (query = '') => (await listed(query)).map((item: { id: string }) => item.id);
  expect(await change(id, 1, { retired: true })).toMatchObject({ body: { retired: true, version: 2 } });
  expect(await ids()).not.toContain(id);
  expect(await ids('&retired=true')).toContain(id);
  expect(await ids('&updatedSince=2026-01-01T00:00:00Z')).toContain(id);
  expect(await change(id, 2, { retired: false })).toMatchObject({ body: { retired: false, version: 3 } });
  expect(await ids()).toContain(id);
});

it.each`
  given                                                          | pointer                  | why
  ${{ name: ' ' }}                                               | ${'/name'}               | ${'no name'}
  ${{ name: ' preempt  155 u', indication: 'chronic_migraine' }} | ${'/name'}               | ${'a name that is taken'}
  ${{ rows: [] }}                                                | ${'/rows'}               | ${'no rows'}
  ${{ rows: [{ ...NECK, muscle: 'biceps' }] }}                   | ${'/rows/0/muscle'}      | ${'no such muscle'}
  ${{ rows: [NECK, { ...NECK, units: 20 }] }}                    | ${'/rows/1/muscle'}      | ${'a muscle twice'}
  ${{ rows: [{ ...NECK, side: 'midline' }] }}                    | ${'/rows/0/side'}        | ${'no side'}
  ${{ rows: [{ ...NECK, units: 0 }] }}                           | ${'/rows/0/units'}       | ${'no units'}
  ${{ rows: [{ ...NECK, sites: 1.5 }] }}                         | ${'/rows/0/sites'}       | ${'half a site'}
  ${{ dilution: { vialUnits: 100 } }}                            | ${'/dilution/diluentMl'} | ${'half a dilution'}
  ${{ product: 'jeuveau' }}                                      | ${'/product'}            | ${'no product of ours'}
  ${{ indication: 'wrinkles' }}                                  | ${'/indication'}         | ${'no indication of ours'}
`('refuses $given ($why)', async ({ given, pointer }) => {
  const { status, body } = await keep(given as object);
  expect({ status, pointers: body.errors?.map((error: { pointer: string }) => error.pointer) }).toEqual({
    status: 400,
    pointers: [pointer],
  });
});

it('leaves a published protocol as it was published', async () => {
  const { id } = await preempt('PREEMPT 155 U');
  expect(await change(id, 1, { name: 'Ours' })).toMatchObject({ status: 409 });
  expect(await change(randomUUID(), 1, { name: 'Ours' })).toMatchObject({ status: 404 });
});

it('never takes units over to another product', async () => {
  const { id } = (await keep({ dilution: { vialUnits: 100, diluentMl: 2 } })).body;
  const refused = await change(id, 1, { product: 'abo' });
  expect(refused).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/rows' }, { pointer: '/dilution' }] },
  });
  const sent = { product: 'abo', rows: [{ ...NECK, units: 250 }], dilution: null };
  expect(await change(id, 1, sent)).toMatchObject({
    body: { product: 'abo', totalUnits: 250, dilution: null },
  });
});

it('two changes of one version at once make one next version', async () => {
  const { id } = (await keep()).body;
  const answers = await Promise.all([60, 70].map((units) => change(id, 1, { rows: [{ ...NECK, units }] })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
});

describe('a session', () => {
  it.each`
    named                                                       | pointer               | why
    ${() => ({ protocolId: randomUUID() })}                     | ${'/protocolId'}      | ${'no protocol'}
    ${(id: string) => ({ protocolId: id, protocolVersion: 2 })} | ${'/protocolVersion'} | ${'no such version'}
    ${(id: string) => ({ protocolId: id, product: 'abo' })}     | ${'/protocolId'}      | ${'units of another product'}
  `('begins from $why: refused, checked or saved', async ({ named, pointer }) => {
    const { id } = (await keep()).body;
    const session = aSession(await started(service.neurologist), named(id));
    for (const path of ['/sessions/check', '/sessions'])
      expect(await service.neurologist.post(path, session)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer }] },
      });
  });

  it('keeps what it began from when it is corrected, until another product takes its place', async () => {
    const { neurologist } = service;
    const { id } = (await keep()).body;
    const courseId = await started(neurologist);
    const sessionId = await logged(neurologist, courseId, { protocolId: id });
    const patch = (version: number, body: object) =>
      neurologist.patch(`/sessions/${sessionId}`, version, body);
    expect(await patch(1, { note: 'well' })).toMatchObject({ body: { protocolId: id, protocolVersion: 1 } });
    expect(await patch(2, { protocolId: null })).toMatchObject({
      body: { protocolId: null, protocolVersion: null },
    });
    await patch(3, { protocolId: id, protocolVersion: 1 });
    await signs(neurologist, sessionId);
    const amended = await neurologist.post(
      `/sessions/${sessionId}/amend`,
      aSession(courseId, { reason: 'the left was meant' }),
    );
    expect(amended).toMatchObject({ status: 201, body: { protocolId: id, protocolVersion: 1 } });
    const other = aSession(courseId, {
      product: 'abo',
      reason: 'it was Dysport',
      injections: [{ ...PREEMPT[0], muscle: 'splenius_capitis', side: 'right', units: 250 }],
    });
    const confirmed = ['S09', 'S23', 'S25'].map((code) => ({ code, reason: 'as it was given' }));
    expect(
      await neurologist.post(`/sessions/${amended.body.id}/amend`, { ...other, confirmed }),
    ).toMatchObject({
      status: 201,
      body: { protocolId: null, protocolVersion: null },
    });
  });
});
