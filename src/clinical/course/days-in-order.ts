import type { PlainDate } from '../calendar';

/** Something on record with its day, in words: `the onset of its effect`. */
export interface DatedFact {
  readonly what: string;
  readonly on: PlainDate;
}

/** What a session stands between: what followed from it, the limits of its course, the patient's death. */
export interface AroundSession {
  readonly followed: readonly DatedFact[];
  readonly courseStartedOn: PlainDate | null;
  readonly courseEndedOn: PlainDate | null;
  readonly deceasedOn: PlainDate | null;
}

export interface Passed {
  readonly code: 'past-what-followed' | 'past-end' | 'before-start' | 'past-death';
  readonly message: string;
}

/**
 * What would a session pass by when its day is corrected?
 *
 * Nothing that followed from it may come to lie before it; the day itself is allowed. Only what the move itself would bring
 * about is named: what stood in the wrong order before does not stop the correction.
 */
export function passedByMove(from: PlainDate, to: PlainDate, around: AroundSession): Passed[] {
  const { followed, courseStartedOn, courseEndedOn, deceasedOn } = around;
  const later = (limit: PlainDate | null): limit is PlainDate =>
    limit !== null && from <= limit && limit < to;
  const passed: Passed[] = followed
    .filter(({ on }) => later(on))
    .map(({ what, on }) => ({
      code: 'past-what-followed',
      message: `${what} is on record for ${on}, before ${to}. Correct that day first, or take another day for the session.`,
    }));
  if (courseStartedOn !== null && to < courseStartedOn && courseStartedOn <= from) {
    const message = `The course began on ${courseStartedOn}, after ${to}. Correct the course’s startedOn first, or take another day for the session.`;
    passed.push({ code: 'before-start', message });
  }
  if (later(courseEndedOn)) {
    const message = `The course ended on ${courseEndedOn}, before ${to}. Reopen the course first, or take another day for the session.`;
    passed.push({ code: 'past-end', message });
  }
  if (later(deceasedOn)) {
    const message = `The patient died on ${deceasedOn}, before ${to}. Correct the day of death first, or take another day for the session.`;
    passed.push({ code: 'past-death', message });
  }
  return passed;
}

/** Words for the first thing on record that would lie before a new birth date; none when all is after it. */
export function bornAfter(birthDate: PlainDate, facts: readonly DatedFact[]): string | undefined {
  const first = facts.filter(({ on }) => on < birthDate).toSorted(byDay)[0];
  return first && `${first.what} is on record for ${first.on}, before a birth on ${birthDate}. ${CORRECT}`;
}

/** Words for the last thing on record that would lie after a day of death; none when all is before it. */
export function diedBefore(deceasedOn: PlainDate, facts: readonly DatedFact[]): string | undefined {
  const last = facts
    .filter(({ on }) => on > deceasedOn)
    .toSorted(byDay)
    .at(-1);
  return last && `${last.what} is on record for ${last.on}, after a death on ${deceasedOn}. ${CORRECT}`;
}

const CORRECT = 'Correct or void that entry first, or take another day.';

function byDay(a: DatedFact, b: DatedFact): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0;
}
