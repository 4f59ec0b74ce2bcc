import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupFoot } from './backup-lines';
import { readSealed, SEALED, UNSEALED, writeSealed } from './sealed-file';
import { tryRestore } from './try-restore';
import { backupOf } from './write-backup';

export interface BackupPlan {
  readonly folder: string;
  readonly passphrase: string | undefined;
  /** How many are kept; the oldest go first, and none before the new one is good. */
  readonly keep: number;
}

export interface GoodBackup {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly foot: BackupFoot;
}

/** Takes a backup, restores it for a try, and only then gives it its name. What failed leaves nothing behind. */
export async function takeBackup(
  databaseUrl: string,
  { folder, passphrase, keep }: BackupPlan,
  now: Date,
): Promise<GoodBackup> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `clinic-${stamp(now)}${passphrase === undefined ? UNSEALED : SEALED}`;
  const path = join(folder, name);
  const part = `${path}.part`;
  try {
    const backup = backupOf(databaseUrl, now);
    const bytes = await writeSealed(part, backup.pieces, passphrase);
    await tryRestore(folder, readSealed(part, passphrase), backup.foot());
    renameSync(part, path);
    await syncFolder(folder);
    for (const old of outdated(readdirSync(folder), keep, now)) rmSync(join(folder, old));
    return { path, name, bytes, foot: backup.foot() };
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

const OURS = /^clinic-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)\.backup\.gz(\.age)?(\.part)?$/;
const DAY_MS = 86_400_000;

/** The names of the backups beyond those that are kept, and of parts that a killed one left. Other files are nobody's business. */
export function outdated(names: readonly string[], keep: number, now: Date): string[] {
  const aDayAgo = stamp(new Date(now.getTime() - DAY_MS));
  const ours = names.flatMap((name) => {
    const [, at, , part] = OURS.exec(name) ?? [];
    return at === undefined ? [] : [{ name, at, isPart: part !== undefined }];
  });
  const whole = ours.filter(({ isPart }) => !isPart).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const left = ours.filter(({ isPart, at }) => isPart && at < aDayAgo);
  return [...whole.slice(keep), ...left].map(({ name }) => name);
}

function stamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}

/** What was renamed or removed in it lasts, whatever happens to the machine. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}
