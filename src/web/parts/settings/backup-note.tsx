import type { LastBackup } from '../../../platform/backups/last-backup.query';
import { counted } from '../../../clinical/words';
import { timeWords } from '../../shared/day-text';

const HOUR_MS = 3_600_000;
/** One a day, and some time for it. */
const LATE_HOURS = 26;

interface BackupNoteProps {
  readonly backup: LastBackup;
  readonly now: Date;
  readonly zone: string;
}

/** Whether what was recorded today could be had back tomorrow. */
export function BackupNote({ backup: { good, failed }, now, zone }: BackupNoteProps) {
  const hours = good && Math.floor((now.getTime() - good.begunAt.getTime()) / HOUR_MS);
  const late = hours === null || hours >= LATE_HOURS;
  return (
    <section class={late || failed ? 'notice notice-warn' : 'notice'} aria-label="Backup">
      {good && hours !== null ? (
        <p>
          {`Last good backup: ${timeWords(good.begunAt, zone)}, ${hours < 1 ? 'less than an hour' : counted(hours, 'hour')} ago; `}
          {`${good.file}, ${megabytes(good.bytes)}, ${good.encrypted ? 'encrypted' : 'not encrypted'}. It was restored for a try.`}
          {late && ' What is newer is in no backup: see that one is taken every day.'}
        </p>
      ) : (
        <p>No backup is known. See that one is taken every day: docs/deployment.md says how.</p>
      )}
      {failed && <p>{`The try of ${timeWords(failed.endedAt, zone)} failed: ${failed.failure}`}</p>}
    </section>
  );
}

function megabytes(bytes: number | null): string {
  return `${((bytes ?? 0) / 1_000_000).toFixed(1)} MB`;
}
