import type { EntityManager } from 'typeorm';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { type AnsweredFinding } from '../../clinical/session-check/confirmation';
import { unitsToSend } from '../../clinical/session-check/changed-product';
import { shapeProblem } from '../../platform/http/problem';
import type { Begun } from './begun-from';
import { Injection } from './injection.entity';
import { Session } from './session.entity';
import type { ChangeSessionDto } from './sessions.dto';
import { storedContent, type SessionContent } from './standing-session.query';
import { SessionVial } from './vial.entity';

export interface NewSession extends SessionContent {
  readonly id: string;
  readonly rootId: string;
  readonly courseId: string;
  readonly injectorId: string;
  readonly findings: AnsweredFinding[];
  readonly note?: string | null;
  readonly replacesId?: string;
  /** The first version of the session that it continues. */
  readonly continuesId: string | null;
  readonly begun: Begun;
  readonly amendReason?: string;
}

export async function insertSession(tx: EntityManager, session: NewSession): Promise<void> {
  const {
    id,
    rootId,
    courseId,
    performedOn,
    product,
    injectorId,
    note,
    findings,
    replacesId,
    amendReason,
    continuesId,
    begun,
  } = session;
  await tx.insert(Session, {
    id,
    rootId,
    courseId,
    performedOn,
    product,
    injectorId,
    note,
    findings,
    replacesId,
    continuesId,
    ...begun,
    amendReason,
    version: 1,
  });
  await replaceInjections(tx, id, session);
  await replaceVials(tx, id, session);
}

export async function replaceInjections(
  tx: EntityManager,
  sessionId: string,
  { injections }: SessionContent,
): Promise<void> {
  await tx.delete(Injection, { sessionId });
  await tx.insert(
    Injection,
    injections.map((injection, position) => ({ ...injection, sessionId, position })),
  );
}

export async function replaceVials(
  tx: EntityManager,
  sessionId: string,
  { vials = [] }: SessionContent,
): Promise<void> {
  await tx.delete(SessionVial, { sessionId });
  if (vials.length > 0) {
    await tx.insert(
      SessionVial,
      vials.map((vial, position) => ({ ...vial, sessionId, position }) as never),
    );
  }
}

/** The session as a change would leave it. */
export async function mergedContent(
  tx: EntityManager,
  session: Session,
  dto: ChangeSessionDto,
): Promise<SessionContent> {
  const stored = await storedContent(tx, session);
  const { performedOn = stored.performedOn, product = stored.product, confirmed } = dto;
  const { injections = stored.injections, vials = stored.vials } = dto;
  refuseForeignUnits(session, dto, vials);
  return { performedOn, product, injections, vials, confirmed };
}

function refuseForeignUnits(
  session: Session,
  { product = session.product, injections, vials }: ChangeSessionDto,
  standing: SessionContent['vials'] = [],
): void {
  const missing = unitsToSend({
    from: session.product,
    to: product,
    sent: { injections: injections !== undefined, vials: vials !== undefined },
    hasVials: standing.length > 0,
  });
  if (missing.length === 0) return;
  throw shapeProblem(
    missing.map((field) => ({
      pointer: `/${field}`,
      code: 'units-of-another-product',
      message: `Send ${field} too: those on record are in units of ${PRODUCTS[session.product].brand}`,
    })),
  );
}
