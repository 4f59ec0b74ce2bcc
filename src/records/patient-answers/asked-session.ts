import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { contradicting, malformed, Problem } from '../../platform/http/problem';

/** A session that a patient may be asked about, as it stands now. */
export interface AskedSession {
  readonly id: string;
  readonly rootId: string;
  readonly performedOn: PlainDate;
  readonly muscles: readonly string[];
}

/**
 * The session that is asked about: the one that is named by any of its versions, else the latest before that day. What
 * continues another session belongs to that one.
 *
 * @throws Problem 409 when nothing was given before that day, 400 when the named one is not of this course.
 */
export async function askedSession(
  tx: EntityManager,
  courseId: string,
  { sessionId, before }: { readonly sessionId?: string; readonly before: PlainDate },
): Promise<AskedSession> {
  const given = await tx.query<AskedSession[]>(STANDING, [courseId]);
  if (sessionId !== undefined) {
    const [named] = await tx.query<{ rootId: string }[]>(NAMED, [courseId, sessionId]);
    const found = given.find(({ rootId }) => rootId === named?.rootId);
    if (found) return found;
    throw malformed('/sessionId', 'unknown-session', 'No session of this course that counts has this id');
  }
  const latest = given.findLast(({ performedOn }) => performedOn < before);
  if (latest) return latest;
  const [first] = given;
  if (!first)
    throw new Problem('conflict', 'Nothing has been given in this course: there is nothing to ask about.');
  const message = `No session lies before ${before}: the first was on ${first.performedOn}`;
  throw contradicting('/answeredOn', 'before-session', message);
}

const STANDING = `
select s.id, s.root_id as "rootId", s.performed_on as "performedOn",
  (select jsonb_agg(distinct i.muscle) from injection i where i.session_id = s.id) as muscles
from injection_session s
where s.course_id = $1 and s.voided_at is null and s.replaced_at is null and s.continues_id is null
order by s.performed_on, s.created_at, s.id`;

const NAMED = `
select coalesce(s.continues_id, s.root_id) as "rootId" from injection_session s where s.course_id = $1 and s.id = $2`;
