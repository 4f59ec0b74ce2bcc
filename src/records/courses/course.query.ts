import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { coverAsOf, type Cover } from '../../clinical/cover/cover';
import { secondCodeContradiction } from '../../clinical/catalogue/codes/code-pairs';
import { codeContradiction } from '../../clinical/session-check/label/code-check';
import { dueStatusOn, statusRange, type DueStatus } from '../../clinical/due/due-status';
import type { Clinic } from '../../platform/clinic';
import { findFlags } from '../reviews/flag-view.query';
import { openAlertsOf } from '../adverse-events/alert.query';
import { changedPatients } from '../patients/changed-patients.query';
import { antibodyRisksOf } from './antibody-risk/antibody-risk.query';
import type { CourseAssessmentRow } from '../assessment/course-assessment.entity';
import type { Course } from './course.entity';
import type { CourseState, CourseView, HoldView } from './courses.dto';

export interface CourseSearch {
  readonly id?: string;
  readonly patientId?: string;
  readonly indication?: string;
  readonly status?: CourseState | DueStatus;
  readonly updatedSince?: string;
  readonly after?: string;
  readonly limit: number;
}

type Row = { [K in keyof Course]: Course[K] } & Omit<
  CourseAssessmentRow,
  'courseId' | 'indication' | 'side' | 'patientId'
> & {
    holds: HoldView[];
    bookedId: string | null;
    bookedAt: Date | null;
  };

/** Courses with what is derived of them, in the order of their ids. */
export async function findCourses(
  db: EntityManager,
  search: CourseSearch,
  clinic: Clinic,
  asOf: PlainDate = clinic.today,
): Promise<CourseView[]> {
  const range = dueRange(search.status, asOf, clinic);
  const rows = await db.query<Row[]>(SELECT, [
    search.id,
    search.patientId,
    search.indication,
    search.status === 'active' ? false : search.status === 'ended' ? true : null,
    search.status === 'no-session',
    range !== undefined,
    range?.dueFrom,
    range?.dueTo,
    search.updatedSince,
    search.after,
    search.limit,
    asOf,
    clinic.zone,
  ]);
  const latestOf = rows.map(({ id }) => id);
  const flags = await findFlags(db, { latestOf, limit: latestOf.length }, clinic);
  const flagOf = new Map(flags.map((flag) => [flag.courseId, flag]));
  const alerts = await openAlertsOf(db, [...new Set(rows.map(({ patientId }) => patientId))]);
  const risks = await antibodyRisksOf(db, rows, clinic.rules);
  return rows.map((row) => {
    const beside = {
      flag: flagOf.get(row.id) ?? null,
      openAlerts: alerts.get(row.patientId) ?? [],
      antibodyRisk: risks.get(row.id) ?? null,
    };
    return courseView(row, beside, asOf, clinic);
  });
}

function dueRange(
  status: CourseSearch['status'],
  asOf: PlainDate,
  { due }: Clinic,
): ReturnType<typeof statusRange> | undefined {
  if (!status || status === 'active' || status === 'ended' || status === 'no-session') return undefined;
  return statusRange(status, asOf, due);
}

