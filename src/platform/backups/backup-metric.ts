import { Injectable, Logger } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from '../clock';
import { UnitOfWork } from '../database/unit-of-work';
import { lastBackup } from './last-backup.query';

/** An answer serves for so long, however many ask. */
const KEPT_MS = 30_000;

/** When the last good backup was taken, for whoever watches: absent while there is none, or while the database does not answer. */
@Injectable()
export class BackupMetric {
  private readonly log = new Logger('Metrics');
  private known: Promise<Date | undefined> | undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** To be called once the registry has been cleared. */
  register(): void {
    this.gauge(
      'clinic_last_good_backup_timestamp_seconds',
      'When the last backup was begun that could be restored, in seconds since 1970. Absent: none is known.',
      (at) => at.getTime() / 1000,
    );
    this.gauge(
      'clinic_last_good_backup_age_seconds',
      'How long ago that was: what is newer is in no backup. Absent: none is known.',
      (at) => (this.clock.now().getTime() - at.getTime()) / 1000,
    );
  }

  private gauge(name: string, help: string, valueOf: (at: Date) => number): void {
    const lastGood = (): Promise<Date | undefined> => this.lastGood();
    new Gauge({
      name,
      help,
      async collect() {
        const at = await lastGood();
        if (at) this.set(valueOf(at));
        else this.remove();
      },
    });
  }

  private lastGood(): Promise<Date | undefined> {
    return (this.known ??= this.ask());
  }

  private async ask(): Promise<Date | undefined> {
    setTimeout(() => (this.known = undefined), KEPT_MS).unref();
    try {
      return (await lastBackup(this.work.db)).good?.begunAt;
    } catch (error) {
      this.log.warn(
        `When the last backup was is not known: ${(error as { code?: string }).code ?? 'unknown'}`,
      );
      return undefined;
    }
  }
}
