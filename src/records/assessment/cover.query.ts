import type { PlainDate } from '../../clinical/calendar';
import { coverPeriods, type CoverPeriod } from '../../clinical/cover/cover';
import {
  coverageOf,
  isOfPayer,
  type CoverageOverride,
  type InsuredCourse,
} from '../../clinical/cover/coverage';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import { billingUnits } from '../../clinical/catalogue/products';
import type { PayerNames } from '../../clinical/payers/payer-names';
import { doseOf, type Dose, type ToxinProduct } from '../../clinical/units';
import type { Question } from '../../platform/database/read-together';

/** An authorization with what has been used of it: the sessions of its product on its days, one given in parts being one. */
export interface AuthorizationFacts {
  readonly id: string;
  readonly patientId: string;
  readonly payer: string;
  readonly number: string;
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
  readonly overrides: readonly CoverageOverride[];
  readonly payers: readonly PayerNames[];
}

type StoredAuthorization = Omit<AuthorizationFacts, 'billingUnitsUsed'> & { readonly unitsUsed: number };

/** An authorization, what was used of it counted as it is billed. */
export function authorizationFacts({ unitsUsed, ...row }: StoredAuthorization): AuthorizationFacts {
  return { ...row, billingUnitsUsed: billingUnits(doseOf(row.product, unitsUsed)) };
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
  { authorizations, overrides, payers }: CoverFacts,
): CoverPeriod[] {
  return coverPeriods(dueOn, {
    coverage: coverageOf(course, overrides, payers),
    product: course.plannedProduct,
    indication: course.indication,
    plannedDose,
    authorizations: authorizations
      .filter(({ patientId }) => patientId === course.patientId)
      .map((authorization) => ({
        ...authorization,
        ofOtherInsurer: !isOfPayer(authorization, course, payers),
      })),
  });
}

/** The authorizations of some patients. */
export const AUTHORIZATIONS: Question<StoredAuthorization> = {
  text: `
select a.id, a.patient_id as "patientId", a.payer, a.number, a.product, a.indication, a.starts_on as "startsOn",
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
order by a.id`,
};

/** What is covered otherwise than usual for some patients, or for all. */
export const OVERRIDES: Question<CoverageOverride> = {
  text: `
select patient_id as "patientId", payer, indication, product, coverage
from cover_override where patient_id is null or patient_id = any($1::uuid[])
order by id`,
};

/** All names by which payers go. */
export const PAYER_NAMES: Question<PayerNames> = {
  text: `select id, name, other_names as "otherNames" from payer order by id`,
};
