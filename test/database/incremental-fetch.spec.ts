import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { SYSTEM } from '../../src/platform/actor';
import openapi from '../../openapi.json';
import { startApp, type TestApp } from '../support/app';
import { registered, started } from '../support/builders';
import { copyOf } from '../support/clients/poller';

const WRITERS = 8;
const ROUNDS = 12;

let service: TestApp;
let patientId: string;
let courseId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  patientId = await registered(service.neurologist);
  courseId = await started(service.neurologist, { patientId });
});
afterAll(() => service.close());

interface ListOperation {
  readonly parameters: readonly { readonly name?: string }[];
  readonly responses: {
    readonly 200: {
      readonly content?: { readonly 'application/json': { readonly schema: { $ref?: string } } };
    };
  };
}

/** A connection of its own, in a transaction that names its actor; `work` says when it ends. */
async function inTransaction(work: (db: Client) => Promise<unknown>): Promise<void> {
  const db = new Client({ connectionString: service.databaseUrl });
  await db.connect();
  try {
    await db.query('begin');
    await db.query(
      `select set_config('clinic.actor_id', $1, true), set_config('clinic.actor_name', 'writer', true),
        set_config('clinic.actor_role', 'system', true)`,
      [SYSTEM.id],
    );
    await work(db);
    await db.query('commit');
  } finally {
    await db.end();
  }
}

const BOOK = `insert into appointment (id, course_id, starts_at) values ($1, $2, '2026-12-07T15:00:00Z')`;
const MOVE = `update appointment set version = version + 1, starts_at = starts_at + interval '1 minute' where id = $1`;
const STATE = `insert into cover_override (id, patient_id, payer, coverage, reason) values ($1, $2, $3, 'usual', 'contract')`;
const REMOVE = `delete from cover_override where id = $1`;
/** What another writer may finish in meanwhile. */
const LINGER = `select pg_sleep(random() * 0.06)`;

/** Books, states, moves and removes, with commits that come later than their rows were stamped. */
async function writes(writer: number): Promise<void> {
  let [booked, stated] = [randomUUID(), randomUUID()];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [before, statedBefore] = [booked, stated];
    [booked, stated] = [randomUUID(), randomUUID()];
    await inTransaction(async (db) => {
      await db.query(LINGER);
      await db.query(BOOK, [booked, courseId]);
      await db.query(STATE, [stated, patientId, `Payer ${writer} ${round}`]);
      await db.query(LINGER);
      await db.query(MOVE, [before]);
      if (round % 2) await db.query(REMOVE, [statedBefore]);
      await db.query(LINGER);
    });
  }
}

