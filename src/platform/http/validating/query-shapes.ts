import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min, ValidateBy } from 'class-validator';
import { isId } from '../validation';

// What stands in a query string is text: read as what it means, then held to its shape.

/** A whole number in a query string. */
export function IsQueryInt(min: number, max: number): PropertyDecorator {
  const read = ({ value }: { value: unknown }): unknown =>
    typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
  return applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: min, maximum: max }),
    Transform(read),
    IsInt(),
    Min(min),
    Max(max),
  );
}

/** `true` or `false` in a query string. */
export function IsQueryBoolean(): PropertyDecorator {
  const read = ({ value }: { value: unknown }): unknown =>
    value === 'true' ? true : value === 'false' ? false : value;
  return applyDecorators(
    ApiPropertyOptional({ type: Boolean }),
    Transform(read),
    ValidateBy({
      name: 'isBoolean',
      validator: {
        validate: (value) => typeof value === 'boolean',
        defaultMessage: () => '$property must be true or false',
      },
    }),
  );
}

/** Comma-separated or repeated values in a query string, as a list. */
export function IsQueryList<T extends string>(allowed: readonly T[]): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ enum: allowed, isArray: true, style: 'form', explode: false } as never),
    Transform(readList),
    ValidateBy({
      name: 'isIn',
      validator: {
        validate: (value) =>
          Array.isArray(value) && value.length > 0 && value.every((part) => allowed.includes(part as T)),
        defaultMessage: () => `$property must be one or more of ${allowed.join(', ')}`,
      },
    }),
  );
}

/** Comma-separated or repeated ids in a query string, as a list. */
export function IsQueryIds(most: number): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      maxItems: most,
      style: 'form',
      explode: false,
    } as never),
    Transform(readList),
    ValidateBy({
      name: 'isIds',
      validator: {
        validate: (value) => Array.isArray(value) && value.length <= most && value.every(isId),
        defaultMessage: () => `$property must be at most ${most} ids, with commas between them`,
      },
    }),
  );
}

function readList({ value }: { value: unknown }): unknown {
  return (Array.isArray(value) ? value : [value]).flatMap((part: unknown) =>
    typeof part === 'string' ? part.split(',') : [part],
  );
}
