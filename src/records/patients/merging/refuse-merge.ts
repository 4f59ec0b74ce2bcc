import type { EntityManager } from 'typeorm';
import { INDICATIONS, type IndicationSlug } from '../../../clinical/catalogue/indications';
import { bornAfter } from '../../../clinical/course/days-in-order';
import { Problem } from '../../../platform/http/problem';
import { factsOfPatient } from '../../assessment/dated-facts.query';
import type { Patient } from '../patient.entity';

/**
 * Two records become one only where nothing would contradict itself afterwards.
 *
 * @throws Problem 409 that says what to do first
 */
export async function refuseUnfitMerge(tx: EntityManager, merged: Patient, into: Patient): Promise<void> {
  for (const record of [merged, into])
    if (record.mergedInto !== null)
      throw new Problem(
        'conflict',
        `The record ${record.mrn} was merged into another one already. Merge that one, or undo it first.`,
      );
  if (merged.deceasedOn !== into.deceasedOn)
    throw new Problem(
      'conflict',
      `The day of death differs: ${deathWords(merged)}, ${deathWords(into)}. Record the same on both before merging.`,
    );
  await refuseTwoActiveCourses(tx, merged.id, into.id);
  await refuseSameCover(tx, merged.id, into.id);
  await refuseFactsBeforeBirth(tx, merged, into);
}

/** A birth date that is not known contradicts nothing; the other one then goes over and holds for all. */
async function refuseFactsBeforeBirth(tx: EntityManager, merged: Patient, into: Patient): Promise<void> {
  const birthDate = into.birthDate ?? merged.birthDate;
  if (birthDate === null) return;
  const others = into.birthDate === null ? into.id : merged.id;
  const before = bornAfter(birthDate, await factsOfPatient(tx, others));
  if (!before) return;
  const advice =
    into.birthDate === null ? `The birth date of ${merged.mrn} would go over` : 'The birth dates differ';
  throw new Problem('conflict', `${before}. ${advice}: correct the one that is wrong before merging.`);
}

/**
 * A death that was recorded since the merge is of one of the two, and nobody knows of which: the other one would be due again.
 *
 * @throws Problem 409 that says what to do first
 */
export function refuseDeathOfOne(merged: Patient, into: Patient): void {
  if (merged.deceasedOn === into.deceasedOn) return;
  throw new Problem(
    'conflict',
    `The day of death was changed since the merge: ${deathWords(merged)}, ${deathWords(into)}. Take it back on ${into.mrn}, undo the merge, and record it on the one who died.`,
  );
}

function deathWords({ mrn, deceasedOn }: Patient): string {
  return deceasedOn ? `${mrn} died on ${deceasedOn}` : `${mrn} has none`;
}

async function refuseTwoActiveCourses(tx: EntityManager, mergedId: string, intoId: string): Promise<void> {
  const twice = await tx.query<{ indication: IndicationSlug; side: string | null }[]>(
    `select a.indication, a.side from course a join course b
      on b.patient_id = $2 and b.indication = a.indication and b.side is not distinct from a.side and b.ended_on is null
    where a.patient_id = $1 and a.ended_on is null order by a.indication, a.side`,
    [mergedId, intoId],
  );
  if (twice.length === 0) return;
  const names = twice.map(({ indication, side }) => INDICATIONS[indication].name + (side ? `, ${side}` : ''));
  throw new Problem(
    'conflict',
    `Both records have a course that goes on for ${names.join('; ')}. End the one that was not needed, then merge.`,
  );
}

async function refuseSameCover(tx: EntityManager, mergedId: string, intoId: string): Promise<void> {
  const [authorization] = await tx.query<{ number: string }[]>(
    `select a.number from prior_authorization a join prior_authorization b
      on b.patient_id = $2 and (b.payer, b.number, b.product) = (a.payer, a.number, a.product)
    where a.patient_id = $1 order by a.number limit 1`,
    [mergedId, intoId],
  );
  if (authorization)
    throw new Problem(
      'conflict',
      `Both records hold the authorization ${authorization.number}. Change one of them, then merge.`,
    );
  const [override] = await tx.query<{ payer: string | null }[]>(
    `select a.payer from cover_override a join cover_override b
      on b.patient_id = $2 and (b.payer, b.indication, b.product) is not distinct from (a.payer, a.indication, a.product)
    where a.patient_id = $1 order by a.id limit 1`,
    [mergedId, intoId],
  );
  if (override)
    throw new Problem(
      'conflict',
      `Both records say for themselves what ${override.payer ?? 'every insurer'} covers. Remove one of these exceptions, then merge.`,
    );
}
