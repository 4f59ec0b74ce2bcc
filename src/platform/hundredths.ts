import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Max, Min, ValidateBy } from 'class-validator';
import { toHundredth } from '../clinical/numbers';

/**
 * A number of at most two decimals within a range, both ends included: what the numeric columns hold without rounding.
 *
 * The library's own count of decimals fails on a number that JavaScript writes with an exponent, as `1e-7`.
 */
export function IsHundredths(least: number, most: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: Number, minimum: least, maximum: most }),
    Min(least),
    Max(most),
    ValidateBy({
      name: 'isHundredths',
      validator: {
        validate: isHundredths,
        defaultMessage: () => '$property must be a number with at most two decimals',
      },
    }),
  );
}

function isHundredths(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && toHundredth(value) === value;
}
