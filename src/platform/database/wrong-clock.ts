import type { EntityManager } from 'typeorm';
import { TOLERATED_MS } from '../clock';

export interface Clocks {
  readonly service: Date;
  readonly database: Date;
  /** When the newest entry of the trail was made. */
  readonly newest: Date | null;
}

/** What is to be said at the start of the clocks; nothing where they are right. */
export async function findWrongClock(db: EntityManager, service: Date): Promise<string | undefined> {
  const [times] = await db.query<[Omit<Clocks, 'service'>]>(
    'select clock_timestamp() as database, (select at from audit_entry order by id desc limit 1) as newest',
  );
  return wrongClock({ service, ...times });
}

/**
 * Can these clocks be right?
 *
 * The service's says what day it is, the database's stamps rows, and a script fetches by these stamps what is new to it.
 */
export function wrongClock({ service, database, newest }: Clocks): string | undefined {
  if (Math.abs(service.getTime() - database.getTime()) > TOLERATED_MS)
    return (
      `The clock of this machine stands at ${service.toISOString()}, that of the database at ${database.toISOString()}. ` +
      'Set the wrong one right: the first says what day it is, the second when something was recorded.'
    );
  if (newest !== null && newest.getTime() - database.getTime() > TOLERATED_MS)
    return (
      `The clock stands at ${database.toISOString()}, before the last entry of the trail (${newest.toISOString()}). ` +
      'Set it right: days are judged by it, and scripts that fetch what changed miss what is recorded until it has caught up.'
    );
  return undefined;
}
