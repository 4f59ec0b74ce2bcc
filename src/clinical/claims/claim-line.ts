/** A line of a claim, as `GET /sessions/{id}/claim-lines` answers it. */
export interface ClaimLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  /** HCPCS billing units of a drug, how often a procedure. */
  readonly billingUnits: number;
  /** In eleven digits. */
  readonly ndc?: string;
  /** Why it stands there, and from what. */
  readonly text: string;
}

export interface ClaimPart {
  readonly lines: readonly ClaimLine[];
  /** What is not on record, or not settled, in words. */
  readonly missing: readonly string[];
}
