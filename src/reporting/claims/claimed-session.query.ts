import type { EntityManager } from 'typeorm';
import type { ClaimPart } from '../../clinical/claims/claim-line';
import { Problem } from '../../platform/http/problem';
import { SESSION_COURSE_PATIENT } from '../reports/shared-columns';
import { CLAIM_FACTS, claimOf, type ClaimFacts } from './claim-facts';

interface Claimed {
  readonly isVoid: boolean;
  readonly isReplaced: boolean;
  readonly facts: ClaimFacts;
}

/** The claim lines of a session as it stands on record. A void or amended version claims nothing. */
export async function claimLinesOf(db: EntityManager, id: string): Promise<ClaimPart> {
  const [session] = await db.query<Claimed[]>(SELECT, [id]);
  if (!session) throw new Problem('not-found', 'No such session.');
  if (session.isVoid) return { lines: [], missing: ['This session is void: nothing is claimed.'] };
  if (session.isReplaced)
    return { lines: [], missing: ['This session was amended: the version that counts is claimed.'] };
  return claimOf(session.facts);
}

const SELECT = `
select s.voided_at is not null as "isVoid", s.replaced_at is not null as "isReplaced", ${CLAIM_FACTS} as facts
from ${SESSION_COURSE_PATIENT}
where s.id = $1`;
