import { Injectable } from '@nestjs/common';
import { dayIn, type PlainDate } from '../clinical/calendar';

/** The one place that asks what time it is. Decisions receive `today`. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  today(zone: string): PlainDate {
    return dayIn(zone, this.now());
  }
}
