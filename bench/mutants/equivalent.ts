/** A mutant that no case can tell from the original. */
export interface Equivalent {
  readonly file: string;
  /** The mutated text as it stands in the file, and what is put in its place. */
  readonly original: string;
  readonly replacement: string;
  readonly why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [];
