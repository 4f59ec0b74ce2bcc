import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import { CONFIG, type Config } from '../../platform/config';
import { connectionTo } from '../../platform/database/connection/connection-settings';
import { unchangedBefore } from '../../platform/database/unchanged-before';
import { UnitOfWork } from '../../platform/database/unit-of-work';

/** Our choice: a standby that is further behind is not waited for. */
const PATIENCE_MS = 5_000;
const ASKED_EVERY_MS = 100;

/** Which database a report is read from, and what it shows. */
export interface ReportSource {
  readonly url: string;
  /** All that was committed before this moment is in the report. */
  readonly asOf: Date;
  /** What to give as `updatedSince` the next time to miss nothing. */
  readonly nextUpdatedSince: Date;
}

/** Where the clinic's database has come to, and which cluster it is. */
interface Place {
  readonly asOf: Date;
  readonly lsn: string;
  readonly cluster: string;
}

/**
 * Finds where to read a report. With `REPORTS_DATABASE_URL` that is a standby, once it has all that was committed when the
 * report was asked for: a report never shows less for being read there. One that is behind, gone, or a standby of another
 * database is passed over, and the clinic's own database is read.
 */
@Injectable()
export class ReportSources {
  private readonly log = new Logger('Reports');

  constructor(
    private readonly work: UnitOfWork,
    @Inject(CONFIG) private readonly config: Pick<Config, 'reportsDatabaseUrl'>,
  ) {}

  async find(): Promise<ReportSource> {
    const { db } = this.work;
    const nextUpdatedSince = await unchangedBefore(db);
    const { reportsDatabaseUrl: standby } = this.config;
    const own = ownUrl(db.connection);
    if (standby === undefined) return { url: own, asOf: new Date(), nextUpdatedSince };
    const [{ asOf, ...place }] = await db.query<[Place]>(PLACE);
    const why = await whyNot(standby, place);
    if (why !== undefined) this.log.warn(`Read from the clinic's own database, not from the standby: ${why}`);
    return { url: why === undefined ? standby : own, asOf, nextUpdatedSince };
  }
}

function ownUrl({ options }: DataSource): string {
  return (options as PostgresDataSourceOptions).url!;
}

const CLUSTER = '(select system_identifier::text from pg_control_system()) as cluster';
const PLACE = `select clock_timestamp() as "asOf", pg_current_wal_lsn()::text as lsn, ${CLUSTER}`;
const THERE = `select pg_is_in_recovery() as "isStandby", coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) as "isThere", ${CLUSTER}`;

/** Why a standby cannot be read at this place; undefined: it can. */
async function whyNot(url: string, { lsn, cluster }: Omit<Place, 'asOf'>): Promise<string | undefined> {
  const client = new Client({
    ...connectionTo(url),
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  client.on('error', () => undefined);
  const end = Date.now() + PATIENCE_MS;
  try {
    await client.connect();
    for (;;) {
      const { rows } = await client.query<{ isStandby: boolean; isThere: boolean; cluster: string }>(THERE, [
        lsn,
      ]);
      const found = rows[0]!;
      if (!found.isStandby) return 'REPORTS_DATABASE_URL is no standby';
      if (found.cluster !== cluster) return 'REPORTS_DATABASE_URL is a standby of another database';
      if (found.isThere) return undefined;
      if (Date.now() > end) return `it is more than ${PATIENCE_MS / 1000} s behind`;
      await setTimeout(ASKED_EVERY_MS);
    }
  } catch (error) {
    return (error as Error).message;
  } finally {
    void client.end().catch(() => undefined);
  }
}
