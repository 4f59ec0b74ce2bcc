import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { dayIn, type PlainDate } from '../../clinical/calendar';
import { firstBookable } from '../../clinical/calling/first-bookable';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import { coverAsOf, type CoverPeriod } from '../../clinical/cover/cover';
import { precautionReminders } from '../../clinical/precautions/precaution-findings';
import { readinessOf, type NextVisit } from '../../clinical/readiness/readiness';
import type { VisitStock } from '../../clinical/readiness/stock-item';
import type { ToxinProduct } from '../../clinical/units';
import type { Clinic } from '../../platform/clinic';
import { careOfPatients } from '../../records/patients/care/patient-care.query';
import { Patient } from '../../records/patients/patient.entity';
import { stockForVisits } from '../../records/supply/stock/visit-stock.query';
import { limitsOfVisits } from './units-limits.query';
import type { ReadinessView } from './readiness.dto';

interface Row {
  readonly courseId: string;
  readonly patientId: string;
  readonly indication: IndicationSlug;
  readonly product: ToxinProduct;
  readonly endedOn: PlainDate | null;
  readonly bookOn: PlainDate | null;
  readonly bookedAt: Date | null;
  readonly holdUntilOn: PlainDate | null;
  readonly cover: readonly CoverPeriod[];
  readonly unitsPlanned: number | null;
  readonly treatments: NextVisit['treatments'];
}

/** What the next visit of each course asks for, by course. `on`: the day of the visit, where it is asked for. */
export async function readinessOfCourses(
  db: EntityManager,
  courseIds: readonly string[],
  { asOf, on, clinic }: { readonly asOf: PlainDate; readonly on?: PlainDate; readonly clinic: Clinic },
): Promise<ReadonlyMap<string, ReadinessView>> {
  const rows = await db.query<Row[]>(COURSES, [courseIds, asOf, clinic.zone]);
  const patients = await db.findBy(Patient, { id: In(rows.map(({ patientId }) => patientId)) });
  const patientOf = new Map(patients.map((patient) => [patient.id, patient]));
  const care = await careOfPatients(db, patients, asOf);
  const stock = await stockForVisits(
    db,
    patients.map(({ id }) => id),
  );
  const day = (row: Row) => on ?? visitDay(row, asOf, clinic);
  const limited = await limitsOfVisits(
    db,
    rows.map((row) => ({ ...row, on: day(row), payer: patientOf.get(row.patientId)!.payer })),
  );
  return new Map(
    rows.map((row) => {
      const { patientId, product, unitsPlanned } = row;
      const patient = patientOf.get(patientId)!;
      const visitOn = day(row);
      // Pregnancy is asked about at each visit: a question of the day is nothing that is missing before it.
      const reminders = precautionReminders(care.get(patientId)!.precautions, visitOn, clinic.rules);
      const visit: NextVisit = {
        asOf,
        on: visitOn,
        product,
        endedOn: row.endedOn,
        diedOn: patient.deceasedOn,
        cover: coverAsOf(visitOn, row.cover),
        stock: { ...stock(product, patientId), unitsPlanned } satisfies VisitStock,
        units: limited.get(row.courseId) ?? null,
        holdUntilOn: row.holdUntilOn,
        precautionsToAsk: reminders.length,
        treatments: row.treatments,
      };
      return [row.courseId, { ...readinessOf(visit), on: visitOn }];
    }),
  );
}

function visitDay({ bookedAt, bookOn }: Row, asOf: PlainDate, { zone, due }: Clinic): PlainDate {
  return bookedAt ? dayIn(zone, bookedAt) : firstBookable(bookOn, asOf, due);
}

/**
 * `$2` is the day that is looked from, `$3` the clinic's zone. A session and what continues it are one treatment: its units are
 * added, and its effect is known once something says of either how well it worked.
 */
const COURSES = `
select c.id as "courseId", c.patient_id as "patientId", c.indication, c.planned_product as product, c.ended_on as "endedOn",
  a.book_on as "bookOn", a.hold_until_on as "holdUntilOn", a.cover,
  (select min(b.starts_at) from appointment b
   where b.course_id = c.id and b.status = 'booked' and b.starts_at >= ($2::date::timestamp at time zone $3)) as "bookedAt",
  (select sum(i.units)::float from injection_session s join injection i on i.session_id = s.id
   where s.course_id = c.id and coalesce(s.continues_id, s.root_id) = t.last_root_id and s.replaced_at is null
     and s.voided_at is null and s.product = c.planned_product) as "unitsPlanned",
  coalesce(t.treatments, '[]') as treatments
from course c
join course_assessment a on a.course_id = c.id
left join lateral (
  select (array_agg(l.root_id order by l.performed_on desc, l.created_at desc))[1] as last_root_id,
    jsonb_agg(jsonb_build_object('performedOn', l.performed_on, 'effectKnown', l.known)
      order by l.performed_on desc, l.created_at desc) as treatments
  from (
    select s.root_id, s.performed_on, s.created_at,
      exists (select from injection_session k join response r on r.session_id = k.root_id
        where k.course_id = c.id and k.replaced_at is null and k.voided_at is null
          and coalesce(k.continues_id, k.root_id) = s.root_id
        and (r.improvement_pct is not null or r.pgic is not null or r.peak_effect is not null
          or exists (select from measurement m where m.session_id = k.root_id and m.phase = 'peak'))) as known
    from injection_session s
    where s.course_id = c.id and s.replaced_at is null and s.voided_at is null and s.continues_id is null
    order by s.performed_on desc, s.created_at desc limit 2) l) t on true
where c.id = any($1::uuid[])`;
