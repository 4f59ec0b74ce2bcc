import type { SessionRuleValues } from '../session-rules/session-rule';
import { daysBetween } from '../calendar';
import { toHundredth } from '../numbers';
import type { EarlierDose, ProposedSession, SessionContext } from '../session-check/proposed-session';
import { latestFirst } from '../session-check/latest-first';

/** A session as the record keeps it: one of its own, or one that continues another. */
interface Part {
  readonly rootId: string;
  /** The session that this one completes or touches up. */
  readonly continuesId: string | null;
  readonly totalUnits: number;
  readonly muscles: readonly string[];
  readonly adverseEvents: readonly string[];
  readonly guidance: readonly string[];
}

/**
 * Sessions with what continues them: one treatment each, on the day of the first part and with its response.
 *
 * The units of all parts are added, muscles and side effects of all count. A part stays a session of its own where the one
 * that it continues does not count any more.
 */
export function joinContinued<S extends Part>(sessions: readonly S[]): S[] {
  const counting = new Set(sessions.map(({ rootId }) => rootId));
  const isPart = ({ continuesId }: S): boolean => continuesId !== null && counting.has(continuesId);
  const continuing = sessions.filter(isPart);
  return sessions
    .filter((session) => !isPart(session))
    .map((session) => {
      const parts = continuing.filter(({ continuesId }) => continuesId === session.rootId);
      return parts.length === 0 ? session : joined(session, parts);
    });
}

function joined<S extends Part>(session: S, parts: readonly S[]): S {
  const all = [session, ...parts];
  return {
    ...session,
    totalUnits: toHundredth(all.reduce((sum, { totalUnits }) => sum + totalUnits, 0)),
    muscles: [...new Set(all.flatMap(({ muscles }) => muscles))].toSorted(),
    adverseEvents: all.flatMap(({ adverseEvents }) => adverseEvents).toSorted(),
    guidance: [...new Set(all.flatMap(({ guidance }) => guidance))].toSorted(),
  };
}

/**
 * Which sessions may one of this day and product complete or touch up? The latest first.
 *
 * Those of its course with the same product, at most `S02.continuation` days before, that continue none themselves. What
 * others continue already continues none.
 */
export function continuableSessions(
  { performedOn, product }: Pick<ProposedSession, 'performedOn' | 'product'>,
  { earlierDoses, treatmentId }: Pick<SessionContext, 'earlierDoses' | 'treatmentId'>,
  rules: SessionRuleValues,
): readonly EarlierDose[] {
  const own = earlierDoses.filter(({ sameCourse, elsewhere }) => sameCourse && !elsewhere);
  if (own.some((dose) => dose.continuation && dose.treatmentId === treatmentId)) return [];
  return own
    .filter((dose) => {
      const days = daysBetween(dose.performedOn, performedOn);
      return (
        !dose.continuation && dose.dose.product === product && days >= 0 && days <= rules['S02.continuation']
      );
    })
    .toSorted(latestFirst);
}
