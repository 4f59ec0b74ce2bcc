import { Injectable } from '@nestjs/common';
import { dayIn, type PlainDate } from '../clinical/calendar';

/** Our choice: clocks are put right by seconds, and by an hour only where somebody errs. */
export const TOLERATED_MS = 5 * 60_000;

/** The one place that asks what time it is. Decisions receive `today`. */
@Injectable()
export class Clock {
  private latest = new Date(0);

  now(): Date {
    return this.machine();
  }

  /** A clock that was set back tells a day that may be over: the day of the latest moment that it told holds. */
  today(zone: string): PlainDate {
    return dayIn(zone, this.setBackFrom() ?? this.now());
  }

  /** The latest moment that the machine’s clock told since the start, where it stands well before that now. */
  setBackFrom(): Date | undefined {
    const stands = this.machine();
    if (stands > this.latest) this.latest = stands;
    return this.latest.getTime() - stands.getTime() > TOLERATED_MS ? this.latest : undefined;
  }

  /** What the machine’s clock tells, right or wrong. */
  machine(): Date {
    return new Date();
  }
}
