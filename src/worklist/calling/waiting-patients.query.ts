import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { listedBy, type Sought } from '../due-conditions';
import type { DueListDay } from '../list-day';
import type { DueFilters } from '../worklist.dto';

export interface Page {
  readonly limit: number;
  /** The day and the id of the last row seen. */
  readonly after?: readonly string[];
}

interface Waiting {
  readonly patientId: string;
  readonly fromOn: PlainDate;
}

const FIRST_WAITS_FROM = 'coalesce(c.started_on, (c.created_at at time zone $2)::date)';

/** A course has been waiting since its due day; before the first session, since it began. */
export const WAITS_FROM = `coalesce(a.due_on, ${FIRST_WAITS_FROM})`;

/** One page of patients with a course that the filters ask for, those first who wait longest, and since when. */
export function waitingPatients(
  db: EntityManager,
  filters: Sought,
  day: DueListDay,
  { limit, after }: Page,
): Promise<Waiting[]> {
  const values: unknown[] = [day.asOf, day.clinic.zone];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const asked = {
    join: patientFor(filters),
    conditions: ['$1::date is not null and $2::text is not null', ...listedBy(filters, day, value)],
    after: after && `${value(after[0])}::date, ${value(after[1])}::uuid`,
    limit: value(limit),
  };
  return db.query<Waiting[]>(statementFor(filters)(asked), values);
}

/** Only a search by name looks at the patient. */
export function patientFor({ q }: DueFilters): string {
  return q === undefined ? '' : 'join patient p on p.id = a.patient_id';
}

interface Asked {
  readonly join: string;
  readonly conditions: readonly string[];
  readonly after: string | undefined;
  readonly limit: string;
}

function statementFor({ queue }: Sought): (asked: Asked) => string {
  if (queue === undefined) return withAndWithoutDays;
  return queue === 'to-call' || queue === 'lapsed' ? withDueDays : grouped;
}

/** Read in the order of the index, as far as the page goes; a patient stands where their first course does. */
function withDueDays({ join, conditions, after, limit }: Asked, more: readonly string[] = []): string {
  const isFirst = `not exists (${sameOf(conditions)} and (e.due_on, e.course_id) < (a.due_on, a.course_id))`;
  const onPage = after ? `(a.due_on, a.patient_id) > (${after})` : 'true';
  return `select a.patient_id as "patientId", a.due_on as "fromOn" from course_assessment a ${join}
    where ${[...conditions, ...more, isFirst, onPage].join(' and ')}
    order by a.due_on, a.patient_id limit ${limit}`;
}

/**
 * Those with a due day are many, and an index has them in order; those before their first session are few. A patient with
 * both stands where they have waited longer.
 */
function withAndWithoutDays(asked: Asked): string {
  const { join, conditions, after, limit } = asked;
  const waitsLonger =
    'exists (select from first f where f.patient_id = a.patient_id and f.from_on <= a.due_on)';
  return `with first as materialized (
      select a.patient_id, min(${FIRST_WAITS_FROM}) as from_on
      from course_assessment a join course c on c.id = a.course_id ${join}
      where ${[...conditions, 'a.due_on is null'].join(' and ')}
      group by a.patient_id)
    (${withDueDays(asked, ['a.due_on is not null', `not ${waitsLonger}`])})
    union all
    select a.patient_id, a.from_on from first a
    where not exists (${sameOf(conditions)} and e.due_on < a.from_on)
      and ${after ? `(a.from_on, a.patient_id) > (${after})` : 'true'}
    order by 2, 1 limit ${limit}`;
}

function grouped({ join, conditions, after, limit }: Asked): string {
  const from = `min(${WAITS_FROM})`;
  return `select a.patient_id as "patientId", ${from} as "fromOn"
    from course_assessment a join course c on c.id = a.course_id ${join}
    where ${conditions.join(' and ')}
    group by a.patient_id ${after ? `having (${from}, a.patient_id) > (${after})` : ''}
    order by ${from}, a.patient_id limit ${limit}`;
}

/** Courses of the patient of `a` that are asked for; what is asked of the patient holds for each. */
function sameOf(conditions: readonly string[]): string {
  const ofCourse = conditions
    .filter((condition) => !/\bp\./.test(condition))
    .map((condition) => condition.replaceAll(/\ba\./g, 'e.'));
  return `select from course_assessment e where ${['e.patient_id = a.patient_id', ...ofCourse].join(' and ')}`;
}
