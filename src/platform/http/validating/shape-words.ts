import type { Bounds } from '../../../clinical/bounds';

/** What a field must be, in the words of a refusal, after its name: of the decorators of a DTO and of the reader of a course. */
export const SHAPE_WORDS = {
  unknownField: 'is not a field here: leave it out',
  day: 'must be a day that exists, written YYYY-MM-DD',
  dayOrUnknown:
    'must be a day that exists, written YYYY-MM-DD, or null where nobody knows it (in a file: unknown)',
  interval: 'must be a duration of at least a day such as P12W, P84D or P3M',
  number: 'must be a number',
  hundredths: 'must be a number with at most two decimals',
  scaleValue: 'must be a number on the scale, or its label',
  days: (most: number) => `must be a list of at most ${most} days that exist, each written YYYY-MM-DD`,
  slug: ({ what, path }: Catalogued) => `is not a ${what} of the catalogue: GET /api/v1${path} lists them`,
  // From here on as class-validator says them.
  object: 'must be an object',
  list: 'must be an array',
  atMostEntries: (most: number) => `must contain no more than ${most} elements`,
  text: 'must be a string',
  notShorter: (least: number) =>
    least === 1 ? 'must not be empty' : `must be longer than or equal to ${least} characters`,
  notLonger: (most: number) => `must be shorter than or equal to ${most} characters`,
  oneOf: (values: readonly string[]) => `must be one of the following values: ${values.join(', ')}`,
  whole: 'must be an integer number',
  notLess: ({ min }: Bounds) => `must not be less than ${min}`,
  notMore: ({ max }: Bounds) => `must not be greater than ${max}`,
} as const;

/** As class-validator says of an empty text that it must not be empty. */
export const LONGER_THAN_NOTHING = 'must be longer than or equal to 1 characters';

/** Where the slugs of a kind are listed. */
export interface Catalogued {
  readonly what: string;
  readonly path: string;
}
