import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { InjectionSide } from '../../clinical/catalogue/muscles';
import { scaleOf } from '../../clinical/catalogue/scales';
import { joinContinued } from '../../clinical/course/continued-sessions';
import type { CourseHistory } from '../../clinical/course/course-history';
import { overrideInForce } from '../../clinical/due/override-in-force';
import { toHundredth } from '../../clinical/numbers';
import type { Measurement, SessionResponse } from '../../clinical/treated-session';
import { circumstancesOf } from '../../clinical/watch/circumstances';
import { doseOf, type ToxinProduct } from '../../clinical/units';
import type { Question } from '../../platform/database/read-together';
import { withoutNulls } from '../../platform/given';
import type { Course } from '../courses/course.entity';

/** Everything that the decisions on one course are made from, as stored. */
export interface StoredCourse extends Pick<
  Course,
  | 'patientId'
  | 'indication'
  | 'side'
  | 'plannedProduct'
  | 'interval'
  | 'minInterval'
  | 'overrideDueOn'
  | 'endedOn'
> {
  readonly courseId: string;
  /** Null: not known. */
  readonly birthDate: PlainDate | null;
  readonly payer: string | null;
  readonly deceasedOn: PlainDate | null;
  /** The day, as it stands now, of the session that the override was made after. */
  readonly overrideAnchorOn: PlainDate | null;
  readonly sessions: readonly StoredSession[];
  /** The one that holds longest comes last. */
  readonly holds: readonly { readonly untilOn: PlainDate; readonly reason: string }[];
  /** Since the last session, and from the day before it. */
  readonly contacts: readonly {
    readonly at: string;
    readonly recordedAt: string;
    readonly outcome: string;
    readonly snoozeUntilOn: PlainDate | null;
  }[];
  readonly snoozes: readonly {
    readonly at: string;
    readonly recordedAt: string;
    readonly untilOn: PlainDate | null;
  }[];
}

/** A stored course with its history in the shape that the decisions take. */
export interface CourseFacts extends Omit<StoredCourse, 'sessions'> {
  readonly sessions: readonly SessionFacts[];
  /** Those that continue another one, which holds their units too. */
  readonly parts: readonly SessionFacts[];
  /** Sessions that wait for a signature, also those that continue another. */
  readonly unsigned: readonly SessionFacts[];
  readonly history: CourseHistory;
}

/** The newest version of a session that was given, with what continues it; voided ones are not here. */
export interface SessionFacts {
  readonly sessionId: string;
  readonly rootId: string;
  /** The first version of the session that this one continues. */
  readonly continuesId: string | null;
  readonly performedOn: PlainDate;
  /** When its first version was recorded. */
  readonly recordedAt: string;
  readonly product: ToxinProduct;
  readonly injectorId: string;
  readonly totalUnits: number;
  /** Waits for a signature: what was taken over from another record does not. */
  readonly unsigned: boolean;
  readonly version: number;
  readonly muscles: readonly string[];
  readonly response: ResponseFacts | null;
  readonly adverseEvents: readonly string[];
  /** How the muscles were found, where that was recorded. */
  readonly guidance: readonly string[];
}

/** The same as stored; of its rows each column, in their order: an object a row takes the database three times as long. */
export interface StoredSession extends Omit<SessionFacts, 'totalUnits' | 'muscles' | 'guidance'> {
  readonly muscles: readonly string[];
  readonly sides: readonly InjectionSide[];
  readonly units: readonly number[];
  readonly guidance: readonly (string | null)[];
  /** Did somebody confirm at it that the patient is an adult, while the birth date is not known? */
  readonly saidAdult: boolean;
}

export interface ResponseFacts {
  readonly assessedOn: PlainDate | null;
  readonly onsetOn: PlainDate | null;
  readonly woreOffOn: PlainDate | null;
  readonly stillEffectiveOn: PlainDate | null;
  readonly improvementPct: number | null;
  readonly pgic: number | null;
  readonly peakEffect: number | null;
  readonly measurements: readonly Measurement[];
}

