import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { assessCourse } from '../../src/clinical/assess-course';
import { addDays, type PlainDate } from '../../src/clinical/calendar';
import { courseRules } from '../../src/clinical/course-rules';
import type { HistorySession } from '../../src/clinical/course-history';
import { doseOf } from '../../src/clinical/units';
import type { DeclineFlag } from '../../src/clinical/watch/decline-flag';
import { hashToken, makeToken } from '../../src/platform/auth/token';
import type { Role } from '../../src/platform/actor';

export interface Size {
  readonly courses: number;
  /** The mean; one course has one session, another sixty. */
  readonly sessions: number;
}

export interface FilledClinic {
  readonly tokens: Readonly<Record<Role, string>>;
  readonly injectorId: string;
}

/** Eight muscles of a cervical dystonia, 170 U of Botox in all: what every session of this clinic gave. */
export const MUSCLES = [
  ['splenius_capitis', 'right', 40],
  ['splenius_capitis', 'left', 20],
  ['semispinalis_capitis', 'right', 20],
  ['semispinalis_capitis', 'left', 15],
  ['trapezius', 'right', 25],
  ['trapezius', 'left', 15],
  ['levator_scapulae', 'right', 20],
  ['levator_scapulae', 'left', 15],
] as const;

const ROLES = ['neurologist', 'scheduler', 'reporting', 'admin'] as const;

/**
 * Fills a migrated, empty database, set by set, past the triggers: one patient in four with two courses; sessions twelve
 * to fourteen weeks apart with their responses and the appointment that each attended; one course in twenty booked, one in
 * a hundred and twenty with an open flag; of the trail three entries a session.
 */
export async function fillClinic(
  client: Client,
  { courses, sessions }: Size,
  today: PlainDate,
): Promise<FilledClinic> {
  const filled = await addUsers(client);
  await client.query('set session_replication_role = replica');
  for (const { sql, values } of statements({ courses, sessions }, today, filled.injectorId))
    await client.query(sql, values);
  await client.query('set session_replication_role = origin');
  for (const table of FILLED) await client.query(`vacuum (analyze) ${table}`);
  return filled;
}

/** For a name's hash as an id: the same in every table, without a look. */
const id = (kind: string, n: string): string => `md5('${kind}' || ${n})::uuid`;

const NAMES = `(array['Garcia', 'Smith', 'Lindqvist', 'Okafor', 'Novak', 'Tanaka', 'Meyer', 'Rossi'])[1 + (n * 7919) % 8] || n % 997`;

const FILLED = [
  'patient',
  'course',
  'injection_session',
  'injection',
  'response',
  'appointment',
  'course_assessment',
  'review_flag',
  'audit_entry',
];

