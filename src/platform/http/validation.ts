import { applyDecorators, type PipeTransform } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Bounds } from '../../clinical/bounds';
import { isPlainDate } from '../../clinical/calendar';
import { isInterval } from '../../clinical/due/due-settings';
import { isWallTime } from '../../clinical/schedule/opening-hours';
import { malformed } from './problem';
import { SHAPE_WORDS } from './validating/shape-words';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Is this a UUID? */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

/** A UUID, made by the client or by the server; kept in lower case. */
export function IsId(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ format: 'uuid' }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value)),
    ValidateBy({
      name: 'isId',
      validator: {
        validate: isId,
        defaultMessage: () => '$property must be a UUID such as 0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
      },
    }),
  );
}

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

/** A slug of a catalogue too long to be spelled out in a message. */
export function KnownSlug(slugs: readonly string[], what: string, path: string): PropertyDecorator {
  const known = new Set(slugs);
  return applyDecorators(
    ApiProperty({ enum: [...slugs] }),
    ValidateBy({
      name: 'knownSlug',
      validator: {
        validate: (value) => typeof value === 'string' && known.has(value),
        defaultMessage: () => `$property ${SHAPE_WORDS.slug({ what, path })}`,
      },
    }),
  );
}

/** Documents the closed list of values of an answer's field. */
export function OneOf(values: readonly string[]): PropertyDecorator {
  return ApiProperty({ enum: [...values] });
}

/** Documents a list of an answer that nobody changes: the Swagger plugin takes `readonly X[]` for a circle. */
export function Lists(item: () => object): PropertyDecorator {
  return ApiProperty({ type: () => [item()] as never });
}

/** Text without the spaces around it. */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
}

/** A field that may be left out (stays as it was) but never be null. */
export function MayBeLeftOut(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional(),
    ValidateIf((_, value) => value !== undefined),
  );
}

/** A field that may be left out (stays as it was) or be null (is taken back). */
export function MayBeNull(): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ nullable: true }), IsOptional());
}

/** A whole number within a range. */
export function IsWhole({ min, max }: Bounds): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'integer', minimum: min, maximum: max }),
    IsInt(),
    Min(min),
    Max(max),
  );
}

/** A list of at most `most` objects of one kind, each checked. */
export function ListOf(item: () => new () => object, most: number, least?: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: () => [item()], maxItems: most, ...(least && { minItems: least }) }),
    IsArray(),
    ...(least ? [ArrayMinSize(least)] : []),
    ArrayMaxSize(most),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(item),
  );
}

/** The id in a path; what is not a UUID is a 400. */
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw malformed('/id', 'is-id', 'The id in the address must be a UUID');
    return value.toLowerCase();
  }
}
