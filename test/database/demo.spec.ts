import 'reflect-metadata';
import { Writable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { assessCourse } from '../../src/clinical/assess-course';
import { daysBetween, type PlainDate } from '../../src/clinical/calendar';
import type { IndicationSlug } from '../../src/clinical/catalogue/indications';
import { COVER_STATES, coverAsOf, type CoverPeriod } from '../../src/clinical/cover/cover';
import { givenSessions } from '../../src/clinical/course/course-history';
import { ruleValues } from '../../src/clinical/rules';
import { DUE_STATUSES } from '../../src/clinical/due/due-status';
import { assessTrend, type TrendTier } from '../../src/clinical/watch/response-trend';
import { seedCommand } from '../../src/commands/seed';
import { openDemoClinic } from '../../src/demo/open-demo-clinic';
import { demoClinic } from '../../src/demo/demo-clinic';
import { SYSTEM } from '../../src/platform/actor';
import { createUser } from '../../src/platform/users/create-user';
import { passwordFits } from '../../src/platform/users/password';
import { Clock } from '../../src/platform/clock';
import { ClinicNow } from '../../src/platform/clinic';
import { readConfig, type Config } from '../../src/platform/config';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { createServer } from '../../src/server';
import { Course } from '../../src/records/courses/course.entity';
import { courseFactsOf, type CourseFacts } from '../../src/records/assessment/course-history.query';
import { reassessAll } from '../../src/records/assessment/reassess-course';
import { Patient } from '../../src/records/patients/patient.entity';
import { Injection } from '../../src/records/sessions/injection.entity';
import { judgeSession } from '../../src/records/sessions/judging/judge-session';
import { Session } from '../../src/records/sessions/session.entity';
import { SessionVial } from '../../src/records/sessions/vial.entity';
import { createTestDatabase } from '../support/database';

const ZONE = 'America/New_York';
const TODAY: PlainDate = '2026-11-23';
const FOUR = ['neurologist', 'scheduler', 'reporting', 'admin'];

describe('in a database', () => {
  let app: NestFastifyApplication;
  let config: Config;
  let work: UnitOfWork;
  let opened: Awaited<ReturnType<typeof openDemoClinic>>[];
  let facts: CourseFacts[];

  beforeAll(async () => {
    ({ app, config, work } = await anEmptyService(TODAY));
    opened = await Promise.all([openDemoClinic(app, config), openDemoClinic(app, config)]);
    const patients = await work.db.query<{ id: string }[]>('select id from patient');
    facts = await courseFactsOf(
      work.db,
      patients.map(({ id }) => id),
    );
  });
  afterAll(() => app.close());

  it('of two that open it at once one makes it, with a password', async () => {
    expect(opened.map((seed) => seed?.users)).toEqual([FOUR, FOUR]);
    const passwords = opened.flatMap((seed) => seed?.password ?? []);
    expect(passwords).toEqual([expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)]);
    const users = await work.db.query<{ hash: string }[]>('select password_hash as hash from app_user');
    for (const { hash } of users) expect(await passwordFits(hash, passwords[0]!)).toBe(true);
  });

  it('opened again it is the same, without a password', async () => {
    const before = await countRows(work);
    expect(await openDemoClinic(app, config)).toEqual({ users: FOUR });
    expect(await countRows(work)).toEqual(before);
    const made = demoClinic(TODAY, ZONE);
    expect(before).toMatchObject({
      patient: made.patients.length,
      course: made.courses.length,
      injection_session: made.sessions.length,
      response: made.responses.length,
      appointment: made.appointments.length,
    });
  });

  it('its derived rows are up to date', async () => {
    const { changed } = await work.write(SYSTEM, async (tx) =>
      reassessAll(tx, await app.get(ClinicNow).read(tx)),
    );
    expect(changed).toBe(0);
  });

  it('every due status and every state of cover appears on the list', async () => {
    const rows = await work.db.query<{ status: string; dueOn: PlainDate | null; cover: CoverPeriod[] }[]>(
      'select due_on as "dueOn", cover from course_assessment where listed',
    );
    const clinic = await app.get(ClinicNow).read(work.db);
    expect(clinic).toMatchObject({ zone: ZONE, today: TODAY });
    const statuses = facts
      .filter(({ endedOn, deceasedOn }) => endedOn === null && deceasedOn === null)
      .map((fact) => assessCourse(fact.history, TODAY, clinic.courseRules).dueStatus);
    expect(new Set(statuses)).toEqual(new Set(DUE_STATUSES));
    for (const status of DUE_STATUSES)
      expect(statuses.filter((known) => known === status).length).toBeGreaterThanOrEqual(2);
    expect(new Set(rows.map(({ cover }) => coverAsOf(TODAY, cover).state))).toEqual(new Set(COVER_STATES));
  });

  it('due days are the same number of days away whatever the day it was made on', async () => {
    const dues = await dueOffsets(work, TODAY);
    for (const day of ['2028-02-29', '2026-03-08'] satisfies PlainDate[]) {
      const other = await anEmptyService(day);
      await openDemoClinic(other.app, other.config);
      expect(await dueOffsets(other.work, day)).toEqual(dues);
      await other.app.close();
    }
  });

  it('no appointment is booked before the earliest day', async () => {
    const tooEarly = await work.db.query(
      `select a.id from appointment a join course_assessment c on c.course_id = a.course_id
       where a.status = 'booked' and (a.starts_at at time zone $1)::date < c.earliest_on`,
      [ZONE],
    );
    expect(tooEarly).toEqual([]);
  });

  it('the service finds nothing that stops any of its sessions', async () => {
    const clinic = await app.get(ClinicNow).read(work.db);
    expect(clinic).toMatchObject({ zone: ZONE, today: TODAY });
    for (const session of await work.db.find(Session)) {
      const course = await work.db.findOneByOrFail(Course, { id: session.courseId });
      const patient = await work.db.findOneByOrFail(Patient, { id: course.patientId });
      const injections = await work.db.find(Injection, { where: { sessionId: session.id } });
      const stored = await work.db.find(SessionVial, {
        where: { sessionId: session.id },
        order: { position: 'ASC' },
      });
      const vials = stored.map((vial) => ({
        ...vial,
        openedAt: vial.openedAt?.toISOString(),
        reconstitutedAt: vial.reconstitutedAt?.toISOString(),
      }));
      const of = { patient, course, exceptRootId: session.rootId };
      const { findings } = await judgeSession(work.db, { ...session, injections, vials }, of, clinic);
      expect(findings.filter(({ severity }) => severity === 'stop')).toEqual([]);
    }
  });

  it.each`
    family          | indication                  | tier         | since   | story
    ${'Lindqvist'}  | ${'cervical_dystonia'}      | ${'review'}  | ${8}    | ${'fades from session 8 on'}
    ${'Okonkwo'}    | ${'chronic_migraine'}       | ${'review'}  | ${6}    | ${'shorter and shorter'}
    ${'Haddad'}     | ${'tension_headache'}       | ${'primary'} | ${1}    | ${'never had benefit'}
    ${'Petrov'}     | ${'hemifacial_spasm'}       | ${null}      | ${null} | ${'one bad session, then as before'}
    ${'Baptiste'}   | ${'spasticity_upper'}       | ${null}      | ${null} | ${'two cut doses explain it'}
    ${'Rasmussen'}  | ${'cervical_dystonia'}      | ${null}      | ${null} | ${'switched to Myobloc, which helps'}
    ${'Castellano'} | ${'cervical_dystonia'}      | ${'review'}  | ${8}    | ${'Myobloc fails, its dry mouth is gone'}
    ${'Oyelaran'}   | ${'spasticity_upper'}       | ${'review'}  | ${6}    | ${'the arm'}
    ${'Oyelaran'}   | ${'spasticity_lower'}       | ${null}      | ${null} | ${'but not the leg'}
    ${'Kowalczyk'}  | ${'blepharospasm'}          | ${'watch'}   | ${5}    | ${'a third shorter at a kept peak'}
    ${'Zimmer'}     | ${'hyperhidrosis_axillary'} | ${'review'}  | ${5}    | ${'back half a year early'}
    ${'Delgado'}    | ${'chronic_migraine'}       | ${null}      | ${null} | ${'always short'}
    ${'Marchetti'}  | ${'chronic_migraine'}       | ${'review'}  | ${7}    | ${'the diary alone: headache days are back'}
    ${'Sørensen'}   | ${'spasticity_upper'}       | ${'review'}  | ${7}    | ${'muscle tone alone: it no longer gives way'}
  `(
    '$family, $indication: $story → $tier',
    async ({
      family,
      indication,
      tier,
      since,
    }: {
      family: string;
      indication: IndicationSlug;
      tier: TrendTier | null;
      since: number | null;
    }) => {
      expect(await lastTrend(family, indication)).toMatchObject({ tier, sinceSession: since });
    },
  );

  it('the decline of the switched course was one before the switch', async () => {
    const { sessions, states } = await trendOf('Rasmussen', 'cervical_dystonia');
    expect(states[5]!.tier).toBe('review');
    expect(sessions.slice(6).every(({ changes }) => !changes.includes('dose-cut'))).toBe(true);
  });

  it('flags are open and reviewed: a switch, and a test whose result is awaited', async () => {
    const flags = await work.db.query<{ name: string; status: string; decision: string | null }[]>(
      `select p.family_name as name, f.status, r.decision
       from review_flag f join course c on c.id = f.course_id join patient p on p.id = c.patient_id
       left join review r on r.flag_id = f.id order by 1`,
    );
    const text = flags.map(({ name, status, decision }) => `${name} ${decision ?? status}`).join(', ');
    expect(text).toBe(
      'Castellano open, Haddad open, Kowalczyk open, Lindqvist open, Marchetti open, Okonkwo open, Oyelaran test, Rasmussen switch, Sørensen open, Zimmer open',
    );
  });

  it('only the courses of a story are flagged', async () => {
    const flagged = facts.filter(
      (fact) => assessTrend(givenSessions(fact.history), fact.indication, ruleValues()).states.at(-1)?.tier,
    );
    const names = await work.db.query<{ name: string }[]>(
      'select distinct family_name as name from patient where id = any($1::uuid[]) order by 1',
      [flagged.map(({ patientId }) => patientId)],
    );
    const told = [
      'Castellano',
      'Haddad',
      'Kowalczyk',
      'Lindqvist',
      'Marchetti',
      'Okonkwo',
      'Oyelaran',
      'Sørensen',
      'Zimmer',
    ];
    expect(told).toEqual(expect.arrayContaining(names.map(({ name }) => name)));
  });

  async function trendOf(family: string, indication: IndicationSlug) {
    const [patient] = await work.db.query<[{ id: string }]>('select id from patient where family_name = $1', [
      family,
    ]);
    const one = facts.find((fact) => fact.patientId === patient.id && fact.indication === indication)!;
    const circumstances = one.sessions.map(({ adverseEvents }) => ({ adverseEvents }));
    return assessTrend(givenSessions(one.history), indication, ruleValues(), { circumstances });
  }

  async function lastTrend(family: string, indication: IndicationSlug) {
    return (await trendOf(family, indication)).states.at(-1);
  }
});

