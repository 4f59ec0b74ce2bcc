/** A range of numbers, both ends included, as forms name them too. None of them is a medical limit: beyond lies a slip of the pen. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** What the settings of the due list may be: in the clinic's settings, in a preview, in a file of courses. */
export const DUE_BOUNDS = {
  leadDays: { min: 0, max: 365 },
  onTimeDays: { min: 1, max: 365 },
  lapseDays: { min: 2, max: 3650 },
} as const satisfies Record<string, Bounds>;

export const MOST_CLOSED_DAYS = 1000;

/** The scales of a response: percent of improvement, PGIC, peak effect. */
export const RESPONSE_BOUNDS = {
  improvementPct: { min: -100, max: 100 },
  pgic: { min: 1, max: 7 },
  peakEffect: { min: 0, max: 4 },
} as const satisfies Record<string, Bounds>;

export const MOST_MEASUREMENTS = 100;
/** The parts of a measured total, such as the five of MIDAS, each at most the days of three months. */
export const MOST_DOMAINS = 5;
export const DOMAIN_DAYS = { min: 0, max: 92 } as const satisfies Bounds;
export const MOST_INJECTIONS = 100;

/** A file that is moved in: ten years of a large clinic, some 20,000 sessions with five injections each, of about 150 letters. */
export const IMPORT_ROWS = 100_000;
export const IMPORT_KILOBYTES = 16 * 1024;

/** What a patient tells of trouble after a session. */
export const LONGEST_TROUBLE = 2000;

/** What was tried before a course. */
export const LONGEST_TRIED = 1000;
export const LONGEST_GUIDANCE_REASON = 1000;

/** Of one muscle: units, sites of injection, volume in mL. */
export const INJECTION_UNITS = { min: 0.01, max: 50_000 } as const satisfies Bounds;
export const INJECTION_SITES = { min: 1, max: 200 } as const satisfies Bounds;
export const INJECTION_ML = { min: 0.01, max: 1000 } as const satisfies Bounds;

/** Of a vial: its labelled content in units, the diluent added in mL. */
export const VIAL_UNITS = { min: 0.01, max: 50_000 } as const satisfies Bounds;
export const VIAL_DILUENT_ML = { min: 0, max: 1000 } as const satisfies Bounds;

/** How often a protocol of the clinic is changed. */
export const PROTOCOL_VERSIONS = { min: 1, max: 1_000_000 } as const satisfies Bounds;

/** A history that is not stored: the body of a preview, a line of a file of courses. */
export const COURSE_BOUNDS = {
  totalUnits: { min: 0, max: 1_000_000 },
  /** A life of them: one every eight weeks for thirty years. */
  mostSessions: 200,
  mostHolds: 100,
  mostMuscles: 100,
  longestText: 200,
} as const;

/** How long a visit may be, in minutes: up to a working day. */
export const VISIT_MINUTES: Bounds = { min: 5, max: 480 };

/** What a payer asks for. */
export const PAYER_BOUNDS = {
  leadDays: { min: 0, max: 365 },
  months: { min: 1, max: 120 },
  pct: { min: 1, max: 100 },
  fewerDays: { min: 1, max: 31 },
  weeks: { min: 1, max: 104 },
  treatments: { min: 1, max: 20 },
  daysApart: { min: 1, max: 730 },
  billingUnits: { min: 1, max: 100_000 },
} as const satisfies Record<string, Bounds>;

/** Of a payer: other names, limits, exceptions. */
export const MOST_PAYER_ROWS = 100;
