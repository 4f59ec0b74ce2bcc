import { round } from './course-chart';
import type { ChartSession } from '../../../records/courses/course-page.query';

/** Heights on the drawing of the response: size above, length in the middle, each effect's own time below. */
export const SIZE_TOP = 26;
const SIZE_BOTTOM = 126;
export const LENGTH_TOP = 166;
export const LENGTH_BOTTOM = 260;
export const EFFECT = 298;
export const NUMBER = 320;
export const OF_USUAL = 338;
export const HEIGHT = 346;

/** Where a value lies on it. */
export interface ResponseScales {
  readonly weeks: number;
  readonly sizeAt: (pct: number) => number;
  readonly lengthAt: (days: number) => number;
}

const LOWEST_PCT = -20;

/** What is higher than the drawing ends at its edge. */
export function responseScales(sessions: readonly ChartSession[]): ResponseScales {
  const weeks = longestWeeks(sessions);
  const between = (bottom: number, top: number, share: number): number =>
    round(Math.max(top - 4, bottom - (bottom - top) * share));
  return {
    weeks,
    sizeAt: (pct) => between(SIZE_BOTTOM, SIZE_TOP, Math.max(LOWEST_PCT, pct) / 100),
    lengthAt: (days) => between(LENGTH_BOTTOM, LENGTH_TOP, days / (weeks * 7)),
  };
}

function longestWeeks(sessions: readonly ChartSession[]): number {
  const days = sessions.flatMap(({ evidence: { length, expected } }) => [
    length?.days ?? 0,
    expected.days.usual,
  ]);
  return Math.max(16, Math.ceil(Math.max(...days) / 28) * 4);
}
