/** `V` read in a source, `D` derived from verified numbers, `M` from memory, `P` our own proposal. */
export const SOURCE_TAGS = ['V', 'D', 'M', 'P'] as const;
export type SourceTag = (typeof SOURCE_TAGS)[number];

/** One threshold. Verified rows are fixed; the others are defaults that a clinic may set. */
export interface RuleRow {
  /** Rule code first, `S03.ona.adult.cap`. */
  readonly id: string;
  readonly value: number;
  /** `days`, `weeks`, `years`, `hours`, `U`, `U/kg`, `U/site`, `U/mL`. */
  readonly unit: string;
  readonly tag: SourceTag;
  /** A key of the clinical reference with its tag, `V:BOT-DC`. */
  readonly source: string;
  /** What the number limits, in a clinician's words. */
  readonly text: string;
}

/** A row; its tag is the first letter of its source. */
export function rule<const Id extends string>(
  id: Id,
  [value, unit]: readonly [value: number, unit: string],
  source: string,
  text: string,
): RuleRow & { readonly id: Id } {
  return { id, value, unit, tag: source.charAt(0) as SourceTag, source, text };
}
