export class ClaimLineView {
  /** A HCPCS or CPT code number. */
  code: string;
  modifiers: string[];
  /** HCPCS billing units of a drug; of a procedure, how often. */
  billingUnits: number;
  /** National drug code in eleven digits, where all vials have the same. */
  ndc?: string;
  /** Why it stands there, and from what. */
  text: string;
}

export class ClaimLinesView {
  /** Those of the drug first. */
  lines: ClaimLineView[];
  /** What is not on record or not settled, in words. */
  missing: string[];
}
