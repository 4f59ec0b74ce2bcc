import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../actor';
import type { UnitOfWork } from '../database/unit-of-work';
import { BackupRun } from './backup-run.entity';

export async function recordBackup(work: UnitOfWork, run: Omit<BackupRun, 'id'>): Promise<void> {
  await work.write(SYSTEM, (tx) => tx.insert(BackupRun, { id: randomUUID(), ...run }));
}
