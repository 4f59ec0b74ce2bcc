import { daysBetween } from '../../calendar';
import { median } from '../../numbers';
import type { RuleValues } from '../../rules';
import type { TreatedSession } from '../../treated-session';
import type { Change } from '../evidence/session-comparability';
import type { ChecklistCourse, Finding } from './checklist-item';
import { excluded, explained, open, sessionsText } from './checklist-item';

/** Was something other than before since the suspected loss began? What was not recorded cannot exclude it. */
export function changeOf(code: Change, what: string): (course: ChecklistCourse) => Finding {
  return ({ sessions, evidence, since }) => {
    const changed = evidence.slice(since).filter(({ changes }) => changes.includes(code));
    if (changed.length) {
      const cuts = changed.map(({ doseRatio }) => `${Math.round(100 * doseRatio)} % of its usual`).join(', ');
      return explained(
        code === 'dose-cut' ? `${sessionsText(changed)}: ${cuts}` : `at ${sessionsText(changed)}`,
      );
    }
    const compared = sessions.slice(Math.max(0, since - 1));
    if (code === 'injector' && compared.some(({ injectorId }) => injectorId === undefined))
      return open('injector not recorded at every session');
    if (code === 'muscles' && compared.some(({ muscles }) => muscles === undefined))
      return open('muscles not recorded at every session');
    return excluded(`same ${what} since session ${evidence[since]!.session}`);
  };
}

/** A raised dose that failed too speaks against "too low". */
export function doseAdequate({ evidence, since, rules }: ChecklistCourse): Finding {
  const raised = evidence
    .slice(since)
    .filter(
      ({ doseRatio, share }) =>
        doseRatio > rules['R.dose.raised'] && share && share.benefit <= rules['R.checklist.failed'],
    );
  if (raised.length === 0) return open('no raised dose has been tried');
  return excluded(`a raised dose failed too at ${sessionsText(raised)}`);
}

export function guidance({ evidence, circumstances, since }: ChecklistCourse): Finding {
  const known = circumstances.slice(since).map((circumstance) => circumstance?.deepMusclesGuided);
  const unguided = evidence.slice(since).filter((_, index) => known[index] === false);
  if (unguided.length) return explained(`no EMG or ultrasound at ${sessionsText(unguided)}`);
  if (evidence.slice(since).every((_, index) => known[index])) return excluded('guided each time');
  return open('not recorded');
}

export function intervalText(rules: RuleValues): string {
  const shortest = rules['R.checklist.interval.shortest'];
  const longest = rules['R.checklist.interval.longest'];
  return `Interval below ${weeksAndDays(shortest)}, or lengthened beyond ${weeksAndDays(longest)}`;
}

/** A long interval is lengthened only beside what this patient's intervals usually were. */
export function interval({ sessions, evidence, since, rules }: ChecklistCourse): Finding {
  const shortest = rules['R.checklist.interval.shortest'];
  const lengthened = rules['R.checklist.interval.lengthened'] * usualIntervalDays(sessions.slice(0, since));
  const longest = Math.max(rules['R.checklist.interval.longest'], lengthened);
  const unusual = evidence.slice(since).flatMap(({ session }, offset) => {
    const index = since + offset;
    const before = sessions[index - 1];
    const days = before ? daysBetween(before.performedOn, sessions[index]!.performedOn) : undefined;
    const usual = days === undefined || (days >= shortest && days <= longest);
    return usual ? [] : [`${weeksAndDays(days)} between sessions ${session - 1} and ${session}`];
  });
  return unusual.length ? explained(unusual.join(', ')) : excluded('as usual each time');
}

export function vial({ evidence, circumstances, since }: ChecklistCourse): Finding {
  const known = circumstances.slice(since).map((circumstance) => circumstance?.vialInOrder);
  const bad = evidence.slice(since).filter((_, index) => known[index] === false);
  if (bad.length) return explained(`vial not in order at ${sessionsText(bad)}`);
  if (evidence.slice(since).every((_, index) => known[index]))
    return excluded('in date and in use time each time');
  return open('not recorded at every session');
}

export function sideEffects({ evidence, circumstances, since }: ChecklistCourse): Finding {
  const cut = evidence.slice(since).some(({ changes }) => changes.includes('dose-cut'));
  const asked = circumstances.map((circumstance) => circumstance?.adverseEvents);
  const after = evidence.filter((_, index) => asked[index]?.length);
  if (cut && after.length) return explained(`dose cut; side effects after ${sessionsText(after)}`);
  const none = asked.length >= evidence.length && asked.every((kinds) => kinds?.length === 0);
  if (none) return excluded('no side effects recorded');
  return open(after.length ? `side effects after ${sessionsText(after)}` : 'not recorded');
}

/** The median interval between some sessions, 0 of fewer than two. */
function usualIntervalDays(sessions: readonly TreatedSession[]): number {
  const days = sessions
    .slice(1)
    .map(({ performedOn }, index) => daysBetween(sessions[index]!.performedOn, performedOn));
  return median(days) ?? 0;
}

function weeksAndDays(days: number): string {
  return days % 7 === 0 ? `${days / 7} weeks` : `${Math.floor(days / 7)} weeks ${days % 7} d`;
}
