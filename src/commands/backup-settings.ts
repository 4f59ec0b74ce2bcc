import { resolve } from 'node:path';
import type { BackupPlan } from '../backup/take-backup';
import { StartError } from '../embedded-postgres/start-error';

const SHORTEST_PASSPHRASE = 20;

/**
 * Where backups go and how they are kept, from environment variables.
 *
 * @throws StartError naming the variable and what would do instead.
 */
export function readBackupPlan(env: Readonly<Record<string, string | undefined>>): BackupPlan {
  return {
    folder: resolve(env.BACKUP_DIR || './backups'),
    passphrase: readPassphrase(env.BACKUP_PASSPHRASE),
    keep: readKeep(env.BACKUP_KEEP),
  };
}

export function readPassphrase(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (text.length < SHORTEST_PASSPHRASE)
    throw new StartError(
      `BACKUP_PASSPHRASE is too short: give at least ${SHORTEST_PASSPHRASE} characters, such as openssl rand -base64 24 makes`,
    );
  return text;
}

function readKeep(text: string | undefined): number {
  if (!text) return 14;
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new StartError(`BACKUP_KEEP=${text} is not how many backups to keep: give a number from 1 to 9999`);
  return Number(text);
}

/** `--every 24` means hours; left out: once. */
export function readEvery(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new StartError(`--every ${text} is not a number of hours from 1 to 999`);
  return Number(text);
}