describe('a script that fetches what is new, while eight others write and commit late,', () => {
  it('has every row in its newest version at the end, and none that was removed', async () => {
    const appointments = copyOf(service.scheduler, '/appointments', 7);
    const overrides = copyOf(service.scheduler, '/coverage-overrides', 7);
    const trail = copyOf(service.admin, '/audit?subject=appointment', 50);
    let writing = true;
    const all = Promise.all(Array.from({ length: WRITERS }, (_, writer) => writes(writer))).finally(() => {
      writing = false;
    });
    do {
      await appointments.fetch();
      await overrides.fetch();
      await trail.fetch();
    } while (writing);
    await all;
    await appointments.fetch();
    await overrides.fetch();
    await trail.fetch();

    const booked = await service.work.db.query<{ id: string; version: number }[]>(
      'select id, version from appointment order by id',
    );
    const copied = [...appointments.rows.values()].map(({ id, version }) => ({ id, version }));
    expect(booked).toHaveLength(WRITERS * ROUNDS);
    expect(copied.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(booked);
    const stated = await service.work.db.query<{ id: string }[]>('select id from cover_override order by id');
    expect(stated).toHaveLength(WRITERS * (ROUNDS / 2));
    expect([...overrides.rows.keys()].toSorted()).toEqual(stated.map(({ id }) => id));
    const entries = await service.work.db.query<{ id: number }[]>(
      `select id from audit_entry where subject = 'appointment' and action in ('insert', 'update')`,
    );
    expect(entries.length).toBeGreaterThan(WRITERS * ROUNDS);
    expect([...trail.rows.keys()]).toEqual(expect.arrayContaining(entries.map(({ id }) => id)));
    expect(appointments.came()).toBeGreaterThanOrEqual(WRITERS * ROUNDS);
  });
});

describe('the moment to fetch from the next time', () => {
  it('is in the answer of every list that takes such a moment', () => {
    const paths = openapi.paths as unknown as Record<string, { get?: ListOperation }>;
    const lists = Object.values(paths).flatMap(({ get }) =>
      get?.parameters.some(({ name }) => name === 'updatedSince') ? [get] : [],
    );
    const answers = lists.flatMap((list) => list.responses['200'].content?.['application/json'].schema ?? []);
    const pages = answers.flatMap(({ $ref }) => $ref?.split('/').at(-1) ?? []);
    expect(pages.length).toBeGreaterThan(12);
    const schemas: Record<string, object> = openapi.components.schemas;
    for (const page of pages)
      expect(schemas[page]).toMatchObject({ required: expect.arrayContaining(['nextUpdatedSince']) });
  });

  it('lies before what a transaction under way has written, however much was committed since', async () => {
    const late = randomUUID();
    const copy = copyOf(service.scheduler, '/appointments', 500);
    await copy.fetch();
    await inTransaction(async (db) => {
      await db.query(BOOK, [late, courseId]);
      const soon = randomUUID();
      await inTransaction((other) => other.query(BOOK, [soon, courseId]));
      await copy.fetch();
      expect([copy.rows.has(soon), copy.rows.has(late)]).toEqual([true, false]);
      await copy.fetch();
    });
    await copy.fetch();
    expect(copy.rows.has(late)).toBe(true);
  });

  const ENTER = `insert into audit_entry (actor_id, actor_name, actor_role, action, subject)
    values ('${SYSTEM.id}', 'reader', 'system', 'read', 'patient')`;
  it.each`
    writes            | statement | values
    ${'a row'}        | ${BOOK}   | ${() => [randomUUID(), courseId]}
    ${'that it read'} | ${ENTER}  | ${() => []}
  `(
    'is held back by a transaction that has written $writes, and by none that only reads',
    async ({ statement, values }) => {
      const db = service.work.db;
      const isHeldBack = async (since: Date): Promise<boolean> => {
        const [row] = await db.query<[{ held: boolean }]>('select unchanged_before() < $1 as held', [since]);
        return row.held;
      };
      await inTransaction(async (other) => {
        await other.query('select count(*) from patient');
        const { rows } = await other.query<{ now: Date }>('select clock_timestamp() as now');
        expect(await isHeldBack(rows[0]!.now)).toBe(false);
        await other.query(statement as string, (values as () => unknown[])());
        expect(await isHeldBack(rows[0]!.now)).toBe(true);
      });
    },
  );
});

describe('what a list shows beside a row', () => {
  const since = async (path: string): Promise<string> =>
    (await service.neurologist.get(path)).body.nextUpdatedSince as string;

  it.each`
    list                 | why                                          | change
    ${'/courses'}        | ${'an appointment'}                          | ${'appointments'}
    ${'/courses'}        | ${'a hold of another course of the patient'} | ${'holds'}
    ${'/patients'}       | ${'a session, which tells of tolerance'}     | ${'sessions'}
    ${'/authorizations'} | ${'a session, which uses it up'}             | ${'sessions'}
  `('$list brings the row again after $why', async ({ list, change }) => {
    const { neurologist, scheduler } = service;
    const whose = await registered(neurologist);
    const [one, other] = [
      await started(neurologist, { patientId: whose }),
      await started(neurologist, { patientId: whose, indication: 'blepharospasm' }),
    ];
    const { body: authorization } = await scheduler.post('/authorizations', {
      patientId: whose,
      payer: 'Acme',
      product: 'ona',
      number: randomUUID(),
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
    });
    const from = await since(list);
    const { status } = await {
      appointments: () =>
        scheduler.post(`/courses/${one}/appointments`, { startsAt: '2026-12-07T15:00:00Z' }),
      holds: () =>
        neurologist.post(`/courses/${other}/holds`, {
          untilOn: '2027-01-31',
          reason: 'fever',
          concerns: 'patient',
        }),
      sessions: () =>
        neurologist.post('/sessions', {
          courseId: one,
          performedOn: '2026-11-16',
          product: 'ona',
          injections: [{ muscle: 'splenius_capitis', side: 'right', units: 60 }],
        }),
    }[change as 'appointments' | 'holds' | 'sessions']();
    expect(status).toBe(201);
    const { body } = await neurologist.get(`${list}?updatedSince=${from}&limit=500`);
    const expected = { '/courses': one, '/patients': whose, '/authorizations': authorization.id as string };
    expect((body.items as { id: string }[]).map(({ id }) => id)).toContain(
      expected[list as keyof typeof expected],
    );
  });
});

describe('an override of cover that was removed', () => {
  it('is told with its moment to who asks since then, in its place, and to nobody else', async () => {
    const { scheduler } = service;
    const whose = await registered(service.neurologist);
    const ids: string[] = [];
    for (const product of ['ona', 'abo', 'inco']) {
      const given = { patientId: whose, product, coverage: 'usual', reason: 'contract of 2026' };
      ids.push((await scheduler.post('/coverage-overrides', given)).body.id as string);
    }
    const removed = ids.toSorted()[1]!;
    expect((await scheduler.delete(`/coverage-overrides/${removed}`)).status).toBe(204);
    const list = `/coverage-overrides?patientId=${whose}`;
    const { body: now } = await scheduler.get(list);
    expect((now.items as { id: string }[]).map(({ id }) => id)).toEqual(
      ids.toSorted().filter((id) => id !== removed),
    );
    const { body } = await scheduler.get(`${list}&updatedSince=2020-01-01T00:00:00Z`);
    expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual(ids.toSorted());
    expect(body.items[1]).toEqual({ id: removed, removedAt: expect.any(String) });
    const later = await scheduler.get(`${list}&updatedSince=${body.nextUpdatedSince}`);
    expect(later.body.items).toEqual([]);
  });

  it('is not made again by sending the request that made it: 410, and the same body under a new id is written', async () => {
    const { scheduler } = service;
    const given = { patientId, product: 'rima', coverage: 'usual', reason: 'contract of 2026' };
    const id = randomUUID();
    expect((await scheduler.post('/coverage-overrides', { ...given, id })).status).toBe(201);
    expect((await scheduler.delete(`/coverage-overrides/${id}`)).status).toBe(204);
    expect(await scheduler.post('/coverage-overrides', { ...given, id })).toMatchObject({
      status: 410,
      body: { type: 'urn:problem:gone', detail: expect.stringContaining('new id') },
    });
    expect((await scheduler.post('/coverage-overrides', { ...given, id: randomUUID() })).status).toBe(201);
  });
});

it('a token that was deleted is told to who asks since then, and a user who changed', async () => {
  const { admin } = service;
  const [users, tokens] = [copyOf(admin, '/users', 2), copyOf(admin, '/api-tokens', 1)];
  const make = async (name: string): Promise<string> =>
    (await admin.post('/api-tokens', { name, role: 'reporting', expiresAt: '2027-01-01T00:00:00Z' })).body
      .id as string;
  const [kept, deleted] = [await make('kept'), await make('deleted')];
  await users.fetch();
  await tokens.fetch();
  expect([...tokens.rows.keys()].toSorted()).toEqual([kept, deleted].toSorted());
  expect((await admin.delete(`/api-tokens/${deleted}`)).status).toBe(204);
  const whom = service.scheduler.userId;
  const { version } = users.rows.get(whom) as unknown as { version: number };
  await admin.patch(`/users/${whom}`, version, { displayName: 'Renamed' });
  await users.fetch();
  await tokens.fetch();
  expect([...tokens.rows.keys()]).toEqual([kept]);
  expect(users.rows.get(whom)).toMatchObject({ displayName: 'Renamed' });
  expect(users.rows.size).toBe((await admin.get('/users?limit=500')).body.items.length);
});

describe('a copy of the due list', () => {
  const dueOf = async (performedOn: string): Promise<{ courseId: string; whose: string }> => {
    const whose = await registered(service.neurologist);
    const id = await started(service.neurologist, { patientId: whose });
    const { status } = await service.neurologist.post('/sessions', {
      courseId: id,
      performedOn,
      product: 'ona',
      injections: [{ muscle: 'splenius_capitis', side: 'right', units: 60 }],
    });
    expect(status).toBe(201);
    return { courseId: id, whose };
  };
  const list = async (since?: string): Promise<{ ids: string[]; removed: string[]; next: string }> => {
    const [ids, removed, next]: [string[], string[], string[]] = [[], [], []];
    for (let cursor = ''; ;) {
      const path = `/due-list?booked=false&limit=2${since ? `&updatedSince=${since}` : ''}${cursor}`;
      const { status, body } = await service.scheduler.get(path);
      expect(status).toBe(200);
      for (const item of body.items as Record<string, string>[])
        (item.removedAt ? removed : ids).push((item.removedAt ? item.id : item.courseId)!);
      next.push(body.nextUpdatedSince as string);
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(new Set(next).size).toBe(1);
    return { ids, removed, next: next[0]! };
  };

  it('hears of what came and what went, and of nothing else', async () => {
    const [booked, called, ended, still] = [
      await dueOf('2026-08-10'),
      await dueOf('2026-08-11'),
      await dueOf('2026-08-12'),
      await dueOf('2026-08-13'),
    ];
    const whole = await list();
    expect(whole.removed).toEqual([]);
    expect(whole.ids).toEqual(
      expect.arrayContaining([booked, called, ended, still].map(({ courseId: id }) => id)),
    );
    expect(await list(whole.next)).toMatchObject({ ids: [], removed: [] });

    const { scheduler, neurologist } = service;
    const startsAt = '2026-12-08T15:00:00Z';
    expect((await scheduler.post(`/courses/${booked.courseId}/appointments`, { startsAt })).status).toBe(201);
    const contact = { channel: 'phone', outcome: 'no-answer' };
    expect((await scheduler.post(`/courses/${called.courseId}/contacts`, contact)).status).toBe(201);
    const end = { on: '2026-11-20', reason: 'remission' };
    expect((await neurologist.post(`/courses/${ended.courseId}/end`, end)).status).toBe(200);
    const came = await dueOf('2026-08-14');

    const news = await list(whole.next);
    expect(news.ids).toEqual([called.courseId, came.courseId]);
    expect(news.removed.toSorted()).toEqual([booked.courseId, ended.courseId].toSorted());
    expect(await list(news.next)).toMatchObject({ ids: [], removed: [] });
  });
});
