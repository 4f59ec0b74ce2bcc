import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { addDays, type PlainDate } from '../../src/clinical/calendar';
import { SYSTEM } from '../../src/platform/actor';
import { ClinicNow, sentClinic } from '../../src/platform/clinic';
import { ClinicSetting } from '../../src/platform/clinic-setting.entity';
import { reassessAll, type Reassessed } from '../../src/records/assessment/reassess-course';
import { assessingInThreads, type ThreadJob } from '../../src/records/assessment/threads/assessing-threads';
import { startApp, type Client, type TestApp } from '../support/app';
import { registered, signs, started, voids } from '../support/builders';

const TODAY = addDays('2026-11-23', 0);

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: TODAY });
});
afterAll(() => service.close());

async function reassess(tx: EntityManager): Promise<Reassessed> {
  return reassessAll(tx, await service.app.get(ClinicNow).read(tx));
}

/** Everything derived, but for the moment it was derived at. */
function derivedRows(): Promise<unknown[]> {
  return service.work.db.query(
    `select to_jsonb(a) - 'assessed_at' as row from course_assessment a order by course_id`,
  );
}

/** Vials whose movements are not what the sessions that count say of them. */
function vialsOutOfStep(): Promise<unknown[]> {
  return service.work.db.query(
    `select s.root_id as session, m.out, sum(i.units) as given
      from injection_session s join injection i on i.session_id = s.id
      cross join lateral (
        select sum(case when to_account = 'patient' then units when from_account = 'patient' then -units else 0 end) as out
        from vial_movement where session_root_id = s.root_id) m
      where s.replaced_at is null and m.out is not null
      group by s.root_id, s.id, m.out
      having m.out <> case
        when s.voided_at is null and exists (select from session_vial v where v.session_id = s.id and v.vial_id is not null)
        then sum(i.units) else 0 end`,
  );
}

interface Course {
  readonly id: string;
  readonly patientId: string;
  readonly sessions: string[];
  /** What was sent of each session that was saved. */
  readonly sent: object[];
}

/** One thing that somebody records; which of the courses, when and what is left to chance. */
interface Deed {
  readonly what: keyof typeof DEEDS;
  readonly of: number;
  readonly day: number;
  readonly much: number;
}

const CONFIRMED = ['S02', 'S03', 'S07', 'S09', 'S18'].map((code) => ({ code, reason: 'considered' }));

const ROWS = [
  { muscle: 'trapezius', side: 'left' },
  { muscle: 'splenius_capitis', side: 'right', guidance: 'emg' },
  { muscle: 'sternocleidomastoid', side: 'left', guidance: 'ultrasound' },
  { muscle: 'levator_scapulae', side: 'right', volumeMl: 0.5 },
];

/** A session of up to four rows; half of them from vials of the stock. */
async function logs(by: Client, course: Course, day: PlainDate, much: number, given = {}): Promise<void> {
  const body = {
    id: randomUUID(),
    courseId: course.id,
    performedOn: day,
    product: much % 5 === 0 ? 'abo' : 'ona',
    injections: ROWS.slice(0, 1 + (much % 4)).map((row, at) => ({ ...row, units: 20 + much / 4 + at })),
    vials: much % 2 ? await received(by, much) : [],
    confirmed: CONFIRMED,
    ...given,
  };
  const { status } = await by.post('/sessions', body);
  if (status !== 201) return;
  course.sessions.push(body.id);
  course.sent.push(body);
}

async function received(by: Client, much: number): Promise<object[]> {
  const product = much % 5 === 0 ? 'abo' : 'ona';
  const lot = { product, lotNumber: randomUUID(), expiresOn: '2027-06-30', vialUnits: 200, vials: 1 };
  const { body } = await by.post('/lots', { ...lot, arrivedOn: addDays(TODAY, -1_000) });
  const { items } = (await by.get(`/vials?lotId=${body.id}`)).body;
  return [{ vialId: items[0].id }];
}

const asSent = ({ muscle, side, units }: Record<string, unknown>) => ({ muscle, side, units });

/** Changes the first session of a course; a signed one, by an amendment that takes its place. */
async function corrects(by: Client, { sessions }: Course, day: PlainDate, much: number): Promise<void> {
  const [id] = sessions;
  if (!id) return;
  const { body } = await by.get(`/sessions/${id}`);
  const injections = ROWS.map((row) => ({ ...row, units: 5 + much / 4 }));
  const content = { ...(much % 2 && { injections }), confirmed: CONFIRMED };
  if (body.signedAt) {
    const standing = { performedOn: body.performedOn, product: body.product };
    const asGiven = { injections: body.injections.map(asSent) };
    const made = await by.post(`/sessions/${id}/amend`, {
      ...standing,
      ...asGiven,
      ...content,
      reason: 'it was wrong',
    });
    if (made.status === 201) sessions[0] = made.body.id as string;
  } else {
    await by.patch(`/sessions/${id}`, body.version as number, { performedOn: day, ...content });
  }
}

