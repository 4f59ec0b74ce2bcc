import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { addDays, type PlainDate } from '../../src/clinical/calendar';
import { SYSTEM } from '../../src/platform/actor';
import { ClinicNow } from '../../src/platform/clinic';
import { reassessAll, type Reassessed } from '../../src/records/assessment/reassess-course';
import { startApp, type Client, type TestApp } from '../support/app';
import { registered, started, voids } from '../support/builders';

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

interface Course {
  readonly id: string;
  readonly patientId: string;
  readonly sessions: string[];
}

/** One thing that somebody records; which of the courses, when and what is left to chance. */
interface Deed {
  readonly what: keyof typeof DEEDS;
  readonly of: number;
  readonly day: number;
  readonly much: number;
}

const CONFIRMED = ['S02', 'S03', 'S09', 'S18'].map((code) => ({ code, reason: 'considered' }));

const DEEDS = {
  session: async (by: Client, course: Course, day: PlainDate, much: number) => {
    const product = much % 5 === 0 ? 'abo' : 'ona';
    const injections = [{ muscle: 'trapezius', side: 'left', units: 20 + much }];
    const { status, body } = await by.post('/sessions', {
      courseId: course.id,
      performedOn: day,
      product,
      injections,
      confirmed: CONFIRMED,
    });
    if (status === 201) course.sessions.push(body.id as string);
  },
  move: (by: Client, { sessions: [id] }: Course, day: PlainDate) =>
    by.patch(`/sessions/${id}`, 1, { performedOn: day, confirmed: CONFIRMED }),
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
      courses.push({ id: await started(neurologist, { patientId, indication }), patientId, sessions: [] });
    }
  }
  for (const { what, of, day, much } of deeds) {
    await DEEDS[what](neurologist, courses[of]!, addDays(TODAY, -day), much);
  }
}

it('whatever is recorded in whatever order, everything derived is already what a recalculation makes it', async () => {
  const records = fc.asyncProperty(fc.array(deed, { minLength: 30, maxLength: 40 }), async (deeds) => {
    await record(deeds);
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

it('deleted altogether, the derived rows come back as they were', async () => {
  await service.admin.patch('/clinic-settings', 1, { crossCourseMinimum: true, closedDays: ['2026-12-07'] });
  const before = await derivedRows();
  expect(before.length).toBeGreaterThanOrEqual(24);
  await service.asOwner('delete from course_assessment');
  const { courses, changed } = await service.work.write(SYSTEM, reassess);
  expect({ courses, changed }).toEqual({ courses: before.length, changed: before.length });
  expect(await derivedRows()).toEqual(before);
});
