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
import { malformed } from './problem';
import { asSeen } from './validating/as-seen';
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

/** Text without the spaces around it, and without what nobody sees in it. */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? asSeen(value) : value));
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
