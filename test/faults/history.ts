/** What a writer did, in its order; a course has one writer. */
export type Event = Attempt | Look;

export interface Attempt {
  readonly kind: 'patient' | 'course' | 'session';
  readonly id: string;
  readonly courseId?: string;
  readonly injections?: number;
  /** `unknown` while no answer is there, and where it says no more. */
  outcome: 'written' | 'repeated' | 'refused' | 'unwritten' | 'unknown';
}

/** The sessions of a course as they were shown. */
export interface Look {
  readonly kind: 'look';
  readonly courseId: string;
  readonly seen: readonly string[];
}

/** A session of the database, in the order in which they were written. */
export interface StoredSession {
  readonly id: string;
  readonly courseId: string;
  readonly injections: number;
}

export interface Stored {
  readonly sessions: readonly StoredSession[];
  /** Patients and courses. */
  readonly others: readonly string[];
}

/**
 * What the database and the answers have against each other.
 *
 * What was acknowledged is there, once and whole; what was refused is not, nor what was said not to be written; what is there
 * was asked for; a course has its sessions in the order in which they were acknowledged; and each look showed all that had
 * been acknowledged before it and nothing that nobody had sent.
 */
export function contradictions(history: readonly Event[], stored: Stored): string[] {
  const attempts = history.filter((event): event is Attempt => event.kind !== 'look');
  const there = new Map<string, number>();
  for (const id of [...stored.sessions.map((session) => session.id), ...stored.others])
    there.set(id, (there.get(id) ?? 0) + 1);
  return [
    ...[...byId(attempts)].flatMap(([id, of]) => ofOne(id, of, there.get(id) ?? 0)),
    ...stored.sessions.flatMap((session) => ofSession(session, attempts)),
    ...outOfOrder(attempts, stored.sessions),
    ...looks(history),
  ];
}

export const isAcknowledged = ({ outcome }: Attempt): boolean =>
  outcome === 'written' || outcome === 'repeated';

function byId(attempts: readonly Attempt[]): Map<string, Attempt[]> {
  const found = new Map<string, Attempt[]>();
  for (const attempt of attempts) found.set(attempt.id, [...(found.get(attempt.id) ?? []), attempt]);
  return found;
}

function ofOne(id: string, attempts: readonly Attempt[], times: number): string[] {
  const faults: string[] = [];
  const what = `${attempts[0]!.kind} ${id}`;
  if (attempts.some(isAcknowledged) && times !== 1)
    faults.push(`${what} was acknowledged and is there ${times} times`);
  const mayBeThere = attempts.some((attempt) => isAcknowledged(attempt) || attempt.outcome === 'unknown');
  if (!mayBeThere && times > 0) faults.push(`${what} was refused and is there`);
  const first = attempts.findIndex(({ outcome }) => outcome !== 'unwritten');
  if (first >= 0 && attempts[first]!.outcome === 'repeated')
    faults.push(`${what} was said not to be written, and was`);
  return faults;
}

function ofSession({ id, injections }: StoredSession, attempts: readonly Attempt[]): string[] {
  const sent = attempts.find((attempt) => attempt.id === id);
  if (!sent) return [`session ${id} is there and nobody sent it`];
  return sent.injections === injections
    ? []
    : [`session ${id} has ${injections} injections of ${sent.injections}`];
}

function outOfOrder(attempts: readonly Attempt[], sessions: readonly StoredSession[]): string[] {
  const acknowledged = attempts.filter((attempt) => attempt.kind === 'session' && isAcknowledged(attempt));
  return [...new Set(acknowledged.map(({ courseId }) => courseId!))].flatMap((courseId) => {
    const inOrder = acknowledged.filter((attempt) => attempt.courseId === courseId).map(({ id }) => id);
    const stored = [...new Set(sessions.map(({ id }) => id))].filter((id) => inOrder.includes(id));
    return stored.join() === inOrder.filter((id) => stored.includes(id)).join()
      ? []
      : [`the sessions of course ${courseId} are not in the order in which they were acknowledged`];
  });
}

function looks(history: readonly Event[]): string[] {
  return history.flatMap((look, at) => {
    if (look.kind !== 'look') return [];
    const before = history
      .slice(0, at)
      .filter((event): event is Attempt => event.kind === 'session' && event.courseId === look.courseId);
    const missing = before.filter((attempt) => isAcknowledged(attempt) && !look.seen.includes(attempt.id));
    const strange = look.seen.filter((id) => !before.some((attempt) => attempt.id === id));
    return [
      ...missing.map(({ id }) => `session ${id} was acknowledged and then not shown`),
      ...strange.map((id) => `session ${id} was shown before anybody sent it`),
    ];
  });
}
