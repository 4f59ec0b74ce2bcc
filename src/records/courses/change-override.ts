import type { EntityManager } from 'typeorm';
import { malformed } from '../../platform/http/problem';
import { lastSessionOf } from './course-days';
import type { Course } from './course.entity';
import type { ChangeCourseDto } from './courses.dto';

/** An override belongs to the session that it was made after: it stays with it whatever its day, and a later session spends it. */
export async function overrideChange(
  tx: EntityManager,
  course: Course,
  dto: Omit<ChangeCourseDto, 'reason'>,
): Promise<Partial<Course>> {
  if (dto.overrideDueOn === undefined && dto.overrideReason === undefined) return {};
  const overrideDueOn = dto.overrideDueOn === undefined ? course.overrideDueOn : dto.overrideDueOn;
  if (overrideDueOn === null) {
    if (dto.overrideReason)
      throw malformed('/overrideDueOn', 'day-required', 'overrideDueOn is needed with overrideReason');
    return { overrideDueOn: null, overrideReason: null, overrideSessionId: null };
  }
  const overrideReason = dto.overrideReason === undefined ? course.overrideReason : dto.overrideReason;
  if (!overrideReason)
    throw malformed('/overrideReason', 'reason-required', 'overrideReason is needed with overrideDueOn');
  if (dto.overrideDueOn === undefined) return { overrideReason };
  const last = await lastSessionOf(tx, course.id);
  return { overrideDueOn, overrideReason, overrideSessionId: last?.continuesId ?? last?.rootId ?? null };
}