const DEEDS = {
  session: logs,
  touchUp: async (by: Client, course: Course, _: PlainDate, much: number) => {
    const { sessions } = course;
    if (sessions.length === 0) return;
    const { performedOn, product } = (await by.get(`/sessions/${sessions.at(-1)}`)).body;
    const day = addDays(performedOn as PlainDate, much % 20);
    await logs(by, course, day, much, { product, vials: [], continuesId: sessions.at(-1) });
  },
  again: async (by: Client, { sent }: Course, _: PlainDate, much: number) => {
    if (sent.length === 0) return;
    const body = sent[much % sent.length]!;
    const same = await by.post('/sessions', body);
    const other = await by.post('/sessions', { ...body, note: `another ${much}` });
    if (same.status !== 200 || other.status !== 409) throw new Error(`again: ${same.status} ${other.status}`);
  },
  fade: async (by: Client, { id }: Course, day: PlainDate) => {
    for (const [n, improvementPct] of [65, 70, 65, 60, 20, 10].entries()) {
      const performedOn = addDays(day, 91 * n - 600);
      const injections = [{ ...ROWS[1], units: 130 }];
      const session = { courseId: id, performedOn, product: 'ona', injections, confirmed: CONFIRMED };
      const { status, body } = await by.post('/sessions', session);
      const lasted = addDays(performedOn, improvementPct + 20);
      if (status === 201)
        await by.put(`/sessions/${body.id}/response`, { improvementPct, woreOffOn: lasted });
    }
  },
  visit: async (by: Client, course: Course, _: PlainDate, much: number) => {
    await by.post(`/courses/${course.id}/appointments`, { startsAt: `${TODAY}T15:00:00Z` });
    await logs(by, course, TODAY, much);
  },
  move: corrects,
  amend: async (by: Client, course: Course, day: PlainDate, much: number) => {
    if (course.sessions.length === 0) return;
    await signs(by, course.sessions[0]!);
    await corrects(by, course, day, much);
  },
  void: (by: Client, { sessions }: Course) => voids(by, String(sessions.pop()), 'not given at all'),
  response: (by: Client, { sessions: [id] }: Course, day: PlainDate, much: number) =>
    by.put(`/sessions/${id}/response`, { improvementPct: much, woreOffOn: much % 2 ? day : null }),
  event: (by: Client, { sessions: [sessionId] }: Course, day: PlainDate) =>
    by.post('/adverse-events', {
      sessionId,
      kind: 'dry_mouth',
      onsetOn: day,
      severity: 'mild',
      serious: false,
    }),
  hold: (by: Client, { id }: Course, day: PlainDate, much: number) =>
    by.post(`/courses/${id}/holds`, { untilOn: addDays(day, much), reason: 'infection' }),
  interval: async (by: Client, { id }: Course, day: PlainDate, much: number) => {
    const { version } = (await by.get(`/courses/${id}`)).body;
    const change =
      much % 2 ? { interval: `P${10 + (much % 9)}W` } : { overrideDueOn: day, overrideReason: 'wish' };
    return by.patch(`/courses/${id}`, version, change);
  },
  contact: (by: Client, { id }: Course, day: PlainDate, much: number) =>
    by.post(`/courses/${id}/contacts`, {
      at: `${day}T12:00:00Z`,
      channel: 'phone',
      outcome: much > 95 ? 'deceased' : 'call-later',
      snoozeUntilOn: addDays(day, 1 + much),
    }),
  authorization: (by: Client, { patientId }: Course, day: PlainDate, much: number) =>
    by.post('/authorizations', {
      patientId,
      payer: 'Acme',
      product: 'ona',
      number: `${day}-${much}`,
      startsOn: day,
      endsOn: addDays(day, much * 4),
      billingUnitsApproved: much * 3 + 1,
    }),
  override: (by: Client, { patientId }: Course, _: PlainDate, much: number) =>
    by.post('/coverage-overrides', {
      ...(much % 2 ? { patientId } : { payer: `Payer ${much}` }),
      indication: 'cervical_dystonia',
      coverage: 'pa_usual',
      reason: 'contract',
    }),
  end: (by: Client, { id }: Course, day: PlainDate, much: number) =>
    much > 90 ? by.post(`/courses/${id}/end`, { on: day, reason: 'remission' }) : undefined,
} as const;

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(
    ...(Object.keys(DEEDS) as (keyof typeof DEEDS)[]),
    'session' as const,
    'session' as const,
  ),
  of: fc.nat({ max: 3 }),
  day: fc.integer({ min: 0, max: 900 }),
  much: fc.integer({ min: 0, max: 100 }),
});