describe('a database that is not empty', () => {
  it('with users of its own is left alone', async () => {
    const { app, config, work } = await anEmptyService(TODAY);
    const own = {
      username: 'admin',
      displayName: 'Our own',
      role: 'admin',
      password: 'a long password',
    } as const;
    await work.write(SYSTEM, (tx) => createUser(tx, own));
    expect(await openDemoClinic(app, config)).toBeUndefined();
    expect(await countRows(work)).toMatchObject({ patient: 0, app_user: 1 });
    await app.close();
  });

  it('the command fills an empty one, then says in one line why it does not', async () => {
    const { url } = await createTestDatabase('seed');
    const first = await seedFromShell({ DATABASE_URL: url, CLINIC_ZONE: ZONE });
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.output).toMatch(
      /sign in +as neurologist, scheduler, reporting, admin\n +password +(\w{4}-?){4}\n$/,
    );
    const second = await seedFromShell({ DATABASE_URL: url, CLINIC_ZONE: ZONE });
    expect(second).toMatchObject({ code: 1, output: '' });
    expect(second.errors).toMatch(/^seed: the database holds the demo clinic already .+\n$/);
    expect(await seedFromShell({ CLINIC_ZONE: 'Mars/Base' })).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^seed: CLINIC_ZONE=Mars\/Base .+\n$/) as string,
    });
  });

  it('DEMO_PASSWORD is taken, and not told again', async () => {
    const { app, config, work } = await anEmptyService(TODAY, 'chosen by us');
    expect(await openDemoClinic(app, config)).toEqual({ users: FOUR });
    const [user] = await work.db.query<[{ hash: string }]>(
      'select password_hash as hash from app_user limit 1',
    );
    expect(await passwordFits(user.hash, 'chosen by us')).toBe(true);
    await app.close();
  });
});

