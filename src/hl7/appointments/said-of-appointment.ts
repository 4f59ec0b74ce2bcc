import { INDICATIONS, type IndicationSlug } from '../../clinical/catalogue/indications';
import type { Appointment } from '../../records/scheduling/appointment.entity';
import type { ToldAppointment } from './reading/read-appointment';
import type { CandidateCourse, NoCourseTold } from './tell-course';

interface NamedCourse {
  readonly indication: IndicationSlug;
  readonly side: string | null;
}

/** What was left out of a message, and what speaks against the time that it has booked all the same. */
export function saidOf(
  { notes }: Pick<ToldAppointment, 'notes'>,
  { status, warnings }: Pick<Appointment, 'status' | 'warnings'>,
): string | null {
  const speaksAgainst = status === 'booked' ? warnings.map(({ text }) => text.replace(/\.$/, '')) : [];
  return [...notes, ...speaksAgainst].join('; ') || null;
}

/** Why nobody can tell which course it is of, and what to do. */
export function noCourseWords(found: NoCourseTold<CandidateCourse & NamedCourse>): string {
  switch (found.why) {
    case 'none':
      return 'This patient has no course yet: start it, and take the message again';
    case 'ended':
      return 'Every course of this patient has ended: reopen the one that it is for, and take the message again';
    case 'other':
      return 'The course that was named is not one of this patient that goes on: name another';
    case 'several':
      return `${SEVERAL} ${found.of.map(courseName).join(' or ')}: say for which when you take it again`;
  }
}

const SEVERAL = 'It may be for';

/** Is it the course that such a message waits for? */
export function asksForCourse(reason: string | null): boolean {
  return reason?.startsWith(SEVERAL) ?? false;
}

export function courseName({ indication, side }: NamedCourse): string {
  return INDICATIONS[indication].name + (side ? `, ${side}` : '');
}
