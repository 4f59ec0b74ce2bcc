import type { EntityManager } from 'typeorm';

/**
 * The moment to fetch changes from the next time, so that none is missed: asked before the rows are read.
 *
 * A row carries the moment of its change and is seen when its transaction ends, which may be later. So this is the beginning
 * of the oldest transaction that has changed something and is still under way; now, if there is none.
 */
export async function unchangedBefore(db: EntityManager): Promise<Date> {
  const [row] = await db.query<{ moment: Date }[]>('select unchanged_before() as moment');
  return row!.moment;
}
