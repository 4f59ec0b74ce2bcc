import { daysBetween } from '../calendar';
import { checkProgression } from './evidence/progression-check';
import { median } from '../numbers';
import type { RuleValues } from '../rules';
import type { SessionCircumstances, TreatedSession } from '../treated-session';
import type { SessionEvidence } from './trend-state';

export const CHECKLIST_CODES = [
  'one-off',
  'dose-cut',
  'dose-adequate',
  'product',
  'injector',
  'muscles',
  'muscle-choice',
  'guidance',
  'interval',
  'vial',
  'peak-check',
  'data-gaps',
  'progression',
  'side-effects',
  'expectation',
  'new-drug-or-diagnosis',
  'wrong-diagnosis',
] as const;
export type ChecklistCode = (typeof CHECKLIST_CODES)[number];

/** `open`: a person must say. `explained`: the record offers this as an explanation. `excluded`: the record speaks against it. */
export const CHECKLIST_STATUSES = ['open', 'explained', 'excluded'] as const;
export type ChecklistStatus = (typeof CHECKLIST_STATUSES)[number];

/** One cause to be thought of before a loss of effect is blamed on the toxin. */
export interface ChecklistItem {
  readonly code: ChecklistCode;
  readonly text: string;
  readonly status: ChecklistStatus;
  /** What the record says; empty where it says nothing. */
  readonly detail: string;
}

/** A course as the checklist reads it; all lists run beside each other, one entry a session, in one stretch. */
export interface ChecklistCourse {
  readonly sessions: readonly TreatedSession[];
  readonly evidence: readonly SessionEvidence[];
  readonly circumstances: readonly (SessionCircumstances | undefined)[];
  /** Index of the first session of the suspected loss. */
  readonly since: number;
  readonly rules: RuleValues;
}

/**
 * What else could explain it? The list of clinical reference 4.4, filled in from the record where the record knows,
 * open where only a person can say. A dose that was raised and failed speaks against "dose too low".
 */
export function fillChecklist(course: ChecklistCourse): ChecklistItem[] {
  return [
    oneOffItem(course),
    changeItem(course, 'dose-cut', 'Dose reduced', 'dose'),
    doseAdequateItem(course),
    changeItem(course, 'product', 'Product changed', 'product'),
    changeItem(course, 'injector', 'Injector changed', 'injector'),
    changeItem(course, 'muscles', 'Muscles changed', 'muscles'),
    ask('muscle-choice', 'Wrong muscles, or the pattern has changed'),
    guidanceItem(course),
    intervalItem(course),
    vialItem(course),
    peakCheckItem(course),
    dataGapsItem(course),
    {
      code: 'progression',
      text: 'Progression or natural fluctuation of the illness',
      ...checkProgression(course),
    },
    sideEffectItem(course),
    ask('expectation', 'Expectation, mood, or comparison with a best-ever session'),
    ask(
      'new-drug-or-diagnosis',
      'New drug, new diagnosis (parkinsonism, tardive, functional) or contracture',
    ),
    ask('wrong-diagnosis', 'Wrong primary diagnosis'),
  ];
}

/** `session 7`, `sessions 7 and 8`, `5 sessions` */
export function sessionsText(sessions: readonly { readonly session: number }[]): string {
  if (sessions.length > 3) return `${sessions.length} sessions`;
  const numbers = sessions.map(({ session }) => String(session));
  const last = numbers.pop();
  return numbers.length ? `sessions ${numbers.join(', ')} and ${last}` : `session ${last}`;
}

function ask(code: ChecklistCode, text: string, detail = ''): ChecklistItem {
  return { code, text, status: 'open', detail };
}

function oneOffItem({ evidence, since, rules }: ChecklistCourse): ChecklistItem {
  const clearlyLess = rules['R.review.less'];
  const low = evidence.slice(since).filter(({ share }) => share && share.benefit <= clearlyLess);
  const text = 'One bad session: needs a second';
  if (low.length < 2) return ask('one-off', text, 'only one session with clearly less benefit so far');
  return { code: 'one-off', text, status: 'excluded', detail: `less benefit at ${sessionsText(low)}` };
}

function changeItem(
  { sessions, evidence, since }: ChecklistCourse,
  code: 'dose-cut' | 'product' | 'injector' | 'muscles',
  text: string,
  what: string,
): ChecklistItem {
  const changed = evidence.slice(since).filter(({ changes }) => changes.includes(code));
  if (changed.length) {
    const cuts = changed.map(({ doseRatio }) => `${Math.round(100 * doseRatio)} % of its usual`).join(', ');
    const detail = code === 'dose-cut' ? `${sessionsText(changed)}: ${cuts}` : `at ${sessionsText(changed)}`;
    return { code, text, status: 'explained', detail };
  }
  const compared = sessions.slice(Math.max(0, since - 1));
  if (code === 'injector' && compared.some(({ injectorId }) => injectorId === undefined)) {
    return ask(code, text, 'injector not recorded at every session');
  }
  if (code === 'muscles' && compared.some(({ muscles }) => muscles === undefined)) {
    return ask(code, text, 'muscles not recorded at every session');
  }
  return { code, text, status: 'excluded', detail: `same ${what} since session ${evidence[since]!.session}` };
}

