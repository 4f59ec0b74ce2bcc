import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import type { TrendTier } from '../../clinical/watch/trend-state';

/** A flag on which a neurologist has to decide. */
export interface OpenFlag {
  readonly id: string;
  readonly patientId: string;
  readonly indication: IndicationSlug;
  readonly tier: TrendTier;
  readonly opensOn: PlainDate;
}

/** What is only watched asks for no decision. */
const TO_DECIDE = `
from review_flag f join course c on c.id = f.course_id
where f.status = 'open' and f.tier <> 'watch'`;

/** The longest standing first. */
export function flagsToDecide(db: EntityManager, limit: number): Promise<OpenFlag[]> {
  return db.query<OpenFlag[]>(
    `select f.id, c.patient_id as "patientId", c.indication, f.tier, f.opens_on as "opensOn"
     ${TO_DECIDE} order by f.opens_on, f.id limit $1`,
    [limit],
  );
}

export async function countFlagsToDecide(db: EntityManager): Promise<number> {
  const [counted] = await db.query<{ flags: number }[]>(`select count(*)::int as flags ${TO_DECIDE}`);
  return counted!.flags;
}