const SELECT = `
select c.id, c.patient_id as "patientId", c.indication, c.side, c.etiology, c.diagnosis_code as "diagnosisCode", c.second_diagnosis_code as "secondDiagnosisCode",
  c.tried_before as "triedBefore", c.guidance_reason as "guidanceReason", c.planned_product as "plannedProduct", c."interval", c.min_interval as "minInterval",
  c.override_due_on as "overrideDueOn", c.override_reason as "overrideReason",
  c.started_on as "startedOn", c.ended_on as "endedOn", c.end_reason as "endReason",
  c.reopen_reason as "reopenReason", c.change_reason as "changeReason",
  p.handedness, c.version, c.created_at as "createdAt", c.updated_at as "updatedAt",
  a.anchor_on as "anchorOn", a.earliest_on as "earliestOn", a.due_on as "dueOn", a.last_on_time_on as "lastOnTimeOn",
  a.overdue_from as "overdueFrom", a.book_on as "bookOn", a.basis, a.reasons, a.hold_until_on as "holdUntilOn",
  a.snoozed_until_on as "snoozedUntilOn", a.cover, a.trend,
  a.effect_window as "effectWindow",
  coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'courseId', h.course_id, 'fromOn', h.from_on,
      'untilOn', h.until_on, 'reason', h.reason, 'concerns', h.concerns,
      'liftedAt', h.lifted_at, 'liftReason', h.lift_reason, 'createdAt', h.created_at) order by h.created_at, h.id)
    from hold h join course k on k.id = h.course_id
    where k.patient_id = c.patient_id and (k.id = c.id or h.concerns = 'patient')), '[]') as holds,
  b.id as "bookedId", b.starts_at as "bookedAt"
from course c
join course_assessment a on a.course_id = c.id
join patient p on p.id = c.patient_id
left join lateral (
  select id, starts_at from appointment
  where course_id = c.id and status = 'booked' and starts_at >= ($12::date::timestamp at time zone $13)
  order by starts_at, id limit 1) b on true
where ($1::uuid is null or c.id = $1)
  and ($2::uuid is null or c.patient_id = $2)
  and ($3::text is null or c.indication = $3)
  and ($4::boolean is null or (c.ended_on is not null) = $4)
  and (not $5::boolean or a.due_on is null)
  and (not $6::boolean or (a.due_on >= coalesce($7::date, '-infinity') and a.due_on <= coalesce($8::date, 'infinity')))
  and ($9::timestamptz is null or c.patient_id in (${changedPatients('$9')}))
  and ($10::uuid is null or c.id > $10)
order by c.id
limit $11`;

function courseView(
  row: Row,
  beside: Pick<CourseView, 'flag' | 'openAlerts' | 'antibodyRisk'>,
  asOf: PlainDate,
  { due }: Clinic,
): CourseView {
  const { anchorOn, earliestOn, dueOn, lastOnTimeOn, overdueFrom, bookOn, basis, reasons } = row;
  const known = anchorOn && earliestOn && dueOn && lastOnTimeOn && overdueFrom && bookOn && basis;
  const forecast = known
    ? { anchorOn, earliestOn, dueOn, lastOnTimeOn, overdueFrom, bookOn, basis, reasons }
    : null;
  return {
    id: row.id,
    patientId: row.patientId,
    indication: row.indication,
    side: row.side,
    etiology: row.etiology,
    diagnosisCode: row.diagnosisCode,
    secondDiagnosisCode: row.secondDiagnosisCode,
    contradictions: [codeContradiction(row, asOf), secondCodeContradiction(row, asOf)].flatMap(
      (said) => said ?? [],
    ),
    changeReason: row.changeReason,
    plannedProduct: row.plannedProduct,
    triedBefore: row.triedBefore,
    guidanceReason: row.guidanceReason,
    interval: row.interval,
    minInterval: row.minInterval,
    ...overrideOf(row),
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    endReason: row.endReason,
    reopenReason: row.reopenReason,
    status: row.endedOn === null ? 'active' : 'ended',
    asOf,
    forecast,
    ...dueStatusOn(asOf, forecast ?? undefined, due),
    onHold: row.holdUntilOn !== null && asOf < row.holdUntilOn,
    holds: row.holds,
    snoozedUntil: row.snoozedUntilOn !== null && asOf < row.snoozedUntilOn ? row.snoozedUntilOn : null,
    booked: row.bookedId && row.bookedAt ? { appointmentId: row.bookedId, startsAt: row.bookedAt } : null,
    ...coverView(coverAsOf(asOf, row.cover)),
    trend: row.trend,
    ...beside,
    effectWindow: row.effectWindow,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

/** A later session has spent it: the forecast of another basis says so. It is kept, for that session may be void one day. */
function overrideOf({
  basis,
  overrideDueOn,
  overrideReason,
}: Row): Pick<CourseView, 'overrideDueOn' | 'overrideReason'> {
  const isSpent = basis !== null && basis !== 'override';
  return isSpent ? { overrideDueOn: null, overrideReason: null } : { overrideDueOn, overrideReason };
}

/** Cover as a course and a row of the due list show it. */
export function coverView({
  state,
  gap,
  gapOn,
}: Cover): Pick<CourseView, 'authorization' | 'authorizationGap'> {
  return { authorization: state, authorizationGap: gap && { code: gap, on: gapOn } };
}
