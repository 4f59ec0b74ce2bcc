import { IsNull, type EntityManager } from 'typeorm';
import { daysBetween } from '../../../clinical/calendar';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { RuleValues } from '../../../clinical/rules';
import { malformed, Problem } from '../../../platform/http/problem';
import type { Clinic } from '../../../platform/clinic';
import { Response } from '../../responses/response.entity';
import { Session } from '../session.entity';
import type { SessionContent } from '../standing-session.query';

interface Continuation extends Pick<Session, 'performedOn' | 'product' | 'courseId'> {
  /** Its own first version; none of a new one. */
  readonly rootId?: string;
}

/**
 * The session that another one completes or touches up, as it counts now.
 *
 * @throws Problem 400 where this one cannot continue it, and says why.
 */
export async function continuedSession(
  db: EntityManager,
  continuesId: string | null | undefined,
  session: Continuation,
  rules: RuleValues,
): Promise<Session | null> {
  if (!continuesId) return null;
  const named = await db.findOneBy(Session, { id: continuesId });
  if (!named) throw refusal('no-such-session', 'There is no session of this id to be continued');
  const first = await db.findOneByOrFail(Session, { rootId: named.rootId, replacedAt: IsNull() });
  if (first.voidedAt) throw refusal('void-session', 'That session is void: nothing continues it');
  if (first.rootId === session.rootId)
    throw refusal('continues-itself', 'A session does not continue itself');
  if (first.courseId !== session.courseId)
    throw refusal('other-course', 'That session is of another course: log this one on its own');
  if (first.continuesId)
    throw refusal(
      'continues-continuation',
      'That session continues another one itself: name the first of them',
    );
  if (first.product !== session.product)
    throw refusal(
      'other-product',
      `That session was with ${PRODUCTS[first.product].brand}, and only the same product continues it: log this one on its own`,
    );
  refuseUnfitDay(first, session, rules['S02.continuation']);
  if (session.rootId && (await continuationsOf(db, session.rootId)).length > 0)
    throw refusal('is-continued', 'Other sessions continue this one: it continues none itself');
  return first;
}

type Continuing = Pick<SessionContent, 'performedOn' | 'product'> & {
  readonly continuesId: string | null | undefined;
};

/** What a session continues once it is changed; left out, what it continued before. */
export async function stillContinued(
  tx: EntityManager,
  session: Session,
  { performedOn, product, continuesId }: Continuing,
  { rules }: Clinic,
): Promise<Session | null> {
  const { courseId, rootId } = session;
  const changed = { performedOn, product, courseId, rootId };
  const named = continuesId === undefined ? session.continuesId : continuesId;
  const continued = await continuedSession(tx, named, changed, rules);
  if (continued && (await tx.existsBy(Response, { sessionId: rootId })))
    throw new Problem(
      'conflict',
      'This session has a response of its own, and the response of a treatment belongs to its first session.',
    );
  await refuseUnlessStillContinued(tx, changed, rules);
  return continued;
}

/** What is continued keeps its product, and its day stays near those that continue it. */
async function refuseUnlessStillContinued(
  tx: EntityManager,
  { performedOn, product, rootId }: Pick<Session, 'performedOn' | 'product' | 'rootId'>,
  rules: RuleValues,
): Promise<void> {
  const most = rules['S02.continuation'];
  const lost = (await continuationsOf(tx, rootId)).find((part) => {
    const days = daysBetween(performedOn, part.performedOn);
    return part.product !== product || days < 0 || days > most;
  });
  if (lost)
    throw new Problem(
      'conflict',
      `The session of ${lost.performedOn} continues this one, with the same product within ${most} days. Make it a session of its own first (continuesId: null), or void it.`,
    );
}

export async function refuseWhileContinued(tx: EntityManager, { rootId }: Session): Promise<void> {
  const [part] = await continuationsOf(tx, rootId);
  if (part)
    throw new Problem(
      'conflict',
      `The session of ${part.performedOn} continues this one. Void it first, or make it a session of its own (continuesId: null).`,
    );
}

function refuseUnfitDay(first: Session, { performedOn }: Continuation, most: number): void {
  const days = daysBetween(first.performedOn, performedOn);
  if (days < 0)
    throw refusal(
      'before-continued',
      `That session is later, on ${first.performedOn}: this one comes before it`,
    );
  if (days > most)
    throw refusal(
      'too-late',
      `That session was ${days} days before, on ${first.performedOn}, and is continued within ${most} days: log this one on its own`,
    );
}

/** Those that complete or touch up this session and count. */
function continuationsOf(db: EntityManager, rootId: string): Promise<Session[]> {
  return db.find(Session, {
    where: { continuesId: rootId, replacedAt: IsNull(), voidedAt: IsNull() },
    order: { performedOn: 'ASC', id: 'ASC' },
  });
}

function refusal(code: string, message: string): Problem {
  return malformed('/continuesId', code, message);
}
