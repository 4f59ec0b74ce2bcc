import { randomUUID } from 'node:crypto';
import openapi from '../../openapi.json';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, signs, started, voids } from '../support/builders';
import { copyOf, type Copy, type IdOf } from '../support/clients/poller';

const TODAY = '2026-11-23';
const WRITERS = 4;
const ROUNDS = 2;

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: TODAY, env: { REQUEST_LIMITS: 'search=1000000' } });
  // What a writer has written is committed late, after others that began later.
  await service.asOwner(`create function linger() returns trigger language plpgsql as $$
    begin perform pg_sleep(random() * 0.05); return null; end $$`);
  for (const table of ['appointment', 'injection_session', 'course', 'response'])
    await service.asOwner(`create constraint trigger linger after insert or update on ${table}
      deferrable initially deferred for each row execute function linger()`);
});
afterAll(() => service.close());

const byCourse: IdOf = ({ courseId }) => courseId;

/** Every list that is derived from what others write, and by what its rows are told apart. */
const LISTS: Readonly<Record<string, IdOf>> = {
  '/due-list': byCourse,
  '/worklists/to-call': ({ patient }) => patient.id,
  '/worklists/first-visits': ({ patient }) => patient.id,
  '/worklists/unsigned': ({ sessionId }) => sessionId,
  '/worklists/peak-checks': byCourse,
  '/worklists/my-day': ({ appointment }) => appointment.id,
  '/worklists/ready': byCourse,
  '/worklists/authorizations-to-start': byCourse,
};

function copies(): ReadonlyMap<string, Copy> {
  return new Map(
    Object.entries(LISTS).map(([path, idOf]) => [path, copyOf(service.neurologist, path, 3, idOf)]),
  );
}

async function wholeOf(path: string): Promise<Map<string, unknown>> {
  const rows = new Map<string, unknown>();
  for (let cursor = ''; ;) {
    const { status, body } = await service.neurologist.get(`${path}?limit=500${cursor}`);
    expect(status).toBe(200);
    for (const row of body.items) rows.set(LISTS[path]!(row), row);
    if (body.nextCursor === null) return rows;
    cursor = `&cursor=${body.nextCursor}`;
  }
}

async function expectSame(copied: ReadonlyMap<string, Copy>): Promise<void> {
  for (const [path, { rows }] of copied) {
    const byId = (map: ReadonlyMap<string, unknown>) => Object.fromEntries(map);
    expect({ path, rows: byId(rows) }).toEqual({ path, rows: byId(await wholeOf(path)) });
  }
}

const MORNING = `${TODAY}T16:00:00Z`;

/** What a day does to a course, each step of which moves it on some list. */
async function writes(): Promise<void> {
  const { neurologist, scheduler } = service;
  const done = async (answer: Promise<{ status: number; body: unknown }>): Promise<any> => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const patientId = await registered(neurologist, { payer: 'Acme' });
    const courseId = await started(neurologist, { patientId });
    const visit = async (startsAt: string) =>
      done(scheduler.post(`/courses/${courseId}/appointments`, { startsAt }));
    const first = await visit(MORNING);
    await done(scheduler.patch(`/appointments/${first.id}`, first.version, { status: 'cancelled' }));
    const given = await logged(neurologist, courseId, { performedOn: '2026-08-17' });
    await done(scheduler.post(`/courses/${courseId}/contacts`, { channel: 'phone', outcome: 'no-answer' }));
    await done(signs(neurologist, given));
    const second = await visit(MORNING);
    if (round % 2) {
      const body = { startsAt: '2026-12-01T16:00:00Z' };
      await done(scheduler.patch(`/appointments/${second.id}`, second.version, body));
    }
    const later = await logged(neurologist, courseId, {
      performedOn: '2026-11-02',
      confirmed: [{ code: 'S02', reason: 'back early, in pain' }],
    });
    await done(neurologist.put(`/sessions/${later}/response`, { assessedOn: TODAY, improvementPct: 60 }));
    if (round % 2) await done(voids(neurologist, later));
  }
}

describe('a script that keeps the lists of work, while others write and commit late,', () => {
  it('has every list at the end as whoever asks for all of it, row by row', async () => {
    const copied = copies();
    let writing = true;
    const all = Promise.all(Array.from({ length: WRITERS }, () => writes())).finally(() => {
      writing = false;
    });
    do {
      for (const copy of copied.values()) await copy.fetch();
    } while (writing);
    await all;
    for (const copy of copied.values()) await copy.fetch();
    await expectSame(copied);
    for (const [path, { came, went }] of copied)
      expect({ path, came: came() > 0, went: went() > 0 }).toEqual({ path, came: true, went: true });
  });

  it('hears of a patient who changed, and of nobody else', async () => {
    const patientId = await registered(service.neurologist);
    const courseId = await started(service.neurologist, { patientId });
    await logged(service.neurologist, courseId, { performedOn: '2026-08-17' });
    const copied = copies();
    for (const copy of copied.values()) await copy.fetch();
    const before = new Map([...copied].map(([path, { came }]) => [path, came()]));
    for (const copy of copied.values()) await copy.fetch();
    for (const [path, { came }] of copied) expect([path, came()]).toEqual([path, before.get(path)]);
    expect(
      (await service.scheduler.post(`/courses/${courseId}/snoozes`, { untilOn: '2026-12-14' })).status,
    ).toBe(201);
    const { body } = await service.scheduler.get(
      `/worklists/to-call?updatedSince=${new Date(Date.now() - 1000).toISOString()}&limit=500`,
    );
    expect(body.items).toContainEqual({ id: patientId, removedAt: body.nextUpdatedSince });
    await copied.get('/worklists/to-call')!.fetch();
    expect(copied.get('/worklists/to-call')!.rows.has(patientId)).toBe(false);
    expect(copied.get('/worklists/to-call')!.came()).toBe(before.get('/worklists/to-call')! + 1);
  });
});