/** The facts of all courses of some patients; everything about one patient is needed to judge any of the courses. */
export async function courseFactsOf(
  db: EntityManager,
  patientIds: readonly string[],
): Promise<CourseFacts[]> {
  return (await db.query<StoredCourse[]>(STORED_COURSES.text, [patientIds])).map(factsOf);
}

/** A stored course, its sessions joined with those that continue them. */
export function factsOf(course: StoredCourse): CourseFacts {
  const inOrder = orderedOnce();
  const sessions = course.sessions.map((session) => sessionFacts(session, inOrder));
  const joined = { ...course, sessions: joinContinued(sessions) };
  const standing = new Set(joined.sessions.map(({ rootId }) => rootId));
  const parts = sessions.filter(({ rootId }) => !standing.has(rootId));
  const unsigned = sessions.filter((session) => session.unsigned);
  return { ...joined, parts, unsigned, history: historyOf(joined) };
}

/** Field by field: to leave some out of the rest takes five times as long, and a course may have hundreds. */
function sessionFacts(stored: StoredSession, inOrder: ReturnType<typeof orderedOnce>): SessionFacts {
  return {
    sessionId: stored.sessionId,
    rootId: stored.rootId,
    continuesId: stored.continuesId,
    performedOn: stored.performedOn,
    recordedAt: stored.recordedAt,
    product: stored.product,
    injectorId: stored.injectorId,
    totalUnits: unitsOf(stored),
    unsigned: stored.unsigned,
    version: stored.version,
    muscles: inOrder(stored.muscles),
    response: stored.response,
    adverseEvents: stored.adverseEvents,
    guidance: inOrder(stored.guidance),
  };
}

/** Puts words in order, each once. The sessions of a course mostly treat the same muscles, whose order is then known. */
function orderedOnce(): (words: readonly (string | null)[]) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (words) => {
    const key = words.join();
    const before = known.get(key);
    if (before) return before;
    const ordered = [...new Set(words)].filter((word) => word !== null).toSorted();
    known.set(key, ordered);
    return ordered;
  };
}

/** All that it gave. */
export function unitsOf({ units }: Pick<StoredSession, 'units'>): number {
  return toHundredth(units.reduce((sum, unit) => sum + unit, 0));
}

function historyOf(course: Omit<CourseFacts, 'parts' | 'unsigned' | 'history'>): CourseHistory {
  const { minInterval } = course;
  return {
    indication: course.indication,
    birthDate: course.birthDate ?? undefined,
    interval: course.interval ?? undefined,
    overrideDueOn: overrideInForce(
      course,
      course.sessions.findLast(({ continuesId }) => continuesId === null)?.performedOn,
    ),
    holds: course.holds,
    minimums: minInterval
      ? {
          replace: false,
          rules: [{ duration: minInterval, text: 'the shortest interval that the payer accepts' }],
        }
      : undefined,
    sessions: course.sessions.map((session) => ({
      sessionId: session.rootId,
      performedOn: session.performedOn,
      state: 'completed',
      dose: doseOf(session.product, session.totalUnits),
      muscles: session.muscles,
      injectorId: session.injectorId,
      response: session.response ? responseOf(session.response) : undefined,
      circumstances: circumstancesOf({
        answered: session.response !== null,
        adverseEvents: session.adverseEvents,
        guidance: session.guidance,
        muscles: session.muscles,
      }),
    })),
  };
}

function responseOf({ measurements, ...facts }: ResponseFacts): SessionResponse {
  return {
    ...withoutNulls(facts),
    measurements: measurements.map((measurement) => ({
      ...withoutNulls(measurement),
      value: scaleOf(measurement.scale).labels ? String(measurement.value) : Number(measurement.value),
    })),
  };
}

