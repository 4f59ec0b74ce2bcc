import type { EntityManager } from 'typeorm';
import { dayIn, type PlainDate } from '../../clinical/calendar';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import { coverAsOf, type CoverPeriod } from '../../clinical/cover/cover';
import { visitMinutes } from '../../clinical/schedule/visit-length';
import type { Clinic } from '../../platform/clinic';
import { listedBy } from '../due-conditions';
import { readinessOfCourses } from '../readiness/readiness.query';
import type { LaterAppointmentView, MayComeEarlierRowView } from './may-come-earlier.dto';

/** As many as anybody calls for one time. */
const MOST = 20;
/** Of how many who wait longest they are sought. */
const SOUGHT = 500;
/** For so many it is looked into the refrigerator. */
const LOOKED_INTO = 60;

interface Row {
  readonly courseId: string;
  readonly patientId: string;
  readonly mrn: string;
  readonly familyName: string;
  readonly givenName: string | null;
  readonly phone: string | null;
  readonly indication: IndicationSlug;
  readonly side: string | null;
  readonly earliestOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly holdUntilOn: PlainDate | null;
  readonly cover: CoverPeriod[];
}

type BookedRow = Row & LaterAppointmentView & { readonly visitId: string };

/**
 * Who could come at a time: on its day the earliest day of what would be treated is reached, no hold stands, nothing is
 * missing from the insurer, and the product is there. First those who are booked for later and agreed to be called, then
 * those to be called; of each those first who wait longest.
 */
export async function mayComeEarlier(
  db: EntityManager,
  startsAt: Date,
  clinic: Clinic,
): Promise<MayComeEarlierRowView[]> {
  const day = dayIn(clinic.zone, startsAt);
  const agreed = byVisit(await agreedLater(db, startsAt)).filter((rows) =>
    rows.every((row) => mayComeOn(day, row)),
  );
  const booked = new Set(agreed.map(([row]) => row.patientId));
  const waiting = byPatient((await toCall(db, clinic)).filter((row) => mayComeOn(day, row))).filter(
    ([row]) => !booked.has(row.patientId),
  );
  const found = [
    ...agreed.map((rows) => rowOf(rows, clinic, rows[0])),
    ...waiting.map((rows) => rowOf(rows, clinic)),
  ].slice(0, LOOKED_INTO);
  const stocked = await withProductThere(db, found, day, clinic);
  return found.filter(({ courses }) => courses.every(({ courseId }) => stocked.has(courseId))).slice(0, MOST);
}

type Some<T> = readonly [T, ...T[]];

function mayComeOn(day: PlainDate, { earliestOn, holdUntilOn, cover }: Row): boolean {
  const { state } = coverAsOf(day, cover);
  return (
    (earliestOn === null || earliestOn <= day) &&
    (holdUntilOn === null || holdUntilOn <= day) &&
    (state === 'covered' || state === 'not-needed')
  );
}

const OF_ROW = `
a.course_id as "courseId", a.patient_id as "patientId", p.mrn, p.family_name as "familyName",
  p.given_name as "givenName", p.phone, a.indication, a.side, a.earliest_on as "earliestOn", a.due_on as "dueOn",
  a.hold_until_on as "holdUntilOn", a.cover`;

function agreedLater(db: EntityManager, startsAt: Date): Promise<BookedRow[]> {
  return db.query(
    `select ${OF_ROW}, v.id as "appointmentId", coalesce(v.visit_id, v.id) as "visitId", v.starts_at as "startsAt",
       v.duration_min as "durationMin", v.version
     from appointment v
     join course_assessment a on a.course_id = v.course_id
     join patient p on p.id = a.patient_id
     where v.status = 'booked' and v.call_earlier and v.starts_at > $1 and a.listed
     order by a.due_on, v.starts_at, v.id limit ${SOUGHT}`,
    [startsAt],
  );
}

function toCall(db: EntityManager, clinic: Clinic): Promise<Row[]> {
  const values: unknown[] = [clinic.today, clinic.zone];
  const conditions = listedBy(
    { queue: 'to-call' },
    { asOf: clinic.today, clinic },
    (given) => `$${values.push(given)}`,
  );
  return db.query(
    `select ${OF_ROW} from course_assessment a join patient p on p.id = a.patient_id
     where a.due_on is not null and ${conditions.join(' and ')}
     order by a.due_on, a.course_id limit ${SOUGHT}`,
    values,
  );
}

function byVisit(rows: readonly BookedRow[]): Some<BookedRow>[] {
  return grouped(rows, ({ visitId }) => visitId);
}

function byPatient(rows: readonly Row[]): Some<Row>[] {
  return grouped(rows, ({ patientId }) => patientId);
}

function grouped<R extends Row>(rows: readonly R[], keyOf: (row: R) => string): Some<R>[] {
  const groups = new Map<string, [R, ...R[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

function rowOf(rows: Some<Row>, { schedule }: Clinic, booked?: LaterAppointmentView): MayComeEarlierRowView {
  const { patientId: id, mrn, familyName, givenName, phone, dueOn } = rows[0];
  const { visitLengths } = schedule;
  return {
    patient: { id, mrn, familyName, givenName, phone },
    courses: rows.map(({ courseId, indication, side }) => ({ courseId, indication, side })),
    dueOn,
    callEarlier: booked !== undefined,
    booked: booked
      ? {
          appointmentId: booked.appointmentId,
          startsAt: booked.startsAt,
          durationMin: booked.durationMin,
          version: booked.version,
        }
      : null,
    durationMin:
      booked?.durationMin ??
      visitMinutes(
        rows.map(({ indication }) => indication),
        visitLengths,
      ),
  };
}

/** The courses of which the product is there for a visit on that day. */
async function withProductThere(
  db: EntityManager,
  rows: readonly MayComeEarlierRowView[],
  day: PlainDate,
  clinic: Clinic,
): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap(({ courses }) => courses.map(({ courseId }) => courseId));
  const readiness = await readinessOfCourses(db, ids, { asOf: clinic.today, on: day, clinic });
  const isThere = (id: string): boolean =>
    readiness.get(id)?.items.every(({ code, ready }) => code !== 'stock' || ready) === true;
  return new Set(ids.filter(isThere));
}
