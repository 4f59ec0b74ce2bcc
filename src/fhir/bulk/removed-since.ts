import type { Clinic } from '../../platform/clinic';
import { COVERAGE_ID } from '../cover/payer';
import { FACT_COLUMNS, MEASUREMENT_ID } from '../outcome/observation';
import type { ResourceKind } from '../resource-kind';
import type { Statement } from '../search/find-rows.query';
import type { Value } from '../search/search-parameter';
import type { AskedExport } from './asked-export';

/** SQL: ids that were there and may be no more, each with its patient. `since` names the moment. */
type Candidates = (since: string) => string;

const IN_COURSE = 'join course c on c.id = s.course_id';
/** A session of which less stands than before. */
const CHANGED = (since: string): string =>
  `s.updated_at >= ${since} and (s.voided_at is not null or s.replaced_at is not null)`;
const VOIDED = (since: string): string =>
  `s.replaced_at is null and s.voided_at is not null and s.updated_at >= ${since}`;
/** The trail of a table: rows as they were before they were changed or removed. */
const BEFORE = (table: string): string =>
  `audit_entry e cross join lateral jsonb_populate_record(null::${table}, e.before) w`;
/** The same of rows that are entered together; before they were, an entry was a row. */
const BEFORE_TOGETHER = (table: string): string => `audit_entry e
  cross join lateral jsonb_array_elements(coalesce(e.before -> 'rows', jsonb_build_array(e.before))) entered(row)
  cross join lateral jsonb_populate_record(null::${table}, entered.row) w`;
const LOST = (table: string, since: string): string =>
  `e.subject = '${table}' and e.action in ('update', 'delete') and e.at >= ${since}`;

const CANDIDATES: Readonly<Partial<Record<ResourceKind['type'], Candidates>>> = {
  MedicationAdministration: (since) => rowsOf('injection', since),
  Medication: (since) => rowsOf('session_vial', since),
  Observation: (since) => `
    select s.root_id || '-' || f.code as id, c.patient_id from response w
      join injection_session s on s.root_id = w.session_id ${IN_COURSE}
      cross join lateral (values ${FACT_COLUMNS}) f(code, value) where f.value is not null and ${VOIDED(since)}
    union select s.root_id || '-' || f.code, c.patient_id from ${BEFORE('response')}
      join injection_session s on s.root_id = w.session_id and s.replaced_at is null ${IN_COURSE}
      cross join lateral (values ${FACT_COLUMNS}) f(code, value) where f.value is not null and ${LOST('response', since)}
    union select s.root_id || ${MEASUREMENT_ID}, c.patient_id from measurement m
      join injection_session s on s.root_id = m.session_id ${IN_COURSE} where ${VOIDED(since)}
    union select s.root_id || ${MEASUREMENT_ID.replaceAll('m.', 'w.')}, c.patient_id from ${BEFORE('measurement')}
      join injection_session s on s.root_id = w.session_id and s.replaced_at is null ${IN_COURSE}
      where ${LOST('measurement', since)}`,
  AdverseEvent: (since) => `select v.id::text, c.patient_id from adverse_event v
    join injection_session s on s.root_id = v.session_id ${IN_COURSE} where ${VOIDED(since)}`,
  ServiceRequest: (since) => `select a.course_id::text as id, a.patient_id from course_assessment a
    where a.assessed_at >= ${since} and (not a.listed or exists (
      select from injection_session s where s.course_id = a.course_id and ${VOIDED(since)}))`,
  Task: (since) => `select w.id::text, c.patient_id from ${BEFORE('review_flag')}
    join course c on c.id = w.course_id where w.tier <> 'watch' and ${LOST('review_flag', since)}`,
  Coverage: (since) => `select ${COVERAGE_ID.replaceAll('a.', 'w.')}::text as id, w.patient_id
    from ${BEFORE('prior_authorization')} where ${LOST('prior_authorization', since)}`,
};

/** Of sessions that were voided or amended, and of drafts whose rows were replaced. */
function rowsOf(table: 'injection' | 'session_vial', since: string): string {
  return `select s.root_id || '-' || w.position as id, c.patient_id from ${table} w
      join injection_session s on s.id = w.session_id ${IN_COURSE} where ${CHANGED(since)}
    union select s.root_id || '-' || w.position, c.patient_id from ${BEFORE_TOGETHER(table)}
      join injection_session s on s.id = e.subject_id ${IN_COURSE} where ${LOST(table, since)}`;
}

/** The statement for `id` and `"patientId"` of what was there and is no more; nothing without a `since`, or where nothing ever goes. */
export function removedSince(
  kind: ResourceKind,
  { since, indication }: AskedExport,
  clinic: Clinic,
): Statement | undefined {
  const candidates = CANDIDATES[kind.type];
  if (since === undefined || candidates === undefined) return undefined;
  const values: unknown[] = [];
  const value: Value = (given) => `$${values.push(given)}`;
  const moment = `${value(since)}::timestamptz`;
  const group =
    indication === undefined
      ? ''
      : `and gone.patient_id in (select patient_id from course where indication = ${value(indication)})`;
  const sql = `select distinct gone.id, gone.patient_id as "patientId" from (${candidates(moment)}) gone
    where not exists (select from (${kind.from(value, clinic)}) r where r.id::text = gone.id) ${group} order by gone.id`;
  return { sql, values };
}
