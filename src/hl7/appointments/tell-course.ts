import type { PlainDate } from '../../clinical/calendar';

export interface CandidateCourse {
  readonly id: string;
  readonly endedOn: PlainDate | null;
  /** Before it nothing is given; null: nothing has been given yet. */
  readonly earliestOn: PlainDate | null;
  /** The days from today on for which it has an appointment. */
  readonly bookedOn: readonly PlainDate[];
}

/** `none`: they have none; `ended`: none goes on; `other`: a person has named one that is not among them. */
export type NoCourseTold<C extends CandidateCourse> =
  { readonly why: 'none' | 'ended' | 'other' } | { readonly why: 'several'; readonly of: readonly C[] };

/**
 * Which course of its patient is an appointment of that another system has made? It knows patients and no courses.
 *
 * The one that a person has named; else the only one that goes on. Of several the only one that is booked for that day already;
 * else the only one whose visit is to be booked: nothing is booked for it, and that day is not before its earliest one.
 * Otherwise nobody can tell, and a person is asked.
 */
export function tellCourse<C extends CandidateCourse>(
  courses: readonly C[],
  day: PlainDate,
  namedId?: string,
): { readonly course: C } | NoCourseTold<C> {
  const open = courses.filter(({ endedOn }) => endedOn === null);
  if (open.length === 0) return { why: courses.length === 0 ? 'none' : 'ended' };
  if (namedId !== undefined) {
    const named = open.find(({ id }) => id === namedId);
    return named ? { course: named } : { why: 'other' };
  }
  const booked = open.filter(({ bookedOn }) => bookedOn.includes(day));
  const toBook = open.filter(
    ({ bookedOn, earliestOn }) => bookedOn.length === 0 && (earliestOn === null || earliestOn <= day),
  );
  const meant = [open, booked.length > 0 ? booked : toBook].find(({ length }) => length === 1);
  return meant ? { course: meant[0]! } : { why: 'several', of: open };
}
