import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { coverPeriods, type CoverPeriod } from '../../clinical/cover';
import { coverageOf, isOfPayer, type InsuredCourse } from '../../clinical/coverage';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import { billingUnits } from '../../clinical/catalogue/products';
import { doseOf, type Dose, type ToxinProduct } from '../../clinical/units';
import type { CoverOverride } from '../authorizations/cover-override.entity';

/** An authorization with what has been used of it: the sessions of its product on its days, one given in parts being one. */
export interface AuthorizationFacts {
  readonly id: string;
  readonly patientId: string;
  readonly payer: string;
  readonly product: ToxinProduct;
  readonly indication: IndicationSlug | null;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly billingUnitsApproved: number | null;
  readonly sessionsApproved: number | null;
  readonly billingUnitsUsed: number;
  readonly sessionsUsed: number;
}

export interface CoverFacts {
  readonly authorizations: readonly AuthorizationFacts[];
  readonly overrides: readonly CoverOverride[];
}

export async function coverFactsOf(db: EntityManager, patientIds: readonly string[]): Promise<CoverFacts> {
  return {
    authorizations: await authorizationFactsOf(db, patientIds),
    overrides: await db.query(OVERRIDES, [patientIds]),
  };
}

export async function authorizationFactsOf(
  db: EntityManager,
  patientIds: readonly string[],
): Promise<AuthorizationFacts[]> {
  const rows = await db.query<(Omit<AuthorizationFacts, 'billingUnitsUsed'> & { unitsUsed: number })[]>(
    AUTHORIZATIONS,
    [patientIds],
  );
  return rows.map(({ unitsUsed, ...row }) => ({
    ...row,
    billingUnitsUsed: billingUnits(doseOf(row.product, unitsUsed)),
  }));
}

interface NextSession {
  /** Null: none was given yet. */
  readonly dueOn: PlainDate | null;
  readonly plannedDose: Dose | undefined;
}

/** From its due day on, does an authorization cover the next session of a course? */
export function coverOfNext(
  { dueOn, plannedDose }: NextSession,
  course: InsuredCourse,
  { authorizations, overrides }: CoverFacts,
): CoverPeriod[] {
  return coverPeriods(dueOn, {
    coverage: coverageOf(course, overrides),
    product: course.plannedProduct,
    indication: course.indication,
    plannedDose,
    authorizations: authorizations
      .filter(({ patientId }) => patientId === course.patientId)
      .map((authorization) => ({ ...authorization, ofOtherInsurer: !isOfPayer(authorization, course) })),
  });
}

const AUTHORIZATIONS = `
select a.id, a.patient_id as "patientId", a.payer, a.product, a.indication, a.starts_on as "startsOn",
  a.ends_on as "endsOn", a.billing_units_approved as "billingUnitsApproved",
  a.sessions_approved as "sessionsApproved", u.units as "unitsUsed", u.sessions as "sessionsUsed"
from prior_authorization a
cross join lateral (
  select coalesce(sum(i.units), 0) as units, count(distinct coalesce(s.continues_id, s.root_id))::int as sessions
  from course c
  join injection_session s on s.course_id = c.id and s.voided_at is null and s.replaced_at is null
    and s.product = a.product and s.performed_on between a.starts_on and a.ends_on
  join injection i on i.session_id = s.id
  where c.patient_id = a.patient_id and (a.indication is null or c.indication = a.indication)) u
where a.patient_id = any($1::uuid[])
order by a.id`;

const OVERRIDES = `
select id, patient_id as "patientId", payer, indication, product, coverage, reason, created_at as "createdAt"
from cover_override where patient_id is null or patient_id = any($1::uuid[])
order by id`;
