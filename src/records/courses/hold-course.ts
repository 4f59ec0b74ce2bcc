import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { holdConcerns } from '../../clinical/safety/hold-concerns';
import { malformed } from '../../platform/http/problem';
import { Course } from './course.entity';
import type { HoldCourseDto } from './courses.dto';
import type { Hold } from './hold.entity';

/** A hold begins today, or before, where nothing else is said. @throws Problem 400 on days that cannot be. */
export function holdOf(
  dto: HoldCourseDto,
  today: PlainDate,
): Pick<Hold, 'fromOn' | 'untilOn' | 'reason' | 'concerns'> {
  const { untilOn, reason, concerns = holdConcerns(reason) } = dto;
  const fromOn = dto.fromOn ?? (untilOn < today ? untilOn : today);
  if (fromOn > today)
    throw malformed(
      '/fromOn',
      'future',
      `fromOn lies in the future (today is ${today}): a hold begins today or before`,
    );
  if (fromOn > untilOn) throw malformed('/fromOn', 'order', `fromOn lies after untilOn (${untilOn})`);
  return { fromOn, untilOn, reason, concerns };
}

/** A hold that concerns the patient may be lifted from any of the courses that it keeps waiting. */
export async function keepsWaiting(tx: EntityManager, hold: Hold, course: Course): Promise<boolean> {
  if (hold.courseId === course.id) return true;
  if (hold.concerns === 'course') return false;
  const { patientId } = await tx.findOneByOrFail(Course, { id: hold.courseId });
  return patientId === course.patientId;
}
