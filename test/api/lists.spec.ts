import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { aPatient, logged, registered, started } from '../support/builders';

let service: TestApp;
let patientId: string;
let courseId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  patientId = await registered(service.neurologist, { familyName: 'Aa' });
  courseId = await started(service.neurologist, { patientId });
});
afterAll(() => service.close());

type Item = Record<string, unknown>;
const ids = (items: readonly Item[]) => items.map(({ id }) => id as string);

const LISTS = [
  '/patients',
  '/courses',
  '/flags',
  '/adverse-events',
  '/external-doses',
  '/protocols',
  '/lots',
  '/vials',
  '/authorizations',
  '/coverage-overrides',
  '/appointments',
  '/due-list',
  '/users',
  '/api-tokens',
  '/audit',
];
const OF_COURSE = ['/courses/{id}/sessions', '/courses/{id}/contacts'];
const at = (path: string) => path.replace('{id}', courseId);
const clientOf = (path: string) =>
  /^\/(users|api-tokens|audit)/.test(path) ? service.admin : service.neurologist;

/** A row of everything, twice, so that every list has a second page. */
async function fillLists(): Promise<void> {
  const { neurologist, scheduler, admin } = service;
  for (const n of [1, 2]) {
    const id = await started(neurologist);
    const sessionId = await logged(neurologist, id);
    const { body } = await neurologist.get(`/courses/${id}`);
    await neurologist.post('/adverse-events', {
      sessionId,
      kind: 'ptosis',
      onsetOn: '2026-08-10',
      severity: 'mild',
      serious: false,
    });
    await neurologist.post('/external-doses', {
      patientId: body.patientId,
      givenOn: `202${n}-08-03`,
      brand: 'Jeuveau',
      source: 'patient',
    });
    const lot = await neurologist.post('/lots', {
      product: 'ona',
      lotNumber: `C${n}`,
      expiresOn: '2027-06-30',
      vialUnits: 100,
    });
    await neurologist.post('/vials', { lotId: lot.body.id });
    await scheduler.post('/authorizations', {
      patientId: body.patientId,
      payer: 'Acme',
      product: 'ona',
      number: `N${n}`,
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
    });
    await scheduler.post('/coverage-overrides', {
      patientId: body.patientId,
      coverage: 'usual',
      reason: 'contract',
    });
    await scheduler.post(`/courses/${courseId}/contacts`, { channel: 'phone', outcome: 'agreed' });
    await logged(neurologist, courseId, { performedOn: `202${n}-08-03` });
    await scheduler.post(`/courses/${courseId}/appointments`, { startsAt: `2026-12-0${n}T15:00:00Z` });
    await admin.post('/api-tokens', {
      name: `token ${n}`,
      role: 'reporting',
      expiresAt: '2027-01-01T00:00:00Z',
    });
  }
}

describe('every list', () => {
  beforeAll(fillLists);

  it.each([...LISTS, ...OF_COURSE])('%s refuses a limit or a cursor that cannot be', async (path) => {
    const client = clientOf(path);
    const bad = [
      'limit=0',
      'limit=501',
      'limit=-1',
      'limit=abc',
      'limit=1.5',
      'limit=',
      'limit=1e2',
      'limit=5&limit=6',
      'cursor=',
      'cursor=abc',
      'cursor=W10',
      'cursor=e30',
      'cursor=bnVsbA',
      `cursor=${'A'.repeat(1001)}`,
      'offset=3',
    ];
    for (const query of bad) {
      const { status, body } = await client.get(`${at(path)}?${query}`);
      expect({
        query,
        status,
        pointers: body.errors?.map((error: { pointer: string }) => error.pointer),
      }).toEqual({ query, status: 400, pointers: [`/${query.split('=')[0]}`] });
    }
    expect((await client.get(`${at(path)}?limit=500`)).status).toBe(200);
  });

  it('takes the cursor of no other list', async () => {
    const cursors = new Map<string, string>();
    for (const path of [...LISTS, ...OF_COURSE]) {
      const { nextCursor } = (await clientOf(path).get(`${at(path)}?limit=1`)).body;
      if (nextCursor) cursors.set(path, nextCursor);
    }
    expect([...cursors.keys()]).toEqual([...LISTS, ...OF_COURSE].filter((path) => path !== '/flags'));
    for (const [from, cursor] of cursors) {
      for (const path of [...LISTS, ...OF_COURSE]) {
        const { status } = await clientOf(path).get(`${at(path)}?cursor=${cursor}`);
        expect({ from, path, status }).toEqual({ from, path, status: from === path ? 200 : 400 });
      }
    }
  });

  it.each([...LISTS.slice(0, 9), ...OF_COURSE])(
    '%s answers what changed since a moment, and refuses what is none',
    async (path) => {
      const client = clientOf(path);
      const since = async (moment: string) =>
        client.get(`${at(path)}?updatedSince=${encodeURIComponent(moment)}&limit=500`);
      const all = (await client.get(`${at(path)}?limit=500`)).body.items as Item[];
      expect((await since('2020-01-01T00:00:00Z')).body.items.length).toBeGreaterThanOrEqual(all.length);
      expect((await since('2199-01-01T00:00:00+14:00')).body.items).toEqual([]);
      for (const item of all.slice(0, 1)) {
        const changed = await since((item.updatedAt ?? item.createdAt) as string);
        expect(ids(changed.body.items)).toContain(item.id);
      }
      for (const bad of [
        '2026-11-23',
        'yesterday',
        '2026-02-30T00:00:00Z',
        '2026-11-23T00:00:00',
        '2026-11-23T00:00:00+23:59',
        '2026-11-23T00:00:00 01:00',
      ]) {
        expect(await since(bad)).toMatchObject({
          status: 400,
          body: { errors: [{ pointer: '/updatedSince' }] },
        });
      }
    },
  );

  it('a change alone brings a patient back to who asks since then', async () => {
    const { body } = await service.neurologist.post('/patients', aPatient({ id: randomUUID() }));
    const path = `/patients?limit=500&updatedSince=${new Date(Date.parse(body.updatedAt) + 1).toISOString()}`;
    const none = await service.neurologist.get(path);
    expect(none.status).toBe(200);
    expect(ids(none.body.items)).not.toContain(body.id);
    await service.neurologist.patch(`/patients/${body.id}`, 1, { phone: null });
    expect(ids((await service.neurologist.get(path)).body.items)).toContain(body.id);
  });
});
