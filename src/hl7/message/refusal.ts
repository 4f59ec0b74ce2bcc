/**
 * Why a message is not taken: the numbers of HL7 table 0357. `AR`: no message of this kind is ever taken here; `AE`: this one
 * is not, as it stands.
 */
export const ERRORS = {
  100: 'AE',
  101: 'AE',
  102: 'AE',
  103: 'AE',
  200: 'AR',
  201: 'AR',
  202: 'AR',
  203: 'AR',
  205: 'AE',
  207: 'AE',
} as const;
export type ErrorNumber = keyof typeof ERRORS;

export class Refusal extends Error {
  constructor(
    readonly number: ErrorNumber,
    /** What is wrong, and what to do. */
    readonly reason: string,
    /** Segment and field, as `PID-7`. */
    readonly place = '',
  ) {
    super(reason);
  }

  get code(): 'AE' | 'AR' {
    return ERRORS[this.number];
  }
}
