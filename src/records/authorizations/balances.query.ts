import { In, type EntityManager } from 'typeorm';
import { dayIn } from '../../clinical/calendar';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import type { Authorization } from '../../clinical/cover/cover';
import { coverBalances, type CoverBalance, type ReservingVisit } from '../../clinical/cover/cover-balance';
import { isOfPayer } from '../../clinical/cover/coverage';
import { doseOf, type ToxinProduct } from '../../clinical/units';
import type { Clinic } from '../../platform/clinic';
import { together, type Question } from '../../platform/database/read-together';
import {
  authorizationFacts,
  AUTHORIZATIONS,
  PAYER_NAMES,
  type AuthorizationFacts,
} from '../assessment/cover.query';
import { Course } from '../courses/course.entity';

/** An authorization, what was used of it, what booked visits reserve, and what is left. */
export type BalancedAuthorization = AuthorizationFacts & Authorization & CoverBalance;

/** The authorizations of some patients with what is left of each. */
export async function balancesOf(
  db: EntityManager,
  patientIds: readonly string[],
  { zone, today }: Pick<Clinic, 'zone' | 'today'>,
): Promise<BalancedAuthorization[]> {
  const ids = [...new Set(patientIds)];
  const found = await read(db, {
    authorizations: [ids],
    insured: [ids],
    visits: [ids, today, zone],
    payers: [],
  });
  const payerOf = new Map(found.insured.map(({ patientId, payer }) => [patientId, payer]));
  const authorizations = found.authorizations.map((stored) => {
    const facts = authorizationFacts(stored);
    const { patientId } = facts;
    const insured = { patientId, payer: payerOf.get(patientId) ?? null };
    return { ...facts, ofOtherInsurer: !isOfPayer(facts, insured, found.payers) };
  });
  return found.insured.flatMap(({ patientId }) =>
    coverBalances(
      authorizations.filter((authorization) => authorization.patientId === patientId),
      found.visits.filter((visit) => visit.patientId === patientId).map((visit) => reserving(visit, zone)),
      today,
    ),
  );
}

function reserving({ startsAt, product, indication, units }: StoredVisit, zone: string): ReservingVisit {
  return {
    on: dayIn(zone, new Date(startsAt)),
    product,
    indication,
    plannedDose: units === null ? undefined : doseOf(product, units),
  };
}

/**
 * By course, what may pay for a session of it today or later: of the patient's insurer, of its product and treatment, and
 * not yet over.
 */
export async function balancesOfCourses(
  db: EntityManager,
  courseIds: readonly string[],
  clinic: Pick<Clinic, 'zone' | 'today'>,
): Promise<ReadonlyMap<string, readonly BalancedAuthorization[]>> {
  if (courseIds.length === 0) return new Map();
  const courses = await db.findBy(Course, { id: In([...courseIds]) });
  const balances = await balancesOf(
    db,
    courses.map(({ patientId }) => patientId),
    clinic,
  );
  return new Map(courses.map((course) => [course.id, balances.filter((balance) => fits(balance, course))]));
}

function fits(balance: BalancedAuthorization, course: Course): boolean {
  const { patientId, product, indication, ofOtherInsurer, daysLeft } = balance;
  return (
    patientId === course.patientId &&
    product === course.plannedProduct &&
    (indication ?? course.indication) === course.indication &&
    !ofOtherInsurer &&
    daysLeft > 0
  );
}

interface StoredVisit {
  readonly patientId: string;
  readonly startsAt: string;
  readonly product: ToxinProduct;
  readonly indication: IndicationSlug;
  readonly units: number | null;
}

/** Booked visits from a day on in a zone; the next dose is expected to be that of the last session, with all its parts. */
const VISITS: Question<StoredVisit> = {
  text: `
select c.patient_id as "patientId", b.starts_at as "startsAt", c.planned_product as product, c.indication, l.units
from course c
join appointment b on b.course_id = c.id and b.status = 'booked'
  and b.starts_at >= ($2::date::timestamp at time zone $3)
left join lateral (
  select s.product, (
    select sum(i.units)::float from injection_session p join injection i on i.session_id = p.id
    where p.course_id = c.id and p.voided_at is null and p.replaced_at is null
      and coalesce(p.continues_id, p.root_id) = s.root_id) as units
  from injection_session s
  where s.course_id = c.id and s.voided_at is null and s.replaced_at is null and s.continues_id is null
  order by s.performed_on desc, s.created_at desc, s.id desc limit 1) l on l.product = c.planned_product
where c.patient_id = any($1::uuid[])
order by b.starts_at, b.id`,
};

const INSURED: Question<{ readonly patientId: string; readonly payer: string | null }> = {
  text: `select id as "patientId", payer from patient where id = any($1::uuid[])`,
};

const read = together({
  authorizations: AUTHORIZATIONS,
  insured: INSURED,
  visits: VISITS,
  payers: PAYER_NAMES,
});
