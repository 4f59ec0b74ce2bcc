import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { diedBefore } from '../../clinical/course/days-in-order';
import type { Clinic } from '../../platform/clinic';
import { contradicting } from '../../platform/http/problem';
import { factsOfPatient } from '../assessment/dated-facts.query';
import { cancelFrom } from '../scheduling/end-arrangements';

/**
 * What follows from a patient's death: nothing is on record after it, and what was booked from that day on is cancelled.
 *
 * @throws Problem 409 naming what is on record after that day.
 */
export async function endWithDeath(
  tx: EntityManager,
  patientId: string,
  deceasedOn: PlainDate,
  { pointer, zone }: { readonly pointer: string } & Pick<Clinic, 'zone'>,
): Promise<void> {
  const after = diedBefore(deceasedOn, await factsOfPatient(tx, patientId));
  if (after) throw contradicting(pointer, 'after-death', after);
  await cancelFrom(tx, { patientId }, { day: deceasedOn, zone, reason: `The patient died on ${deceasedOn}` });
}
