import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import type { AppointmentStatus } from '../../records/scheduling/appointment.entity';

/** An appointment with whom it is for: names and times, never a dose or a response. */
export interface CalendarEntry {
  readonly id: string;
  readonly courseId: string;
  /** What is treated in the visit: this course, and those beside it. */
  readonly courses: readonly CalendarCourse[];
  readonly startsAt: Date;
  readonly durationMin: number;
  readonly status: AppointmentStatus;
  readonly version: number;
  readonly patientId: string;
  readonly familyName: string;
  readonly givenName: string | null;
  readonly mrn: string;
  readonly phone: string | null;
  /** Who is named, else who gave the latest session. */
  readonly injectorId: string | null;
  /** Agreed to be called when an earlier time is free. */
  readonly callEarlier: boolean;
}

export interface CalendarCourse {
  readonly courseId: string;
  readonly indication: IndicationSlug;
  readonly side: string | null;
}

type Row = Omit<CalendarEntry, 'courses'> & CalendarCourse & { readonly visitId: string };

/** The visits of some days of the clinic's calendar, both ends included, by time. Several courses in one visit are one entry. */
export async function calendarEntries(
  db: EntityManager,
  { from, to, zone }: { readonly from: PlainDate; readonly to: PlainDate; readonly zone: string },
): Promise<CalendarEntry[]> {
  const rows = await db.query<Row[]>(
    `select a.id, coalesce(a.visit_id, a.id) as "visitId", a.course_id as "courseId", a.starts_at as "startsAt", a.duration_min as "durationMin", a.status,
       a.version, p.id as "patientId", p.family_name as "familyName", p.given_name as "givenName", p.mrn, p.phone,
       c.indication, c.side, coalesce(a.injector_id, ca.injector_id) as "injectorId", a.call_earlier as "callEarlier"
     from appointment a
     join course c on c.id = a.course_id
     join patient p on p.id = c.patient_id
     left join course_assessment ca on ca.course_id = c.id
     where a.starts_at >= ($1::date::timestamp at time zone $3)
       and a.starts_at < (($2::date + 1)::timestamp at time zone $3)
     order by a.starts_at, a.id <> coalesce(a.visit_id, a.id), a.id`,
    [from, to, zone],
  );
  return entriesOf(rows);
}

/** How many visits take time on each of these days, of one injector alone where one is named: enough to tell whether all can be shown. */
export async function visitsByDay(
  db: EntityManager,
  { from, to, zone }: { readonly from: PlainDate; readonly to: PlainDate; readonly zone: string },
  injectorId: string | undefined,
): Promise<ReadonlyMap<PlainDate, number>> {
  const days = await db.query<{ day: PlainDate; visits: number }[]>(
    `select (a.starts_at at time zone $3)::date as day, count(distinct (coalesce(a.visit_id, a.id), a.status, a.starts_at))::int as visits
     from appointment a left join course_assessment ca on ca.course_id = a.course_id
     where a.starts_at >= ($1::date::timestamp at time zone $3)
       and a.starts_at < (($2::date + 1)::timestamp at time zone $3)
       and a.status = any($4::text[]) and ($5::uuid is null or coalesce(a.injector_id, ca.injector_id) = $5)
     group by 1`,
    [from, to, zone, TAKE_TIME, injectorId],
  );
  return new Map(days.map(({ day, visits }) => [day, visits]));
}

/** Appointments of one visit go their own ways once one of their courses has ended. */
function entriesOf(rows: readonly Row[]): CalendarEntry[] {
  const entries = new Map<string, CalendarEntry & { readonly courses: CalendarCourse[] }>();
  for (const { visitId, indication, side, ...row } of rows) {
    const key = `${visitId} ${row.status} ${row.startsAt.getTime()}`;
    const course = { courseId: row.courseId, indication, side };
    const entry = entries.get(key);
    if (entry) entry.courses.push(course);
    else entries.set(key, { ...row, courses: [course] });
  }
  return [...entries.values()];
}

const TAKE_TIME: readonly AppointmentStatus[] = ['booked', 'attended'];

/** Is the time theirs? Who cancelled or did not come leaves it free. */
export function takesTime({ status }: Pick<CalendarEntry, 'status'>): boolean {
  return TAKE_TIME.includes(status);
}

/** How many courses are to be booked on each of these days: those that fall due then, or on closed days before. */
export async function dueByBookDay(
  db: EntityManager,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<ReadonlyMap<PlainDate, number>> {
  const days = await db.query<{ bookOn: PlainDate; courses: number }[]>(
    `select book_on as "bookOn", count(*)::int as courses from course_assessment
     where listed and book_on between $1 and $2 group by book_on`,
    [from, to],
  );
  return new Map(days.map(({ bookOn, courses }) => [bookOn, courses]));
}
