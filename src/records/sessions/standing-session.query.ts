import { IsNull, type EntityManager } from 'typeorm';
import type { AnsweredFinding } from '../../clinical/session-check/corrections/confirmation';
import { withSites } from '../../clinical/doses/injection-points';
import type { PlainSession } from '../../clinical/session-check/propose-session';
import { withoutNulls } from '../../platform/given';
import { Injection } from './injection.entity';
import { Session } from './session.entity';
import type { LogSessionDto } from './sessions.dto';
import { SessionVial } from './vial.entity';

export type SessionContent = Pick<
  LogSessionDto,
  'performedOn' | 'product' | 'injections' | 'vials' | 'confirmed'
>;

/** A session on record that is judged anew: what stands there is no reason against its correction. */
export interface Corrected {
  readonly rootId: string;
  readonly content: SessionContent;
  /** The one that it continues. */
  readonly continued: Session | null;
  readonly findings: readonly AnsweredFinding[];
  /** When its first version was recorded, as the rules compare it. */
  readonly recordedAt: string;
}

/** What was injected, as the rules take it. */
export function plainSession({ performedOn, product, injections, vials }: SessionContent): PlainSession {
  return {
    performedOn,
    product,
    injections: withoutNulls(injections.map(withSites)),
    vials: vials && withoutNulls(vials),
  };
}

/** What stands on record of a session. */
export async function storedContent(db: EntityManager, session: Session): Promise<SessionContent> {
  const { id, performedOn, product } = session;
  const injections = await db.find(Injection, { where: { sessionId: id }, order: { position: 'ASC' } });
  return { performedOn, product, injections, vials: await storedVials(db, id) };
}

/** A session as it stands, to judge its correction by. */
export async function correctedFrom(db: EntityManager, session: Session): Promise<Corrected> {
  const { rootId, findings, continuesId } = session;
  const continued = continuesId
    ? await db.findOneBy(Session, { rootId: continuesId, replacedAt: IsNull() })
    : null;
  const { createdAt } = await db.findOneByOrFail(Session, { id: rootId });
  const content = await storedContent(db, session);
  return { rootId, continued, content, findings, recordedAt: createdAt.toISOString() };
}

async function storedVials(tx: EntityManager, sessionId: string): Promise<SessionContent['vials']> {
  const vials = await tx.find(SessionVial, { where: { sessionId }, order: { position: 'ASC' } });
  return vials.map(({ openedAt, reconstitutedAt, ...vial }) => ({
    ...vial,
    openedAt: openedAt?.toISOString() ?? null,
    reconstitutedAt: reconstitutedAt?.toISOString() ?? null,
  }));
}
