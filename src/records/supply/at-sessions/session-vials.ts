import type { EntityManager } from 'typeorm';
import { toHundredth } from '../../../clinical/numbers';
import type { Finding } from '../../../clinical/finding';
import { drawnFromVials } from '../../../clinical/supply/drawn-from-vials';
import { shortFindings, stockedVialFindings } from '../../../clinical/supply/stocked-vial';
import { malformed } from '../../../platform/http/problem';
import type { SessionContent } from '../../sessions/standing-session.query';
import { vialFacts, vialsDrawnBy, type VialFacts } from '../vial-facts.query';
import { VialMovement, type Account } from '../vial-movement.entity';

type Vial = NonNullable<SessionContent['vials']>[number];

/**
 * Locks the lots and then the vials that a session names or has drawn from, so that nobody puts them on hold or draws from
 * them until the transaction ends. After the lock on the patient.
 */
export async function lockVialsOf(
  tx: EntityManager,
  vials: readonly Vial[] | undefined,
  sessionRootId?: string,
): Promise<void> {
  const ids = [...namedIn(vials), ...(sessionRootId ? await vialsDrawnBy(tx, sessionRootId) : [])];
  if (ids.length === 0) return;
  await tx.query(
    'select 1 from lot where id in (select lot_id from vial where id = any($1::uuid[])) order by id for share',
    [ids],
  );
  await tx.query('select 1 from vial where id = any($1::uuid[]) order by id for update', [ids]);
}

/** The same session, with what is known in stock of each vial that it names. @throws Problem 400 for one that is not there. */
export async function withStock<C extends Pick<SessionContent, 'vials'>>(
  db: EntityManager,
  content: C,
): Promise<C> {
  const facts = await vialFacts(db, namedIn(content.vials));
  if (facts.size === 0 && namedIn(content.vials).length === 0) return content;
  const seen = new Set<string>();
  const vials = content.vials!.map((vial, at): Vial => {
    if (!vial.vialId) return vial;
    const pointer = `/vials/${at}/vialId`;
    const known = facts.get(vial.vialId);
    if (!known)
      throw malformed(pointer, 'no-such-vial', 'There is no such vial in stock: take one of GET /vials');
    if (seen.has(known.id)) throw malformed(pointer, 'vial-twice', 'This vial is named twice: name it once');
    seen.add(known.id);
    const { lotNumber, expiresOn, vialUnits } = known;
    return {
      ...vial,
      lotNumber,
      expiresOn,
      vialUnits,
      openedAt: known.openedAt?.toISOString() ?? vial.openedAt,
      reconstitutedAt: known.reconstitutedAt?.toISOString() ?? vial.reconstitutedAt,
      diluentMl: known.diluentMl ?? vial.diluentMl,
    };
  });
  return { ...content, vials };
}

/** What speaks against drawing this session from the stock; nothing where it names none. */
export async function stockFindings(
  db: EntityManager,
  content: SessionContent,
  { patientId, rootId }: { readonly patientId: string; readonly rootId?: string },
): Promise<readonly Finding[]> {
  const named = namedIn(content.vials);
  if (named.length === 0) return [];
  const facts = await vialFacts(db, named, rootId);
  const { product, performedOn } = content;
  const given = unitsOf(content);
  const against = content.vials!.flatMap(({ vialId }, at) => {
    const vial = vialId ? facts.get(vialId) : undefined;
    return vial ? stockedVialFindings(vial, { product, performedOn, patientId }, `/vials/${at}/vialId`) : [];
  });
  const isStopped = against.some(({ severity }) => severity === 'stop');
  return isStopped ? against : [...against, ...shortFindings(product, given, drawn(content, facts).short)];
}

/** Moves units until each vial gave and lost to this session what its content says; null: nothing, as it is void. */
export async function settleVials(
  tx: EntityManager,
  {
    rootId,
    isNew,
    content,
    movedBy,
  }: {
    readonly rootId: string;
    /** It has drawn from none yet. */
    readonly isNew?: boolean;
    readonly content: SessionContent | null;
    readonly movedBy: string;
  },
): Promise<void> {
  const named = namedIn(content?.vials);
  const before = isNew ? [] : await vialsDrawnBy(tx, rootId);
  const facts = await vialFacts(tx, [...new Set([...named, ...before])], rootId);
  if (facts.size === 0) return;
  const wanted = new Map<string, { given: number; discarded: number }>();
  if (content && named.length > 0)
    drawn(content, facts).vials.forEach((share, at) => {
      const id = content.vials![at]!.vialId;
      if (id) wanted.set(id, share);
    });
  const changes = [...facts.values()].flatMap((vial) => {
    const { given = 0, discarded = 0 } = wanted.get(vial.id) ?? {};
    return [
      movement(vial.id, 'patient', toHundredth(given - vial.ownGiven)),
      movement(vial.id, 'waste', toHundredth(discarded - vial.ownDiscarded)),
    ].flat();
  });
  // What goes back into a vial goes first, so that it is there for what is taken.
  const ordered = changes.toSorted((a, b) => Number(b.toAccount === 'vial') - Number(a.toAccount === 'vial'));
  for (const change of ordered) await tx.insert(VialMovement, { ...change, sessionRootId: rootId, movedBy });
}

function movement(
  vialId: string,
  account: Account,
  units: number,
): { vialId: string; fromAccount: Account; toAccount: Account; units: number }[] {
  if (units === 0) return [];
  return units > 0
    ? [{ vialId, fromAccount: 'vial', toAccount: account, units }]
    : [{ vialId, fromAccount: account, toAccount: 'vial', units: -units }];
}

function drawn(content: SessionContent, facts: ReadonlyMap<string, VialFacts>) {
  const vials = content.vials!.map(({ vialId, vialUnits, unitsDiscarded }) => ({
    held: (vialId ? facts.get(vialId)?.held : undefined) ?? vialUnits,
    unitsDiscarded,
  }));
  return drawnFromVials(unitsOf(content), vials);
}

function unitsOf({ injections }: SessionContent): number {
  return toHundredth(injections.reduce((sum, { units }) => sum + units, 0));
}

function namedIn(vials: readonly Vial[] | undefined): string[] {
  return (vials ?? []).flatMap(({ vialId }) => vialId ?? []);
}
