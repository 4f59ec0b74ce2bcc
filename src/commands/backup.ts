import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { takeBackup, type BackupPlan } from '../backup/take-backup';
import { BackupRun } from '../platform/backups/backup-run.entity';
import { lastBackup } from '../platform/backups/last-backup.query';
import { recordBackup } from '../platform/backups/record-backup';
import { Clock } from '../platform/clock';
import { readConfig, type Config } from '../platform/config';
import { dataSourceOptions } from '../platform/database/data-source';
import { openAsItIs, type OpenDatabase } from '../platform/database/open-database';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { readBackupPlan, readEvery } from './backup-settings';

const HOUR_MS = 3_600_000;
/** After one that failed the next is not waited for as long. */
const AGAIN_MS = HOUR_MS / 4;

/** Takes a backup of the database, beside a service that is running; with `--every <hours>` again and again. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { every: { type: 'string' } } });
  const [config, plan, every] = [
    readConfig(process.env),
    readBackupPlan(process.env),
    readEvery(values.every),
  ];
  if (every === undefined) {
    process.exitCode = (await backup(config, plan)) ? 0 : 1;
    return;
  }
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => process.exit(0));
  for (let wait = await untilNext(config, every); ; wait = every * HOUR_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    while (!(await backup(config, plan))) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/** @returns whether it is good. Whatever it comes to is recorded, so that the administrator sees it. */
async function backup(config: Config, plan: BackupPlan): Promise<boolean> {
  const clock = new Clock();
  const begunAt = clock.now();
  const encrypted = plan.passphrase !== undefined;
  let database: OpenDatabase | undefined;
  try {
    database = await openAsItIs(config);
    const { path, name, bytes, foot } = await takeBackup(database.url, plan, begunAt);
    const rows = foot.tables.reduce((sum, table) => sum + table.rows, 0);
    await record(database.url, {
      begunAt,
      endedAt: clock.now(),
      good: true,
      file: name,
      bytes,
      encrypted,
      failure: null,
    });
    console.log(
      `${path}: ${foot.tables.length} tables, ${rows} rows, ${bytes} bytes, ${encrypted ? 'encrypted' : 'not encrypted'}; restored for a try, every digest is equal`,
    );
    return true;
  } catch (error) {
    const failure = (error as Error).message.split('\n')[0]!;
    console.error(`No backup was taken: ${failure}`);
    const failed = {
      begunAt,
      endedAt: clock.now(),
      good: false,
      file: null,
      bytes: null,
      encrypted,
      failure,
    };
    if (database) await record(database.url, failed).catch(() => undefined);
    return false;
  } finally {
    await database?.close();
  }
}

async function record(url: string, run: Omit<BackupRun, 'id'>): Promise<void> {
  await asked(url, (dataSource) => recordBackup(new UnitOfWork(dataSource), run));
}

/** A service that was started again takes none before its time. */
async function untilNext(config: Config, everyHours: number): Promise<number> {
  const database = await openAsItIs(config);
  try {
    const { good } = await asked(database.url, ({ manager }) => lastBackup(manager));
    const next = good ? good.begunAt.getTime() + everyHours * HOUR_MS : 0;
    return Math.max(0, next - new Clock().now().getTime());
  } finally {
    await database.close();
  }
}

async function asked<T>(url: string, work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const dataSource = await new DataSource({ ...dataSourceOptions(url), entities: [BackupRun] }).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message.split('\n')[0] : error);
  process.exitCode = 1;
});
