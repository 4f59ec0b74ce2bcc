import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { addDays, dayIn } from '../../src/clinical/calendar';
import { MUSCLES } from './clinic-of-size';
import { ZONE } from './due-page';
import { load, median, send, type Call, type Round } from './load';
import { openClinic, type OpenedClinic } from './opened-clinic';
import { countRoundTrips, processorMs, startBareServer, type Served } from './processes';

/*
 * How fast is the service against a bare server with the same SQL and rows, in interleaved rounds of the same run? Only the
 * ratios travel from one machine to another. `--courses <n> --rounds <n> --seconds <n>` for more, `--only list` or `log` for less.
 */

const { values: OPTIONS } = parseArgs({
  options: {
    courses: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string' },
  },
});
const [COURSES, ROUNDS, SECONDS] = [OPTIONS.courses, OPTIONS.rounds, OPTIONS.seconds].map(Number) as [
  number,
  number,
  number,
];
const [LISTS, LOGS] = ['list', 'log'].map((what) => OPTIONS.only === undefined || OPTIONS.only === what);
const LONG = 200;
const TODAY = dayIn(ZONE, new Date());

interface Contender {
  readonly name: string;
  readonly served: Served;
  readonly calls: () => Iterator<Call>;
}

interface Measured extends Round {
  readonly nodeMs: number;
  readonly serverMs: number;
}

async function main(): Promise<void> {
  const clinic = await openClinic({ courses: COURSES, sessions: 7 });
  const stopping: Served[] = [];
  const keep = async (starting: Promise<Served>): Promise<Served> => {
    const served = await starting;
    stopping.push(served);
    return served;
  };
  try {
    const fit = await fitCourses(clinic);
    const longCourses = await withHistories(clinic, LONG, 40);
    const newCourses = await withHistories(clinic, 0, 40);
    const withTrail = await clinic.copy('with_trail', false);
    const withoutTrail = await clinic.copy('without_trail', true);
    const product = await keep(clinic.serve());
    const bare = await keep(startBareServer(withoutTrail, false));
    const bareTrail = await keep(startBareServer(withTrail, true));
    console.log(`${COURSES} courses, ${ROUNDS} rounds of ${SECONDS} s each, 10 callers`);
    if (LISTS)
      await compare(clinic, 'due list, page of 50', [
        { name: 'product', served: product, calls: () => pages(clinic) },
        { name: 'bare', served: bare, calls: () => pages(clinic) },
        { name: 'bare + trail', served: bareTrail, calls: () => pages(clinic) },
      ]);
    if (LOGS) {
      const logged = sessions(clinic, fit);
      const [bareLogged, trailLogged] = [1, 2].map(() => again(() => sessions(clinic, fit)));
      await compare(clinic, 'log a session, 8 muscles', [
        { name: 'product', served: product, calls: () => logged },
        { name: 'bare', served: bare, calls: () => bareLogged! },
        { name: 'bare + trail', served: bareTrail, calls: () => trailLogged! },
      ]);
      await compareHistories(clinic, product, longCourses, newCourses);
    }
    await product.stop();
    await printRoundTrips(clinic, fit.slice(-40));
  } finally {
    await Promise.all(stopping.map((served) => served.stop()));
    await clinic.close();
  }
}

/** Rounds in turns, so that what else the machine does meets each alike; of each its median. */
async function compare(clinic: OpenedClinic, title: string, contenders: Contender[]): Promise<void> {
  const rounds = new Map(contenders.map(({ name }): [string, Measured[]] => [name, []]));
  for (const { served, calls } of contenders) await load(served.url, calls(), 500);
  for (let i = 0; i < ROUNDS; i += 1)
    for (const { name, served, calls } of contenders)
      rounds.get(name)!.push(await measured(clinic, served, calls()));
  console.log(`\n${title}\n${'req/s  p50 ms  p99 ms  node ms  pg ms'.padStart(54)}`);
  for (const [name, of] of rounds) {
    const of_ = (field: keyof Measured): number => median(of.map((round) => round[field]));
    const numbers = [
      of_('perSecond').toFixed(0).padStart(7),
      of_('p50').toFixed(1).padStart(8),
      of_('p99').toFixed(1).padStart(8),
      of_('nodeMs').toFixed(2).padStart(9),
      of_('serverMs').toFixed(2).padStart(7),
    ];
    console.log(`  ${name.padEnd(14)}${numbers.join('')}`);
  }
  const [product, ...bares] = [...rounds] as [[string, Measured[]], ...[string, Measured[]][]];
  for (const [name, of] of bares) {
    const ratios = of.map((round, i) => product[1][i]!.perSecond / round.perSecond);
    const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
    const cost = (rounds_: readonly Measured[]): number =>
      median(rounds_.map(({ nodeMs, serverMs }) => nodeMs + serverMs));
    console.log(
      `  of ${name}: ${median(ratios).toFixed(2)} (${spread}), by processor ${(cost(of) / cost(product[1])).toFixed(2)}`,
    );
  }
}

async function measured(
  clinic: OpenedClinic,
  { url, pid }: Served,
  calls: Iterator<Call>,
): Promise<Measured> {
  const [node, server] = [processorMs(pid) ?? Number.NaN, processorMs(clinic.serverPid) ?? Number.NaN];
  const round = await load(url, calls, SECONDS * 1000);
  const per = (before: number, now: number | undefined): number =>
    ((now ?? Number.NaN) - before) / round.requests;
  return {
    ...round,
    nodeMs: per(node, processorMs(pid)),
    serverMs: per(server, processorMs(clinic.serverPid)),
  };
}

