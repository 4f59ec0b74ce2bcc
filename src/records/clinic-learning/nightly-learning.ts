import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SYSTEM, type Actor } from '../../platform/actor';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { CONFIG, type Config } from '../../platform/config';
import { nameActor } from '../../platform/database/unit-of-work';
import { ClinicLearningRow } from './clinic-learning.entity';
import { keepLearning, learnFromRecord } from './learn-from-record';
import { ADVISORY_LOCKS } from '../../platform/database/locks/advisory-locks';
import { isNightDue } from './night-due';

/** Looked at so often whether the night has come. */
const EVERY_MS = 10 * 60_000;

/** Learns from the clinic's own courses once a night, by the clinic's clock, and when asked to; in one process at a time. */
@Injectable()
export class NightlyLearning implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Learning');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'nightly'>,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.nightly) return;
    this.timer = setInterval(() => {
      this.running = this.learnIfDue().catch((error: unknown) => this.log.error(error));
    }, EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Learns where the night has come and nobody has yet. */
  async learnIfDue(): Promise<void> {
    const db = this.dataSource.manager;
    const clinic = await this.clinicNow.read(db);
    const [newest] = await db.find(ClinicLearningRow, { order: { version: 'DESC' }, take: 1 });
    if (isNightDue(this.clock.now(), newest?.checkedAt, clinic.zone)) await this.learn(SYSTEM, clinic);
  }

  /** @returns false where another process is at it. */
  async learn(actor: Actor, clinic: Clinic): Promise<boolean> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const [{ mine }] = await runner.query('select pg_try_advisory_lock($1) as mine', [
        ADVISORY_LOCKS.learn,
      ]);
      if (!mine) return false;
      try {
        const learning = await learnFromRecord(this.dataSource.manager, clinic);
        await this.dataSource.transaction(async (tx) => {
          await nameActor(tx, actor);
          await keepLearning(tx, learning, { rules: clinic.rules, now: this.clock.now() });
        });
        return true;
      } finally {
        await runner.query('select pg_advisory_unlock($1)', [ADVISORY_LOCKS.learn]);
      }
    } finally {
      await runner.release();
    }
  }
}
