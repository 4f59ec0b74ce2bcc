import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { malformed } from '../../platform/http/problem';
import { isId, MayBeLeftOut } from '../../platform/http/validation';
import { Course } from '../courses/course.entity';

/** Nobody has as many courses. */
const MOST = 20;

/** Other courses of the same patient that the same call was about. */
export function IsAlsoFor(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: MOST }),
    MayBeLeftOut(),
    ValidateBy({
      name: 'isAlsoFor',
      validator: {
        validate: (value) => Array.isArray(value) && value.length <= MOST && value.every(isId),
        defaultMessage: () => `$property must be a list of at most ${MOST} ids of courses`,
      },
    }),
  );
}

/** All courses that are meant: the one in the address, and those of the same patient beside it. */
export async function coursesMeant(
  tx: EntityManager,
  { id: courseId, patientId }: Pick<Course, 'id' | 'patientId'>,
  alsoFor: readonly string[] = [],
): Promise<string[]> {
  if (alsoFor.length === 0) return [courseId];
  const ofPatient = await tx.find(Course, { select: { id: true }, where: { patientId } });
  const others = alsoFor.map((id) => id.toLowerCase());
  for (const [i, other] of others.entries()) {
    if (!ofPatient.some(({ id }) => id === other))
      throw malformed(`/alsoFor/${i}`, 'other-patient', 'alsoFor names courses of the same patient only');
  }
  return [...new Set([courseId, ...others])];
}
