import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { isPlainDate } from '../../../clinical/calendar';
import { isInterval } from '../../../clinical/due/due-settings';
import { isWallTime } from '../../../clinical/schedule/opening-hours';
import { SHAPE_WORDS } from './shape-words';

/** A calendar day that exists, `YYYY-MM-DD`. */
export function IsPlainDate(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'date', example: '2026-11-23' }),
    ValidateBy({
      name: 'isPlainDate',
      validator: {
        validate: isPlainDate,
        defaultMessage: () => `$property ${SHAPE_WORDS.day}`,
      },
    }),
  );
}

/** A calendar day that exists, or null where nobody knows it; to be given all the same. */
export function IsDayOrUnknown(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-11-23' }),
    ValidateBy({
      name: 'isDayOrUnknown',
      validator: {
        validate: (value) => value === null || isPlainDate(value),
        defaultMessage: () => `$property ${SHAPE_WORDS.dayOrUnknown}`,
      },
    }),
  );
}

/** A list of calendar days that exist. */
export function ArePlainDates(most: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'array', items: { type: 'string', format: 'date' }, maxItems: most }),
    ValidateBy({
      name: 'arePlainDates',
      validator: {
        validate: (value) => Array.isArray(value) && value.length <= most && value.every(isPlainDate),
        defaultMessage: () => `$property ${SHAPE_WORDS.days(most)}`,
      },
    }),
  );
}

/** A time from one session to the next: an ISO 8601 duration of at least a day and at most ten years, `P12W`. */
export function IsInterval(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'duration', example: 'P12W' }),
    ValidateBy({
      name: 'isInterval',
      validator: {
        validate: isInterval,
        defaultMessage: () => `$property ${SHAPE_WORDS.interval}`,
      },
    }),
  );
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):\d{2})$/;

/** A moment with its offset, RFC 3339; no clock is more than 14 hours from UTC. */
export function isMoment(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    MOMENT.test(value) &&
    isPlainDate(value.slice(0, 10)) &&
    !Number.isNaN(Date.parse(value))
  );
}

export function IsMoment(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'date-time', example: '2026-11-23T14:30:00Z' }),
    ValidateBy({
      name: 'isMoment',
      validator: {
        validate: isMoment,
        defaultMessage: () => '$property must be a moment with its offset such as 2026-11-23T14:30:00Z',
      },
    }),
  );
}

/** A time on the clinic's wall, `09:30`. */
export function IsWallTime(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', example: '09:30' }),
    ValidateBy({
      name: 'isWallTime',
      validator: {
        validate: isWallTime,
        defaultMessage: () => '$property must be a time from 00:00 to 23:59, as in 09:30',
      },
    }),
  );
}