async function anEmptyService(today: PlainDate, password?: string) {
  const { url } = await createTestDatabase('demo');
  const config = readConfig({ DATABASE_URL: url, CLINIC_ZONE: ZONE, DEMO_PASSWORD: password });
  const app = await createServer(config, url);
  app.get(Clock).now = () => new Date(`${today}T17:00:00Z`);
  await app.init();
  return { app, config, work: app.get(UnitOfWork) };
}

async function seedFromShell(env: Record<string, string>) {
  const said = { output: '', errors: '' };
  const into = (name: keyof typeof said) =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += String(chunk);
        done();
      },
    });
  const code = await seedCommand(env, { output: into('output'), errors: into('errors') });
  return { code, ...said };
}

async function countRows({ db }: UnitOfWork): Promise<Record<string, number>> {
  const tables = [
    'app_user',
    'patient',
    'course',
    'injection_session',
    'injection',
    'response',
    'appointment',
    'audit_entry',
  ];
  const [counts] = await db.query<[Record<string, number>]>(
    `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`,
  );
  return counts;
}

async function dueOffsets({ db }: UnitOfWork, today: PlainDate): Promise<Record<string, number | null>> {
  const rows = await db.query<{ courseId: string; dueOn: PlainDate | null }[]>(
    'select course_id as "courseId", due_on as "dueOn" from course_assessment order by course_id',
  );
  return Object.fromEntries(
    rows.map(({ courseId, dueOn }) => [courseId, dueOn && daysBetween(today, dueOn)]),
  );
}
