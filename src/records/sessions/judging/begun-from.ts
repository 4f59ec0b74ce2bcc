import type { EntityManager } from 'typeorm';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { ToxinProduct } from '../../../clinical/units';
import { malformed } from '../../../platform/http/problem';
import { findProtocol } from '../../protocols/protocol.query';
import type { Session } from '../session.entity';

export type Begun = Pick<Session, 'protocolId' | 'protocolVersion'>;

const FROM_NONE: Begun = { protocolId: null, protocolVersion: null };

/**
 * The version of a protocol that a session began from, as the request names it; without a version the latest. Left out, what
 * stands on record of a session that is corrected, as long as it is of the same product.
 *
 * @throws Problem 400 for what is no protocol of this product.
 */
export async function begunFrom(
  db: EntityManager,
  named: { readonly protocolId?: string | null; readonly protocolVersion?: number | null },
  product: ToxinProduct,
  standing?: Begun & { readonly product: ToxinProduct },
): Promise<Begun> {
  const { protocolId, protocolVersion } = named;
  if (protocolId === undefined && standing) {
    const { protocolId: id, protocolVersion: version } = standing;
    return standing.product === product ? { protocolId: id, protocolVersion: version } : FROM_NONE;
  }
  if (!protocolId) return FROM_NONE;
  const protocol = await findProtocol(db, protocolId, protocolVersion ?? undefined);
  if (!protocol)
    throw malformed(
      protocolVersion ? '/protocolVersion' : '/protocolId',
      'no-such-protocol',
      'There is no such protocol, or no such version of it: GET /protocols lists them',
    );
  if (protocol.product !== product)
    throw malformed(
      '/protocolId',
      'protocol-of-another-product',
      `${protocol.name} is in units of ${PRODUCTS[protocol.product].brand}, the session in units of ${PRODUCTS[product].brand}: leave the protocol out`,
    );
  return { protocolId: protocol.id, protocolVersion: protocol.version };
}