/** One after the other: what one caller waits for. */
async function compareHistories(
  { tokens, injectorId }: OpenedClinic,
  { url }: Served,
  longCourses: readonly string[],
  newCourses: readonly string[],
): Promise<void> {
  const times: Record<'long' | 'none', number[]> = { long: [], none: [] };
  for (const [i, courseId] of longCourses.entries()) {
    for (const [name, course] of [
      ['long', courseId],
      ['none', newCourses[i]!],
    ] as const) {
      const at = performance.now();
      const { status, text } = await send(url, aSession(course, tokens.neurologist, injectorId));
      if (status !== 201) throw new Error(`${status} ${text}`);
      times[name].push(performance.now() - at);
    }
  }
  const [long, none] = [median(times.long), median(times.none)];
  console.log(
    `\nlog a session, one caller, p50: ${none.toFixed(1)} ms with none before, ${long.toFixed(1)} ms with ${LONG}: ${(long / none).toFixed(2)} times`,
  );
}

async function printRoundTrips(clinic: OpenedClinic, courses: readonly string[]): Promise<void> {
  const wire = await countRoundTrips(clinic.port);
  const served = await clinic.serve(wire.port);
  try {
    const list = pages(clinic);
    const log = sessions(clinic, courses);
    for (const [name, calls] of [
      ['due list', list],
      ['log a session', log],
    ] as const) {
      const trips: number[] = [];
      for (let i = 0; i < 15; i += 1) {
        const before = wire.roundTrips();
        await send(served.url, calls.next().value as Call);
        trips.push(wire.roundTrips() - before);
      }
      console.log(`round trips, ${name}: ${median(trips)}`);
    }
  } finally {
    await served.stop();
    wire.close();
  }
}

function* pages({ tokens }: OpenedClinic): Generator<Call> {
  const path = `/api/v1/due-list?from=${TODAY}&to=${addDays(TODAY, 14)}&limit=50`;
  for (;;) yield { method: 'GET', path, token: tokens.scheduler };
}

function* sessions({ tokens, injectorId }: OpenedClinic, courses: readonly string[]): Generator<Call> {
  for (const courseId of courses) yield aSession(courseId, tokens.neurologist, injectorId);
}

/** Nobody checks there whether a course had a session today. */
function* again(calls: () => Generator<Call>): Generator<Call> {
  for (;;) yield* calls();
}

function aSession(courseId: string, token: string, injectorId: string): Call {
  const injections = MUSCLES.map(([muscle, side, units]) => ({ muscle, side, units, guidance: 'emg' }));
  const body = { id: randomUUID(), courseId, performedOn: TODAY, product: 'ona', injectorId, injections };
  return { method: 'POST', path: '/api/v1/sessions', token, body };
}

/** Courses that may have a session today, of patients who have no other. */
async function fitCourses({ query }: OpenedClinic): Promise<string[]> {
  const { rows } = await query<{ id: string }>(
    `select a.course_id as id from course_assessment a
     where a.listed and a.anchor_on <= $1::date - 85 and (select count(*) from course c where c.patient_id = a.patient_id) = 1
     order by 1`,
    [TODAY],
  );
  return rows.map(({ id }) => id);
}

/** So many courses of new patients, each with so many sessions before. */
async function withHistories(
  { query, injectorId }: OpenedClinic,
  before: number,
  courses: number,
): Promise<string[]> {
  const kind = `h${before}`;
  await query('set session_replication_role = replica');
  await query(
    `insert into patient (id, mrn, family_name, given_name, birth_date, sex, search_text)
     select md5($1 || 'p' || n)::uuid, $1 || n, 'History', $1, '1940-02-03', 'male', ' history' from generate_series(1, $2::int) n`,
    [kind, courses],
  );
  await query(
    `insert into course (id, patient_id, indication, planned_product)
     select md5($1 || 'c' || n)::uuid, md5($1 || 'p' || n)::uuid, 'cervical_dystonia', 'ona' from generate_series(1, $2::int) n`,
    [kind, courses],
  );
  await query(
    `insert into course_assessment (course_id, patient_id, indication, listed, cover, rules_version)
     select id, patient_id, indication, true, '[]', 'filled' from course
     where id in (select md5($1 || 'c' || n)::uuid from generate_series(1, $2::int) n)`,
    [kind, courses],
  );
  await query(
    `insert into injection_session (id, root_id, course_id, performed_on, product, injector_id)
     select md5($1 || n || '-' || k)::uuid, md5($1 || n || '-' || k)::uuid, md5($1 || 'c' || n)::uuid, $4::date - 85 * k, 'ona', $5
     from generate_series(1, $2::int) n cross join generate_series(1, $3::int) k`,
    [kind, courses, before, TODAY, injectorId],
  );
  await query(
    `insert into injection (session_id, position, muscle, side, units, guidance)
     select md5($1 || n || '-' || k)::uuid, position - 1, muscle, side, units, 'emg'
     from generate_series(1, $2::int) n cross join generate_series(1, $3::int) k
     cross join unnest($4::text[], $5::text[], $6::numeric[]) with ordinality as row (muscle, side, units, position)`,
    [
      kind,
      courses,
      before,
      MUSCLES.map(([muscle]) => muscle),
      MUSCLES.map(([, side]) => side),
      MUSCLES.map(([, , units]) => units),
    ],
  );
  await query(
    `insert into response (session_id, wore_off_on, improvement_pct)
     select md5($1 || n || '-' || k)::uuid, $4::date - 85 * k + 75, 60
     from generate_series(1, $2::int) n cross join generate_series(1, $3::int) k`,
    [kind, courses, before, TODAY],
  );
  await query('set session_replication_role = origin');
  const { rows } = await query<{ id: string }>(
    'select md5($1 || $3 || n)::uuid as id from generate_series(1, $2::int) n',
    [kind, courses, 'c'],
  );
  return rows.map(({ id }) => id);
}

void main();
