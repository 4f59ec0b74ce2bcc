import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { Clinic } from '../../platform/clinic';
import { calledCourses } from '../calling/calls.query';
import type { CallRowView } from '../calling/calls.dto';

/** As many as anybody calls for one time. */
const MOST = 20;
/** Of how many who wait longest they are sought. */
const SOUGHT = 500;

/** Who could come on a day: of those to be called, whose earliest day is reached by then and whose cover stands; oldest first. */
export async function mayComeEarlier(
  db: EntityManager,
  day: PlainDate,
  clinic: Clinic,
): Promise<CallRowView[]> {
  const waiting = await calledCourses(
    db,
    { queue: 'to-call', authorization: ['covered', 'not-needed'] },
    { asOf: clinic.today, clinic },
    { limit: SOUGHT, onlyDue: true },
  );
  return waiting
    .filter(({ earliestOn, onHold }) => earliestOn !== null && earliestOn <= day && !onHold)
    .slice(0, MOST);
}
