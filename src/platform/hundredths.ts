import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Max, Min, ValidateBy } from 'class-validator';
import { isHundredths } from '../clinical/numbers';
import { SHAPE_WORDS } from './http/validating/shape-words';

/** A number of at most two decimals within a range, both ends included: what the numeric columns hold without rounding. */
export function IsHundredths(least: number, most: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: Number, minimum: least, maximum: most }),
    ValidateBy({
      name: 'isHundredths',
      validator: {
        validate: isHundredths,
        defaultMessage: () => `$property ${SHAPE_WORDS.hundredths}`,
      },
    }),
    Min(least),
    Max(most),
  );
}
