import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from '../../clock';
import { driverErrorOf } from './outcome';

/** What PostgreSQL says when it finds no room (`disk_full`). */
export const DISK_FULL = '53100';

/** After so long a client tries again; until then what it was told holds. */
export const DISK_FULL_S = 30;

/** When the database last said that its disk is full. It goes on answering what needs no room, so that asking it tells nothing. */
@Injectable()
export class FullDisk {
  private saidAt: Date | undefined;

  constructor(private readonly clock: Clock) {}

  /** To be told of every error. */
  note(error: unknown): void {
    const { code } = (driverErrorOf(error) ?? {}) as { code?: unknown };
    if (code === DISK_FULL) this.saidAt = this.clock.now();
  }

  /** Null: not since the service began. */
  lastSaidAt(): Date | null {
    return this.saidAt ?? null;
  }

  /** Was a client told so that still waits? */
  isFull(): boolean {
    return (
      this.saidAt !== undefined && this.clock.now().getTime() - this.saidAt.getTime() < DISK_FULL_S * 1000
    );
  }

  /** To be called once the registry has been cleared. */
  register(): void {
    const gauge: Gauge = new Gauge({
      name: 'clinic_disk_full_timestamp_seconds',
      help: 'When the database last refused something because its disk is full, in seconds since 1970. Absent: not since the start.',
      collect: () => {
        const at = this.lastSaidAt();
        if (at) gauge.set(at.getTime() / 1000);
        else gauge.remove();
      },
    });
  }
}
