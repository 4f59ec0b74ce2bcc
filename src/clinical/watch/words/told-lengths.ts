import { counted } from '../../words';
import type { ResponseEvidence } from '../evidence/response-evidence';

type KnownLength = NonNullable<ResponseEvidence['length']>;

/** `6-7 weeks`, `at least 12 weeks`: of several lengths the shortest and the longest. */
export function lengthsText(lengths: readonly KnownLength[]): string {
  const shortest = lengths.reduce((a, b) => (b.days < a.days ? b : a));
  const longest = lengths.reduce((a, b) => (b.days > a.days ? b : a));
  const atLeast = longest.kind === 'at-least' ? 'at least ' : '';
  const most = counted(inWeeks(longest.days), 'week');
  if (inWeeks(shortest.days) === inWeeks(longest.days)) return `${atLeast}${most}`;
  return `${inWeeks(shortest.days)}${atLeast ? ' to at least ' : '-'}${most}`;
}

export function lengthsOf(sessions: readonly ResponseEvidence[]): KnownLength[] {
  return sessions.flatMap(({ length }) => length ?? []);
}

export function inWeeks(days: number): number {
  return Math.round(days / 7);
}
