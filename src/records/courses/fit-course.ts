import type { EntityManager } from 'typeorm';
import { INDICATIONS } from '../../clinical/catalogue/indications';
import { malformed } from '../../platform/http/problem';
import { CourseAssessmentRow } from '../assessment/course-assessment.entity';
import type { Course } from './course.entity';
import type { ChangeCourseDto, StartCourseDto } from './courses.dto';

/** A course has the side and the cause that its indication asks for. @throws Problem 400. */
export function refuseUnfitCourse({
  indication,
  side,
  etiology,
}: Pick<StartCourseDto, 'indication' | 'side' | 'etiology'>): void {
  const asked = INDICATIONS[indication];
  const name = asked.name.toLowerCase();
  if (asked.side === 'required' && !side)
    throw malformed('/side', 'side-required', `side is needed: ${name} has a side`);
  if (asked.side === 'none' && side) throw malformed('/side', 'no-side', `${name} has no side: leave it out`);
  if (asked.etiology === 'required' && !etiology) {
    throw malformed('/etiology', 'etiology-required', `etiology is needed: ${name} has a cause`);
  }
  if (asked.etiology === 'none' && etiology)
    throw malformed('/etiology', 'no-etiology', `${name} takes no etiology: leave it out`);
}

/** What is treated stays: a course keeps or loses side and cause as its indication asks, and says why its side changes. */
export async function refuseUnfitChange(
  tx: EntityManager,
  course: Course,
  dto: ChangeCourseDto,
): Promise<void> {
  if (dto.side === undefined && dto.etiology === undefined) return;
  const { side = course.side, etiology = course.etiology } = dto;
  refuseUnfitCourse({ indication: course.indication, side, etiology });
  if (side === course.side || dto.reason) return;
  const { anchorOn } = await tx.findOneByOrFail(CourseAssessmentRow, { courseId: course.id });
  if (!anchorOn) return;
  const given = course.side ? `as ${course.side}` : 'without a side';
  const message = `reason is needed: sessions of this course have been given ${given}`;
  throw malformed('/reason', 'reason-required', message);
}