/** Two patients with two courses each, on which things are recorded one after the other. */
async function record(deeds: readonly Deed[]): Promise<void> {
  const { neurologist } = service;
  const courses: Course[] = [];
  for (let patient = 0; patient < 2; patient += 1) {
    const patientId = await registered(neurologist, { payer: 'Acme', sex: 'male' });
    for (const indication of ['cervical_dystonia', 'chronic_migraine']) {
      courses.push({
        id: await started(neurologist, { patientId, indication }),
        patientId,
        sessions: [],
        sent: [],
      });
    }
  }
  for (const { what, of, day, much } of deeds) {
    await DEEDS[what](neurologist, courses[of]!, addDays(TODAY, -day), much);
  }
}

it('whatever is recorded in whatever order, everything derived is already what a recalculation makes it', async () => {
  const records = fc.asyncProperty(fc.array(deed, { minLength: 30, maxLength: 40 }), async (deeds) => {
    await record(deeds);
    expect(await vialsOutOfStep()).toEqual([]);
    const before = await derivedRows();
    const { changed, changes } = await service.work.write(SYSTEM, reassess);
    expect(await derivedRows()).toEqual(before);
    expect({ changed, changes }).toEqual({ changed: 0, changes: [] });
  });
  await fc.assert(records, {
    numRuns: Number(process.env.RANDOM_RUNS ?? 6),
    seed: Number(process.env.RANDOM_SEED ?? 20_261_123),
    endOnFailure: true,
  });
}, 300_000);

it('among what was recorded is each of what a session bears on', async () => {
  const [met] = await service.work.db.query<Record<string, number>[]>(
    `select (select count(*)::int from review_flag) as flags, (select count(*)::int from vial_movement) as drawn,
      (select count(*)::int from vial_movement where to_account = 'vial' and from_account = 'patient') as "putBack",
      (select count(*)::int from appointment where status = 'attended') as attended,
      (select count(*)::int from injection_session where replaced_at is not null) as replaced,
      (select count(*)::int from injection_session where voided_at is not null) as voided,
      (select count(*)::int from injection_session where continues_id is not null) as continued`,
  );
  expect(Object.entries(met!).filter(([, count]) => count === 0)).toEqual([]);
});

describe('of more patients than are read at once', () => {
  beforeAll(() =>
    service.work.write(SYSTEM, async (tx) => {
      await tx.query(`insert into patient (id, mrn, family_name, given_name, birth_date, sex, search_text)
        select md5('many' || n)::uuid, 'MANY' || n, 'Many', 'M', '1960-01-01', 'female', ' many'
        from generate_series(1, 1001) n`);
      await tx.query(`insert into course (id, patient_id, indication, planned_product)
        select md5('of' || n)::uuid, md5('many' || n)::uuid, 'cervical_dystonia', 'ona' from generate_series(1, 1001) n`);
    }),
  );

  const derivedOfMany = async (): Promise<number> => {
    const [row] = await service.work.db.query<[{ count: number }]>(
      `select count(*)::int from course_assessment a join patient p on p.id = a.patient_id where p.mrn like 'MANY%'`,
    );
    return row.count;
  };

  it('interrupted after the first of them, nothing is changed', async () => {
    const stopping = new AbortController();
    const reason = new Error('interrupted');
    const told: number[] = [];
    const interrupted = service.work.write(SYSTEM, async (tx) =>
      reassessAll(tx, await service.app.get(ClinicNow).read(tx), {
        waiting: stopping.signal,
        told: (patients) => {
          told.push(patients);
          stopping.abort(reason);
        },
      }),
    );
    await expect(interrupted).rejects.toBe(reason);
    expect(told).toEqual([500]);
    expect(await derivedOfMany()).toBe(0);
  });

  it('none is left out, and it is told how many are done', async () => {
    const told: [number, number][] = [];
    const [{ patients }] = await service.work.db.query<[{ patients: number }]>(
      'select count(*)::int as patients from patient',
    );
    const { changed } = await service.work.write(SYSTEM, async (tx) =>
      reassessAll(tx, await service.app.get(ClinicNow).read(tx), {
        told: (done, of) => told.push([done, of]),
      }),
    );
    expect(changed).toBe(1001);
    expect(await derivedOfMany()).toBe(1001);
    expect(told.slice(0, 2)).toEqual([
      [500, patients],
      [1000, patients],
    ]);
    expect(told.at(-1)).toEqual([patients, patients]);
  });
});

