import { fallInCycle, severityAtStart } from './scales/scale-evidence';
import { mean } from '../../numbers';
import type { RuleValues } from '../../rules';
import type { TreatedSession } from '../../treated-session';
import type { SessionEvidence } from '../trend-state';

/** A course with a suspected loss; the lists run beside each other, `since` is the loss's first index. */
interface ProgressionCourse {
  readonly sessions: readonly TreatedSession[];
  readonly evidence: readonly SessionEvidence[];
  readonly since: number;
  readonly rules: RuleValues;
}

/** Whether the record offers progression as an explanation or speaks against it, and what it says. */
export interface Progression {
  readonly status: 'open' | 'explained' | 'excluded';
  readonly detail: string;
}

/**
 * Has the illness progressed, or its natural fluctuation turned for the worse? The score before each injection rises, or
 * ever more units are needed, while the percentage that an injection takes away still holds.
 */
export function checkProgression({ sessions, evidence, since, rules }: ProgressionCourse): Progression {
  if (since === 0) return { status: 'open', detail: 'no session before it to compare with' };
  const holdsFrom = rules['R.progression.holds'];
  const scale = scaleTakenBothTimes(sessions, since);
  if (scale) {
    const before = readScale(sessions.slice(0, since), scale);
    const now = readScale(sessions.slice(since), scale);
    const rise = now.severity / before.severity;
    if (rise < rules['R.progression.rising'])
      return {
        status: 'excluded',
        detail: `score before injection not rising (${percentOf(rise)} of before)`,
      };
    const holds = now.fall !== undefined && before.fall !== undefined && now.fall >= holdsFrom * before.fall;
    const detail = `score before injection ${percentOf(rise)} of before`;
    return holds
      ? { status: 'explained', detail: `${detail}, and its fall at the peak holds` }
      : { status: 'open', detail };
  }
  const last = evidence
    .slice(since)
    .filter(
      ({ doseRatio, share }) =>
        doseRatio >= rules['R.progression.more-units'] && (share?.size ?? 0) >= holdsFrom,
    );
  if (last.length) return { status: 'explained', detail: 'more units needed for the same improvement' };
  return { status: 'open', detail: 'no scale before injection to compare' };
}

/** Of the scales measured before injection both before and since the suspected loss, the one measured most often. */
function scaleTakenBothTimes(sessions: readonly TreatedSession[], since: number): string | undefined {
  const counts = new Map<string, { before: number; now: number }>();
  sessions.forEach(({ response }, index) => {
    for (const scale of severityAtStart(response?.measurements ?? []).keys()) {
      const count = counts.get(scale) ?? { before: 0, now: 0 };
      if (index < since) count.before += 1;
      else count.now += 1;
      counts.set(scale, count);
    }
  });
  const both = [...counts].filter(([, { before, now }]) => before > 0 && now > 0);
  return both.toSorted(([, a], [, b]) => b.before + b.now - a.before - a.now)[0]?.[0];
}

function readScale(sessions: readonly TreatedSession[], scale: string): { severity: number; fall?: number } {
  const severities: number[] = [];
  const falls: number[] = [];
  for (const { response } of sessions) {
    const measured = (response?.measurements ?? []).filter((measurement) => measurement.scale === scale);
    const severity = severityAtStart(measured).get(scale);
    const fall = fallInCycle(measured, scale);
    if (severity !== undefined) severities.push(severity);
    if (fall !== undefined) falls.push(fall);
  }
  return { severity: mean(severities)!, fall: mean(falls) };
}

function percentOf(ratio: number): string {
  return `${Math.round(100 * ratio)} %`;
}
