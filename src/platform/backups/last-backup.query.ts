import type { EntityManager } from 'typeorm';
import { BackupRun } from './backup-run.entity';

/** The newest good backup, and the newest try that failed after it. */
export interface LastBackup {
  readonly good: BackupRun | null;
  readonly failed: BackupRun | null;
}

export async function lastBackup(db: EntityManager): Promise<LastBackup> {
  const newest = (good: boolean): Promise<BackupRun | null> =>
    db.findOne(BackupRun, { where: { good }, order: { endedAt: 'DESC' } });
  const [good, failed] = [await newest(true), await newest(false)];
  return { good, failed: failed && good && failed.endedAt < good.endedAt ? null : failed };
}
