/** The numbers of PostgreSQL's advisory locks, which nothing but this list keeps apart. */
export const ADVISORY_LOCKS = {
  migrate: 7_250_041,
  fillDemo: 7_250_042,
  /** Held by whoever writes to one patient, with others; by whoever derives all of them again, alone. */
  allPatients: 7_250_043,
  grant: 7_250_044,
  /** Named in the database's own function `seal_trail`. */
  sealTrail: 7_250_049,
  /** Held by whoever makes a user of somebody who is new here. */
  newFromProvider: 7_250_045,
  learn: 79_512,
  /** With a number beside it, made of the sender and the control id of a message. */
  hl7Message: 7_251,
  /** With a number beside it, made of the id of the export that is under way. */
  fhirExport: 7_252,
  /** With a number beside it, made of the id of the file that is being taken. */
  importFile: 7_253,
} as const;
