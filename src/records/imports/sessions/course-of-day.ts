import type { PlainDate } from '../../../clinical/calendar';
import type { CourseSide, IndicationSlug } from '../../../clinical/catalogue/indications';
import { malformed } from '../../../platform/http/problem';

export interface CourseInTime {
  readonly indication: IndicationSlug;
  readonly side: CourseSide | null;
  readonly startedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
}

export interface SessionInTime {
  readonly indication: IndicationSlug;
  readonly side?: CourseSide | null;
  readonly performedOn: PlainDate;
}

/**
 * To which of a patient's courses does a session of a day belong?
 *
 * To the one of its indication, and of its side where the file gives one, that was open on the day; the day on which it ended
 * belongs to it. Of several of one side the last to have started before decides, then the first to have ended.
 *
 * @throws Problem 400 where there is none, or where the side would have to be guessed.
 */
export function courseOfDay<C extends CourseInTime>(
  courses: readonly C[],
  { indication, side, performedOn }: SessionInTime,
): C {
  const ofPlace = courses.filter(
    (course) => course.indication === indication && (!side || course.side === side),
  );
  if (ofPlace.length === 0)
    throw malformed(
      '/indication',
      'no-course',
      `The patient has no course for ${indication}${side ? ` of the side ${side}` : ''}: import the courses first, or correct indication or side`,
    );
  const open = ofPlace.filter(({ endedOn }) => endedOn === null || performedOn <= endedOn);
  if (open.length === 0) {
    const lastEnd = ofPlace
      .map(({ endedOn }) => endedOn!)
      .toSorted()
      .at(-1)!;
    throw malformed(
      '/performedOn',
      'course-ended',
      `The course ended on ${lastEnd}, before this session of ${performedOn}: correct the day or the end of the course, or import the course that followed`,
    );
  }
  const sides = [...new Set(open.map((course) => course.side ?? 'none'))];
  if (sides.length > 1)
    throw malformed(
      '/side',
      'which-course',
      `The patient has courses for ${indication} of the sides ${sides.join(' and ')}: say in the column side which of them`,
    );
  const [found] = open.toSorted(
    (a, b) =>
      later(startBefore(a, performedOn), startBefore(b, performedOn)) || earlier(a.endedOn, b.endedOn),
  );
  return found!;
}

function startBefore({ startedOn }: CourseInTime, day: PlainDate): string {
  return startedOn !== null && startedOn <= day ? startedOn : '';
}

function later(a: string, b: string): number {
  return a === b ? 0 : a > b ? -1 : 1;
}

function earlier(a: PlainDate | null, b: PlainDate | null): number {
  return a === b ? 0 : a !== null && (b === null || a < b) ? -1 : 1;
}
