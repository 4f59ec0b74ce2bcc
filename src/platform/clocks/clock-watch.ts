import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from '../clock';
import { findWrongClock } from '../database/wrong-clock';
import { UnitOfWork } from '../database/unit-of-work';

/** Our choice: a clock that is set back is noticed by the next write, and by nobody’s within this. */
const ROUND_MS = 30_000;

/** Looks while the service runs whether its clock was set back, and whether that of the database still agrees. */
@Injectable()
export class ClockWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Clock');
  private readonly said = new Map<'machine' | 'database', boolean>();
  private round: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly work: UnitOfWork,
  ) {}

  onApplicationBootstrap(): void {
    this.setBack();
    this.round = setInterval(() => {
      this.looking = this.look();
    }, ROUND_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.round);
    await this.looking;
  }

  /** Why nothing is to be decided by this clock; undefined: it goes on as clocks do. */
  setBack(): string | undefined {
    const from = this.clock.setBackFrom();
    const words =
      from &&
      `The clock of the service was set back: it told ${from.toISOString()} before. Set it right; where it is right now, start the service again.`;
    this.say('machine', words);
    return words;
  }

  /** Never fails: a database that does not answer tells no time. */
  async look(): Promise<void> {
    if (this.setBack() !== undefined) return;
    await findWrongClock(this.work.db, this.clock.machine()).then(
      (words) => this.say('database', words),
      () => undefined,
    );
  }

  /** To be called once the registry has been cleared. */
  register(): void {
    const gauge: Gauge = new Gauge({
      name: 'clinic_clock_wrong',
      help: '1: the clock was set back while the service runs, or differs from that of the database by more than five minutes.',
      collect: () => {
        this.setBack();
        gauge.set([...this.said.values()].some(Boolean) ? 1 : 0);
      },
    });
  }

  /** Once, when it begins. */
  private say(which: 'machine' | 'database', words: string | undefined): void {
    if (words !== undefined && !this.said.get(which)) this.log.error(words);
    this.said.set(which, words !== undefined);
  }
}
