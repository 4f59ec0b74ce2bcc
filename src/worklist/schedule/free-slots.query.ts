import type { EntityManager } from 'typeorm';
import { addDays, latestOf, type PlainDate } from '../../clinical/calendar';
import { firstBookable } from '../../clinical/calling/first-bookable';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import { freeSlots, type Taken } from '../../clinical/schedule/free-slots';
import { USUAL_VISIT_MINUTES, visitMinutes } from '../../clinical/schedule/visit-length';
import type { Clinic } from '../../platform/clinic';
import { malformed, Problem } from '../../platform/http/problem';
import type { FreeSlotsQuery, FreeSlotView } from './free-slots.dto';

export interface Injector {
  readonly id: string;
  readonly name: string;
}

/** Who gives injections here, by name. */
export function injectorsHere(db: EntityManager): Promise<Injector[]> {
  return db.query(
    `select id, display_name as name from app_user
     where role = 'neurologist' and disabled_at is null order by display_name, id`,
  );
}

/** What is booked from one day to another, with whom: who is named, else who gave the latest session. */
function takenTimes(
  db: EntityManager,
  { from, to, zone }: { readonly from: PlainDate; readonly to: PlainDate; readonly zone: string },
): Promise<Taken[]> {
  return db.query(
    `select coalesce(a.injector_id, ca.injector_id) as "injectorId", a.starts_at as "startsAt",
       a.duration_min as "durationMin"
     from appointment a left join course_assessment ca on ca.course_id = a.course_id
     where a.status = 'booked'
       and a.starts_at >= (($1::date - 1)::timestamp at time zone $3)
       and a.starts_at < (($2::date + 1)::timestamp at time zone $3)
     order by a.starts_at, a.id`,
    [from, to, zone],
  );
}

interface SoughtCourse {
  readonly indication: IndicationSlug;
  readonly bookOn: PlainDate | null;
  readonly injectorId: string | null;
}

const USUAL_DAYS = 27;

/** The times that are free, for what is treated or for anybody. */
export async function slotsFor(
  db: EntityManager,
  query: FreeSlotsQuery,
  clinic: Clinic,
  now: Date,
): Promise<FreeSlotView[]> {
  const courses = await soughtCourses(db, query);
  const bookOn = courses.map((course) => firstBookable(course.bookOn, clinic.today, clinic.due));
  const from = latestOf(query.from ?? bookOn.toSorted().at(-1) ?? clinic.today, clinic.today);
  const to = query.to ?? addDays(from, USUAL_DAYS);
  const minutes =
    query.durationMin ??
    (courses.length > 0
      ? visitMinutes(
          courses.map(({ indication }) => indication),
          clinic.schedule.visitLengths,
        )
      : USUAL_VISIT_MINUTES);
  const usual = courses.find(({ injectorId }) => injectorId !== null)?.injectorId ?? undefined;
  const injectors = chosen(await injectorsHere(db), query.injectorId, usual);
  const taken = await takenTimes(db, { from, to, zone: clinic.zone });
  const found = freeSlots(
    { from, to, now, minutes, injectorIds: injectors.map(({ id }) => id), taken, most: query.limit ?? 20 },
    { zone: clinic.zone, closed: clinic.due, openingHours: clinic.schedule.openingHours },
  );
  return found.map(({ startsAt, injectorId }) => ({
    startsAt,
    durationMin: minutes,
    injectorId,
    injectorName: injectors.find(({ id }) => id === injectorId)?.name ?? '',
  }));
}

/** Whoever is asked for; else whoever gave the latest session, while they are here; else everybody. */
function chosen(
  here: readonly Injector[],
  asked: string | undefined,
  usual: string | undefined,
): readonly Injector[] {
  if (asked !== undefined) return here.filter(({ id }) => id === asked.toLowerCase());
  const theirs = here.filter(({ id }) => id === usual);
  return theirs.length > 0 ? theirs : here;
}

/** The course that is asked for, then those that are treated with it. */
async function soughtCourses(
  db: EntityManager,
  { courseId, alsoFor = [] }: FreeSlotsQuery,
): Promise<SoughtCourse[]> {
  if (courseId === undefined) {
    if (alsoFor.length === 0) return [];
    throw malformed('/alsoFor', 'needs-course', 'alsoFor goes with courseId: name the course beside it');
  }
  const ids = [...new Set([courseId, ...alsoFor].map((id) => id.toLowerCase()))];
  const courses = await db.query<(SoughtCourse & { id: string; patientId: string })[]>(
    `select c.id, c.patient_id as "patientId", c.indication, ca.book_on as "bookOn", ca.injector_id as "injectorId"
     from course c left join course_assessment ca on ca.course_id = c.id
     where c.id = any($1::uuid[]) order by array_position($1::uuid[], c.id)`,
    [ids],
  );
  const [course] = courses;
  if (!course || course.id !== ids[0]) throw new Problem('not-found', 'No such course.');
  if (courses.length < ids.length || courses.some(({ patientId }) => patientId !== course.patientId))
    throw malformed('/alsoFor', 'other-patient', 'alsoFor names courses of the same patient only');
  return courses;
}
