/**
 * `stop`: not saved. `confirm`: saved once the neurologist names the code with a reason. `note`: only shown.
 * Only missing or contradictory data and verified numbers may stop a session; a clinic setting never does, but for
 * `S23.stop`: so many times the limit of a product that only a slip explains it.
 */
export const FINDING_SEVERITIES = ['stop', 'confirm', 'note'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** The code is the rule's own: rule row, test and message on the screen are found by one search. */
export const FINDING_CODES = [
  'future-day',
  'before-birth',
  'past-day',
  'age-unknown',
  'S02',
  'S03',
  'S04',
  'S05',
  'S06',
  'S07',
  'S08',
  'S09',
  'S10',
  'S11',
  'S12',
  'S13',
  'S14',
  'S15',
  'S16',
  'S17',
  'S18',
  'S19',
  'S20',
  'S21',
  'S23',
  'S24',
  'S25',
  'S26',
  'S27',
  'S28',
  'S29',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** One objection to a proposed session. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** In a clinician's words, with the numbers and what to do; never a name. */
  readonly message: string;
  /** JSON pointer into the proposed session, `/injections/2/units`. */
  readonly pointer?: string;
  /** The rule and where its number comes from. */
  readonly sourceText: string;
}