/** All courses of some patients. As json: made as jsonb, a long history takes the database twice as long. */
export const STORED_COURSES: Question<StoredCourse> = {
  text: `
select c.id as "courseId", c.patient_id as "patientId", c.indication, c.side, c.planned_product as "plannedProduct",
  c."interval", c.min_interval as "minInterval", c.override_due_on as "overrideDueOn",
  (select o.performed_on from injection_session o
    where o.root_id = c.override_session_id and o.replaced_at is null) as "overrideAnchorOn", c.ended_on as "endedOn",
  p.birth_date as "birthDate", p.payer, p.deceased_on as "deceasedOn",
  coalesce((
    select json_agg(json_build_object(
      'sessionId', s.id, 'rootId', s.root_id, 'continuesId', s.continues_id, 'performedOn', s.performed_on, 'product', s.product,
      'recordedAt', case when s.root_id = s.id then s.created_at
        else (select f.created_at from injection_session f where f.id = s.root_id) end,
      'injectorId', s.injector_id, 'unsigned', s.signed_at is null and s.origin = 'logged', 'version', s.version,
      'muscles', g.muscles, 'sides', g.sides, 'units', g.units, 'guidance', g.guidance,
      'saidAdult', p.birth_date is null and s.findings @> '[{"code": "age-unknown", "severity": "confirm"}]',
      'response', case when r.session_id is not null then json_build_object(
        'assessedOn', r.assessed_on, 'onsetOn', r.onset_on, 'woreOffOn', r.wore_off_on,
        'stillEffectiveOn', r.still_effective_on, 'improvementPct', r.improvement_pct, 'pgic', r.pgic,
        'peakEffect', r.peak_effect,
        'measurements', coalesce((
          select json_agg(json_build_object('scale', m.scale, 'phase', m.phase, 'value', m.value,
            'of', nullif(m.muscle_group, ''), 'measuredOn', m.measured_on) order by m.scale, m.muscle_group, m.phase)
          from measurement m where m.session_id = r.session_id), '[]')) end,
      'adverseEvents', coalesce((
        select json_agg(a.kind order by a.kind) from adverse_event a where a.session_id = s.root_id), '[]')
    ) order by s.performed_on, s.created_at, s.id)
    from injection_session s left join response r on r.session_id = s.root_id
    cross join lateral (
      select coalesce(array_agg(i.muscle order by i.position), '{}') as muscles,
        coalesce(array_agg(i.side order by i.position), '{}') as sides,
        coalesce(array_agg(i.units order by i.position), '{}') as units,
        coalesce(array_agg(i.guidance order by i.position), '{}') as guidance
      from injection i where i.session_id = s.id) g
    where s.course_id = c.id and s.voided_at is null and s.replaced_at is null), '[]') as sessions,
  coalesce((
    select json_agg(json_build_object('untilOn', h.until_on, 'reason', h.reason) order by h.until_on, h.id)
    from hold h join course k on k.id = h.course_id
    where k.patient_id = c.patient_id and (k.id = c.id or h.concerns = 'patient') and h.lifted_at is null), '[]') as holds,
  coalesce((
    select json_agg(json_build_object('at', k.at, 'recordedAt', k.created_at, 'outcome', k.outcome,
      'snoozeUntilOn', k.snooze_until_on) order by k.at, k.created_at, k.id)
    from contact k where k.course_id = c.id and k.at > l.day_before), '[]') as contacts,
  coalesce((
    select json_agg(json_build_object('at', z.at, 'recordedAt', z.created_at, 'untilOn', z.until_on)
      order by z.at, z.created_at, z.id)
    from snooze z where z.course_id = c.id and z.at > l.day_before), '[]') as snoozes
from course c join patient p on p.id = c.patient_id
cross join lateral (
  select coalesce(max(s.performed_on)::timestamp - interval '2 days', '-infinity') at time zone 'UTC' as day_before
  from injection_session s
  where s.course_id = c.id and s.voided_at is null and s.replaced_at is null and s.continues_id is null) l
where c.patient_id = any($1::uuid[])
order by c.patient_id, c.id`,
};