describe('what is nobody’s own and moves rows all the same', () => {
  it.each`
    what                    | list                                    | change
    ${'a setting'}          | ${'/worklists/to-call'}                 | ${'setting'}
    ${'the name of a user'} | ${'/worklists/unsigned'}                | ${'user'}
    ${'a payer'}            | ${'/worklists/authorizations-to-start'} | ${'payer'}
    ${'stock'}              | ${'/worklists/ready'}                   | ${'stock'}
  `('$what: $list is told again', async ({ list, change }) => {
    const { neurologist, scheduler, admin } = service;
    const courseId = await started(neurologist, {
      patientId: await registered(neurologist, { payer: 'Globex' }),
    });
    await logged(neurologist, courseId, { performedOn: '2026-08-17' });
    const copy = copyOf(neurologist, list, 500, LISTS[list]);
    await copy.fetch();
    const made = {
      setting: async () => {
        const { body } = await admin.get('/clinic-settings');
        return admin.patch('/clinic-settings', body.version, { leadDays: body.leadDays + 1 });
      },
      user: async () => {
        const { body } = await admin.get(`/users/${neurologist.userId}`);
        return admin.patch(`/users/${neurologist.userId}`, body.version, { displayName: 'Dr. Renamed' });
      },
      payer: () => scheduler.post('/payers', { name: 'Globex', leadDays: 40, source: 'policy of 2026' }),
      stock: () =>
        neurologist.post('/lots', {
          product: 'ona',
          lotNumber: randomUUID().slice(0, 8),
          expiresOn: '2027-12-31',
          vialUnits: 200,
          vials: 3,
        }),
    }[change as 'setting' | 'user' | 'payer' | 'stock'];
    const { status, body } = await made();
    if (status >= 300) throw new Error(JSON.stringify(body));
    await copy.fetch();
    expect(Object.fromEntries(copy.rows)).toEqual(Object.fromEntries(await wholeOf(list)));
  });
});

describe('every list of the API', () => {
  /** No rows that come and go, or told another way. */
  const NO_LISTS: Readonly<Record<string, string>> = {
    '/api/v1/courses/{id}/readiness': 'one answer about one visit, in its parts',
    '/api/v1/catalog/{catalog}': 'tables of the program, which change with its version',
    '/api/v1/reports/{file}': 'a file: the moment is in its header Next-Updated-Since',
  };
  interface Schema {
    readonly $ref?: string;
    readonly type?: string;
    readonly oneOf?: readonly Schema[];
    readonly properties?: object;
    readonly required?: readonly string[];
  }
  const schemas = openapi.components.schemas as Readonly<Record<string, Schema>>;
  interface Get {
    readonly parameters: readonly { readonly name: string }[];
    readonly responses: {
      readonly '200'?: { readonly content?: Record<string, { readonly schema: Schema }> };
    };
  }
  const paths = openapi.paths as unknown as Record<string, { readonly get?: Get }>;
  const lists = Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get) return [];
    const schema = get.responses['200']?.content?.['application/json']?.schema ?? {};
    const [page = {}] = (schema.oneOf ?? [schema]).map(({ $ref, ...given }) =>
      $ref === undefined ? given : schemas[$ref.split('/').at(-1)!]!,
    );
    return page.type === 'array' || 'items' in (page.properties ?? {}) ? [{ path, get, page }] : [];
  });

  it('takes the moment of the last fetch and gives the one of the next', () => {
    expect(lists.length).toBeGreaterThan(30);
    const without = lists.filter(
      ({ get, page }) =>
        !page.required?.includes('nextUpdatedSince') ||
        !get.parameters.some(({ name }) => name === 'updatedSince'),
    );
    expect(without.map(({ path }) => path).toSorted()).toEqual(Object.keys(NO_LISTS).toSorted());
  });

  it('that is given whole says so, and is given whole whatever moment it is sent', async () => {
    const { neurologist } = service;
    const whole = lists.filter(({ page }) => page.required?.includes('whole'));
    expect(whole.length).toBeGreaterThan(8);
    const { status, body } = await neurologist.get('/stock?updatedSince=2026-11-28T00:00:00Z');
    expect(status).toBe(200);
    expect(body).toEqual({ ...(await neurologist.get('/stock')).body, nextUpdatedSince: expect.any(String) });
    expect(body.whole).toBe(true);
  });
});
