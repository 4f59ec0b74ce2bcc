import type { SessionRuleValues } from '../../session-rules/session-rule';
import type { AnsweredFinding } from './confirmation';
import type { Finding, FindingCode } from '../../finding';
import { PRODUCT_ROWS } from '../../catalogue/product-rows';
import { capFinding, type DoseCap } from '../../doses/dose-cap';
import { doseCaps } from '../../doses/dose-limits';
import { siteCaps } from '../../doses/site-limits';
import { onRecordAt } from '../../precautions/dated-precaution';
import type { EarlierDose, ProposedSession, SessionContext } from '../proposed-session';
import { sharesMuscle } from '../same-region';
import { checkSession } from '../session-check';

/** A session as it stands on record, with what was found and answered when it was saved. */
export interface StandingSession {
  readonly session: ProposedSession;
  readonly context: SessionContext;
  readonly findings: readonly AnsweredFinding[];
  /** When its first version was recorded, as `toISOString` writes it. */
  readonly recordedAt?: string;
}

/**
 * May a session on record be corrected like this? Every objection that the correction itself brings about.
 *
 * What spoke against the session as it stands neither stops nor asks again: an answered finding keeps its reason, any other
 * becomes a note. So does what rests on a later session alone, or on a precaution that came onto the record later. The
 * same objection to more units, or to a day nearer to the session before, is a new one. A session that is only moved
 * keeps what was said of a sum that holds no more than before, and a visit of another region that it passes asks nothing.
 */
export function checkCorrection(
  session: ProposedSession,
  around: SessionContext,
  standing: StandingSession,
  rules: SessionRuleValues,
): readonly AnsweredFinding[] {
  const context = { ...around, corrects: true };
  const before = checkSession(standing.session, standing.context, rules);
  const knownThen = checkSession(session, untilThen(session, context, standing.recordedAt), rules);
  const findings = checkSession(session, context, rules);
  const stood = (finding: Finding): boolean =>
    isNoFuller(finding, sums) ||
    before.some((other) => isSame(finding, other) || (isAlike(finding, other) && eases(finding.code)));
  const eases = (code: FindingCode): boolean =>
    DISTANCES.includes(code) ? isFurther(session, standing, context) : isLess(session, standing.session);
  const sums = isOnlyMoved(session, standing.session)
    ? { now: sumsOf(session, context, rules), before: sumsOf(standing.session, standing.context, rules) }
    : { now: [], before: [] };
  const own = new Set(knownThen.filter((finding) => !stood(finding)).map(({ code }) => code));
  return findings.map((finding) => {
    if (!stood(finding)) return own.has(finding.code) ? finding : asNote(finding);
    const answered = standing.findings.find((other) => other.reason !== undefined && isAlike(finding, other));
    return answered && finding.severity === 'confirm'
      ? { ...finding, reason: answered.reason }
      : asNote(finding);
  });
}

const DISTANCES: readonly FindingCode[] = ['S02', 'S05', 'S08', 'S09'];

function asNote(finding: Finding): Finding {
  return { ...finding, severity: 'note' };
}

function isSame(a: Finding, b: Finding): boolean {
  return a.code === b.code && a.message === b.message;
}

/** The same objection with other numbers or another day. */
function isAlike(a: Finding, b: Finding): boolean {
  return a.code === b.code && withoutNumbers(a.message) === withoutNumbers(b.message);
}

function withoutNumbers(message: string): string {
  return message.replaceAll(/\d[\d.,-]*/g, '#');
}

/** What was given by the session's own day, and on record when it was recorded. */
function untilThen(
  session: ProposedSession,
  context: SessionContext,
  recordedAt: string | undefined,
): SessionContext {
  const earlierDoses = context.earlierDoses.filter(({ performedOn }) => performedOn <= session.performedOn);
  const precautions = context.precautions.filter(
    (precaution) => recordedAt === undefined || onRecordAt(precaution, recordedAt),
  );
  return { ...context, earlierDoses, precautions };
}

/** The same day, product and vials, and nowhere more units than before, in no fewer sites and no more volume. */
function isLess(session: ProposedSession, before: ProposedSession): boolean {
  if (session.performedOn !== before.performedOn || session.product !== before.product) return false;
  if (JSON.stringify(session.vials ?? []) !== JSON.stringify(before.vials ?? [])) return false;
  return session.injections.every(({ muscle, side, units, sites, volumeMl }) => {
    const was = before.injections.find((other) => other.muscle === muscle && other.side === side);
    return was !== undefined && units <= was.units && sites === was.sites && volumeMl === was.volumeMl;
  });
}

/** No nearer to any session before it, and past none: a later day, or the same one. */
function isFurther(
  session: ProposedSession,
  { session: before }: StandingSession,
  context: SessionContext,
): boolean {
  return (
    session.product === before.product &&
    session.performedOn >= before.performedOn &&
    !context.earlierDoses.some(
      (dose) =>
        before.performedOn < dose.performedOn &&
        dose.performedOn <= session.performedOn &&
        isHeldAgainst(session, dose),
    )
  );
}

/** Does any rule of distance ask how far the two are apart? */
function isHeldAgainst({ product, injections }: ProposedSession, dose: EarlierDose): boolean {
  return (
    dose.sameCourse ||
    dose.elsewhere !== undefined ||
    dose.dose.product !== product ||
    PRODUCT_ROWS[product].interval.everyRegion !== null ||
    sharesMuscle(injections, dose.muscles)
  );
}

/** Another day, and all else as it was. */
function isOnlyMoved(session: ProposedSession, before: ProposedSession): boolean {
  return (
    session.performedOn !== before.performedOn &&
    JSON.stringify({ ...session, performedOn: before.performedOn }) === JSON.stringify(before)
  );
}

interface Sums {
  readonly now: readonly DoseCap[];
  readonly before: readonly DoseCap[];
}

function sumsOf(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly DoseCap[] {
  return [...doseCaps(session, context, rules), ...siteCaps(session, context, rules)];
}

/** Is this the objection to a sum that was as full where the session stood? */
function isNoFuller(finding: Finding, { now, before }: Sums): boolean {
  const sum = now.find((cap) => capFinding(cap)?.message === finding.message);
  return sum !== undefined && before.some(({ ruleId, units }) => ruleId === sum.ruleId && units >= sum.units);
}
