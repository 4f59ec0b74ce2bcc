export const READINESS_CODES = [
  'course',
  'cover',
  'units-left',
  'units-limit',
  'stock',
  'hold',
  'precautions',
  'effect',
] as const;
export type ReadinessCode = (typeof READINESS_CODES)[number];

/** One thing that a visit asks for: whether it is there, in words, and what to do about it. No dose and no diagnosis. */
export interface ReadinessItem {
  readonly code: ReadinessCode;
  readonly ready: boolean;
  readonly text: string;
  readonly todo?: string;
}
