import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { assessCourse } from '../../src/clinical/assess-course';
import { addDays, type PlainDate } from '../../src/clinical/calendar';
import { courseRules } from '../../src/clinical/course/course-rules';
import type { HistorySession } from '../../src/clinical/course/course-history';
import { doseOf } from '../../src/clinical/units';
import type { DeclineFlag } from '../../src/clinical/watch/decline-flag';
import { hashToken, makeToken } from '../../src/platform/auth/token';
import type { Role } from '../../src/platform/actor';

export interface Size {
  readonly courses: number;
  /** The mean; one course has one session, another sixty. */
  readonly sessions: number;
  /** Of the muscles of a session, those that are filled: what is asked of a list or a search needs none. */
  readonly muscles?: number;
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

/** So many days ahead lies a week of 120 visits, as many as its courses allow. */
export const FULL_WEEK_AHEAD = 140;

const ROLES = ['neurologist', 'scheduler', 'reporting', 'admin'] as const;

/**
 * Fills a migrated, empty database, set by set, past the triggers: family names as unevenly shared as in a telephone book;
 * one patient in four with two courses; sessions twelve to fourteen weeks apart with their responses and the appointment
 * that each attended. Of ten courses six go on, two wait for a patient who stays away and two have ended; one in twenty is
 * booked, one in fifteen lacks its authorization, one in a hundred and twenty has an open flag. Of the trail three entries a
 * session, one list in fifty entries and a rare export.
 */
export async function fillClinic(client: Client, size: Size, today: PlainDate): Promise<FilledClinic> {
  const filled = await addUsers(client);
  await client.query('set session_replication_role = replica');
  for (const { sql, values } of statements(size, today, filled.injectorId)) await client.query(sql, values);
  await client.query('set session_replication_role = origin');
  for (const table of FILLED) await client.query(`vacuum (analyze) ${table}`);
  return filled;
}

/** For a name's hash as an id: the same in every table, without a look. */
const id = (kind: string, n: string): string => `md5('${kind}' || ${n})::uuid`;

/** Of 20,000 family names the most frequent has seven patients in a thousand, most have hardly one. */
const RANK = `floor(20000 * ((n * 48271::bigint % 65536) / 65536.0) ^ 2)::int`;
const SYLLABLES = `array['ba', 'ke', 'li', 'mon', 'du', 'ra', 'sen', 'to', 'vi', 'ska', 'ne', 'hart']`;
const syllable = (power: number): string => `(${SYLLABLES})[1 + (${RANK} / ${12 ** power}) % 12]`;
const FAMILY_NAME = `coalesce((array['Garcia', 'Smith', 'Lindqvist', 'Okafor', 'Novak', 'Tanaka', 'Meyer', 'Rossi'])[1 + ${RANK}],
  initcap(${[0, 1, 2, 3].map(syllable).join(' || ')}))`;
const GIVEN_NAME = `(array['Maria', 'John', 'Anna', 'Paul', 'Lena', 'Omar', 'Ines', 'Karl', 'Ruth', 'Yuki'])[1 + n % 10]`;

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
  { courses, sessions, muscles = MUSCLES.length }: Size,
  today: PlainDate,
  injectorId: string,
): { sql: string; values: unknown[] }[] {
  const given = (sql: string, ...values: unknown[]): { sql: string; values: unknown[] } => ({ sql, values });
  return [
    given(
      `insert into patient (id, mrn, family_name, given_name, birth_date, sex, phone, search_text)
       select ${id('p', 'n')}, 'M' || n, family, given, date '1940-01-01' + (n * 131) % 20000, 'male', '+1 555 ' || n,
         ' ' || lower(family) || ' ' || lower(given) || ' m' || n || ' 1555' || n
       from (select n, ${FAMILY_NAME} as family, ${GIVEN_NAME} as given from generate_series(1, greatest(1, $1::int * 4 / 5)) n) of_name`,
      courses,
    ),
    given(
      `insert into course (id, patient_id, indication, planned_product, started_on, ended_on, end_reason)
       select ${id('c', 'n')}, ${id('p', '(1 + n % greatest(1, $1::int * 4 / 5))')},
         case when n < $1::int * 4 / 5 then 'cervical_dystonia' else 'chronic_migraine' end, 'ona', date '2010-01-01',
         case when n % 10 >= 8 then date '2026-06-01' end, case when n % 10 >= 8 then 'moved' end
       from generate_series(1, $1::int) n`,
      courses,
    ),
    // How many sessions a course has falls off evenly; the latest was up to 200 days ago, of who stays away up to five years.
    given(
      `create temporary table given as
       select n, k, $3::date - case when n % 10 < 6 then n::bigint * 7919 % 200 else 200 + n::bigint * 7919 % 1800 end::int - (k - 1) * (84 + n % 15) as performed_on, 1 + greatest(0, total - k) as number
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
      MUSCLES.slice(0, muscles).map(([muscle]) => muscle),
      MUSCLES.slice(0, muscles).map(([, side]) => side),
      MUSCLES.slice(0, muscles).map(([, , units]) => units),
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
       select ${id('b', 'n')}, ${id('c', 'n')}, $2::date + (n % 60)::int + time '14:00' from generate_series(1, $1::int, 20) n where n % 10 < 8`,
      courses,
      today,
    ),
    given(
      `insert into appointment (id, course_id, starts_at, duration_min, injector_id)
       select ${id('w', 'n')}, ${id('c', 'n * 10')}, date_trunc('week', $1::date + ${FULL_WEEK_AHEAD}) + (n % 5) * interval '1 day'
         + time '14:00' + (n / 5) * interval '20 minutes', 20, $2
       from generate_series(0, 119) n where n * 10 between 1 and $3::int`,
      today,
      injectorId,
      courses,
    ),
    given(
      `insert into course_assessment (course_id, patient_id, indication, listed, injector_id, anchor_on, earliest_on, due_on,
         last_on_time_on, overdue_from, book_on, basis, cover, rules_version)
       select ${id('c', 'n')}, c.patient_id, c.indication, c.ended_on is null, $1, performed_on, performed_on + 84, performed_on + 84,
         performed_on + 111, performed_on + 112, performed_on + 84, 'usual-interval', jsonb_build_array(jsonb_build_object('fromOn', '1900-01-01', 'state',
           case when n % 15 = 0 then 'missing' else 'not-needed' end, 'gap', null, 'gapOn', null)), 'filled'
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
    given(
      `insert into audit_entry (at, actor_id, actor_name, actor_role, action, subject, patient_ids)
       select performed_on - interval '1 day', $1, 'Filled', 'scheduler', 'read', 'due_list',
         array(select ${id('p', '(1 + (n + i * 389) % greatest(1, $2::int * 4 / 5))')} from generate_series(1, 50) i)
       from given where n % 50 = 0`,
      injectorId,
      courses,
    ),
    given(
      `insert into audit_entry (at, actor_id, actor_name, actor_role, action, subject)
       select $2::date - n * interval '1 day', $1, 'Filled', 'admin', 'export', 'sessions' from generate_series(1, 30) n`,
      injectorId,
      today,
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