it('deleted altogether, the derived rows come back as they were', async () => {
  await service.admin.patch('/clinic-settings', 1, { crossCourseMinimum: true, closedDays: ['2026-12-07'] });
  const before = await derivedRows();
  expect(before.length).toBeGreaterThanOrEqual(24);
  await service.asOwner('delete from course_assessment');
  const { courses, changed } = await service.work.write(SYSTEM, reassess);
  expect({ courses, changed }).toEqual({ courses: before.length, changed: before.length });
  expect(await derivedRows()).toEqual(before);
});

describe('assessed in threads', () => {
  async function reassessInThreads(
    tx: EntityManager,
    { told, waiting, ...job }: Partial<ThreadJob> & Parameters<typeof reassessAll>[2] = {},
  ): Promise<Reassessed> {
    const settings = await tx.findOneByOrFail(ClinicSetting, { id: true });
    const clinic = await service.app.get(ClinicNow).read(tx);
    const usual = { url: service.databaseUrl, clinic: sentClinic(settings, clinic) };
    return reassessAll(tx, clinic, { told, waiting }, await assessingInThreads(tx, { ...usual, ...job }));
  }

  const flags = (): Promise<unknown[]> =>
    service.work.db.query(
      `select course_id, tier, cause, status, shown, opens_on, content, version from review_flag order by 1, 2, 3, version`,
    );

  it('everything derived and every flag is what it is in one, and so is what is told of it', async () => {
    const [before, flagsBefore] = [await derivedRows(), await flags()];
    const forget = `begin;
      select set_config('clinic.actor_id', '${SYSTEM.id}', true), set_config('clinic.actor_name', 'test', true),
        set_config('clinic.actor_role', 'system', true);
      delete from review_flag where status = 'open';
      delete from course_assessment;
      commit`;
    const come: { done: Reassessed; rows: unknown[]; flags: unknown[] }[] = [];
    for (const way of [reassess, reassessInThreads]) {
      await service.asOwner(forget);
      const done = await service.work.write(SYSTEM, (tx) => way(tx));
      come.push({ done, rows: await derivedRows(), flags: await flags() });
    }
    const [alone, threads] = come;
    expect(threads).toEqual(alone);
    expect(threads!.rows).toEqual(before);
    expect(threads!.done.changed).toBe(before.length);
    expect(threads!.flags).toHaveLength(flagsBefore.length);
    expect(flagsBefore).not.toEqual([]);
  });

  it('once more, nothing changes', async () => {
    const told: number[] = [];
    const { changed, changes } = await service.work.write(SYSTEM, (tx) =>
      reassessInThreads(tx, { told: (patients) => told.push(patients) }),
    );
    expect({ changed, changes }).toEqual({ changed: 0, changes: [] });
    expect(told.slice(0, 2)).toEqual([500, 1000]);
  });

  it('they judge by settings that are not committed yet', async () => {
    const moved = await service.work.tryOut(SYSTEM, async (tx) => {
      await tx.update(ClinicSetting, { id: true }, { closedDays: ['2026-12-14', '2026-12-21'] });
      const found = await reassessInThreads(tx);
      return { found, again: await reassess(tx) };
    });
    expect(moved.again).toMatchObject({ changed: 0, changes: [] });
  });

  it('interrupted, nothing is changed', async () => {
    await service.asOwner('delete from course_assessment');
    const stopping = new AbortController();
    const reason = new Error('interrupted');
    const interrupted = service.work.write(SYSTEM, (tx) =>
      reassessInThreads(tx, { waiting: stopping.signal, told: () => stopping.abort(reason) }),
    );
    await expect(interrupted).rejects.toBe(reason);
    expect(await derivedRows()).toEqual([]);
  });

  it('what ends a thread ends all, and nothing is changed', async () => {
    const url = service.databaseUrl.replace(/[^/]*$/, 'no_such_clinic');
    const failed = service.work.write(SYSTEM, (tx) => reassessInThreads(tx, { url }));
    await expect(failed).rejects.toThrow('no_such_clinic');
    expect(await derivedRows()).toEqual([]);
  });
});