function doseAdequateItem({ evidence, since, rules }: ChecklistCourse): ChecklistItem {
  const text = 'Dose too low, or never adequate';
  const raised = evidence
    .slice(since)
    .filter(
      ({ doseRatio, share }) =>
        doseRatio > rules['R.dose.raised'] && share && share.benefit <= rules['R.checklist.failed'],
    );
  if (raised.length === 0) return ask('dose-adequate', text, 'no raised dose has been tried');
  return {
    code: 'dose-adequate',
    text,
    status: 'excluded',
    detail: `a raised dose failed too at ${sessionsText(raised)}`,
  };
}

function guidanceItem({ evidence, circumstances, since }: ChecklistCourse): ChecklistItem {
  const text = 'No guidance (EMG, ultrasound) on deep muscles';
  const known = circumstances.slice(since).map((each) => each?.deepMusclesGuided);
  const unguided = evidence.slice(since).filter((_, index) => known[index] === false);
  if (unguided.length)
    return {
      code: 'guidance',
      text,
      status: 'explained',
      detail: `no EMG or ultrasound at ${sessionsText(unguided)}`,
    };
  if (evidence.slice(since).every((_, index) => known[index])) {
    return { code: 'guidance', text, status: 'excluded', detail: 'guided each time' };
  }
  return ask('guidance', text, 'not recorded');
}

function intervalItem({ sessions, evidence, since, rules }: ChecklistCourse): ChecklistItem {
  const shortest = rules['R.checklist.interval.shortest'];
  const longest = rules['R.checklist.interval.longest'];
  const text = `Interval below ${weeksAndDays(shortest)}, or lengthened beyond ${weeksAndDays(longest)}`;
  const lengthened = rules['R.checklist.interval.lengthened'] * usualIntervalDays(sessions.slice(0, since));
  const longestDays = Math.max(longest, lengthened);
  const unusual = evidence.slice(since).flatMap(({ session }, offset) => {
    const index = since + offset;
    const before = sessions[index - 1];
    const days = before ? daysBetween(before.performedOn, sessions[index]!.performedOn) : undefined;
    const usual = days === undefined || (days >= shortest && days <= longestDays);
    return usual ? [] : [`${weeksAndDays(days)} between sessions ${session - 1} and ${session}`];
  });
  if (unusual.length) return { code: 'interval', text, status: 'explained', detail: unusual.join(', ') };
  return { code: 'interval', text, status: 'excluded', detail: 'as usual each time' };
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

function vialItem({ evidence, circumstances, since }: ChecklistCourse): ChecklistItem {
  const text = 'Vial expired, frozen, over age or wrongly diluted';
  const known = circumstances.slice(since).map((each) => each?.vialInOrder);
  const bad = evidence.slice(since).filter((_, index) => known[index] === false);
  if (bad.length)
    return { code: 'vial', text, status: 'explained', detail: `vial not in order at ${sessionsText(bad)}` };
  if (evidence.slice(since).every((_, index) => known[index])) {
    return { code: 'vial', text, status: 'excluded', detail: 'in date and in use time each time' };
  }
  return ask('vial', text, 'not recorded at every session');
}

function peakCheckItem({ evidence, since }: ChecklistCourse): ChecklistItem {
  const text = 'Not scored at the peak';
  const missing = evidence.slice(since).filter(({ size }) => !size);
  if (missing.length) return ask('peak-check', text, `no peak check after ${sessionsText(missing)}`);
  const unmeasured = evidence.slice(since).filter(({ size }) => !size!.readings.includes('scale'));
  if (unmeasured.length) return ask('peak-check', text, `no scale at peak after ${sessionsText(unmeasured)}`);
  return { code: 'peak-check', text, status: 'excluded', detail: 'rated and measured at the peak' };
}

function dataGapsItem({ evidence, rules }: ChecklistCourse): ChecklistItem {
  const known = evidence.filter(({ share }) => share).length;
  const detail = `benefit known in ${known} of ${evidence.length} sessions`;
  const status = known >= rules['R.checklist.known'] * evidence.length ? 'excluded' : 'open';
  return { code: 'data-gaps', text: 'Gaps in the record', status, detail };
}

function sideEffectItem({ evidence, circumstances, since }: ChecklistCourse): ChecklistItem {
  const text = 'Dose limited by side effects';
  const cut = evidence.slice(since).some(({ changes }) => changes.includes('dose-cut'));
  const asked = circumstances.map((each) => each?.adverseEvents);
  const after = evidence.filter((_, index) => asked[index]?.length);
  if (cut && after.length)
    return {
      code: 'side-effects',
      text,
      status: 'explained',
      detail: `dose cut; side effects after ${sessionsText(after)}`,
    };
  const none = asked.length >= evidence.length && asked.every((kinds) => kinds?.length === 0);
  if (none) return { code: 'side-effects', text, status: 'excluded', detail: 'no side effects recorded' };
  return ask(
    'side-effects',
    text,
    after.length ? `side effects after ${sessionsText(after)}` : 'not recorded',
  );
}
