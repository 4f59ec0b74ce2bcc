import type { PlainDate } from '../calendar';

/** A call or message, or a session, with when it was written down. */
export interface Recorded {
  readonly on: PlainDate;
  readonly recordedAt: Date;
}

/**
 * Is a contact about the coming session?
 *
 * A snooze or a refusal ends with the session that it was about: a contact before the last session's day is over. On that
 * day, what was written down after the session speaks of the next one. Before any session every contact counts.
 */
export function isOfThisCycle(contact: Recorded, lastSession: Recorded | undefined): boolean {
  if (lastSession === undefined || contact.on > lastSession.on) return true;
  return contact.on === lastSession.on && contact.recordedAt > lastSession.recordedAt;
}
