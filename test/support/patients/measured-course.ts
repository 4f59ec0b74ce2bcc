import type { TreatedSession } from '../../../src/clinical/treated-session';
import { courseOf } from './course-line';

/** A course in one line (`courseOf`) whose first number is no rating but PGIC or the peak effect: `2/12` much improved for 12 weeks. */
export function measuredCourse(by: 'pgic' | 'peakEffect', line: string): TreatedSession[] {
  return courseOf(line).map(({ response, ...session }) => {
    const { improvementPct, ...lasted } = response!;
    return {
      ...session,
      response: { ...lasted, ...(improvementPct !== undefined && { [by]: improvementPct }) },
    };
  });
}
