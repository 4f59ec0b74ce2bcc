import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../../clinical/calendar';
import { passedByMove } from '../../../clinical/course/days-in-order';
import { Problem } from '../../../platform/http/problem';
import { factsAfterSession } from '../../assessment/dated-facts.query';
import type { LockedSession } from './lock-session';

/** A session moves past nothing that followed from it, nor out of its course. @throws Problem 409 naming each. */
export async function refusePassing(
  tx: EntityManager,
  { session: { rootId, performedOn }, patient, course }: LockedSession,
  to: PlainDate,
): Promise<void> {
  if (to === performedOn) return;
  const passed = passedByMove(performedOn, to, {
    followed: await factsAfterSession(tx, rootId),
    courseStartedOn: course.startedOn,
    courseEndedOn: course.endedOn,
    deceasedOn: patient.deceasedOn,
  });
  if (passed.length === 0) return;
  throw new Problem('conflict', passed[0]!.message, {
    errors: passed.map((error) => ({ pointer: '/performedOn', ...error })),
  });
}