function statements(
  { courses, sessions }: Size,
  today: PlainDate,
  injectorId: string,
): { sql: string; values: unknown[] }[] {
  const given = (sql: string, ...values: unknown[]): { sql: string; values: unknown[] } => ({ sql, values });
  return [
    given(
      `insert into patient (id, mrn, family_name, given_name, birth_date, sex, phone, search_text)
       select ${id('p', 'n')}, 'M' || n, ${NAMES}, 'Given' || n, date '1940-01-01' + (n * 131) % 20000, 'male', '+1 555 ' || n,
         ' ' || lower(${NAMES}) || ' given' || n || ' m' || n
       from generate_series(1, greatest(1, $1::int * 4 / 5)) n`,
      courses,
    ),
    given(
      `insert into course (id, patient_id, indication, planned_product, started_on)
       select ${id('c', 'n')}, ${id('p', '(1 + n % greatest(1, $1::int * 4 / 5))')},
         case when n < $1::int * 4 / 5 then 'cervical_dystonia' else 'chronic_migraine' end, 'ona', date '2010-01-01'
       from generate_series(1, $1::int) n`,
      courses,
    ),
    // How many sessions a course has falls off evenly; the latest was up to 200 days ago.
    given(
      `create temporary table given as
       select n, k, $3::date - (n * 7919 % 200)::int - (k - 1) * (84 + n % 15) as performed_on, 1 + greatest(0, total - k) as number
       from (
         select n, least(60, ceil(-ln((n * 48271::bigint % 65536 + 1) / 65537.0) * $2))::int as total
         from generate_series(1, $1::int) n) of_course
       cross join lateral generate_series(1, total) k`,
      courses,
      sessions,
      today,
    ),
    given(
      `insert into injection_session (id, root_id, course_id, performed_on, product, injector_id, signed_at, signed_by,
         signed_version, created_at, updated_at)
       select ${id('s', `n || '-' || k`)}, ${id('s', `n || '-' || k`)}, ${id('c', 'n')}, performed_on, 'ona', $1, performed_on, $1, 1,
         performed_on, performed_on from given`,
      injectorId,
    ),
    given(
      `insert into injection (session_id, position, muscle, side, units, guidance)
       select ${id('s', `n || '-' || k`)}, position - 1, muscle, side, units, 'emg'
       from given cross join unnest($1::text[], $2::text[], $3::numeric[]) with ordinality as row (muscle, side, units, position)`,
      MUSCLES.map(([muscle]) => muscle),
      MUSCLES.map(([, side]) => side),
      MUSCLES.map(([, , units]) => units),
    ),
    given(
      `insert into response (session_id, onset_on, wore_off_on, improvement_pct, created_at, updated_at)
       select ${id('s', `n || '-' || k`)}, performed_on + 5, performed_on + 70 + n % 14, 50 + n % 30, performed_on + 80, performed_on + 80
       from given where performed_on + 84 < $1::date and (n + k) % 10 < 7`,
      today,
    ),
    given(
      `insert into appointment (id, course_id, starts_at, status, created_at, updated_at)
       select ${id('a', `n || '-' || k`)}, ${id('c', 'n')}, performed_on + time '14:00', 'attended', performed_on, performed_on from given`,
    ),
    given(
      `insert into appointment (id, course_id, starts_at)
       select ${id('b', 'n')}, ${id('c', 'n')}, $2::date + (n % 60)::int + time '14:00' from generate_series(1, $1::int, 20) n`,
      courses,
      today,
    ),
    given(
      `insert into course_assessment (course_id, patient_id, indication, listed, injector_id, anchor_on, earliest_on, due_on,
         last_on_time_on, overdue_from, book_on, basis, cover, rules_version)
       select ${id('c', 'n')}, c.patient_id, c.indication, true, $1, performed_on, performed_on + 84, performed_on + 84,
         performed_on + 111, performed_on + 112, performed_on + 84, 'usual-interval', '[{"state": "not-needed", "fromOn": "1900-01-01"}]', 'filled'
       from given join course c on c.id = ${id('c', 'n')} where k = 1`,
      injectorId,
    ),
    given(
      `insert into review_flag (id, course_id, tier, cause, status, shown, opens_on, content, rules_version)
       select ${id('f', 'n')}, ${id('c', 'n')}, $2, $3, 'open', true, $4::date - (n % 90)::int, $5, $6
       from generate_series(1, $1::int, 120) n`,
      courses,
      ...columnsOf(aFlag(today)),
    ),
    given(
      `insert into audit_entry (at, actor_id, actor_name, actor_role, action, subject, subject_id, patient_id)
       select performed_on - interval '1 day' + e * interval '1 minute', $1, 'Filled', 'neurologist',
         (array['insert', 'read', 'read'])[e], (array['injection_session', 'course', 'patient'])[e],
         ${id('s', `n || '-' || k`)}, ${id('p', '(1 + n % greatest(1, $2::int * 4 / 5))')}
       from given cross join generate_series(1, 3) e order by performed_on, n`,
      injectorId,
      courses,
    ),
    given('drop table given'),
  ];
}

/** As the watch writes one: of a course that has lost most of its effect. */
function aFlag(today: PlainDate): DeclineFlag {
  const sessions = [70, 65, 70, 68, 66, 70, 30, 20, 15].map((improvementPct, index): HistorySession => {
    const performedOn = addDays(today, -84 * (10 - index));
    return {
      sessionId: randomUUID(),
      performedOn,
      state: 'completed',
      dose: doseOf('ona', 170),
      response: { improvementPct, woreOffOn: addDays(performedOn, improvementPct > 40 ? 80 : 40) },
    };
  });
  const { flag } = assessCourse(
    { indication: 'cervical_dystonia', birthDate: '1960-01-01', sessions, holds: [] },
    today,
    courseRules(),
  );
  if (!flag) throw new Error('The watch no longer flags a course that has lost its effect');
  return flag;
}

function columnsOf(flag: DeclineFlag): unknown[] {
  return [flag.tier, flag.cause, flag.opensOn, JSON.stringify(flag), flag.rulesVersion];
}

async function addUsers(client: Client): Promise<FilledClinic> {
  const tokens: Partial<Record<Role, string>> = {};
  const ids: Partial<Record<Role, string>> = {};
  await client.query(
    `select set_config('clinic.actor_id', $1, false), set_config('clinic.actor_name', 'bench', false),
      set_config('clinic.actor_role', 'system', false)`,
    [randomUUID()],
  );
  for (const role of ROLES) {
    const [userId, token] = [randomUUID(), makeToken('bts_')];
    await client.query(
      'insert into app_user (id, username, display_name, role, password_hash) values ($1, $2, $2, $2, $3)',
      [userId, role, 'none'],
    );
    await client.query(
      `insert into login_session (id, user_id, token_hash, last_seen_at, expires_at)
       values ($1, $2, $3, now() + interval '12 hours', now() + interval '12 hours')`,
      [randomUUID(), userId, hashToken(token)],
    );
    Object.assign(tokens, { [role]: token });
    Object.assign(ids, { [role]: userId });
  }
  return { tokens: tokens as Record<Role, string>, injectorId: ids.neurologist! };
}
