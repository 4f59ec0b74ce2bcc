import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { MaxLength, ValidateBy } from 'class-validator';
import { isReason, reasonAsked, type ReasonKind } from '../../../clinical/reason';
import { Trimmed } from '../validation';

const LONGEST_REASON = 2000;

/** Why, in words that somebody can read later: as long as the kind of reason asks. */
export function InWords(kind: ReasonKind, longest = LONGEST_REASON): PropertyDecorator {
  return applyDecorators(
    Trimmed(),
    ApiProperty({ type: String, minLength: 1, maxLength: longest }),
    ValidateBy({
      name: 'reasonInWords',
      validator: {
        validate: (value) => typeof value === 'string' && isReason(value, kind),
        defaultMessage: () => reasonAsked(kind),
      },
    }),
    MaxLength(longest),
  );
}

/** A reason that has to be there; whether it is words is judged once nothing stops what it is for. */
export function ReasonGiven(): PropertyDecorator {
  return applyDecorators(
    Trimmed(),
    ApiProperty({ type: String, maxLength: LONGEST_REASON }),
    ValidateBy({
      name: 'reasonInWords',
      validator: { validate: (value) => typeof value === 'string', defaultMessage: () => reasonAsked() },
    }),
    MaxLength(LONGEST_REASON),
  );
}
