/** What became of a row of a file. */
export type Taken =
  | { readonly outcome: 'new'; readonly notes: readonly string[] }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'refused'; readonly problems: readonly RowProblem[] };

export interface RowProblem {
  /** Which field of the request; null: the whole row. */
  readonly pointer: string | null;
  readonly message: string;
  readonly patientId?: string;
}
