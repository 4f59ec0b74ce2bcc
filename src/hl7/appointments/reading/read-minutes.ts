import type { Hl7Message } from '@medplum/core';
import { LONGEST_VISIT_MINUTES, SHORTEST_VISIT_MINUTES } from '../../../clinical/schedule/visit-length';
import { said } from '../../message/fields';
import { momentOf } from '../../message/read-moment';

interface ReadMinutes {
  readonly durationMin?: number;
  /** Why what it says is left out. */
  readonly note?: string;
}

/** How long is the appointment? SCH-9 in the units of SCH-10 (minutes), else until the end in SCH-11.5 or TQ1-8. */
export function readMinutes(message: Hl7Message, startsAt: Date | undefined, zone: string): ReadMinutes {
  const given = said(message, 'SCH', 9);
  const minutes = given ? Number(given) * unitOf(message) : untilEnd(message, startsAt, zone);
  if (minutes === undefined) return {};
  if (Number.isInteger(minutes) && minutes >= SHORTEST_VISIT_MINUTES && minutes <= LONGEST_VISIT_MINUTES)
    return { durationMin: minutes };
  const range = `${SHORTEST_VISIT_MINUTES} to ${LONGEST_VISIT_MINUTES} whole minutes`;
  return {
    note: `The message says no length of ${range}: ${given ? 'SCH-9' : 'its end'} is left out`,
  };
}

/** Minutes in a unit; NaN for one that is not known. */
function unitOf(message: Hl7Message): number {
  return MINUTES_IN[said(message, 'SCH', 10)?.toUpperCase() ?? 'MIN'] ?? Number.NaN;
}

const MINUTES_IN: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  MIN: 1,
  M: 1,
  MINUTE: 1,
  MINUTES: 1,
  H: 60,
  HR: 60,
  HOUR: 60,
  HOURS: 60,
});

function untilEnd(message: Hl7Message, startsAt: Date | undefined, zone: string): number | undefined {
  const inSch = said(message, 'SCH', 11, 5);
  const end = inSch ?? said(message, 'TQ1', 8);
  if (!end || !startsAt) return undefined;
  return (momentOf(end, zone, inSch ? 'SCH-11' : 'TQ1-8').getTime() - startsAt.getTime()) / 60_000;
}
